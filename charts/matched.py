"""The change of a line on the mechanisms that reported at both its ends, in words and beside it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date as Day  # noqa: N812 - as in core/i18n/numbers.py

import pandas as pd

from charts.chart import Chart, Mark
from charts.findings import could_be_turned
from charts.marks import is_true, mark_of, records, tells
from charts.trend import not_over
from charts.words import in_words, share
from core.i18n import Lang, translations
from core.i18n.numbers import count, isolate
from core.i18n.periods import Period, period_name
from metrics.registry import Indicator


@dataclass(frozen=True, slots=True)
class Pair:
    """Two periods on the mechanisms that reported in both.

    Attributes:
        before: the first, labelled with its period.
        after: the last; `reporting` is how many are matched, `expected` that of the full set.
        dropped: mechanisms that reported in one of the two only.
    """

    before: Mark
    after: Mark
    dropped: int

    @property
    def matched(self) -> int:
        """Mechanisms that reported in both."""
        return self.after.reporting or 0


def ends_of(
    frame: pd.DataFrame, indicator: Indicator, lang: Lang, today: Day | None
) -> tuple[Period, Period] | None:
    """The first and the last period of a line that a change may be told from; None: there are none.

    Args:
        frame: one line, a measurement by period; with `partial`, incomplete ones are left out.
        indicator: what was measured.
        lang: any.
        today: a period that is not over on this day is no end.
    """
    told = sorted(
        Period.parse(str(row["period"]))
        for row in records(frame)
        if not is_true(row.get("partial")) and tells(mark_of(row, "-", indicator, lang), indicator)
    )
    over = [period for period in told if not not_over(period, today)]
    return (over[0], over[-1]) if len(over) > 1 else None


def pair_of(frame: pd.DataFrame, indicator: Indicator, lang: Lang) -> Pair | None:
    """The pair of `metrics.matched_pair` for one line; None: nobody reported in both periods."""
    rows = sorted(records(frame), key=lambda row: Period.parse(str(row["period"])))
    if len(rows) != 2:
        return None
    before, after = (
        mark_of(
            row, period_name(Period.parse(str(row["period"])), lang, short=True), indicator, lang
        )
        for row in rows
    )
    return Pair(before, after, int(rows[1]["dropped"]))


def of_pair(pair: Pair, indicator: Indicator, lang: Lang) -> str:
    """Whether a share rises or falls once only matched mechanisms count, and from what to what."""
    _ = translations(lang).gettext
    before, after = pair.before, pair.after
    if not (tells(before, indicator) and tells(after, indicator)):
        return _too_few(pair, lang)
    words = {
        "before": share(before.value or 0, lang),
        "after": share(after.value or 0, lang),
        "start": held(before.label),
        "end": held(after.label),
    }
    if words["before"] == words["after"]:
        template = _("Unchanged at {after} once only matched mechanisms count ({start} and {end})")
        return template.format(**words)
    rising = (after.value or 0) > (before.value or 0)
    higher, lower = (after, before) if rising else (before, after)
    if could_be_turned(higher, lower):
        return _turned(lang, rising=rising).format(**words)
    template = (
        _("Rising once only matched mechanisms count: {before} in {start}, {after} in {end}")
        if rising
        else _("Falling once only matched mechanisms count: {before} in {start}, {after} in {end}")
    )
    return template.format(**words)


def nobody_in_both(ends: tuple[Period, Period], lang: Lang) -> str:
    """That no mechanism reported in both periods, so nothing can be told."""
    start, end = (isolate(period_name(period, lang, short=True), lang) for period in ends)
    template = translations(lang).gettext(
        "Too few to tell: no mechanism reported in both {start} and {end}"
    )
    return template.format(start=start, end=end)


def matched_words(pair: Pair, lang: Lang) -> str:
    """How many mechanisms are compared, and how many are left out."""
    ngettext = translations(lang).ngettext
    compared = ngettext(
        "{matched} mechanism reported at both ends",
        "{matched} mechanisms reported at both ends",
        pair.matched,
    ).format(matched=count(pair.matched, lang))
    if not pair.dropped:
        return translations(lang).gettext("{compared}, none left out").format(compared=compared)
    dropped = ngettext(
        "{dropped} that reported at one end only is left out",
        "{dropped} that reported at one end only are left out",
        pair.dropped,
    ).format(dropped=count(pair.dropped, lang))
    template = translations(lang).gettext("{compared}, {dropped}")
    return template.format(compared=compared, dropped=dropped)


def with_finding(chart: Chart, finding: str, *coverage: str, notes: Iterable[str] = ()) -> Chart:
    """The chart under another finding, with more said of who stands behind it.

    Args:
        chart: a trend; of several lines, the first is named before the finding.
        finding: about its first line.
        coverage: what is added to the line of coverage.
        notes: what is added to the notes.
    """
    _ = translations(chart.lang).gettext
    if len(chart.series) > 1:
        finding = _("{name}: {finding}").format(name=chart.series[0].name, finding=finding)
    line = "\u00a0· ".join(filter(None, (chart.coverage, *coverage)))
    told = replace(chart, finding=finding, coverage=line, notes=(*chart.notes, *notes))
    return replace(told, alternative=in_words(told))


def held(label: str) -> str:
    """A period that no line breaks: `Q3 2025`."""
    return label.replace(" ", "\u00a0")


def _too_few(pair: Pair, lang: Lang) -> str:
    template = translations(lang).ngettext(
        "Too few to tell on {matched} matched mechanism ({start} and {end})",
        "Too few to tell on {matched} matched mechanisms ({start} and {end})",
        pair.matched,
    )
    return template.format(
        matched=count(pair.matched, lang), start=held(pair.before.label), end=held(pair.after.label)
    )


def _turned(lang: Lang, *, rising: bool) -> str:
    _ = translations(lang).gettext
    if rising:
        return _(
            "Rising among known types once only matched mechanisms count: {before} in {start},"
            " {after} in {end}; unknown types could turn it"
        )
    return _(
        "Falling among known types once only matched mechanisms count: {before} in {start},"
        " {after} in {end}; unknown types could turn it"
    )
