"""The change on matched mechanisms, what happened, what others published, and small lines."""

from datetime import date
from typing import Any

import pandas as pd
import pytest

from charts.benchmarks import published_lines
from charts.chart import Reference
from charts.happened import happened
from charts.matched import ends_of, matched_words, nobody_in_both, of_pair, pair_of, with_finding
from charts.multiples import WORLD, multiples
from charts.svg import svg
from charts.trend import trend
from core.i18n import Lang
from core.i18n.periods import Period
from tests.charts.measured import PRESENCE, declared, frame, row

EN = Lang.EN
INDICATOR = declared(PRESENCE)
ONLY = "once only matched mechanisms count"


def both(before: dict[str, Any], after: dict[str, Any], dropped: int = 1) -> pd.DataFrame:
    """A pair as `metrics.matched_pair` gives it."""
    return frame(before, after).assign(dropped=dropped)


def told(before: dict[str, Any], after: dict[str, Any]) -> str:
    """The finding of a pair, blanks of every kind as one."""
    pair = pair_of(both(before, after), INDICATOR, EN)
    assert pair is not None
    return of_pair(pair, INDICATOR, EN).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("before", "after", "finding"),
    [
        # 20 of 50, then 30 of 50: nothing unknown.
        ((20, 50, 0), (30, 50, 0), f"Rising {ONLY}: 40% in Q1 2024, 60% in Q3 2025"),
        ((30, 50, 0), (20, 50, 0), f"Falling {ONLY}: 60% in Q1 2024, 40% in Q3 2025"),
        ((200, 500, 0), (201, 500, 0), f"Unchanged at 40% {ONLY} (Q1 2024 and Q3 2025)"),
        # At most 25 of 55 (45 %) before, at least 24 of 55 (44 %) after: they could be turned.
        (
            (20, 50, 5),
            (24, 50, 5),
            f"Rising among known types {ONLY}: 40% in Q1 2024, 48% in Q3 2025;"
            " unknown types could turn it",
        ),
        # Four of known type tell nothing.
        ((2, 4, 0), (40, 50, 0), "Too few to tell on 8 matched mechanisms (Q1 2024 and Q3 2025)"),
    ],
)
def test_the_finding_is_about_the_matched_change(
    before: tuple[int, int, int], after: tuple[int, int, int], finding: str
) -> None:
    assert told(row(*before, period="2024-Q1"), row(*after, period="2025-Q3")) == finding


def test_few_matched_of_many_expected_tell_nothing() -> None:
    # 4 of 10 expected: under half.
    before = row(20, 50, period="2024-Q1", reporting=4, expected=10)
    after = row(30, 50, period="2025-Q3", reporting=4, expected=10)

    assert told(before, after) == "Too few to tell on 4 matched mechanisms (Q1 2024 and Q3 2025)"


def test_how_many_are_left_out_is_said() -> None:
    before, after = row(20, 50, period="2024-Q1"), row(30, 50, period="2025-Q3")
    one, none = (pair_of(both(before, after, n), INDICATOR, EN) for n in (1, 0))
    assert one is not None
    assert none is not None

    assert matched_words(one, EN) == (
        "8 mechanisms reported at both ends, 1 that reported at one end only is left out"
    )
    assert matched_words(none, EN) == "8 mechanisms reported at both ends, none left out"
    assert pair_of(both(before, after)[:0], INDICATOR, EN) is None
    ends = Period.quarter(2024, 1), Period.quarter(2025, 3)
    assert nobody_in_both(ends, EN) == (
        "Too few to tell: no mechanism reported in both Q1 2024 and Q3 2025"
    )


def test_the_ends_of_a_line_are_whole_periods_that_tell() -> None:
    line = frame(
        row(1, 3, period="2024-Q1"),
        row(20, 50, period="2024-Q2"),
        row(30, 50, period="2025-Q2"),
        row(30, 50, period="2025-Q3", reporting=3, expected=8),
        row(2, 40, period="2025-Q4"),
    ).assign(partial=pd.array([False, False, False, False, True], dtype="boolean"))

    # Three of known type, three of eight reporting, and an incomplete quarter are no ends.
    assert ends_of(line, INDICATOR, EN, None) == (Period.quarter(2024, 2), Period.quarter(2025, 2))
    assert ends_of(line, INDICATOR, EN, date(2025, 6, 30)) is None


def test_an_incomplete_period_is_marked_and_hangs_on_no_line() -> None:
    line = frame(
        row(20, 50, period="2025-Q2"), row(30, 50, period="2025-Q3"), row(2, 40, period="2025-Q4")
    ).assign(partial=pd.array([False, False, True], dtype="boolean"))

    chart = trend(line, INDICATOR, EN)

    last = chart.series[0].marks[-1]
    assert (last.label, last.partial, last.incomplete) == ("Q4 2025 (incomplete)", True, True)
    assert chart.finding == "Up from 40% in Q2 2025 to 60% in Q3 2025"
    assert [note for note in chart.notes if "not over" in note] == []
    assert svg(chart).count('stroke-width="4"') == 1  # one piece of line for three points


def test_the_words_stand_in_the_coverage_and_the_first_line_is_named() -> None:
    measured = frame(
        *(row(20, 50, period=p, context="A") for p in ("2024", "2025")),
        *(row(30, 50, period=p, context="B") for p in ("2024", "2025")),
    )
    chart = trend(measured, INDICATOR, EN, split="context", names={"A": "Alpha", "B": "Beta"})

    said = with_finding(chart, "Rising", "8 mechanisms reported at both ends")

    assert said.finding == "Alpha: Rising"
    assert said.coverage.endswith("8 mechanisms reported at both ends")
    assert said.finding in said.alternative


