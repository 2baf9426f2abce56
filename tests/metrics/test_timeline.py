"""What happened beside a line in time, and which published figures measured the same."""

from collections.abc import Iterator

import pytest

from core.storage.cursor import Cursor
from core.storage.database import Database
from metrics import figures_beside, find, timeline
from tests.metrics.made_store import Told, fill
from tests.metrics.test_trend import presence, rows


@pytest.fixture
def cur(empty_store: Database) -> Iterator[Cursor]:
    with empty_store.rehearsal() as cursor:
        yield cursor


def closed(cluster: str, period: str) -> Told:
    return Told(country="YEM", cluster=cluster, period=period, closed=True)


def test_what_says_every_quarter_that_it_is_closed_closed_once(cur: Cursor) -> None:
    fill(
        cur,
        [
            presence("WSH", "2025-Q1", 1, 1),
            presence("HEA", "2025-Q1", 1, 1),
            closed("WSH", "2025-Q2"),
            closed("WSH", "2025-Q3"),
            presence("WSH", "2025-Q4", 1, 1),
            closed("WSH", "2026-Q1"),
            closed("HEA", "2026-Q1"),
        ],
    )

    found = timeline(cur)

    # 2025 * 12 + 3 is April 2025. It opened again, and closed a second time.
    assert rows(found, "kind", "month", "country", "cluster") == [
        ["closed", 2025 * 12 + 3, "YEM", "WSH"],
        ["closed", 2026 * 12, "YEM", "HEA"],
        ["closed", 2026 * 12, "YEM", "WSH"],
    ]
    assert rows(timeline(cur, only={"cluster": ("HEA",)}), "cluster") == [["HEA"]]
    assert timeline(cur, only={"country": ("MLI",)}).empty


def test_an_event_of_two_clusters_was_held_once(store: Database) -> None:
    with store.rehearsal() as cur:
        cur.run("UPDATE fact_event SET event_kind = 'learning_event' WHERE report IN (120, 124)")
        found = timeline(cur, only={"country": ("YEM",)})

    # Reports 120 and 124 are one workshop, in January 2025, of WASH and of Health.
    assert len(found) == 1
    assert rows(found, "kind", "month", "country") == [["learning_event", 2025 * 12, "YEM"]]


@pytest.mark.parametrize(
    ("code", "asked", "fitting"),
    [
        # Two sources of 2022 disagree, and both fit.
        ("P2", {"by": "mechanism_type", "codes": ("hct",), "scope": 3}, [0.8, 0.8, 0.83, 0.93]),
        # All kinds of mechanism of ours together are none of those published.
        ("P2", {"scope": 3}, []),
        # Nobody published scope 2.
        ("P2", {"by": "mechanism_type", "codes": ("hct",), "scope": 2}, []),
        # A figure of clusters of both levels is none of the national ones.
        ("P1", {"scope": 1}, []),
        # Those of Yemen are of months.
        ("P8", {"only": {"country": "YEM"}, "scope": 1}, []),
        # 2023, to national NGOs; the other years do not say to whom.
        ("F2", {"scope": 1}, [0.34]),
    ],
)
def test_a_figure_fits_where_it_measured_the_same(
    code: str, asked: dict[str, object], fitting: list[float], seeded: Cursor
) -> None:
    found = figures_beside(seeded, find(code), **asked)  # type: ignore[arg-type]

    assert sorted(found.loc[found["fits"], "value"].tolist()) == fitting


def test_a_country_has_its_own_figures_and_those_of_the_world(seeded: Cursor) -> None:
    found = figures_beside(
        seeded, find("P2"), only={"mechanism_type": "iccg", "country": "YEM"}, scope=3
    )

    shown = found[found["fits"]]
    assert set(shown["geography"]) == {"World", "Yemen"}
    assert shown.loc[shown["iso3"] == "YEM", "value"].tolist() == [0.0]
