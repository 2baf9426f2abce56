"""What the numbers say, as one sentence, and no more than they carry."""

from collections.abc import Callable, Mapping, Sequence

from charts.chart import Mark, State
from charts.marks import TOO_FEW, enough, reporting_share, tells
from charts.nouns import Noun, counted, noun_of, part_of, reported
from charts.words import share
from core.i18n import Lang, translations
from core.i18n.numbers import count
from metrics.registry import Indicator


def of_whole(mark: Mark, indicator: Indicator, lang: Lang) -> str:
    """About one number."""
    _ = translations(lang).gettext
    part, whole = mark.numerator, mark.denominator
    if part is None or not whole or mark.state not in {State.VALUE, State.COUNT_ONLY, State.ZERO}:
        return _("{measure}: {state}").format(measure=indicator.name.in_(lang), state=mark.text)
    if not enough(mark, indicator):
        return _too_few(mark, indicator, lang)
    own = _OWN.get(indicator.id)
    if own is None:
        counts = part_of(part, whole, noun_of(indicator), lang)
        return _("{measure}: {counts}").format(measure=indicator.name.in_(lang), counts=counts)
    return own(lang, whole).format(part=count(part, lang), whole=count(whole, lang))


def of_ranking(marks: Sequence[Mark], indicator: Indicator, lang: Lang) -> str:
    """About categories beside each other, of which only those that tell something are named."""
    _ = translations(lang).gettext
    sure = sorted((m for m in marks if tells(m, indicator)), key=lambda m: -(m.value or 0))
    if len(sure) < 2:
        return _("Too few to compare: {measure}").format(measure=indicator.name.in_(lang))
    first, last = sure[0], sure[-1]
    words = {
        "first": first.label,
        "high": share(first.value or 0, lang),
        "last": last.label,
        "low": share(last.value or 0, lang),
    }
    if words["high"] == words["low"]:
        return _("The same share everywhere: {high}").format(**words)
    if could_be_turned(first, last):
        return _("From {low} to {high}, but what is not known could change the order").format(
            **words
        )
    return _ranked(sure, lang).format(**words)


def about_ranking(marks: Sequence[Mark], indicator: Indicator, lang: Lang) -> tuple[str, ...]:
    """The note that a ranking needs where a share that is drawn is not compared in the title."""
    if all(mark.value is None or tells(mark, indicator) for mark in marks):
        return ()
    _ = translations(lang).gettext
    return (_("The title compares only shares with five or more behind them, mostly reported."),)


def of_change(marks: Sequence[Mark], indicator: Indicator, lang: Lang) -> str:
    """About one series in time: its first and its last mark that tell something."""
    _ = translations(lang).gettext
    sure = [mark for mark in marks if tells(mark, indicator)]
    if len(sure) < 2:
        return _("Too few periods to tell a trend: {measure}").format(
            measure=indicator.name.in_(lang)
        )
    first, last = sure[0], sure[-1]
    words = {
        "before": share(first.value or 0, lang),
        "after": share(last.value or 0, lang),
        "start": first.label,
        "end": last.label,
    }
    return _changed(first, last, words, lang).format(**words)


def of_composition(known: Sequence[int], noun: Noun, lang: Lang) -> str:
    """About one whole and the kinds of actor in it; authorities de facto where there are any."""
    _ = translations(lang).gettext
    template = _(
        "Of {whole} of known type: NGOs and civil society {local}, national society {society},"
        " authorities {state}"
    )
    if known[3]:
        template = _(
            "Of {whole} of known type: NGOs and civil society {local}, national society {society},"
            " authorities {state}, de facto authorities {de_facto}"
        )
    return template.format(
        whole=counted(sum(known), noun, lang),
        local=count(known[0], lang),
        society=count(known[1], lang),
        state=count(known[2], lang),
        de_facto=count(known[3], lang),
    )


