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
from datetime import date
from typing import Literal

import pandas as pd

from core.errors import UnknownIndicator
from core.i18n.periods import Period
from core.storage.cursor import Cursor
from metrics.measurement import MEASURES
from metrics.question import Only, Question, Scope, ask
from metrics.registry import Indicator
from metrics.steps import answers, is_partial, lines_of, no_steps, refuse_without_steps, steps_of

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
    refuse_without_steps(indicator)
    question = ask(indicator, by=[*by, "period"], only=only, scope=scope, grain=grain)
    found, pairs = answers(cur, question, apart=question.months if matched else None)
    return _compared(found, pairs, lines_of(question), today)


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
    question, apart = _between(indicator, before, after, by=by, only=only, scope=scope)
    found, pairs = answers(cur, question, apart=apart if matched else None)
    lines = lines_of(question)
    steps = steps_of(found, pairs, lines, apart)
    last = steps[steps["period"] == str(after)]
    return last[[*lines, *STEPS[:5]]].astype({n: _TYPES[n] for n in STEPS[:5]})


def matched_pair(
    cur: Cursor,
    indicator: Indicator,
    before: Period,
    after: Period,
    *,
    by: Iterable[str] = (),
    only: Only | None = None,
    scope: Scope = 2,
) -> pd.DataFrame:
    """What `compare` compares, with both halves: two periods on those that reported in both.

    Returns:
        Two rows a group, none where nobody reported in both: `by`, `period`, the columns of
        `measure` on the matched set, but `expected` of the full one, so that few matched ones are
        seen to be few; and `dropped`, the mechanisms that reported in one of the two only.

    Raises:
        UnknownIndicator: as `compare`.
    """
    question, apart = _between(indicator, before, after, by=by, only=only, scope=scope)
    found, pairs = answers(cur, question, apart=apart)
    keys, lines = [*question.by], lines_of(question)
    every = found[[*keys, "expected"]]
    both = pairs if pairs is not None else found
    told = both.drop(columns=["expected", "part"]).merge(every, on=keys, how="left")
    steps = steps_of(found, pairs, lines, apart)
    dropped = steps.loc[steps["period"] == str(after), [*lines, "dropped"]]
    joined = told.merge(dropped, on=lines) if lines else told.merge(dropped, how="cross")
    columns = [*keys, *MEASURES, "dropped"]
    return joined[columns].sort_values(keys, ignore_index=True).astype({"dropped": "Int64"})


def marked_partial(
    found: pd.DataFrame, indicator: Indicator, by: Sequence[str], today: date | None
) -> pd.DataFrame:
    """A measurement by period, with `partial` as `trend` has it, also where there are no steps.

    Args:
        found: a measurement split by `by` and `period`, periods of one length.
        indicator: what was measured; who reports is itself what the reporting rate says.
        by: the dimensions of a line, without `period`.
        today: as for `trend`.
    """
    known = found[found["period"].notna()].reset_index(drop=True)
    if known.empty:
        return known.assign(partial=pd.Series(dtype="boolean"))
    first = Period.parse(str(known["period"].iloc[0]))
    steps = steps_of(known, None, by, first.end - first.start + 1)
    if no_steps(indicator) == "who-reports":
        unknown = pd.Series(pd.NA, index=steps.index, dtype="Int64")
        steps = steps.assign(earlier=unknown, expected=unknown)
    return known.assign(partial=is_partial(steps, today).astype("boolean"))


def _between(
    indicator: Indicator,
    before: Period,
    after: Period,
    *,
    by: Iterable[str],
    only: Only | None,
    scope: Scope,
) -> tuple[Question, int]:
    """The question about two periods, and how many months they are apart."""
    grains: dict[int, StepGrain] = {1: "month", 3: "quarter", 12: "year"}
    months = after.end - after.start + 1
    apart = after.start - before.start
    if before.end - before.start + 1 != months or months not in grains or apart < months:
        raise UnknownIndicator("wrong-period", value=f"{before}, {after}")
    refuse_without_steps(indicator)
    question = ask(
        indicator,
        by=[*by, "period"],
        only={**(only or {}), "period": (str(before), str(after))},
        scope=scope,
        grain=grains[months],
    )
    return question, apart


def _compared(
    found: pd.DataFrame, pairs: pd.DataFrame | None, lines: Sequence[str], today: date | None
) -> pd.DataFrame:
    months = {p.end - p.start + 1 for p in map(Period.parse, found["period"].dropna())}
    steps = steps_of(found, pairs, lines, months.pop() if months else 1)
    steps["partial"] = is_partial(steps, today)
    steps.loc[steps["partial"], "change"] = pd.NA
    return steps[[*lines, "period", *MEASURES, *STEPS]].astype(_TYPES)
