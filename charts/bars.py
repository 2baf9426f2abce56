"""Categories beside each other: the highest share on top, states without a number below."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

import pandas as pd

from charts.chart import Axis, Chart, Mark, Reference, Series
from charts.findings import about_ranking, of_ranking
from charts.marks import mark_of, missing, records
from charts.words import (
    Setting,
    coverage_line,
    dimension_name,
    in_words,
    measure_line,
    name_in,
    notes_for,
    percent_axis,
    share,
)
from core.i18n import Lang, translations
from metrics.registry import Dimension, Indicator


def bars(
    frame: pd.DataFrame,
    indicator: Indicator,
    lang: Lang,
    *,
    by: Dimension = "cluster",
    names: Mapping[str, str] | None = None,
    among: Iterable[str] = (),
    within: Setting | None = None,
) -> Chart:
    """One bar a category with its interval, longest first.

    Args:
        frame: a measurement split by `by` alone.
        indicator: what was measured.
        lang: the reader's language.
        by: the column of categories.
        names: code to name in that language.
        among: codes that belong here even when the frame has no row: shown as not reported.
        within: period, scope, place, and the whole, whose share becomes the reference line.
    """
    within, names = within or Setting(), names or {}
    marks = _marks(frame, indicator, lang, by, names, among)
    chart = Chart(
        kind="bars",
        finding=of_ranking(marks, indicator, lang),
        measure=measure_line(indicator, within, lang),
        coverage=coverage_line(within.whole, indicator, within, lang),
        notes=(*notes_for(marks, lang), *about_ranking(marks, indicator, lang)),
        alternative="",
        series=(Series(indicator.name.in_(lang), marks),),
        categories=Axis(dimension_name(by, lang), "category"),
        values=percent_axis(lang),
        lang=lang,
        references=_references(within.whole, lang),
    )
    return replace(chart, alternative=in_words(chart))


def rank(mark: Mark) -> tuple[bool, float, str]:
    """Sorts the highest first, equal ones by name, those without a number last."""
    return mark.value is None, -(mark.value or 0), mark.label


def _marks(
    frame: pd.DataFrame,
    indicator: Indicator,
    lang: Lang,
    by: Dimension,
    names: Mapping[str, str],
    among: Iterable[str],
) -> tuple[Mark, ...]:
    rows = records(frame)
    found = {record[by] for record in rows}
    silent = [code for code in dict.fromkeys(among) if code not in found]
    marks = [mark_of(row, name_in(names, row[by], lang), indicator, lang) for row in rows]
    marks += [missing(name_in(names, code, lang), lang) for code in silent]
    return tuple(sorted(marks, key=rank))


def _references(whole: Mark | None, lang: Lang) -> tuple[Reference, ...]:
    if whole is None or whole.value is None:
        return ()
    template = translations(lang).gettext("All together: {share}")
    return (Reference(whole.value, template.format(share=share(whole.value, lang))),)
