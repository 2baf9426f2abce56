"""Countries as small lines on the same axes, each against its context and what others published."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date as Day  # noqa: N812 - as in core/i18n/numbers.py

import pandas as pd

from charts.chart import Chart, Mark, Reference, Series, State
from charts.findings import could_be_turned
from charts.marks import tells
from charts.matched import held
from charts.trend import trend
from charts.words import Setting, in_words, name_in, notes_for, share
from core.i18n import Lang, translations
from core.i18n.numbers import count
from metrics.registry import Indicator

# No country has this code.
WORLD = "*"


def multiples(
    context: pd.DataFrame,
    countries: pd.DataFrame,
    indicator: Indicator,
    lang: Lang,
    *,
    name: str,
    names: Mapping[str, str],
    today: Day | None = None,
    within: Setting | None = None,
    references: Mapping[str, Sequence[Reference]] | None = None,
) -> Chart:
    """A small line for each country, by name; the first series is their context, behind them all.

    Args:
        context: a measurement of the context by `period`.
        countries: the same by `country` and `period`.
        indicator: what was measured.
        lang: the reader's language.
        name: of the context, in that language.
        names: code to name of countries.
        today: as for `trend`.
        within: as for `trend`.
        references: ISO3 to figures to compare a country with, their spans in the periods shown;
            those of `WORLD` stand in every small line.
    """
    codes = sorted(set(countries["country"].dropna()), key=lambda code: names.get(code, code))
    frames = [context, *(countries[countries["country"] == code] for code in codes)]
    among = [str(text) for frame in frames for text in frame["period"].dropna()]
    lines = [
        trend(frame, indicator, lang, among=among, today=today, within=within) for frame in frames
    ]
    return _together(
        lines,
        indicator,
        [name, *(name_in(names, code, lang) for code in codes)],
        _of_panels(references or {}, codes),
    )


def _together(
    lines: Sequence[Chart],
    indicator: Indicator,
    names: Sequence[str],
    references: tuple[Reference, ...],
) -> Chart:
    """One chart of many, under the words of the first."""
    series = tuple(
        Series(name, line.series[0].marks) for name, line in zip(names, lines, strict=True)
    )
    lang = lines[0].lang
    chart = replace(
        lines[0],
        kind="multiples",
        finding=_finding(series, indicator, lang),
        # Small lines have no room for the interval of each point: the table has it.
        notes=notes_for((replace(mark, low=None) for one in series for mark in one.marks), lang),
        series=series,
        references=references,
        key=_key(series, lang),
    )
    return replace(chart, alternative=in_words(chart))


def _of_panels(
    references: Mapping[str, Sequence[Reference]], codes: Sequence[str]
) -> tuple[Reference, ...]:
    """The figures of countries, each with the number of its line."""
    own = (
        replace(reference, series=number)
        for number, code in enumerate(codes, start=1)
        for reference in references.get(code, ())
    )
    return (*references.get(WORLD, ()), *own)


def _key(series: Sequence[Series], lang: Lang) -> tuple[Mark, ...]:
    """One mark of each state without a number that occurs."""
    found: dict[State, Mark] = {}
    for line in series:
        for mark in line.marks:
            if mark.value is None:
                found.setdefault(mark.state, mark)
    counts = translations(lang).gettext("counts alone: fewer than ten")
    return tuple(
        replace(mark, text=counts) if mark.state is State.COUNT_ONLY else mark
        for mark in found.values()
    )


def _finding(series: Sequence[Series], indicator: Indicator, lang: Lang) -> str:
    """How many countries lie above their context, in the newest period that tells of it."""
    _, ngettext = translations(lang).gettext, translations(lang).ngettext
    context, *others = series
    told = [place for place, mark in enumerate(context.marks) if tells(mark, indicator)]
    newest = told[-1] if told else None
    sure = [
        (line.name, line.marks[newest])
        for line in others
        if newest is not None and tells(line.marks[newest], indicator)
    ]
    if newest is None or len(sure) < 2:
        return _("Too few to compare: {measure}").format(measure=indicator.name.in_(lang))
    whole = context.marks[newest]
    ranked = sorted(sure, key=lambda pair: pair[1].value or 0)
    (last, low), (first, high) = ranked[0], ranked[-1]
    words = {
        "context": context.name,
        "share": share(whole.value or 0, lang),
        "period": held(whole.label),
        "first": first,
        "high": share(high.value or 0, lang),
        "last": last,
        "low": share(low.value or 0, lang),
    }
    if words["high"] == words["low"]:
        return _("{context}, {share} in {period}: the same share in every country").format(**words)
    if could_be_turned(high, low):
        return _(
            "{context}, {share} in {period}: from {low} to {high}, but what is not known could"
            " change the order of countries"
        ).format(**words)
    above = sum((mark.value or 0) > (whole.value or 0) for _name, mark in sure)
    return ngettext(
        "{context}, {share} in {period}: {above} of {count} country above; from {last} ({low}) to"
        " {first} ({high})",
        "{context}, {share} in {period}: {above} of {count} countries above; from {last} ({low}) to"
        " {first} ({high})",
        len(sure),
    ).format(**words, above=count(above, lang), count=count(len(sure), lang))
