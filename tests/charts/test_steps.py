"""How a number is made, in words; the sentences are worked out by hand."""

import pytest

import metrics
from charts.chart import Mark, State
from charts.steps import counts_actors, steps
from core.i18n import Lang

SHARE = Mark(
    label="x", text="x", state=State.VALUE, value=0.75, low=0.6, high=0.8, numerator=3,
    denominator=4, unknown=1,
)  # fmt: skip


def said(mark: Mark, indicator: str, lang: Lang = Lang.EN, what: str = "") -> list[str]:
    found = steps(mark, metrics.find(indicator), lang, what=what)
    return [one.replace("\u00a0", " ").replace("\u2066", "").replace("\u2069", "") for one in found]


def test_a_share_of_actors_is_told_from_all_rows_to_the_interval() -> None:
    assert said(SHARE, "P8") == [
        "Looked at: 5 organisations",
        "1 of unknown type leaves both sides",
        "4 remain",
        "3 of them are L/NAs under this definition",
        "3 ÷ 4 = 75%",
        "Between 60% and 80%, depending on what is not known about 1 organisation",
    ]


@pytest.mark.parametrize(
    ("lang", "division"),
    [
        (Lang.EN, "3 ÷ 4 = 75%"),
        (Lang.FR, "3 ÷ 4 = 75 %"),
        (Lang.AR, "3 ÷ 4 = 75%"),
    ],
)
def test_the_division_runs_from_left_to_right_in_every_language(lang: Lang, division: str) -> None:
    assert said(SHARE, "P8", lang)[4] == division
    if lang is Lang.AR:
        assert steps(SHARE, metrics.find("P8"), lang)[4].startswith("\u2066")


def test_nothing_unknown_leaves_no_step_about_it() -> None:
    mark = Mark(
        label="x", text="x", state=State.ZERO, value=0.0, low=0.0, high=0.0, numerator=0,
        denominator=1, unknown=0,
    )  # fmt: skip

    assert said(mark, "L1", what="clusters led by an L/NA") == [
        "Looked at: 1 cluster",
        "Of these, 0: clusters led by an L/NA",
        "0 ÷ 1 = 0%",
    ]


def test_of_a_count_there_is_no_division() -> None:
    mark = Mark(label="x", text="x", state=State.VALUE, numerator=2, denominator=3, unknown=0)

    assert said(mark, "M1") == [
        "Looked at: 3 seats",
        "2 of them are L/NAs under this definition",
    ]


def test_where_nothing_is_known_no_share_is_made_up() -> None:
    mark = Mark(
        label="x", text="x", state=State.NOTHING_KNOWN, numerator=0, denominator=0, unknown=2
    )

    assert said(mark, "P8") == [
        "Looked at: 2 organisations",
        "2 of unknown type leave both sides",
        "0 remain",
    ]


def test_shares_of_l_nas_among_all_are_told_by_their_declaration() -> None:
    codes = {one.code for one in metrics.indicators().values() if counts_actors(one)}

    # Regular attendance, active members and funded roles have L/NAs below as well; clusters and
    # working groups are mechanisms; a practice is of nobody.
    assert codes == {"P1", "P3", "P8", "M1", "M2", "R1", "R2", "R4", "R6", "L2", "L2b", "V1"}


def test_what_stands_on_two_numbers_has_no_steps_of_its_own() -> None:
    assert said(SHARE, "R5") == []
