"""The last step of a number: on matched mechanisms, with those left out in sight, or not said."""

from typing import Any

import pandas as pd
import pytest

from charts.step import Step, step_of
from core.i18n import Lang
from core.i18n.periods import Period
from tests.charts.measured import LEADERSHIP, declared

NOW = Period.quarter(2025, 3)


def told(**cells: object) -> Step:
    """The step into the third quarter: 12 of 40 clusters before, 18 of 40 now, 5 in one only."""
    row: dict[str, object] = {"period": "2025-Q3", "before": 0.3, "now": 0.45, "change": 0.15}
    row |= {"matched": 40, "dropped": 5, "partial": False}
    steps = pd.DataFrame([{**row, **cells}])
    return step_of(steps, NOW, declared(LEADERSHIP), Lang.EN)


def test_a_step_says_its_value_and_on_what_it_was_compared() -> None:
    assert told() == Step(
        way="up",
        text="+15 percentage points since Q2 2025: from 30.0% to 45.0%",
        evidence="Compared on 40 clusters that reported both times; left out: 5",
    )
    down = told(now=0.25, change=-0.05)
    assert (down.way, down.text) == (
        "down", "-5 percentage points since Q2 2025: from 30.0% to 25.0%"
    )  # fmt: skip
    assert told(now=0.3, change=0.0).text == "Unchanged at 30% since Q2 2025"


def test_a_period_in_which_reports_are_missing_is_no_fall() -> None:
    found = told(now=0.1, change=None, matched=20, dropped=20, partial=True)

    assert (found.way, found.partial) == ("not said", True)
    assert found.text == "In progress: reports are still coming in, so no change is said"
    assert found.evidence == "Compared on 20 clusters that reported both times; left out: 20"


@pytest.mark.parametrize(
    ("cells", "text"),
    [
        ({"matched": None, "dropped": None, "change": None}, "No period before to compare with"),
        ({"matched": 0, "change": None}, "No period before to compare with"),
        ({"matched": 4}, "Too few to tell a change"),
        # Outside the team the values of fewer than ten are taken away.
        ({"matched": 8, "now": None, "before": None, "change": None}, "Too few to tell a change"),
    ],
)
def test_a_step_that_says_nothing_says_why(cells: dict[str, Any], text: str) -> None:
    assert (told(**cells).way, told(**cells).text) == ("not said", text)


def test_a_period_nobody_reported_in_has_no_step() -> None:
    assert told(period="2025-Q2").text == "Nothing reported in this period"
