"""What a share is made of: one bar to 100 % of known types, the unknown ones beside it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from charts.bars import rank
from charts.chart import Axis, Chart, Mark, Series, State
from charts.findings import about_ranking, of_composition, of_ranking, of_whole
from charts.marks import Record, code_of, mark_of, missing, records
from charts.nouns import noun_of, reported
from charts.published import beside, note_on_published
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
from metrics.registry import Dimension, Indicator
from metrics.segments import SEGMENTS

# De facto authorities are in no definition of L/NA: they stand apart from the authorities.
NAMES = (
    N_("NGOs and civil society"),
    N_("National society"),
    N_("Authorities"),
    N_("De facto authorities"),
    N_("International and other"),
)
UNDIVIDED = N_("L/NAs, not divided")
UNKNOWN = N_("Type unknown")

Known = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Composition:
    """One category: its mark, how many of each kind, and how many of unknown type.

    Attributes:
        code: of the category; None: it has none.
        mark: what was measured under the definition that was asked for.
        known: as `SEGMENTS`; None: the kinds may not be seen, or nothing was counted.
        unknown: in no kind.
    """

    code: str | None
    mark: Mark
    known: Known | None
    unknown: int


def segments(
    frame: pd.DataFrame,
    indicator: Indicator,
    lang: Lang,
    *,
    by: Dimension | None = None,
    names: Mapping[str, str] | None = None,
    within: Setting | None = None,
    published: pd.DataFrame | None = None,
) -> Chart:
    """Shares by kind of actor.

    Args:
        frame: `metrics.segments` split by `by` alone, or not at all; kinds that are NA stay whole.
        indicator: one that counts organisations, seats or roles.
        lang: the reader's language.
        by: the column of categories; None: one bar.
        names: code to name in that language.
        within: period and place.
        published: figures of others that fit, as `metrics.fitting_figures` gives them.

    Raises:
        ValueError: the kinds of a row do not add up to its denominator.
    """
    within = within or Setting()
    parts = _compositions(frame, indicator, lang, by, names or {})
    chart = Chart(
        kind="segments",
        finding=_finding(parts, indicator, lang, by),
        measure=measure_line(indicator, within, lang),
        coverage=coverage_line(_whole_of(parts, by, within), indicator, within, lang),
        notes=(*_notes(parts, lang), *_about(parts, indicator, lang, by)),
        alternative="",
        series=_every_series(parts, lang),
        categories=Axis(dimension_name(by, lang) if by else "", "category"),
        values=percent_axis(lang),
        lang=lang,
    )
    marked = _with_published(chart, published, parts, by)
    return replace(marked, alternative=in_words(marked))


def _whole_of(parts: Sequence[Composition], by: Dimension | None, within: Setting) -> Mark | None:
    return within.whole or (parts[0].mark if by is None and parts else None)


def _about(
    parts: Iterable[Composition], indicator: Indicator, lang: Lang, by: Dimension | None
) -> tuple[str, ...]:
    return about_ranking([part.mark for part in parts], indicator, lang) if by else ()


def _with_published(
    chart: Chart,
    published: pd.DataFrame | None,
    parts: Iterable[Composition],
    by: Dimension | None,
) -> Chart:
    known = {part.code: (part.mark.label, part.known) for part in parts}
    references = beside(published, known, chart.lang, by=by, kinds=NAMES)
    notes = (*chart.notes, *note_on_published(references, chart.lang))
    return replace(chart, references=references, notes=notes)


def _notes(parts: Iterable[Composition], lang: Lang) -> tuple[str, ...]:
    _ = translations(lang).gettext
    undivided = _("Not divided: one of the kinds is so small that it could be named.")
    return (
        _("Shares are of known types; unknown ones stand beside."),
        *([undivided] if any(map(_is_whole, parts)) else []),
    )


def _finding(
    parts: tuple[Composition, ...], indicator: Indicator, lang: Lang, by: Dimension | None
) -> str:
    if by:
        return of_ranking([part.mark for part in parts], indicator, lang)
    if not parts or parts[0].mark.value is None or parts[0].known is None:
        silent = missing(indicator.name.in_(lang), lang)
        return of_whole(parts[0].mark if parts else silent, indicator, lang)
    return of_composition(parts[0].known, noun_of(indicator), lang)


def _compositions(
    frame: pd.DataFrame,
    indicator: Indicator,
    lang: Lang,
    by: Dimension | None,
    names: Mapping[str, str],
) -> tuple[Composition, ...]:
    found = []
    for row in records(frame):
        label = name_in(names, row[by], lang) if by else indicator.name.in_(lang)
        mark = _said_thin(mark_of(row, label, indicator, lang), indicator, lang)
        found.append(Composition(code_of(row, by), mark, _known(row, mark), mark.unknown or 0))
    return tuple(sorted(found, key=lambda part: rank(part.mark)))


def _said_thin(mark: Mark, indicator: Indicator, lang: Lang) -> Mark:
    """A bar of several colours cannot be hollow: the name says how few reported."""
    if not mark.low_coverage:
        return mark
    template = translations(lang).gettext("{numbers}, {coverage}")
    words = reported(mark.reporting or 0, mark.expected or 0, indicator, lang)
    return replace(mark, label=template.format(numbers=mark.label, coverage=words))


def _known(row: Record, mark: Mark) -> Known | None:
    if mark.denominator is None or any(pd.isna(row[name]) for name in SEGMENTS):
        return None
    known = tuple(int(str(row[name])) for name in SEGMENTS)
    if min(known) < 0 or sum(known) != mark.denominator:
        raise ValueError(f"the kinds are not the whole: {mark.label} {known} {mark.denominator}")
    return known


def _is_whole(part: Composition) -> bool:
    """Whether its number is shown and its kinds are not."""
    return part.known is None and part.mark.value is not None


def _every_series(parts: Sequence[Composition], lang: Lang) -> tuple[Series, ...]:
    """The kinds, then what is not divided where there is such, then the unknown types."""
    _ = translations(lang).gettext
    kinds = [
        Series(_(name), tuple(_segment(part, number, lang) for part in parts))
        for number, name in enumerate(NAMES)
    ]
    whole = Series(_(UNDIVIDED), tuple(_whole(part, lang) for part in parts))
    unknown = Series(_(UNKNOWN), tuple(_unknown(part, lang) for part in parts))
    return (*kinds, *([whole] if any(map(_is_whole, parts)) else []), unknown)


def _segment(part: Composition, number: int, lang: Lang) -> Mark:
    mark = part.mark
    if _is_whole(part):
        return missing(mark.label, lang, State.HIDDEN)
    if part.known is None or mark.value is None:
        return Mark(label=mark.label, text=mark.text, state=mark.state)
    held, whole = part.known[number], sum(part.known)
    words = numbers(held / whole, held, whole, lang)
    return Mark(
        label=mark.label,
        text=words,
        state=State.VALUE if held else State.ZERO,
        short=words if held else "",
        value=held / whole,
        numerator=held,
        denominator=whole,
        reporting=mark.reporting,
        expected=mark.expected,
        low_coverage=mark.low_coverage,
    )


def _whole(part: Composition, lang: Lang) -> Mark:
    """The number under the definition that was asked for, where its kinds may not be seen."""
    mark = part.mark
    if not _is_whole(part):
        return missing(mark.label, lang, State.NOT_APPLICABLE)
    return replace(mark, short=mark.text, low=None, high=None)


def _unknown(part: Composition, lang: Lang) -> Mark:
    mark = part.mark
    if mark.value is None and not part.unknown:
        return Mark(label=mark.label, text=mark.text, state=mark.state)
    template = translations(lang).gettext("{count} of unknown type")
    return Mark(
        label=mark.label,
        text=template.format(count=count(part.unknown, lang)),
        state=mark.state if mark.value is None else _state(part.unknown),
        numerator=None if mark.value is None else part.unknown,
    )


def _state(number: int) -> State:
    return State.VALUE if number else State.ZERO
