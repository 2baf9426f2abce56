"""Lines and grids: gaps, periods that run, and changes that are none."""

from datetime import date

import pytest

from charts.chart import State
from charts.coverage import coverage
from charts.trend import trend
from core.i18n import Lang
from tests.charts.measured import PRESENCE, REPORTING, declared, frame, row

EN = Lang.EN


def test_a_gap_stays_a_gap_and_a_period_that_runs_is_never_a_fall() -> None:
    measured = frame(
        row(20, 50, period="2024-Q4"),
        row(30, 50, period="2025-Q2"),
        row(2, 40, period="2025-Q3"),
    )

    chart = trend(measured, declared(PRESENCE), EN, today=date(2025, 9, 30))

    assert [(m.label, m.state, m.partial) for m in chart.marks] == [
        ("Q4 2024", State.VALUE, False),
        ("Q1 2025", State.NOT_REPORTED, False),
        ("Q2 2025", State.VALUE, False),
        ("Q3 2025 (in progress)", State.VALUE, True),
    ]
    assert chart.finding == "Up from 40% in Q4 2024 to 60% in Q2 2025"
    assert chart.categories.title == "Period, from left to right"


def test_a_change_within_what_is_not_known_is_not_called_one() -> None:
    measured = frame(row(10, 20, 10, period="2024"), row(12, 20, 0, period="2025"))

    finding = trend(measured, declared(PRESENCE), EN).finding

    # 2024 lies between 10 and 20 of 30; 12 of 20 is inside.
    assert finding == "From 50% in 2024 to 60% in 2025, within what is not known"


def test_five_lines_are_refused() -> None:
    measured = frame(*(row(9, 20, period="2024", context=c) for c in "abcde"))

    with pytest.raises(ValueError, match="four"):
        trend(measured, declared(PRESENCE), EN, split="context")


def test_the_grid_tells_reported_not_reported_closed_and_never_expected_apart() -> None:
    measured = frame(
        row(6, 6, None, reporting=6, expected=6, country="A", period="2025-Q1"),
        row(0, 6, None, reporting=0, expected=6, country="A", period="2025-Q2"),
        row(0, 0, None, state="closed", country="B", period="2025-Q2"),
    )

    chart = coverage(measured, declared(REPORTING), EN)

    assert [(s.name, [m.text for m in s.marks]) for s in chart.series] == [
        ("A", ["6 of 6", "not reported"]),
        ("B", ["not applicable", "closed"]),
    ]
    assert chart.finding == "0 of 6 mechanisms reported: Q2 2025"
    assert [entry.text for entry in chart.key] == [
        "all reported", "none reported", "closed", "none expected"
    ]  # fmt: skip
