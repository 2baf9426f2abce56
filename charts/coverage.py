"""Who reported when: a grid of countries and periods."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date as Day  # noqa: N812 - as in core/i18n/numbers.py

import pandas as pd

from charts.chart import Axis, Chart, Mark, Series, State
from charts.marks import Record, in_progress, missing, records
from charts.nouns import reported
from charts.trend import filled, not_over
from charts.words import (
    Setting,
    dimension_name,
    in_words,
    measure_line,
    name_in,
    notes_for,
    numbers,
    percent_axis,
    state_words,
)
from core.i18n import Lang, translations
from core.i18n.numbers import isolate
from core.i18n.periods import Period, period_name
from metrics.registry import Dimension, Indicator


def coverage(
    frame: pd.DataFrame,
    indicator: Indicator,
    lang: Lang,
    *,
    by: Dimension = "country",
    names: Mapping[str, str] | None = None,
    today: Day | None = None,
    within: Setting | None = None,
) -> Chart:
    """One line of cells a country, one cell a period: `7 of 9`, not reported, closed.

    Args:
        frame: the columns of `metrics.coverage`, split by `by` and `period`.
        indicator: the reporting rate.
        lang: the reader's language.
        by: the column of lines.
        names: code to name in that language.
        today: a period that is not over on this day is marked as in progress.
        within: place.
    """
    within, names = within or Setting(), names or {}
    rows = {(row[by], Period.parse(str(row["period"]))): row for row in records(frame)}
    periods = filled(period for _, period in rows)
    codes = dict.fromkeys(code for code, _ in rows)
    series = tuple(
        Series(
            name_in(names, code, lang),
            tuple(_mark(rows.get((code, period)), period, lang, today) for period in periods),
        )
        for code in sorted(codes, key=lambda code: name_in(names, code, lang))
    )
    chart = _chart(series, indicator, lang, within, by=by)
    return replace(chart, alternative=in_words(chart))


def _chart(
    series: tuple[Series, ...],
    indicator: Indicator,
    lang: Lang,
    within: Setting,
    *,
    by: Dimension,
) -> Chart:
    return Chart(
        kind="coverage",
        finding=_finding(series, indicator, lang),
        measure=measure_line(indicator, within, lang),
        coverage=_lately(series, lang),
        notes=notes_for([m for line in series for m in line.marks], lang),
        alternative="",
        series=series,
        categories=Axis(translations(lang).gettext("Period, from left to right"), "period"),
        values=replace(percent_axis(lang), title=dimension_name(by, lang)),
        lang=lang,
        key=_key(series, lang),
    )


def _mark(row: Record | None, period: Period, lang: Lang, today: Day | None) -> Mark:
    label = period_name(period, lang, short=True)
    mark = _cell(row, label, lang)
    return in_progress(mark, lang) if not_over(period, today) else mark


def _cell(row: Record | None, label: str, lang: Lang) -> Mark:
    if row is None:
        return missing(label, lang, State.NOT_APPLICABLE)
    reporting, expected = int(str(row["reporting"])), int(str(row["expected"]))
    if row["state"] in {State.CLOSED, State.HIDDEN}:
        return missing(label, lang, State(str(row["state"])))
    if not expected:
        return missing(label, lang, State.NOT_APPLICABLE)
    state = State.VALUE if reporting else State.NOT_REPORTED
    return Mark(
        label=label,
        text=numbers(None, reporting, expected, lang) if reporting else state_words(state, lang),
        state=state,
        short=numbers(None, reporting, expected, lang) if reporting else "",
        value=reporting / expected,
        numerator=reporting,
        denominator=expected,
        reporting=reporting,
        expected=expected,
    )


def _finding(series: tuple[Series, ...], indicator: Indicator, lang: Lang) -> str:
    _ = translations(lang).gettext
    for column in reversed(list(zip(*(line.marks for line in series), strict=True))):
        expected = sum(mark.expected or 0 for mark in column)
        if expected and not any(mark.partial for mark in column):
            words = reported(sum(mark.reporting or 0 for mark in column), expected, indicator, lang)
            label = isolate(column[0].label, lang)
            return _("{coverage}: {period}").format(coverage=words, period=label)
    return _("Nobody was expected to report yet")


def _lately(series: tuple[Series, ...], lang: Lang) -> str:
    ngettext = translations(lang).ngettext
    number = len(series[0].marks) if series else 0
    return ngettext(
        "Mechanisms that reported, of those expected, in {count} period",
        "Mechanisms that reported, of those expected, in {count} periods",
        number,
    ).format(count=number)


def _key(series: tuple[Series, ...], lang: Lang) -> tuple[Mark, ...]:
    """One cell of each sort that occurs, with its meaning."""
    _ = translations(lang).gettext
    words = {
        "all": _("all reported"),
        "some": _("some reported"),
        State.NOT_REPORTED: _("none reported"),
        State.CLOSED: state_words(State.CLOSED, lang),
        State.HIDDEN: state_words(State.HIDDEN, lang),
        State.NOT_APPLICABLE: _("none expected"),
    }
    first = {sort_of(mark): mark for line in reversed(series) for mark in line.marks}
    return tuple(
        replace(first[sort], text=text, partial=False)
        for sort, text in words.items()
        if sort in first
    )


def sort_of(mark: Mark) -> str:
    """`all` and `some` of the expected, or the state of a cell without a number."""
    if mark.state is not State.VALUE or mark.value is None:
        return mark.state
    return "all" if mark.value >= 1 else "some"
