"""Five states that never merge, coverage as a state, operations, and levels."""

import pandas as pd
import pytest

from core.storage.cursor import Cursor
from core.storage.database import Database
from metrics import coverage, find, measure, published
from metrics.levels import mixed_levels
from metrics.question import Only
from metrics.reporting import low_coverage, operations
from metrics.states import CELL, lattice_states
from tests.metrics.made_store import Told, fill

PRESENCE = find("P8")
SIX = {f"local {n}": "NNGO" for n in range(6)}
OTHERS = {f"other {n}": "INGO" for n in range(5)}
TOLD = (
    Told(country="YEM", cluster="WSH", period="2025-Q1", who=SIX),
    Told(country="YEM", cluster="HEA", period="2025-Q1", who=OTHERS),
    Told(country="YEM", cluster="NUT", period="2025-Q1", who={"a": "NNGO", "b": "UN"}),
    Told(country="YEM", cluster="NUT", period="2025-Q2", who={"a": "NNGO", "b": "UN"}),
    Told(country="YEM", cluster="EDU", period="2025-Q1", who=SIX),
    Told(country="YEM", cluster="EDU", period="2025-Q2", closed=True),
    Told(country="YEM", cluster="WSH", period="2025-Q3", who=SIX),
    Told(country="MLI", cluster="WSH", period="2025-Q2", who=SIX),
)
# Quarters one to three. Health is silent after the first; Education stays closed after it said so.
INSIDE = {
    ("MLI", "WSH"): ["not-reported", "value", "not-reported"],
    ("MLI", "HEA"): ["not-applicable"] * 3,
    ("TUN", "WSH"): ["not-applicable"] * 3,
    ("YEM", "EDU"): ["value", "closed", "closed"],
    ("YEM", "HEA"): ["zero", "not-reported", "not-reported"],
    ("YEM", "LOG"): ["not-applicable"] * 3,
    ("YEM", "NUT"): ["value", "value", "not-reported"],
    ("YEM", "WSH"): ["value", "not-reported", "value"],
}


def states(found: pd.DataFrame) -> dict[tuple[str, str], list[str]]:
    grouped = found.sort_values("period").groupby(["country", "cluster"])["state"].agg(list)
    return {(str(key[0]), str(key[1])): listed for key, listed in grouped.items()}  # type: ignore[index]


def test_each_cell_of_the_lattice_has_one_of_the_states(empty_store: Database) -> None:
    with empty_store.rehearsal() as cur:
        fill(cur, TOLD)
        inside = measure(cur, PRESENCE, by=CELL, grain="quarter")
        outside = published(cur, PRESENCE, by=CELL, grain="quarter")
        full = lattice_states(cur, inside, countries=["TUN"], clusters=["LOG"])
        public = lattice_states(cur, outside, countries=["TUN"], clusters=["LOG"])

    assert {key: states(full)[key] for key in INSIDE} == INSIDE
    assert len(full) == 3 * 5 * 3
    # Two organisations are hidden, and with them whatever would tell their number; what is
    # silent, closed or not applicable is no number and stays.
    assert states(public)["YEM", "NUT"] == ["hidden", "hidden", "not-reported"]
    assert states(public)["YEM", "EDU"][1:] == ["closed", "closed"]
    assert states(public)["TUN", "WSH"] == ["not-applicable"] * 3


def test_a_country_without_clusters_is_not_applicable_and_not_silent(seeded: Cursor) -> None:
    found = measure(seeded, PRESENCE, by=CELL, grain="quarter")

    full = lattice_states(seeded, found, countries=["MAR"], periods=["2025-Q1"])

    assert set(full.loc[full["country"] == "MAR", "state"]) == {"not-applicable"}


@pytest.mark.parametrize(
    ("reporting", "expected", "low"), [(7, 10, False), (6, 9, True), (0, 1, True), (0, 0, False)]
)
def test_coverage_is_low_below_seventy_percent(reporting: int, expected: int, low: bool) -> None:
    found = pd.DataFrame({"reporting": [reporting], "expected": [expected]}, dtype="Int64")

    assert low_coverage(found).tolist() == [low]


def test_a_context_says_how_many_of_its_operations_reported(seeded: Cursor) -> None:
    """mena: Yemen and Libya, francophone: Mali. Libya is silent in the second quarter."""
    found = coverage(seeded, by=["context", "country", "period"])

    got = {
        quarter: operations(found[found["period"] == quarter]).to_numpy().tolist()
        for quarter in ("2025-Q1", "2025-Q2")
    }

    assert got == {
        "2025-Q1": [["francophone", 1, 1], ["mena", 2, 2]],
        "2025-Q2": [["francophone", 1, 1], ["mena", 1, 2]],
    }


@pytest.mark.parametrize(
    ("by", "only", "mixed"),
    [
        ([], {}, ()),  # the declaration says national
        ([], {"level": ("national", "subnational")}, ("national", "subnational")),
        (["country"], {"level": ("national", "subnational"), "country": "MLI"}, ()),
        (["level"], {"level": ("national", "subnational")}, ()),
        ([], {"level": ("national", "subnational"), "period": "2025-Q2"}, ()),
        ([], {"level": "subnational"}, ()),
    ],
)
def test_levels_that_stand_in_one_number_are_named(
    by: list[str], only: Only, mixed: tuple[str, ...], seeded: Cursor
) -> None:
    assert mixed_levels(seeded, PRESENCE, by=by, only=only) == mixed