def test_what_happened_stands_at_its_period_and_several_are_counted() -> None:
    found = pd.DataFrame(
        [
            ("closed", 2025 * 12 + 3, "TCD", "LOG", "cluster", None),
            ("learning_event", 2025 * 12 + 5, "TCD", None, None, "Who leads?"),
            ("learning_event", 2025 * 12 + 6, "TCD", None, None, "Who leads?"),
            ("learning_event", 2025 * 12 + 7, "YEM", None, None, "Who leads?"),
            ("closed", 2024 * 12, "YEM", "WSH", "cluster", None),
        ],
        columns=["kind", "month", "country", "cluster", "mechanism_type", "title"],
    )
    names = {"country": {"TCD": "Chad"}, "cluster": {"LOG": "Logistics"}}
    periods = [Period.quarter(2025, number) for number in (1, 2, 3)]

    said = happened(found, periods, EN, names)

    # What happened before the periods shown has no place on their axis.
    assert [(one.at, one.label) for one in said] == [
        (1, "Closed: Logistics, Chad; Who leads?"),
        (2, "2 learning events"),
    ]


def test_published_figures_span_their_year_and_both_that_disagree_are_drawn() -> None:
    found = pd.DataFrame(
        {
            "value": [0.8, 0.83, 0.5, 0.4],
            "year": [2022, 2022, 2022, 2019],
            "iso3": pd.array([None, None, "YEM", None], dtype="string"),
            "fits": pd.array([True, True, False, True], dtype="boolean"),
        }
    )
    periods = [Period.quarter(2021, 4), *(Period.quarter(2022, n) for n in (1, 2, 3, 4))]

    lines = published_lines(found, periods, EN, {"YEM": "Yemen"})

    assert [(line.value, line.label, line.span) for line in lines] == [
        (0.8, "Published for 2022, World: 80%", (1, 4)),
        (0.83, "Published for 2022, World: 83%", (1, 4)),
    ]


def countries() -> pd.DataFrame:
    return frame(
        row(10, 50, period="2025-Q1", country="A"),
        row(45, 50, period="2025-Q2", country="A"),
        row(20, 50, period="2025-Q2", country="B"),
        row(1, 3, period="2025-Q2", country="C"),
        row(None, None, None, state="hidden", period="2025-Q1", country="D"),
    )


def test_every_country_has_all_periods_and_the_context_is_behind_them() -> None:
    context = frame(row(40, 100, period="2025-Q1"), row(66, 103, period="2025-Q2"))
    names = {"A": "Chad", "B": "Mali", "C": "Niger", "D": "Haiti"}

    chart = multiples(context, countries(), INDICATOR, EN, name="Francophone", names=names)

    assert [(one.name, [mark.text for mark in one.marks]) for one in chart.series] == [
        ("Francophone", ["40% (40 of 100)", "64% (66 of 103)"]),
        ("Chad", ["20% (10 of 50)", "90% (45 of 50)"]),
        ("Haiti", ["hidden: small number", "not reported"]),
        ("Mali", ["not reported", "40% (20 of 50)"]),
        ("Niger", ["not reported", "33% (1 of 3)"]),
    ]
    # Three organisations in Niger tell nothing: two countries are compared, one lies above 64 %.
    assert chart.finding.replace("\u00a0", " ") == (
        "Francophone, 64% in Q2 2025: 1 of 2 countries above; from Mali (40%) to Chad (90%)"
    )
    assert [mark.text for mark in chart.key] == ["hidden: small number", "not reported"]


def test_a_figure_of_the_world_stands_in_every_small_line_and_one_of_a_country_in_its_own() -> None:
    context = frame(row(45, 50, period="2025-Q2"))
    beside = {
        WORLD: [Reference(0.6, "World: 60%", "60%", (0, 0))],
        "B": [Reference(0.7, "Mali: 70%", "70%", (0, 0))],
    }
    two = countries()[countries()["country"].isin(["A", "B"])]

    chart = multiples(
        context, two, INDICATOR, EN, name="F", names={"A": "Chad", "B": "Mali"}, references=beside
    )

    assert [(one.label, one.series) for one in chart.references] == [
        ("World: 60%", None), ("Mali: 70%", 2),
    ]  # fmt: skip
    # Two of the world, one of Mali, one in the key; the grid has no dashes.
    assert svg(chart).count('stroke-dasharray="2 6"') == 4


def test_counts_without_a_share_are_named_by_what_they_are() -> None:
    context = frame(row(45, 50, period="2025-Q2"))
    alone = row(3, 9, period="2025-Q2", country="A")
    few = frame({**alone, "value": None, "low": None, "high": None, "state": "count-only"})

    chart = multiples(context, few, INDICATOR, EN, name="Francophone", names={"A": "Chad"})

    assert [mark.text for mark in chart.key] == ["counts alone: fewer than ten"]
    assert "Chad 3 of 9" in svg(chart)


def test_one_country_is_too_few_to_compare() -> None:
    context = frame(row(45, 50, period="2025-Q2"))
    alone = countries()[1:2]

    chart = multiples(context, alone, INDICATOR, EN, name="Francophone", names={"A": "Chad"})

    assert chart.finding.startswith("Too few to compare")
    assert "Chad 90%" in svg(chart)
