"""Outside the team: what a number is made of, who stands behind exposure, other sums of cells."""

from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest

from core.errors import NotAllowed
from core.storage.cursor import Cursor
from core.storage.database import Database
from metrics import Only, find, install_views, measure, published
from metrics.published_segments import published_segments
from metrics.segments import SEGMENTS
from tests.metrics.made_store import Told, fill
from tests.stores import demonstration_copy

PRESENCE = find("P8")
ROLES = find("L2")
Q1 = "2025-Q1"
EXPOSURE = PRESENCE.model_copy(update={"disclosure": "exposure"})


def many(kind: str, count: int) -> dict[str, str]:
    return {f"{kind} {n}": kind for n in range(count)}


def told(found: pd.DataFrame, group: str, *columns: str) -> list[object]:
    """What stands in a row; None: it may not be seen."""
    row = found.astype(object).where(found.notna(), None).to_dict("index")[group]
    return [row[name] for name in columns]


# Two regions. In Yemen a society is among the fourteen; in Iraq and Mali are NGOs and others.
YEMEN = many("NNGO", 6) | many("NS", 1) | many("UN", 7)
TOLD = (
    Told(country="YEM", cluster="WSH", period=Q1, who=YEMEN),
    Told(country="IRQ", cluster="WSH", period=Q1, who=many("NNGO", 8) | many("UN", 9)),
    Told(country="MLI", cluster="WSH", period=Q1, who=many("NNGO", 9) | many("INGO", 6)),
    Told(
        country="YEM",
        cluster="WSH",
        period=Q1,
        dataset="roles",
        who={"UN 0": "lead:UN", "NS 0": "co_lead:NS"},
    ),
)  # fmt: skip


@pytest.fixture
def cur(empty_store: Database) -> Iterator[Cursor]:
    with empty_store.rehearsal() as cursor:
        fill(cursor, TOLD)
        yield cursor


def test_one_society_is_no_segment_outside_and_no_difference_of_scopes(cur: Cursor) -> None:
    found = published_segments(cur, PRESENCE, by=["country"]).set_index("country")
    narrow = published(cur, PRESENCE, by=["country"], scope=1).set_index("country")

    assert told(found, "YEM", "numerator", "denominator") == [7, 14]
    assert told(found, "YEM", *SEGMENTS) == [None] * 5
    assert told(found, "MLI", *SEGMENTS) == [9, 0, 0, 0, 6]
    assert narrow["state"].to_dict() == {"IRQ": "value", "MLI": "value", "YEM": "hidden"}


def test_a_total_does_not_tell_the_society_of_its_country(cur: Cursor) -> None:
    divided = published_segments(cur, PRESENCE, by=["region"]).set_index("region")
    whole = published_segments(cur, PRESENCE)

    assert told(divided, "ROMENA", "national_society") == [None]
    assert told(divided, "ROWCA", "national_society") == [0]
    assert pd.isna(whole["national_society"].item())
    assert whole["numerator"].tolist() == [24]


def test_roles_are_divided_outside_as_inside(cur: Cursor) -> None:
    found = published_segments(cur, ROLES, by=["country"])

    assert found[list(SEGMENTS)].iloc[0].tolist() == [0, 1, 0, 0, 1]
    assert found["state"].item() == "count-only"


def test_exposure_counts_who_stands_behind_and_not_how_often(cur: Cursor) -> None:
    """Every row counted ten times: seventy of seven L/NAs are shown, of three they are not."""
    often = EXPOSURE.model_copy(
        update={"numerator": "10 * count(*) FILTER (WHERE lna_scope <= $scope)"}
    )
    only = {"period": Q1}
    shown = published(cur, often, by=["country"], only=only).set_index("country")
    cur.run("UPDATE fact_org SET lna_scope = NULL WHERE report = 3 AND organisation % 3 <> 0")
    fewer = published(cur, often, by=["country"], only=only).set_index("country")

    assert shown["numerator"].to_dict() == {"IRQ": 80, "MLI": 90, "YEM": 70}
    assert fewer["state"].to_dict() == {"IRQ": "value", "MLI": "hidden", "YEM": "value"}
    with pytest.raises(NotAllowed):
        published_segments(cur, EXPOSURE, by=["country"], only=only)


@pytest.mark.parametrize(
    "only",
    [
        {"working_language": "ar"},
        {"cluster_reduced": "SLS"},
        {"women_led": "yes"},
    ],
)
def test_other_sums_of_memberships_and_flags_are_not_for_outside(only: Only, cur: Cursor) -> None:
    with pytest.raises(NotAllowed, match="outside-the-lattice"):
        published(cur, PRESENCE, by=["country"], only=only)


def test_structure_may_be_summed_by_list_and_language_but_not_by_flag(cur: Cursor) -> None:
    found = published(cur, ROLES, by=["cluster_reduced"], only={"working_language": "ar"})

    assert found[["cluster_reduced", "numerator", "denominator"]].to_numpy().tolist() == [
        ["WSH", 1, 2]
    ]
    with pytest.raises(NotAllowed, match="outside-the-lattice"):
        published(cur, ROLES, only={"women_led": "yes"})


@pytest.mark.parametrize("code", ["L1", "L2"])
def test_who_leads_is_readable_outside_for_every_cluster_that_reported(
    code: str, tmp_path: Path
) -> None:
    store = Database.open(demonstration_copy(tmp_path))
    install_views(store)
    try:
        with store.cursor() as cur:
            by = ["country", "cluster", "period"]
            inside = measure(cur, find(code), by=by, grain="quarter")
            outside = published(cur, find(code), by=by, grain="quarter")
    finally:
        store.close()

    counts = ["numerator", "denominator", "reporting", "expected"]
    assert len(inside) > 500
    assert (inside["denominator"] > 0).sum() > 500
    assert outside[[*by, *counts]].equals(inside[[*by, *counts]])
    assert set(outside["state"]) <= {"value", "count-only", "zero", "closed", "nothing-known"}
