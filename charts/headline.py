"""One big number: `5 of 9 clusters`, how sure it is, and who reported."""

from dataclasses import replace

import pandas as pd

from charts.chart import Axis, Chart, Mark, Series, State
from charts.findings import of_whole
from charts.marks import low_to_high, mark_of, missing, records
from charts.nouns import noun_of, part_of
from charts.words import (
    Setting,
    coverage_line,
    in_words,
    measure_line,
    notes_for,
    percent_axis,
)
from core.i18n import Lang, translations
from core.i18n.numbers import count
from metrics.registry import Indicator


def headline(
    frame: pd.DataFrame, indicator: Indicator, lang: Lang, *, within: Setting | None = None
) -> Chart:
    """The indicator as a whole; the label of its one mark is the big number.

    Args:
        frame: a measurement without `by`: one row, or none.
        indicator: what was measured.
        lang: the reader's language.
        within: period, scope and place.

    Raises:
        ValueError: the frame has several rows.
    """
    within = within or Setting()
    mark = whole_mark(frame, indicator, lang)
    shown = replace(mark, label=_big_number(mark, indicator, lang))
    interval = low_to_high(mark, indicator, lang)
    chart = Chart(
        kind="headline",
        finding=of_whole(mark, indicator, lang),
        measure=measure_line(indicator, within, lang),
        coverage=coverage_line(mark, indicator, within, lang),
        notes=notes_for([replace(mark, low=None)], lang),
        alternative="",
        series=(Series(interval or "", (shown,)),),
        categories=Axis(indicator.name.in_(lang), "category"),
        values=percent_axis(lang),
        lang=lang,
        key=_key(mark, lang),
    )
    return replace(chart, alternative=in_words(chart))


def whole_mark(frame: pd.DataFrame, indicator: Indicator, lang: Lang) -> Mark:
    """The one mark of a measurement without `by`; not reported where it has no row.

    Raises:
        ValueError: the frame has several rows.
    """
    if len(frame) > 1:
        raise ValueError(f"a whole is one row, not {len(frame)}")
    name = indicator.name.in_(lang)
    rows = records(frame)
    return mark_of(rows[0], name, indicator, lang) if rows else missing(name, lang)


def _key(mark: Mark, lang: Lang) -> tuple[Mark, ...]:
    """How many of the units say yes, no, and nothing."""
    if mark.numerator is None or not mark.denominator:
        return ()
    _ = translations(lang).gettext
    words = {
        _("yes: {count}"): mark.numerator,
        _("no: {count}"): mark.denominator - mark.numerator,
        _("not known: {count}"): mark.unknown or 0,
    }
    return tuple(
        Mark(label=mark.label, text=text.format(count=count(number, lang)), state=State.VALUE)
        for text, number in words.items()
        if number or text != _("not known: {count}")
    )


def _big_number(mark: Mark, indicator: Indicator, lang: Lang) -> str:
    if mark.numerator is None or not mark.denominator:
        return mark.text
    return part_of(mark.numerator, mark.denominator, noun_of(indicator), lang)
