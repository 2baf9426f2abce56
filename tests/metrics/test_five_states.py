"""Closed, not reported, zero, hidden and not applicable are five answers, whatever is looked at.

The demonstration, in which Health of Iraq is told to have closed in the middle of 2025 and nobody
of Education is local at its end. Morocco has no clusters.
"""

from collections.abc import Iterator

import pandas as pd
import pytest

from core.storage.cursor import Cursor
from core.storage.database import Database
from metrics import Indicator, find, install_views, measure, published
from metrics.states import CELL, lattice_states
from tests.stores import demonstration_copy

# July 2025 is month 24306. A report of what has closed names nobody.
CLOSED = (
    "CREATE TEMP TABLE closing AS SELECT report FROM report"
    " WHERE country = 'IRQ' AND cluster = 'HEA' AND mechanism > 0 AND period_start >= 24306",
    "UPDATE report SET closed = true WHERE report IN (SELECT report FROM closing)",
    "DELETE FROM fact_org WHERE report IN (SELECT report FROM closing)",
)
NOBODY_LOCAL = (
    "CREATE TEMP TABLE foreign_only AS SELECT report FROM report"
    " WHERE country = 'IRQ' AND cluster = 'EDU' AND period_start >= 24309",
    "UPDATE fact_org SET lna_scope = NULL, type_known = true, organisation_type = 437"
    " WHERE report IN (SELECT report FROM foreign_only)",
    "UPDATE fact_mechanism SET language = 'en', interpretation = false, minutes_translated = false,"
    " plan = false WHERE report IN (SELECT report FROM foreign_only)",
)
# One indicator of each view; of exposure see below. Allocations belong to no mechanism, so
# nothing closes.
OF_EVERY_VIEW = {
    "P8": {"closed", "zero"},
    "P1": {"closed", "zero"},
    "P2": {"closed", "zero"},
    "P5": {"zero"},
    "P6": {"closed", "zero"},
    "L1": {"closed", "zero"},
    "L2": {"closed", "zero"},
    "F1": {"closed", "zero"},
    "F2": {"zero"},
    "Q1": {"closed"},
}


@pytest.fixture(scope="module")
def cur(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cursor]:
    database = Database.open(demonstration_copy(tmp_path_factory.mktemp("five")))
    install_views(database)
    with database.rehearsal() as cursor:
        for statement in (*CLOSED, *NOBODY_LOCAL):
            cursor.run(statement)
        yield cursor
    database.close()


@pytest.mark.parametrize("code", OF_EVERY_VIEW)
def test_what_is_no_value_says_why_and_hiding_changes_none_of_it(code: str, cur: Cursor) -> None:
    indicator = find(code)
    inside = drawn(cur, measure(cur, indicator, by=CELL, grain="quarter"))
    outside = drawn(cur, seen_outside(cur, indicator))

    of_iraq = inside[["IRQ"]] if "closed" in OF_EVERY_VIEW[code] else inside

    assert {"not-reported", "not-applicable"} <= set(inside)
    assert OF_EVERY_VIEW[code] <= set(of_iraq)
    assert set(inside[["MAR"]]) == {"not-applicable"}
    # Yemen's office shows nothing: what would be a number is hidden, and nothing else is.
    for state in ("not-reported", "not-applicable"):
        same = inside == state
        assert (outside[same] == state).all()
        assert (outside[~same] != state).all()
    assert (outside[["YEM"]] == "hidden").sum() > 0
    assert "value" not in set(outside[["YEM"]])


def test_exposure_that_is_hidden_is_neither_zero_nor_silence(cur: Cursor) -> None:
    voices = published(cur, find("V1"), by=("country", "period")).assign(cluster="all")

    states = set(drawn(cur, voices.astype({"cluster": "string"})))

    assert {"hidden", "not-reported", "not-applicable"} <= states


def seen_outside(cur: Cursor, indicator: Indicator) -> pd.DataFrame:
    return published(cur, indicator, by=CELL, switches={"YEM": "context-only"}, hidden=frozenset())


def drawn(cur: Cursor, found: pd.DataFrame) -> pd.Series:
    """The state of every cell, by country, cluster and quarter."""
    full = lattice_states(cur, found, countries=["MAR"])
    return full.set_index(list(CELL))["state"]