def of_gap(name: str, marks: Sequence[Mark], series: Sequence[str], lang: Lang) -> str:
    """About the category whose two values lie farthest apart."""
    ranked = sorted(zip(series, marks, strict=True), key=lambda pair: pair[1].value or 0)
    (low_name, low), (high_name, high) = ranked[0], ranked[-1]
    template = translations(lang).gettext(
        "Widest gap: {name} ({high_name} {high}, {low_name} {low})"
    )
    return template.format(
        name=name,
        high_name=high_name,
        high=share(high.value or 0, lang),
        low_name=low_name,
        low=share(low.value or 0, lang),
    )


def _too_few(mark: Mark, indicator: Indicator, lang: Lang) -> str:
    _ = translations(lang).gettext
    part, whole = mark.numerator or 0, mark.denominator or 0
    if whole < TOO_FEW or reporting_share(mark) is None:
        counts = part_of(part, whole, noun_of(indicator), lang)
        return _("Too few to tell: {counts}").format(counts=counts)
    coverage = reported(mark.reporting or 0, mark.expected or 0, indicator, lang)
    return _("Too few reports to tell: {coverage}").format(coverage=coverage)


def could_be_turned(high: Mark, low: Mark) -> bool:
    """Whether unknown types could bring the lower one above the higher one."""
    return high.low is not None and low.high is not None and low.high >= high.low


def _ranked(sure: Sequence[Mark], lang: Lang) -> str:
    ties_above = sum(mark.value == sure[0].value for mark in sure) - 1
    ties_below = sum(mark.value == sure[-1].value for mark in sure) - 1
    _ = translations(lang).gettext
    if ties_above and ties_below:
        return _("From {low} to {high}, several times each")
    if ties_above:
        return _("Lowest: {last} ({low}); several share the highest value ({high})")
    if ties_below:
        return _("Highest: {first} ({high}); several share the lowest value ({low})")
    return _("Highest: {first} ({high}); lowest: {last} ({low})")


def _changed(first: Mark, last: Mark, words: Mapping[str, str], lang: Lang) -> str:
    _ = translations(lang).gettext
    up = (last.value or 0) > (first.value or 0)
    if words["before"] == words["after"]:
        return _("Unchanged at {after} between {start} and {end}")
    higher, lower = (last, first) if up else (first, last)
    if could_be_turned(higher, lower):
        return _("From {before} in {start} to {after} in {end}, within what is not known")
    if up:
        return _("Up from {before} in {start} to {after} in {end}")
    return _("Down from {before} in {start} to {after} in {end}")


def _leadership(lang: Lang, whole: int) -> str:
    return translations(lang).ngettext(
        "In {part} of {whole} cluster, a local or national actor holds a leadership role",
        "In {part} of {whole} clusters, a local or national actor holds a leadership role",
        whole,
    )


def _roles(lang: Lang, whole: int) -> str:
    return translations(lang).ngettext(
        "Local and national actors hold {part} of {whole} leadership role",
        "Local and national actors hold {part} of {whole} leadership roles",
        whole,
    )


def _presence(lang: Lang, whole: int) -> str:
    return translations(lang).ngettext(
        "{part} of {whole} organisation reported present is local or national",
        "{part} of {whole} organisations reported present are local or national",
        whole,
    )


def _unknown_types(lang: Lang, whole: int) -> str:
    return translations(lang).ngettext(
        "{part} of {whole} row has no usable organisation type",
        "{part} of {whole} rows have no usable organisation type",
        whole,
    )


def _reporting(lang: Lang, whole: int) -> str:
    return translations(lang).ngettext(
        "{part} of {whole} expected mechanism reported",
        "{part} of {whole} expected mechanisms reported",
        whole,
    )


# An indicator without a sentence of its own is said by its name.
_OWN: Mapping[str, Callable[[Lang, int], str]] = {
    "clusters_with_lna_leadership": _leadership,
    "lna_share_of_leadership_roles": _roles,
    "lna_share_of_presence": _presence,
    "unknown_type": _unknown_types,
    "reporting_rate": _reporting,
}
