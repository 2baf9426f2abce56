"""The same categories seen two, three or four ways: one line each, a dot for every way."""

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

from charts.bars import rank
from charts.chart import Axis, Chart, Mark, Series
from charts.findings import of_gap
from charts.marks import mark_of, measured_by, missing, tells
from charts.words import (
    Setting,
    coverage_line,
    dimension_name,
    in_words,
    measure_line,
    name_in,
    notes_for,
    percent_axis,
    plain,
)
from core.i18n import Lang, translations
from core.i18n.numbers import isolate
from metrics.registry import Dimension, Indicator


def dots(
    frames: Mapping[str, pd.DataFrame],
    indicator: Indicator,
    lang: Lang,
    *,
    by: Dimension = "cluster",
    names: Mapping[str, str] | None = None,
    within: Setting | None = None,
) -> Chart:
    """Categories with a dot for each frame: two contexts, two periods, two scopes.

    Args:
        frames: the name of a series in the language -> a measurement split by `by` alone.
        indicator: what was measured.
        lang: the reader's language.
        by: the column of categories.
        names: code to name in that language.
        within: period, scope, place, and the whole for the coverage line.

    Raises:
        ValueError: fewer than two or more than four frames.
    """
    if not 2 <= len(frames) <= 4:
        raise ValueError(f"two to four ways are compared, not {len(frames)}")
    within, names = within or Setting(), names or {}
    series = _series(frames, indicator, lang, by, names)
    marks = [mark for one in series for mark in one.marks]
    chart = Chart(
        kind="dots",
        finding=_finding(series, indicator, lang),
        measure=measure_line(indicator, within, lang),
        coverage=coverage_line(within.whole, indicator, within, lang),
        notes=notes_for(marks, lang),
        alternative="",
        series=series,
        categories=Axis(dimension_name(by, lang), "category"),
        values=percent_axis(lang),
        lang=lang,
    )
    return replace(chart, alternative=in_words(chart))


def _series(
    frames: Mapping[str, pd.DataFrame],
    indicator: Indicator,
    lang: Lang,
    by: Dimension,
    names: Mapping[str, str],
) -> tuple[Series, ...]:
    found = {name: measured_by(frame, by) for name, frame in frames.items()}
    codes = list(dict.fromkeys(code for rows in found.values() for code in rows))

    def mark(name: str, code: object) -> Mark:
        label, row = name_in(names, code, lang), found[name].get(code)
        return mark_of(row, label, indicator, lang) if row else missing(label, lang)

    first = next(iter(frames))
    marks = {code: mark(first, code) for code in codes}
    order = sorted(codes, key=lambda code: rank(marks[code]))
    return tuple(
        Series(isolate(plain(name), lang), tuple(mark(name, code) for code in order))
        for name in frames
    )


def _finding(series: tuple[Series, ...], indicator: Indicator, lang: Lang) -> str:
    rows = [
        row
        for row in zip(*(one.marks for one in series), strict=True)
        if all(tells(mark, indicator) for mark in row)
    ]
    if not rows:
        template = translations(lang).gettext("Too few to compare: {measure}")
        return template.format(measure=indicator.name.in_(lang))
    widest = max(rows, key=_gap)
    return of_gap(widest[0].label, widest, [one.name for one in series], lang)


def _gap(row: tuple[Mark, ...]) -> float:
    values = [mark.value or 0 for mark in row]
    return max(values) - min(values)
