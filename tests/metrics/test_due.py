"""What is due, what came and what is late, worked out by hand."""

from collections.abc import Iterator
from datetime import date

import pytest

from core.errors import UnknownIndicator
from core.i18n.periods import Period
from core.storage.cursor import Cursor
from core.storage.database import Database
from metrics import by_mechanism, chase, coverage, due
from tests.metrics.made_store import Told, fill

LATER = date(2026, 2, 10)
QUARTERS = [Period.quarter(2025, n) for n in (1, 2, 3, 4)]
TOLD = (
    # A gap in the third quarter.
    Told(country="YEM", cluster="WSH", period="2025-Q1", who={"a": "NNGO"}),
    Told(country="YEM", cluster="WSH", period="2025-Q2", who={"a": "NNGO"}),
    Told(country="YEM", cluster="WSH", period="2025-Q4", who={"a": "NNGO"}),
    # Silent since the first.
    Told(country="YEM", cluster="HEA", period="2025-Q1", who={"a": "NNGO"}),
    # Closed since the second.
    Told(country="YEM", cluster="EDU", period="2025-Q1", who={"a": "NNGO"}),
    Told(country="YEM", cluster="EDU", period="2025-Q2", closed=True),
    # One list for the whole year.
    Told(country="MLI", cluster="WSH", period="2025", who={"a": "NNGO"}),
    # Roles in the third quarter and not in the fourth; presence in the fourth alone.
    Told(
        country="MLI",
        cluster="HEA",
        period="2025-Q3",
        dataset="roles",
        who={"a": "coordinator:NNGO"},
    ),
    Told(country="MLI", cluster="HEA", period="2025-Q4", who={"a": "NNGO"}),
    # Expected for three quarters more, until the second of 2025.
    Told(country="MLI", cluster="NUT", period="2024-Q3", who={"a": "NNGO"}),
    # Another level is not asked for.
    Told(country="MLI", cluster="EDU", period="2025-Q1", level="subnational", who={"a": "NNGO"}),
)
STATES = {
    ("YEM", "WSH"): ["reported", "reported", "late", "reported"],
    ("YEM", "HEA"): ["reported", "late", "late", "late"],
    ("YEM", "EDU"): ["reported", "closed", "closed", "closed"],
    ("MLI", "WSH"): ["longer", "longer", "longer", "longer"],
    ("MLI", "HEA"): ["reported", "partial"],
    ("MLI", "NUT"): ["late", "late", "not-reported", "not-reported"],
}


@pytest.fixture
def told(empty_store: Database) -> Iterator[Cursor]:
    with empty_store.rehearsal() as cur:
        fill(cur, TOLD)
        yield cur


def states(cur: Cursor, day: date, **only: str) -> dict[tuple[str, str], list[str]]:
    found = by_mechanism(due(cur, day=day, only=only or None), QUARTERS)
    grouped: dict[tuple[str, str], list[str]] = {}
    for row in found.to_dict("records"):
        grouped.setdefault((row["country"], row["cluster"]), []).append(row["state"])
    return grouped


def test_each_mechanism_has_one_state_in_each_quarter(told: Cursor) -> None:
    assert states(told, LATER) == STATES


@pytest.mark.parametrize(
    ("day", "state"), [(date(2025, 12, 31), "awaited"), (date(2026, 1, 1), "late")]
)
def test_a_report_is_late_on_the_day_after_its_quarter(told: Cursor, day: date, state: str) -> None:
    assert states(told, day)["YEM", "HEA"] == ["reported", "late", "late", state]


def test_what_is_due_adds_up_to_the_reporting_rate(told: Cursor) -> None:
    found = due(told, day=LATER)
    found = found[found["state"] != "closed"]
    rate = coverage(told, by=["period"])
    for row in rate.to_dict("records"):
        own = found[found["period"] == row["period"]]
        reported = own[own["state"] == "reported"]["mechanism"].nunique()

        assert (reported, own["mechanism"].nunique()) == (row["reporting"], row["expected"])
    assert len(rate) >= 4


def test_the_list_says_since_when_and_which_office_reported_last(told: Cursor) -> None:
    listed, languages = chase(told, Period.quarter(2025, 4), day=LATER)

    columns = ["country", "cluster", "dataset", "since", "last", "office"]
    assert listed[columns].to_numpy().tolist() == [
        ["MLI", "HEA", "roles", "2025-Q4", "2025-Q3", "test office"],
        ["YEM", "HEA", "presence", "2025-Q2", "2025-Q1", "test office"],
    ]
    assert (languages["TCD"], languages["YEM"]) == (("fr", "ar"), ("ar", "en"))
    assert "BGD" not in languages


def test_an_earlier_quarter_knows_only_what_was_reported_before_it(told: Cursor) -> None:
    listed, _ = chase(told, Period.quarter(2025, 3), day=LATER, only={"cluster": "WSH"})

    # The report of the fourth quarter came after: the last before the gap is that of the second.
    assert listed[["country", "since", "last"]].to_numpy().tolist() == [
        ["YEM", "2025-Q3", "2025-Q2"]
    ]


def test_limits_hold_and_others_are_refused(told: Cursor) -> None:
    assert states(told, LATER, dataset="roles") == {
        ("MLI", "HEA"): ["reported", "late"],
        ("YEM", "EDU"): ["closed", "closed", "closed"],
    }
    assert set(states(told, LATER, country="MLI", level="subnational")) == {("MLI", "EDU")}
    # The reporting rate knows contexts; here nothing is limited to them, so none may seem to be.
    for name in ("organisation", "context", "period"):
        with pytest.raises(UnknownIndicator):
            due(told, day=LATER, only={name: "mena"})


def test_nothing_is_due_in_an_empty_store(empty_store: Database) -> None:
    with empty_store.cursor() as cur:
        found = due(cur, day=LATER)
        listed, _ = chase(cur, Period.quarter(2025, 4), day=LATER)

    assert (len(found), len(by_mechanism(found, QUARTERS)), len(listed)) == (0, 0, 0)
