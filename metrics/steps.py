"""How two periods are set beside each other: what `metrics.trend` is made of."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Literal

import pandas as pd

from core.errors import UnknownIndicator
from core.i18n.periods import Period
from core.storage.cursor import Cursor
from metrics import query
from metrics.measurement import answer, shaped
from metrics.question import Question
from metrics.registry import Indicator
from metrics.reporting import ENOUGH_REPORTING
from metrics.settled import settled

NoSteps = Literal["derived", "who-reports", "no-mechanisms"]
# Funds and events are no mechanisms: their views have none.
_OF_NO_MECHANISM = ("v_allocation", "v_voice")


def no_steps(indicator: Indicator) -> NoSteps | None:
    """Why an indicator has no change on matched mechanisms; None: it has one."""
    if indicator.over:
        return "derived"
    if indicator.view == "v_expected":
        return "who-reports"
    return "no-mechanisms" if indicator.view in _OF_NO_MECHANISM else None


def refuse_without_steps(indicator: Indicator) -> None:
    """Who reports is no share among those who did; a ratio of two shares has no set of its own."""
    if no_steps(indicator) in {"derived", "who-reports"}:
        raise UnknownIndicator("no-trend", value=indicator.id)


def lines_of(question: Question) -> list[str]:
    """The dimensions of a line: those of the question without `period`."""
    return [name for name in question.by if name != "period"]


def answers(
    cur: Cursor, question: Question, *, apart: int | None
) -> tuple[pd.DataFrame, pd.DataFrame | None]:
    """The full set, and the matched one where periods so many months apart are to be matched."""
    with settled(cur):
        found = answer(cur, question)
        return found, _pairs(cur, replace(question, apart=apart)) if apart else None


def _pairs(cur: Cursor, question: Question) -> pd.DataFrame:
    """Each period twice: part 1 as it is compared with the one before, part 2 with the next."""
    found = cur.frame(query.statement(question), question.values)
    return shaped(found, question).assign(part=found["part"])


def steps_of(
    found: pd.DataFrame, pairs: pd.DataFrame | None, lines: Sequence[str], apart: int
) -> pd.DataFrame:
    """The full set, with the two values that are compared and how many mechanisms stand behind."""
    full = found.assign(last=_starts(found))
    earlier = full.assign(last=full["last"] + apart)
    keys = [*lines, "last"]
    if pairs is None:
        now, before = full, earlier
    else:
        starts = pairs.assign(last=_starts(pairs))
        now = starts[starts["part"] == 1]
        before = starts[starts["part"] == 2]
        before = before.assign(last=before["last"] + apart)
    steps = full
    for name, frame, column in (
        ("now", now, "value"),
        ("before", before, "value"),
        ("matched", now, "reporting"),
        ("earlier", earlier, "reporting"),
    ):
        renamed = frame[[*keys, column]].rename(columns={column: name})
        steps = steps.merge(renamed, on=keys, how="left")
    steps["change"] = steps["now"] - steps["before"]
    follows = steps["earlier"].notna()
    steps["matched"] = steps["matched"].fillna(0).where(follows & (pairs is not None))
    steps["dropped"] = steps["reporting"] + steps["earlier"] - 2 * steps["matched"]
    if pairs is None:
        steps["now"] = steps["now"].where(follows)
    return steps


def _starts(found: pd.DataFrame) -> pd.Series:
    months = [Period.parse(text).start for text in found["period"]]
    return pd.Series(months, index=found.index, dtype="Int64")


def is_partial(steps: pd.DataFrame, today: date | None) -> pd.Series:
    """The newest period of all, where it is not over or too few of before have reported in it.

    Args:
        steps: from `steps_of`.
        today: a period that is not over on this day is partial.
    """
    newest = steps["last"] == steps["last"].max()
    still = [
        today is not None and Period.parse(text).end >= _month(today) for text in steps["period"]
    ]
    # Those that closed are no longer expected: whoever is left is what could have reported.
    left = steps[["earlier", "expected"]].min(axis=1)
    few = (steps["reporting"] < ENOUGH_REPORTING * left).fillna(value=False)
    return pd.Series(newest & (few | pd.Series(still, index=steps.index)), index=steps.index)


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1
