"""Whatever is declared can be drawn: shares, counts, ratios and pairs, in three languages."""

import pandas as pd
import pytest

from charts.chart import State
from charts.headline import headline
from charts.marks import mark_of, records
from charts.nouns import Noun, noun_of
from core.i18n import Lang
from metrics import Indicator, indicators
from tests.charts.measured import declared, frame, row

EN = Lang.EN


def of_two(indicator: Indicator, **cells: float | str) -> pd.DataFrame:
    """One row of a derived measurement: no halves of its own, a share of each part."""
    parts: dict[str, float | str] = {f"{part.code.lower()}_value": 0.4 for part in indicator.parts}
    return frame(row(None, None, None)).assign(**{**parts, **cells})


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("indicator", indicators().values(), ids=lambda i: i.id)
def test_every_indicator_has_a_chart_in_every_language(indicator: Indicator, lang: Lang) -> None:
    measured = of_two(indicator) if indicator.over else frame(row(6, 20, 2))

    chart = headline(measured, indicator, lang)

    assert all(mark.text for mark in chart.marks)
    assert chart.finding


def test_the_nouns_are_those_of_what_is_counted() -> None:
    wanted = {
        "lna_share_of_members": Noun.SEAT,
        "member_organisations": Noun.ORGANISATION,
        "lna_members_active": Noun.MEMBER,
        "lna_share_of_attendance": Noun.ATTENDANCE,
        "funded_lna_roles": Noun.ROLE,
        "lna_share_of_pooled_funds": Noun.AMOUNT,
        "lna_share_of_event_voices": Noun.VOICE,
        "meetings_in_local_language": Noun.MECHANISM,
        "unknown_type": Noun.ROW,
    }

    assert {name: noun_of(declared(name)) for name in wanted} == wanted


def test_a_count_is_drawn_without_a_share() -> None:
    seats = declared("memberships")
    # 20 of known type and 2 others are 22 seats: 2200 percent of nothing.
    known = {**row(6, 20, 2), "value": 22.0, "low": 22.0, "high": 22.0}
    alone = {**row(0, 0, 3), "value": 3.0}

    marks = [mark_of(one, "x", seats, EN) for one in records(pd.DataFrame([known, alone]))]

    assert [(m.text, m.value, m.state) for m in marks] == [
        ("6 of 20", None, State.VALUE),
        ("not known: every type is unknown", None, State.NOTHING_KNOWN),
    ]


def test_what_stands_on_two_numbers_says_both_and_is_no_share() -> None:
    ratio, pair = declared("representation_ratio"), declared("membership_and_leadership")
    (of_ratio,) = of_two(ratio, value=0.8).to_dict("records")
    (of_pair,) = of_two(pair).to_dict("records")

    marks = [mark_of(of_ratio, "x", ratio, EN), mark_of(of_pair, "x", pair, EN)]

    assert [m.text.replace("\u00a0", " ") for m in marks] == [
        "0.80 · R2: 40% · P1: 40%",
        f"{pair.parts[0].code}: 40% · {pair.parts[1].code}: 40%",
    ]
    assert [m.value for m in marks] == [None, None]


@pytest.mark.parametrize("state", ["too-few", "not-reported", "zero", "hidden"])
def test_a_derived_number_that_is_missing_says_why(state: str) -> None:
    ratio = declared("representation_ratio")
    (record,) = of_two(ratio, state=state).to_dict("records")

    mark = mark_of(record, "x", ratio, EN)

    assert (mark.state, mark.value) == (State(state), None)
    assert "40%" not in mark.text


def test_what_stands_on_a_share_that_is_shown_as_counts_alone_is_too_few() -> None:
    ratio = declared("representation_ratio")
    (record,) = of_two(ratio, state="count-only").to_dict("records")

    mark = mark_of(record, "x", ratio, EN)

    assert (mark.state, mark.text) == (State.TOO_FEW, "too few to compare")
