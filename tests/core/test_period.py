"""Whole months, written in one way."""

import pytest

from core.i18n import Lang
from core.i18n.periods import Grain, Period, period_name

JANUARY_2022 = 2022 * 12


@pytest.mark.parametrize(
    ("text", "start", "end", "canonical"),
    [
        ("2022-01", 0, 0, "2022-01"),
        ("2022-12", 11, 11, "2022-12"),
        ("2022-Q1", 0, 2, "2022-Q1"),
        ("2022-Q4", 9, 11, "2022-Q4"),
        ("2022", 0, 11, "2022"),
        ("2022-01..2022-04", 0, 3, "2022-01..2022-04"),
        ("2022-01..2022-03", 0, 2, "2022-Q1"),
        ("2022-01..2022-12", 0, 11, "2022"),
        ("2022-05..2022-05", 4, 4, "2022-05"),
        ("2022-02..2022-04", 1, 3, "2022-02..2022-04"),
        ("2021-11..2022-02", -2, 1, "2021-11..2022-02"),
    ],
)
def test_the_shortest_form_is_the_canonical_one(
    text: str, start: int, end: int, canonical: str
) -> None:
    period = Period.parse(text)

    assert (period.start, period.end) == (JANUARY_2022 + start, JANUARY_2022 + end)
    assert str(period) == canonical
    assert Period.parse(str(period)) == period


@pytest.mark.parametrize(
    "text",
    [
        *("", "22-01", "2022-1", "2022-13", "2022-00", "2022-Q5", "2022-q1", "2022-01-01", " 2022"),
        *("2022-04..2022-01", "2022-Q1..2022-Q2", "2022-01..", "2022-01..2022-02..2022-03", "٢٠٢٢"),
    ],
)
def test_nothing_else_is_a_period(text: str) -> None:
    with pytest.raises(ValueError, match="period"):
        Period.parse(text)


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("2022-01", {"month", "quarter", "year"}),
        ("2022-Q1", {"quarter", "year"}),
        ("2022-02..2022-03", {"quarter", "year"}),
        ("2022-03..2022-04", {"year"}),
        ("2022", {"year"}),
        ("2021-12..2022-01", set()),
    ],
)
def test_a_period_enters_a_grain_only_if_it_lies_inside_one(text: str, fits: set[str]) -> None:
    grains: tuple[Grain, ...] = ("month", "quarter", "year")

    assert {grain for grain in grains if Period.parse(text).fits(grain)} == fits


def test_months_are_counted_from_the_first_to_the_last() -> None:
    assert list(Period.parse("2021-12..2022-01").months()) == [JANUARY_2022 - 1, JANUARY_2022]


@pytest.mark.parametrize(
    ("text", "names", "short"),
    [
        ("2022-01", ("January 2022", "janvier 2022", "يناير 2022"), "Jan 2022"),
        ("2022-Q1", ("1st quarter 2022", "1er trimestre 2022", "الربع الأول 2022"), "Q1 2022"),
        ("2022", ("2022", "2022", "2022"), "2022"),
        (
            "2022-01..2022-04",
            ("January–April 2022", "janvier–avril 2022", "يناير–أبريل 2022"),
            "Jan–Apr 2022",
        ),
        (
            "2021-11..2022-02",
            (
                "November 2021 – February 2022",
                "novembre 2021 – février 2022",
                "نوفمبر 2021 – فبراير 2022",
            ),
            "Nov 2021 – Feb 2022",
        ),
    ],
)
def test_readers_see_a_period_in_words(text: str, names: tuple[str, ...], short: str) -> None:
    period = Period.parse(text)

    assert tuple(period_name(period, lang) for lang in Lang) == names
    assert period_name(period, Lang.EN, short=True) == short
