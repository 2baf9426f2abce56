"""What a chart holds: states, numbers and sentences, before anything is drawn."""

import pytest

from charts.bars import bars
from charts.chart import State, table
from charts.dots import dots
from charts.headline import headline, whole_mark
from charts.words import Setting
from core.i18n import Lang
from core.i18n.periods import Period
from tests.charts.measured import LEADERSHIP, PRESENCE, declared, frame, row

EN = Lang.EN


def test_the_headline_says_the_counts_the_interval_and_who_reported() -> None:
    measured = frame(row(5, 9, 2, reporting=11, expected=14))
    within = Setting(period=Period.quarter(2025, 4), scope=2, place="Yemen")

    chart = headline(measured, declared(LEADERSHIP), EN, within=within)

    (mark,) = chart.marks
    assert (mark.label, mark.text) == ("5 of 9 clusters", "56% (5 of 9)")
    assert chart.finding == (
        "In 5 of 9 clusters, a local or national actor holds a leadership role"
    )
    # 5 of 11 if the two unknown ones have none, 7 of 11 if both have one.
    assert chart.series[0].name == (
        "Between 45% and 64%, depending on what is not known about 2 clusters"
    )
    assert chart.coverage.replace("\u00a0", " ") == (
        "11 of 14 clusters reported · Period: 4th quarter 2025 · n = 9 clusters"
        " · L/NAs: NGOs, civil society and national society"
    )
    assert [entry.text for entry in chart.key] == ["yes: 5", "no: 4", "not known: 2"]


@pytest.mark.parametrize(
    ("measured", "finding"),
    [
        (row(3, 4), "Too few to tell: 3 of 4 clusters"),
        (row(3, 5), "In 3 of 5 clusters, a local or national actor holds a leadership role"),
        (row(3, 6, reporting=6, expected=13), "Too few reports to tell: 6 of 13 clusters reported"),
        (
            row(3, 6, reporting=6, expected=12),
            "In 3 of 6 clusters, a local or national actor holds a leadership role",
        ),
        (
            row(0, 0, 3, state="no-type"),
            "Clusters with an L/NA in a leadership role: not computable: no organisation type",
        ),
    ],
)
def test_a_finding_rests_on_five_counted_and_half_of_the_reports(
    measured: dict[str, object], finding: str
) -> None:
    assert headline(frame(measured), declared(LEADERSHIP), EN).finding == finding


def test_nothing_measured_is_not_reported_and_never_zero() -> None:
    (mark,) = headline(frame(row(1, 2)).head(0), declared(LEADERSHIP), EN).marks

    assert (mark.state, mark.value, mark.text) == (State.NOT_REPORTED, None, "not reported")


def test_every_state_keeps_its_own_words_and_only_counted_ones_have_a_value() -> None:
    measured = frame(
        row(0, 12, cluster="zero counted"),
        row(0, 0, state="zero", cluster="nothing there"),
        row(0, 0, state="closed", cluster="closed"),
        row(None, None, None, state="hidden", cluster="hidden"),
        row(0, 0, 4, state="no-type", cluster="no type"),
        row(0, 0, 4, state="nothing-known", cluster="unknown"),
        row(None, None, None, state="not-applicable", cluster="nowhere"),
        row(None, None, None, state="several-currencies", cluster="money"),
    )

    chart = bars(measured, declared(PRESENCE), EN, among=["silent", "closed"])

    assert {mark.label: (mark.state, mark.value, mark.text) for mark in chart.marks} == {
        "zero counted": (State.ZERO, 0.0, "0% (0 of 12)"),
        "nothing there": (State.ZERO, None, "reported: none"),
        "closed": (State.CLOSED, None, "closed"),
        "hidden": (State.HIDDEN, None, "hidden: small number"),
        "no type": (State.NO_TYPE, None, "not computable: no organisation type"),
        "unknown": (State.NOTHING_KNOWN, None, "not known: every type is unknown"),
        "nowhere": (State.NOT_APPLICABLE, None, "not applicable"),
        "money": (State.SEVERAL_CURRENCIES, None, "no sum: amounts in several currencies"),
        "silent": (State.NOT_REPORTED, None, "not reported"),
    }


