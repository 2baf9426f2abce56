"""What is said of reports that were due: the finding of a quarter, and a word and sign a state."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from charts.chart import Chart
from charts.words import in_words
from core.i18n import N_, Lang, translations
from core.i18n.numbers import count, isolate
from core.i18n.periods import Period, period_name
from metrics.due import DueState

# Told apart by shape and word; colour only repeats it.
SIGNS: Mapping[DueState, str] = {
    "reported": "●",
    "partial": "◐",
    "longer": "◆",
    "late": "▲",
    "awaited": "○",
    "not-reported": "–",
    "closed": "✕",
}
WORDS: Mapping[DueState, str] = {
    "reported": N_("reported"),
    "partial": N_("in part"),
    "longer": N_("longer period"),
    "late": N_("late"),
    "awaited": N_("awaited"),
    "not-reported": N_("not reported"),
    "closed": N_("closed"),
}
MEANINGS: Mapping[DueState, str] = {
    "reported": N_("everything that was expected has come"),
    "partial": N_("some of the datasets that were expected have come"),
    "longer": N_("a report of a longer period covers the quarter"),
    "late": N_("expected, the quarter is over, and nothing has come"),
    "awaited": N_("expected, and the quarter is not over"),
    "not-reported": N_("silent for so long that nothing is expected any more"),
    "closed": N_("the mechanism is reported closed"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Quarter:
    """How many mechanisms reported for a quarter.

    Attributes:
        late: None where only counts of reports may be said.
        partial: how many sent a part of what was expected.
        over: whether the quarter is over.
    """

    period: Period
    reporting: int
    expected: int
    late: int | None = None
    partial: int = 0
    over: bool = True


def about(quarter: Quarter, lang: Lang) -> str:
    """`41 of 63 expected mechanisms have reported for Q2 2026; 9 are late`."""
    _, ngettext = translations(lang).gettext, translations(lang).ngettext
    period = isolate(period_name(quarter.period, lang, short=True), lang)
    if not quarter.expected:
        return _("No mechanism was expected to report for {period}").format(period=period)
    said = ngettext(
        "{reporting} of {expected} expected mechanism has reported for {period}",
        "{reporting} of {expected} expected mechanisms have reported for {period}",
        quarter.expected,
    ).format(
        reporting=count(quarter.reporting, lang),
        expected=count(quarter.expected, lang),
        period=period,
    )
    if not quarter.over:
        return _("{said}, which is not over").format(said=said)
    if quarter.late is None:
        return said
    if not quarter.late:
        return _("{said}; none is late").format(said=said)
    late = ngettext("{count} is late", "{count} are late", quarter.late)
    return _("{said}; {late}").format(said=said, late=late.format(count=count(quarter.late, lang)))


def with_finding(chart: Chart, quarter: Quarter) -> Chart:
    """The grid of who reported when, under the finding of one quarter."""
    told = replace(chart, finding=about(quarter, chart.lang))
    return replace(told, alternative=in_words(told))


def of_parts(partial: int, lang: Lang) -> str:
    """How many sent a part of what was expected."""
    return (
        translations(lang)
        .ngettext(
            "{count} of them has sent a part of what was expected.",
            "{count} of them have sent a part of what was expected.",
            partial,
        )
        .format(count=count(partial, lang))
    )
