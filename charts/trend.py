"""A share in time: gaps stay gaps, thin periods are hollow, and a period not over never falls."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date as Day  # noqa: N812 - as in core/i18n/numbers.py

import pandas as pd

from charts.chart import Axis, Chart, Mark, Series
from charts.findings import of_change
from charts.marks import Record, in_progress, incomplete, is_true, mark_of, missing, records
from charts.words import (
    Setting,
    coverage_line,
    in_words,
    measure_line,
    name_in,
    notes_for,
    percent_axis,
)
from core.i18n import Lang, translations
from core.i18n.periods import Period, period_name
from metrics.registry import Dimension, Indicator


def trend(
    frame: pd.DataFrame,
    indicator: Indicator,
    lang: Lang,
    *,
    split: Dimension | None = None,
    names: Mapping[str, str] | None = None,
    among: Iterable[str] = (),
    today: Day | None = None,
    within: Setting | None = None,
) -> Chart:
    """One line, or up to four, by period; the finding is about the first.

    Args:
        frame: a measurement split by `period`, and by `split` if given; all periods of one length.
            With a column `partial`, as of `metrics.trend`, a last period may be incomplete.
        indicator: what was measured.
        lang: the reader's language.
        split: the column of lines.
        names: code to name in that language.
        among: periods that belong here even when the frame has no row.
        today: a period that is not over on this day is marked as in progress.
        within: scope, place, and the whole for the coverage line.

    Raises:
        ValueError: more than four lines.
    """
    within, names = within or Setting(), names or {}
    rows = records(frame)
    periods = filled(Period.parse(text) for text in (*(str(r["period"]) for r in rows), *among))
    series = tuple(
        Series(
            name_in(names, code, lang) if split else indicator.name.in_(lang),
            tuple(_mark(found.get(period), period, indicator, lang, today) for period in periods),
        )
        for code, found in _lines(rows, split).items()
    )
    if len(series) > 4:
        raise ValueError(f"{len(series)} lines cannot be told apart; four at most")
    return _chart(series, indicator, lang, within)


def filled(periods: Iterable[Period]) -> tuple[Period, ...]:
    """The periods in order, with those left out between them where all are of one length."""
    known = sorted(set(periods))
    lengths = {period.end - period.start + 1 for period in known}
    if len(lengths) != 1:
        return tuple(known)
    length = lengths.pop()
    starts = range(known[0].start, known[-1].start + 1, length)
    if any((period.start - known[0].start) % length for period in known):
        return tuple(known)
    return tuple(Period(start, start + length - 1) for start in starts)


def not_over(period: Period, today: Day | None) -> bool:
    """Whether the period still runs on that day."""
    return today is not None and period.end >= today.year * 12 + today.month - 1


def _lines(rows: list[Record], split: Dimension | None) -> dict[object, dict[Period, Record]]:
    lines: dict[object, dict[Period, Record]] = {}
    for row in rows:
        line = lines.setdefault(row[split] if split else None, {})
        line[Period.parse(str(row["period"]))] = row
    return lines


def _mark(
    row: Record | None, period: Period, indicator: Indicator, lang: Lang, today: Day | None
) -> Mark:
    label = period_name(period, lang, short=True)
    mark = mark_of(row, label, indicator, lang) if row else missing(label, lang)
    if not_over(period, today):
        return in_progress(mark, lang)
    return incomplete(mark, lang) if row and is_true(row.get("partial")) else mark


def _chart(series: tuple[Series, ...], indicator: Indicator, lang: Lang, within: Setting) -> Chart:
    _ = translations(lang).gettext
    marks = [mark for line in series for mark in line.marks]
    measure = measure_line(indicator, within, lang)
    finding = of_change(series[0].marks if series else (), indicator, lang)
    if len(series) > 1:
        finding = _("{name}: {finding}").format(name=series[0].name, finding=finding)
    chart = Chart(
        kind="trend",
        finding=finding,
        measure=measure,
        coverage=coverage_line(within.whole, indicator, within, lang),
        notes=notes_for(marks, lang),
        alternative="",
        series=series,
        categories=Axis(_("Period, from left to right"), "period"),
        values=percent_axis(lang),
        lang=lang,
    )
    return replace(chart, alternative=in_words(chart))
