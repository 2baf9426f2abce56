"""What a map says: in how many countries a share is more than half."""

from collections.abc import Callable, Mapping, Sequence

from charts.chart import Mark, State
from charts.marks import enough, tells
from core.i18n import Lang, translations
from core.i18n.numbers import count
from metrics.registry import Indicator

_HALF = 0.5
_WITH_NUMBERS = {State.VALUE, State.ZERO, State.COUNT_ONLY}


def of_spread(marks: Sequence[Mark], indicator: Indicator, lang: Lang) -> str:
    """About the shares of countries that tell something; about numbers where there is no share."""
    _ = translations(lang).gettext
    if indicator.unit == "count" or indicator.over:
        return _with_numbers(marks, indicator, lang)
    # Where a percentage may not be shown the counts may, and say as well what is more than half.
    sure = [mark for mark in marks if mark.counts and enough(mark, indicator)]
    if len(sure) < 2:
        return _("Too few to compare: {measure}").format(measure=indicator.name.in_(lang))
    more = sum((mark.numerator or 0) > _HALF * (mark.denominator or 0) for mark in sure)
    template = _OWN.get(indicator.id, _any)(lang, len(sure))
    return template.format(
        measure=indicator.name.in_(lang), part=count(more, lang), whole=count(len(sure), lang)
    )


def about_half(marks: Sequence[Mark], indicator: Indicator, lang: Lang) -> tuple[str, ...]:
    """The note that is due where unknown types could carry a share across one half."""
    open_ = [
        mark
        for mark in marks
        if tells(mark, indicator)
        and mark.low is not None
        and mark.high is not None
        and mark.low <= _HALF < mark.high
    ]
    if not open_:
        return ()
    template = translations(lang).ngettext(
        "In {count} country, what is not known could carry the share across one half.",
        "In {count} countries, what is not known could carry the share across one half.",
        len(open_),
    )
    return (template.format(count=count(len(open_), lang)),)


def _with_numbers(marks: Sequence[Mark], indicator: Indicator, lang: Lang) -> str:
    number = sum(mark.state in _WITH_NUMBERS for mark in marks)
    if not number:
        _ = translations(lang).gettext
        return _("Too few to compare: {measure}").format(measure=indicator.name.in_(lang))
    template = translations(lang).ngettext(
        "A number from {count} country: {measure}",
        "Numbers from {count} countries: {measure}",
        number,
    )
    return template.format(count=count(number, lang), measure=indicator.name.in_(lang))


def _any(lang: Lang, whole: int) -> str:
    return translations(lang).ngettext(
        "More than half in {part} of {whole} country: {measure}",
        "More than half in {part} of {whole} countries: {measure}",
        whole,
    )


def _leadership(lang: Lang, whole: int) -> str:
    return translations(lang).ngettext(
        "In {part} of {whole} country, local and national actors hold a leadership role in more"
        " than half of the clusters",
        "In {part} of {whole} countries, local and national actors hold a leadership role in more"
        " than half of the clusters",
        whole,
    )


def _roles(lang: Lang, whole: int) -> str:
    return translations(lang).ngettext(
        "In {part} of {whole} country, local and national actors hold more than half of the"
        " leadership roles",
        "In {part} of {whole} countries, local and national actors hold more than half of the"
        " leadership roles",
        whole,
    )


def _presence(lang: Lang, whole: int) -> str:
    return translations(lang).ngettext(
        "In {part} of {whole} country, more than half of the organisations reported present are"
        " local or national",
        "In {part} of {whole} countries, more than half of the organisations reported present are"
        " local or national",
        whole,
    )


def _reporting(lang: Lang, whole: int) -> str:
    return translations(lang).ngettext(
        "In {part} of {whole} country, more than half of the expected mechanisms reported",
        "In {part} of {whole} countries, more than half of the expected mechanisms reported",
        whole,
    )


# An indicator without a sentence of its own is said by its name.
_OWN: Mapping[str, Callable[[Lang, int], str]] = {
    "clusters_with_lna_leadership": _leadership,
    "lna_share_of_leadership_roles": _roles,
    "lna_share_of_presence": _presence,
    "reporting_rate": _reporting,
}
