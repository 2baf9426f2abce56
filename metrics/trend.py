"""A share in time on the mechanisms that reported in both periods: who reports moves nothing.

Each period is compared with the one before it, on the mechanisms that reported in both. Values of
such pairs are not strung together to one line: the set of mechanisms changes from pair to pair, so
a chain of changes would drift away from every share that was measured, even beyond 0 and 1. Nor is
it the set of those that reported in every period: one silent quarter of sixteen would drop a
mechanism from all of them. So a line is drawn on the full set, each step is told on its matched
set, and two periods further apart, such as the first and the last of a window, are compared by
`compare`: on the mechanisms that reported in these two.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Literal

import pandas as pd

from core.errors import UnknownIndicator
from core.i18n.periods import Period
from core.storage.cursor import Cursor
from metrics import query
from metrics.measurement import MEASURES, answer, shaped
from metrics.question import Only, Question, Scope, ask
from metrics.registry import Indicator
from metrics.reporting import ENOUGH_REPORTING
from metrics.settled import settled

StepGrain = Literal["month", "quarter", "year"]
STEPS = ("now", "before", "change", "matched", "dropped", "partial")
_TYPES = {
    "now": "Float64", "before": "Float64", "change": "Float64",
    "matched": "Int64", "dropped": "Int64", "partial": "boolean",
}  # fmt: skip


def trend(
    cur: Cursor,
    indicator: Indicator,
    *,
    by: Iterable[str] = (),
    only: Only | None = None,
    scope: Scope = 2,
    grain: StepGrain = "quarter",
    matched: bool = True,
    today: date | None = None,
) -> pd.DataFrame:
    """An indicator by period, each compared with the one before; the rest is as for `measure`.

    Args:
        cur: as for `measure`.
        indicator: one whose reports belong to mechanisms; other reports are in no comparison.
        by: the dimensions of a line, without `period`.
        only: as for `measure`.
        scope: as for `measure`.
        grain: how long a period is.
        matched: compare the mechanisms that reported in both; False: all of each, so a change may
            be one of who reports.
        today: a last period that is not over on this day is partial.

    Returns:
        `by`, `period`, the columns of `measure` on the full set, then `STEPS`: `now` and `before`,
        the values of both periods on the set that is compared; `change`, their difference (0.05 is
        5 points); `matched`, the mechanisms that reported in both; `dropped`, those that reported
        in one only; `partial`. NA without a period before. A last period is partial when it is not
        over, or fewer than 70 % of those of the one before reported in it, closed ones left
        aside. It has no change: who has not reported yet is no fall.

    Raises:
        UnknownIndicator: as `measure`; `no-trend` for the reporting rate and for derived ones.
    """
    _refuse_without_steps(indicator)
    question = ask(indicator, by=[*by, "period"], only=only, scope=scope, grain=grain)
    found, pairs = _answers(cur, question, apart=question.months if matched else None)
    return _compared(found, pairs, _lines(question), today)


def compare(
    cur: Cursor,
    indicator: Indicator,
    before: Period,
    after: Period,
    *,
    by: Iterable[str] = (),
    only: Only | None = None,
    scope: Scope = 2,
    matched: bool = True,
) -> pd.DataFrame:
    """Two periods of one length beside each other, on the mechanisms that reported in both.

    Returns:
        `by`, then `now`, `before`, `change`, `matched` and `dropped` as of `trend`.

    Raises:
        UnknownIndicator: as `trend`; `wrong-period` where they are no two months, quarters or
            years in order.
    """
    grains: dict[int, StepGrain] = {1: "month", 3: "quarter", 12: "year"}
    months = after.end - after.start + 1
    apart = after.start - before.start
    if before.end - before.start + 1 != months or months not in grains or apart < months:
        raise UnknownIndicator("wrong-period", value=f"{before}, {after}")
    _refuse_without_steps(indicator)
    question = ask(
        indicator,
        by=[*by, "period"],
        only={**(only or {}), "period": (str(before), str(after))},
        scope=scope,
        grain=grains[months],
    )
    found, pairs = _answers(cur, question, apart=apart if matched else None)
    lines = _lines(question)
    steps = _steps(found, pairs, lines, apart)
    last = steps[steps["period"] == str(after)]
    return last[[*lines, *STEPS[:5]]].astype({n: _TYPES[n] for n in STEPS[:5]})


def _refuse_without_steps(indicator: Indicator) -> None:
    """Who reports is no share among those who did; a ratio of two shares has no set of its own."""
    if indicator.over or indicator.view == "v_expected":
        raise UnknownIndicator("no-trend", value=indicator.id)


def _lines(question: Question) -> list[str]:
    return [name for name in question.by if name != "period"]


def _answers(
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


def _compared(
    found: pd.DataFrame, pairs: pd.DataFrame | None, lines: Sequence[str], today: date | None
) -> pd.DataFrame:
    months = {p.end - p.start + 1 for p in map(Period.parse, found["period"].dropna())}
    steps = _steps(found, pairs, lines, months.pop() if months else 1)
    steps["partial"] = _partial(steps, today)
    steps.loc[steps["partial"], "change"] = pd.NA
    return steps[[*lines, "period", *MEASURES, *STEPS]].astype(_TYPES)


def _steps(
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


def _partial(steps: pd.DataFrame, today: date | None) -> pd.Series:
    """The newest period of all, where it is not over or too few of before have reported in it."""
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
