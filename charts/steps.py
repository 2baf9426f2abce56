"""How a number is made, one plain sentence a step: what is looked at, what leaves, what is left."""

from collections.abc import Iterator

from charts.chart import Mark, State
from charts.marks import low_to_high
from charts.nouns import counted, noun_of
from charts.words import share
from core.i18n import Lang, translations
from core.i18n.numbers import count, isolate
from metrics.registry import Indicator

_DIVIDED = "{part} ÷ {whole} = {share}"


def steps(mark: Mark, indicator: Indicator, lang: Lang, *, what: str = "") -> tuple[str, ...]:
    """The sentences between the rows and the number, in their order.

    Args:
        mark: of one number that was measured, as `mark_of` makes it.
        indicator: what was measured; nothing is said of one that stands on two others.
        lang: the reader's language.
        what: what the numerator counts, in words; left out where these are L/NAs.

    Returns:
        Nothing where the mark has no halves: its own text says why.
    """
    if indicator.over or mark.numerator is None or mark.denominator is None:
        return ()
    return tuple(_steps(mark, (mark.numerator, mark.denominator), indicator, lang, what))


def counts_actors(indicator: Indicator) -> bool:
    """Whether it is the share of L/NAs among all whose type is known, and nothing besides.

    Told by the declaration itself: both halves are one text but for this condition.
    """
    told = str(indicator.numerator).replace("lna_scope <= $scope", "type_known")
    return told == indicator.denominator and indicator.numerator != indicator.denominator


def _steps(
    mark: Mark, halves: tuple[int, int], indicator: Indicator, lang: Lang, what: str
) -> Iterator[str]:
    _, unknown = translations(lang).gettext, mark.unknown or 0
    part, whole = halves
    looked_at = counted(whole + unknown, noun_of(indicator), lang)
    yield _("Looked at: {counted}").format(counted=looked_at)
    if unknown:
        yield _leaving(unknown, indicator, lang)
        yield _remaining(whole, lang)
    if whole:
        yield _counting(part, indicator, lang, what)
    if mark.value is not None and mark.state in {State.VALUE, State.ZERO}:
        yield _division(part, whole, mark.value, lang)
    interval = low_to_high(mark, indicator, lang)
    if interval:
        yield interval


def _leaving(unknown: int, indicator: Indicator, lang: Lang) -> str:
    ngettext = translations(lang).ngettext
    if counts_actors(indicator):
        template = ngettext(
            "{count} of unknown type leaves both sides",
            "{count} of unknown type leave both sides",
            unknown,
        )
    else:
        template = ngettext(
            "{count} is not known and leaves both sides",
            "{count} are not known and leave both sides",
            unknown,
        )
    return template.format(count=count(unknown, lang))


def _remaining(whole: int, lang: Lang) -> str:
    template = translations(lang).ngettext("{count} remains", "{count} remain", whole)
    return template.format(count=count(whole, lang))


def _counting(part: int, indicator: Indicator, lang: Lang, what: str) -> str:
    words = translations(lang)
    if counts_actors(indicator):
        template = words.ngettext(
            "{count} of them is an L/NA under this definition",
            "{count} of them are L/NAs under this definition",
            part,
        )
        return template.format(count=count(part, lang))
    if what:
        template = words.gettext("Of these, {count}: {what}")
        return template.format(count=count(part, lang), what=what)
    template = words.ngettext(
        "{count} of them is as the title says", "{count} of them are as the title says", part
    )
    return template.format(count=count(part, lang))


def _division(part: int, whole: int, value: float, lang: Lang) -> str:
    """Arithmetic runs from left to right in every language."""
    written = _DIVIDED.format(
        part=count(part, lang), whole=count(whole, lang), share=share(value, lang)
    )
    return isolate(written, lang)
