"""Two periods on their matched mechanisms, with both halves; incomplete periods in any answer."""

from collections.abc import Iterator
from datetime import date

import pytest

from core.errors import UnknownIndicator
from core.i18n.periods import Period
from core.storage.cursor import Cursor
from core.storage.database import Database
from metrics import compare, find, indicators, marked_partial, matched_pair, measure, no_steps
from tests.metrics.made_store import Told, fill
from tests.metrics.test_trend import TOLD, presence, rows

PRESENCE = find("P8")
FIRST, THIRD = Period.parse("2025-Q1"), Period.parse("2025-Q3")


@pytest.fixture
def cur(empty_store: Database) -> Iterator[Cursor]:
    with empty_store.rehearsal() as cursor:
        yield cursor


def test_both_periods_have_the_halves_of_those_that_reported_in_both(cur: Cursor) -> None:
    fill(cur, TOLD)

    found = matched_pair(cur, PRESENCE, FIRST, THIRD)

    # WASH 1 of 4 and Health 4 of 4 became 2 of 4 each. Nutrition, in the third quarter alone, is
    # dropped; it is among the three that were expected then.
    columns = ("period", "numerator", "denominator", "reporting", "expected", "dropped")
    assert rows(found, *columns) == [["2025-Q1", 5, 8, 2, 2, 1], ["2025-Q3", 4, 8, 2, 3, 1]]


def test_it_says_what_compare_says(cur: Cursor) -> None:
    mali = [("2025-Q1", 3, 1), ("2025-Q3", 4, 0)]
    fill(cur, [*TOLD, *(presence("WSH", *told, "MLI") for told in mali)])

    pairs = matched_pair(cur, PRESENCE, FIRST, THIRD, by=["country"])
    compared = compare(cur, PRESENCE, FIRST, THIRD, by=["country"])

    assert rows(pairs, "country", "period", "value", "dropped") == [
        ["MLI", "2025-Q1", 0.75, 0],
        ["MLI", "2025-Q3", 1.0, 0],
        ["YEM", "2025-Q1", 0.625, 1],
        ["YEM", "2025-Q3", 0.5, 1],
    ]
    assert rows(compared, "country", "before", "now") == [["MLI", 0.75, 1.0], ["YEM", 0.625, 0.5]]


def test_nobody_in_both_is_no_pair(cur: Cursor) -> None:
    fill(cur, [presence("WSH", "2025-Q1", 1, 3), presence("HEA", "2025-Q3", 4, 0)])

    assert matched_pair(cur, PRESENCE, FIRST, THIRD).empty


def test_what_has_no_mechanisms_of_its_own_has_no_steps_and_says_why() -> None:
    reasons = {code: no_steps(find(code)) for code in ("P8", "L1", "Q1", "R5", "L3", "F2", "V1")}

    assert reasons == {
        "P8": None, "L1": None, "Q1": "who-reports", "R5": "derived", "L3": "derived",
        "F2": "no-mechanisms", "V1": "no-mechanisms",
    }  # fmt: skip


def test_every_other_indicator_has_a_pair(seeded: Cursor) -> None:
    periods = Period.parse("2025-Q1"), Period.parse("2025-Q2")
    for indicator in indicators().values():
        if no_steps(indicator) in {"derived", "who-reports"}:
            with pytest.raises(UnknownIndicator, match="no-trend"):
                matched_pair(seeded, indicator, *periods)
        elif no_steps(indicator) == "no-mechanisms":
            assert matched_pair(seeded, indicator, *periods).empty
        else:
            assert len(matched_pair(seeded, indicator, *periods)) in {0, 2}


@pytest.mark.parametrize(
    ("code", "today", "partial"),
    [
        ("P8", date(2026, 1, 1), [False, True]),  # 2 of the 4 of before
        ("Q1", date(2026, 1, 1), [False, False]),  # that few reported is what it says
        ("Q1", date(2025, 6, 30), [False, True]),  # not over
    ],
)
def test_a_measurement_says_which_period_is_incomplete(
    code: str, today: date, partial: list[bool], cur: Cursor
) -> None:
    many = [presence(c, "2025-Q1", 3, 1) for c in ("WSH", "HEA", "NUT", "EDU")]
    fill(cur, [*many, presence("WSH", "2025-Q2", 1, 3), presence("HEA", "2025-Q2", 3, 1)])
    found = measure(cur, find(code), by=["period"], grain="quarter")

    assert marked_partial(found, find(code), [], today)["partial"].tolist() == partial


def test_an_answer_without_rows_has_the_column_too(cur: Cursor) -> None:
    fill(cur, [Told(country="YEM", cluster="WSH", period="2025-Q1", dataset="roles")])
    found = measure(cur, PRESENCE, by=["period"], grain="quarter")

    marked = marked_partial(found, PRESENCE, [], date(2026, 1, 1))

    assert marked.empty
    assert "partial" in marked
