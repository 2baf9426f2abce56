"""A change is told on the mechanisms that reported in both periods."""

from collections.abc import Iterator
from datetime import date

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import UnknownIndicator
from core.i18n.periods import Period
from core.storage.cursor import Cursor
from core.storage.database import Database
from metrics import find, measure
from metrics.trend import STEPS, compare, trend
from tests.metrics.made_store import Told, fill

PRESENCE = find("P8")
LEADERSHIP = find("L1")


def presence(cluster: str, period: str, local: int, others: int, country: str = "YEM") -> Told:
    who = {f"{cluster} local {n}": "NNGO" for n in range(local)}
    who |= {f"{cluster} other {n}": "INGO" for n in range(others)}
    return Told(country=country, cluster=cluster, period=period, who=who)


# WASH reports always, Health not in Q2, Nutrition from Q2 on. Q4 is missing altogether.
TOLD = (
    presence("WSH", "2025-Q1", 1, 3),
    presence("HEA", "2025-Q1", 4, 0),
    presence("WSH", "2025-Q2", 2, 2),
    presence("NUT", "2025-Q2", 0, 4),
    presence("WSH", "2025-Q3", 2, 2),
    presence("NUT", "2025-Q3", 1, 3),
    presence("HEA", "2025-Q3", 2, 2),
    presence("WSH", "2026-Q1", 2, 2),
    presence("NUT", "2026-Q1", 1, 3),
    presence("HEA", "2026-Q1", 2, 2),
)


@pytest.fixture
def cur(empty_store: Database) -> Iterator[Cursor]:
    with empty_store.rehearsal() as cursor:
        yield cursor


def rows(found: pd.DataFrame, *columns: str) -> list[list[object]]:
    plain = found[list(columns)].astype(object)
    listed: list[list[object]] = plain.where(plain.notna(), None).to_numpy().tolist()
    return listed


def test_each_period_is_compared_with_the_one_before_on_those_that_reported_in_both(
    cur: Cursor,
) -> None:
    fill(cur, TOLD)

    found = trend(cur, PRESENCE)

    # Q2: on all, 5 of 8 became 2 of 8, a fall that is Health's silence. On WASH, 1 became 2 of 4.
    # Q3: WASH and Nutrition, 2 of 8 and 3 of 8; Health is left out. After a gap nothing is told.
    assert rows(found, "period", "value", *STEPS) == [
        ["2025-Q1", 0.625, None, None, None, None, None, False],
        ["2025-Q2", 0.25, 0.5, 0.25, 0.25, 1, 2, False],
        ["2025-Q3", 5 / 12, 0.375, 0.25, 0.125, 2, 1, False],
        ["2026-Q1", 5 / 12, None, None, None, None, None, False],
    ]


def test_the_full_set_is_one_argument_away(cur: Cursor) -> None:
    fill(cur, TOLD)

    found = trend(cur, PRESENCE, matched=False)

    assert rows(found[:2], "now", "before", "change", "matched", "dropped") == [
        [None, None, None, None, None],
        [0.25, 0.625, -0.375, None, None],
    ]


def test_two_periods_further_apart_are_compared_on_those_that_reported_in_these_two(
    cur: Cursor,
) -> None:
    fill(cur, TOLD)
    first, last = Period.parse("2025-Q1"), Period.parse("2025-Q3")

    found = compare(cur, PRESENCE, first, last)

    # WASH 1 of 4 and Health 4 of 4, then 2 of 4 each; Nutrition was not there before.
    assert rows(found, *STEPS[:5]) == [[0.5, 0.625, -0.125, 2, 1]]
    with pytest.raises(UnknownIndicator, match="wrong-period"):
        compare(cur, PRESENCE, last, first)


def test_a_line_has_its_own_mechanisms(cur: Cursor) -> None:
    fill(
        cur,
        [
            *TOLD[:4],
            presence("WSH", "2025-Q1", 3, 1, "MLI"),
            presence("WSH", "2025-Q2", 4, 0, "MLI"),
        ],
    )

    found = trend(cur, PRESENCE, by=["country"])

    assert rows(found, "country", "period", "change", "matched", "dropped") == [
        ["MLI", "2025-Q1", None, None, None],
        ["MLI", "2025-Q2", 0.25, 1, 0],
        ["YEM", "2025-Q1", None, None, None],
        ["YEM", "2025-Q2", 0.25, 1, 2],
    ]


def test_a_last_period_in_which_few_have_reported_is_partial_and_no_fall(cur: Cursor) -> None:
    many = [presence(c, "2025-Q1", 3, 1) for c in ("WSH", "HEA", "NUT", "EDU")]
    fill(cur, [*many, presence("WSH", "2025-Q2", 1, 3), presence("HEA", "2025-Q2", 3, 1)])

    found = trend(cur, PRESENCE)

    # 2 of 4 mechanisms: under 70 %.
    assert rows(found, "now", "before", "change", "partial")[1] == [0.5, 0.75, None, True]


def test_three_of_four_are_enough_and_closed_ones_are_not_waited_for(cur: Cursor) -> None:
    many = [presence(c, "2025-Q1", 3, 1) for c in ("WSH", "HEA", "NUT", "EDU")]
    closed = [Told(country="YEM", cluster=c, period="2025-Q2", closed=True) for c in ("NUT", "EDU")]
    fill(cur, [*many, presence("WSH", "2025-Q2", 1, 3), presence("HEA", "2025-Q2", 3, 1), *closed])

    found = trend(cur, PRESENCE)

    assert rows(found, "change", "partial")[1] == [-0.25, False]


@pytest.mark.parametrize(
    ("today", "partial"), [(date(2025, 9, 30), True), (date(2025, 10, 1), False)]
)
def test_a_period_that_is_not_over_is_partial(today: date, partial: bool, cur: Cursor) -> None:
    fill(cur, [presence("WSH", "2025-Q2", 3, 1), presence("WSH", "2025-Q3", 2, 2)])

    found = trend(cur, PRESENCE, today=today)

    assert found["partial"].tolist() == [False, partial]
    assert found["change"].isna().tolist() == [True, partial]


def test_who_reports_has_no_trend_on_those_that_did(cur: Cursor) -> None:
    with pytest.raises(UnknownIndicator, match="no-trend"):
        trend(cur, find("Q1"))


SETS = st.dictionaries(
    st.tuples(st.sampled_from(["WSH", "HEA", "NUT"]), st.sampled_from(["2025-Q1", "2025-Q2"])),
    st.tuples(st.integers(0, 3), st.integers(0, 3)),
    min_size=1,
)


@settings(max_examples=8, deadline=None)
@given(sets=SETS)
def test_a_matched_step_is_that_of_a_store_without_the_others(
    sets: dict[tuple[str, str], tuple[int, int]], empty_store: Database
) -> None:
    told = [presence(c, p, *sizes) for (c, p), sizes in sets.items()]
    both = {c for c, p in sets if p == "2025-Q1"} & {c for c, p in sets if p == "2025-Q2"}
    with empty_store.rehearsal() as cur:
        fill(cur, told)
        found = trend(cur, PRESENCE)
    with empty_store.rehearsal() as cur:
        fill(cur, [t for t in told if t.cluster in both])
        alone = measure(cur, PRESENCE, by=["period"], grain="quarter") if both else pd.DataFrame()

    later = found[found["period"] == "2025-Q2"]
    if not both:
        assert later["now"].isna().all()
    else:
        assert rows(later, "before", "now") == [[v for (v,) in rows(alone, "value")]]
        assert later["matched"].item() == len(both)