def test_a_small_count_may_be_shown_without_its_percentage() -> None:
    measured = frame({**row(1, 3), "value": None, "low": None, "high": None})

    (mark,) = headline(measured, declared(LEADERSHIP), EN).marks

    assert (mark.state, mark.value, mark.text) == (State.VALUE, None, "1 of 3")


def test_bars_stand_highest_first_and_name_only_what_tells_something() -> None:
    measured = frame(
        row(4, 4, cluster="tiny"),  # 100 %, but fewer than five
        row(18, 20, reporting=3, cluster="thin"),  # 90 %, but 3 of 8 reported
        row(6, 20, cluster="low"),
        row(12, 20, reporting=5, cluster="high"),
    )

    chart = bars(measured, declared(PRESENCE), EN)

    assert [mark.label for mark in chart.marks] == ["tiny", "thin", "high", "low"]
    assert chart.finding == "Highest: high (60%); lowest: low (30%)"
    assert [mark.label for mark in chart.marks if mark.low_coverage] == ["thin", "high"]
    assert chart.series[0].marks[2].text == "60% (12 of 20), 5 of 8 mechanisms reported"


def test_an_order_that_unknown_types_could_turn_is_not_claimed() -> None:
    measured = frame(row(10, 20, 10, cluster="A"), row(8, 20, 10, cluster="B"))

    finding = bars(measured, declared(PRESENCE), EN).finding

    # A lies between 10 and 20 of 30, B between 8 and 18 of 30.
    assert finding == "From 40% to 50%, but what is not known could change the order"


def test_dots_name_the_widest_gap_between_numbers_that_tell() -> None:
    first = frame(row(15, 20, cluster="A"), row(10, 20, cluster="B"), row(4, 4, cluster="C"))
    second = frame(row(9, 20, cluster="A"), row(8, 20, cluster="B"), row(0, 4, cluster="C"))

    chart = dots({"MENA": first, "Francophone": second}, declared(PRESENCE), EN)

    assert chart.finding == "Widest gap: A (MENA 75%, Francophone 45%)"


def test_the_table_holds_every_mark_with_headings_in_the_language() -> None:
    whole = whole_mark(frame(row(12, 20, 5)), declared(PRESENCE), Lang.FR)

    rows = table(headline(frame(row(12, 20, 5)), declared(PRESENCE), Lang.FR))

    assert rows[0][2:6] == (
        "Part", "Part minimale possible", "Part maximale possible", "Nombre compté"
    )  # fmt: skip
    assert rows[1][2:9] == (0.6, 0.48, 0.68, 12, 20, 5, whole.text)
    assert whole.text == "60\u00a0% (12 sur 20)"


def test_arabic_counts_take_the_form_of_their_number() -> None:
    texts = [
        next(headline(frame(row(1, n)), declared(PRESENCE), Lang.AR).marks).label
        for n in (1, 2, 3, 11, 100)
    ]

    assert texts == [
        "1 من أصل منظمة واحدة",
        "1 من أصل منظمتين",
        "1 من أصل 3 منظمات",
        "1 من أصل 11 منظمة",
        "1 من أصل 100 منظمة",
    ]


def test_a_name_cannot_turn_the_text_around_it() -> None:
    measured = frame(row(12, 20, cluster="A"))

    chart = bars(measured, declared(PRESENCE), EN, names={"A": "He\u202ealth\u2066\x00\u200f"})

    assert next(chart.marks).label == "Health"


def test_counts_without_a_share_make_a_finding_but_no_comparison() -> None:
    small = {"value": None, "low": None, "high": None, "state": "count-only"}
    measured = frame({**row(4, 7), **small})

    chart = headline(measured, declared(LEADERSHIP), EN)

    (mark,) = chart.marks
    assert (mark.state, mark.text, mark.value) == (State.COUNT_ONLY, "4 of 7", None)
    assert chart.finding == (
        "In 4 of 7 clusters, a local or national actor holds a leadership role"
    )
    compared = frame({**row(4, 7, cluster="A"), **small}, {**row(1, 8, cluster="B"), **small})
    assert bars(compared, declared(LEADERSHIP), EN).finding.startswith("Too few to compare")
