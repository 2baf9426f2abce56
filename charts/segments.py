"""What a share is made of: one bar to 100 % of known types, the unknown ones beside it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import pandas as pd

from charts.bars import rank
from charts.chart import Axis, Chart, Mark, Series, State
from charts.findings import about_ranking, of_composition, of_ranking, of_whole
from charts.marks import Record, mark_of, measured_by, missing
from charts.nouns import noun_of, reported
from charts.words import (
    Setting,
    coverage_line,
    dimension_name,
    in_words,
    measure_line,
    name_in,
    numbers,
    percent_axis,
)
from core.i18n import N_, Lang, translations
from core.i18n.numbers import count
from metrics.question import Scope
from metrics.registry import Dimension, Indicator

NAMES = (
    N_("NGOs and civil society"),
    N_("National society"),
    N_("Authorities"),
    N_("International and other"),
    N_("Type unknown"),
)


@dataclass(frozen=True, slots=True)
class Composition:
    """One category: how many of each kind, and the mark of the default scope."""

    mark: Mark
    known: tuple[int, int, int, int]
    unknown: int


def segments(
    frames: Mapping[Scope, pd.DataFrame],
    indicator: Indicator,
    lang: Lang,
    *,
    by: Dimension | None = None,
    names: Mapping[str, str] | None = None,
    within: Setting | None = None,
) -> Chart:
    """Shares by kind of actor, from one measurement in three scopes.

    Args:
        frames: scope to a measurement split by `by` alone, or not at all.
        indicator: one that counts organisations or roles.
        lang: the reader's language.
        by: the column of categories; None: one bar.
        names: code to name in that language.
        within: period and place.

    Raises:
        ValueError: the indicator counts mechanisms, or the three scopes contradict each other.
    """
    if indicator.entity == "mechanism":
        raise ValueError(f"{indicator.id} counts mechanisms, which are of no kind of actor")
    within = within or Setting()
    parts = _compositions(frames, indicator, lang, by, names or {})
    whole = within.whole or (parts[0].mark if by is None and parts else None)
    chart = Chart(
        kind="segments",
        finding=_finding(parts, indicator, lang, by),
        measure=measure_line(indicator, within, lang),
        coverage=coverage_line(whole, indicator, within, lang),
        notes=(_note(lang), *_about(parts, indicator, lang, by)),
        alternative="",
        series=tuple(_series(number, parts, lang) for number in range(len(NAMES))),
        categories=Axis(dimension_name(by, lang) if by else "", "category"),
        values=percent_axis(lang),
        lang=lang,
    )
    return replace(chart, alternative=in_words(chart))


def _about(
    parts: Iterable[Composition], indicator: Indicator, lang: Lang, by: Dimension | None
) -> tuple[str, ...]:
    return about_ranking([part.mark for part in parts], indicator, lang) if by else ()


def _note(lang: Lang) -> str:
    return translations(lang).gettext("Shares are of known types; unknown ones stand beside.")


def _finding(
    parts: tuple[Composition, ...], indicator: Indicator, lang: Lang, by: Dimension | None
) -> str:
    if by:
        return of_ranking([part.mark for part in parts], indicator, lang)
    if not parts or parts[0].mark.value is None:
        silent = missing(indicator.name.in_(lang), lang)
        return of_whole(parts[0].mark if parts else silent, indicator, lang)
    return of_composition(parts[0].known, noun_of(indicator), lang)


def _compositions(
    frames: Mapping[Scope, pd.DataFrame],
    indicator: Indicator,
    lang: Lang,
    by: Dimension | None,
    names: Mapping[str, str],
) -> tuple[Composition, ...]:
    scopes = {scope: measured_by(frame, by) for scope, frame in frames.items()}
    found = []
    for key, row in scopes[2].items():
        label = name_in(names, row[by], lang) if by else indicator.name.in_(lang)
        mark = mark_of(row, label, indicator, lang)
        found.append(
            _composition(_said_thin(mark, indicator, lang), scopes[1][key], scopes[3][key])
        )
    return tuple(sorted(found, key=lambda part: rank(part.mark)))


def _said_thin(mark: Mark, indicator: Indicator, lang: Lang) -> Mark:
    """A bar of several colours cannot be hollow: the name says how few reported."""
    if not mark.low_coverage:
        return mark
    template = translations(lang).gettext("{numbers}, {coverage}")
    words = reported(mark.reporting or 0, mark.expected or 0, indicator, lang)
    return replace(mark, label=template.format(numbers=mark.label, coverage=words))


def _composition(mark: Mark, narrow: Record, wide: Record) -> Composition:
    if mark.numerator is None or mark.denominator is None:
        return Composition(mark, (0, 0, 0, 0), 0)
    first, second, third = (
        int(str(narrow["numerator"])),
        mark.numerator,
        int(str(wide["numerator"])),
    )
    known = (first, second - first, third - second, mark.denominator - third)
    if min(known) < 0 or str(narrow["denominator"]) != str(mark.denominator):
        raise ValueError(f"the scopes contradict each other: {mark.label} {known}")
    return Composition(mark, known, mark.unknown or 0)


def _series(number: int, parts: tuple[Composition, ...], lang: Lang) -> Series:
    name = translations(lang).gettext(NAMES[number])
    return Series(name, tuple(_segment(part, number, lang) for part in parts))


def _segment(part: Composition, number: int, lang: Lang) -> Mark:
    mark = part.mark
    if mark.value is None:
        text = (
            _unknown_text(part, lang) if number == len(part.known) and part.unknown else mark.text
        )
        return Mark(label=mark.label, text=text, state=mark.state)
    if number == len(part.known):
        return Mark(
            label=mark.label,
            text=_unknown_text(part, lang),
            state=State.VALUE if part.unknown else State.ZERO,
            numerator=part.unknown,
        )
    held, whole = part.known[number], sum(part.known)
    return Mark(
        label=mark.label,
        text=numbers(held / whole, held, whole, lang),
        state=State.VALUE if held else State.ZERO,
        short=numbers(held / whole, held, whole, lang),
        value=held / whole,
        numerator=held,
        denominator=whole,
        reporting=mark.reporting,
        expected=mark.expected,
        low_coverage=mark.low_coverage,
    )


def _unknown_text(part: Composition, lang: Lang) -> str:
    template = translations(lang).gettext("{count} of unknown type")
    return template.format(count=count(part.unknown, lang))
