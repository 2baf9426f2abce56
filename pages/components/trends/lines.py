"""What a chart in time shows: an indicator, its limits, its lines; and the chart made of it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import pandas as pd

import metrics
from charts.benchmarks import published_lines
from charts.chart import Chart, State
from charts.findings import of_whole
from charts.happened import happened
from charts.headline import whole_mark
from charts.marks import is_true
from charts.matched import ends_of, matched_words, nobody_in_both, of_pair, pair_of, with_finding
from charts.trend import filled, trend
from charts.words import Setting, in_words, name_in
from core.i18n import translations
from core.i18n.periods import Period
from metrics import Scope
from metrics.question import Side
from metrics.registry import Dimension, Indicator
from metrics.trend import StepGrain
from pages.components import cached, compared, matched
from pages.components.cached import Filters
from pages.components.session import Context

MOST = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """One chart in time.

    Attributes:
        codes: the groups of `split` that are lines, the first highlighted; none without a split.
        matched: whether the change is told on matched mechanisms.
        until: periods after it are left out.
        side: which organisation of a row is counted, where files name two.
    """

    ctx: Context
    indicator: Indicator
    only: Filters
    scope: Scope
    grain: StepGrain = "quarter"
    split: Dimension | None = None
    codes: tuple[str, ...] = ()
    matched: bool = True
    until: Period | None = None
    side: Side | None = None

    def frame(self) -> pd.DataFrame:
        """The measurement by period and line, the lines in their order.

        Raises:
            NotAllowed: `outside-the-lattice`.
        """
        found = self.measured((self.split,) if self.split else ())
        if not self.split:
            return found
        order = {code: number for number, code in enumerate(self.codes)}
        shown = found[found[self.split].isin(self.codes)]
        return shown.sort_values(
            by=[self.split], key=lambda codes: codes.map(order), kind="stable", ignore_index=True
        )

    def measured(self, by: tuple[str, ...]) -> pd.DataFrame:
        """All groups of a split by period, up to the last period looked at."""
        found = compared.over_time(
            self.ctx, self.indicator.id, by=by, only=self.only, scope=self.scope, grain=self.grain
        )
        if self.until is None or found.empty:
            return found
        until = self.until
        return found[found["period"].map(lambda text: Period.parse(text) <= until).astype(bool)]

    def of(self, code: str) -> "Lines":
        """One line alone; without a split the same."""
        if not self.split:
            return self
        return replace(self, split=None, codes=(), only={**self.only, self.split: (code,)})

    def periods(self) -> tuple[Period, ...]:
        """The periods of the marks."""
        return filled(Period.parse(text) for text in self.frame()["period"])

    def names(self) -> Mapping[str, str]:
        """Code to name of the lines."""
        return cached.names_of(self.ctx, self.split) if self.split else {}


def drawn(lines: Lines) -> Chart:
    """The lines with their finding, what others published, and what happened."""
    ctx, frame, periods = lines.ctx, lines.frame(), lines.periods()
    chart = trend(
        frame,
        lines.indicator,
        ctx.lang,
        split=lines.split,
        names=lines.names(),
        today=compared.today(),
        within=_setting(lines),
    )
    names = {name: cached.names_of(ctx, name) for name in ("country", "cluster", "mechanism_type")}
    kinds = names["mechanism_type"] if lines.split == "mechanism_type" else {}
    figures = compared.figures_beside(
        ctx,
        lines.indicator.id,
        by=lines.split,
        codes=lines.codes,
        only=lines.only,
        scope=lines.scope,
    )
    beside = replace(
        chart,
        references=published_lines(figures, periods, ctx.lang, names["country"], kinds),
        annotations=happened(compared.timeline(ctx, _of_lines(lines)), periods, ctx.lang, names),
    )
    if lines.indicator.over or lines.indicator.unit == "count":
        return _said_last(beside, lines.indicator)
    if not lines.matched:
        all_of_them = [ctx._(matched.ALL)] if metrics.no_steps(lines.indicator) is None else []
        return with_notes(beside, all_of_them)
    first = lines.of(lines.codes[0]) if lines.codes else lines
    return with_finding(beside, *change(first))


def _of_lines(lines: Lines) -> Filters:
    """The limits of all lines together: what happened elsewhere does not stand beside them."""
    return {**lines.only, **({lines.split: lines.codes} if lines.split else {})}


def _said_last(chart: Chart, indicator: Indicator) -> Chart:
    """The chart of what is no share: its title is the newest number."""
    marks = [mark for mark in chart.series[0].marks if not mark.partial]
    told = [mark for mark in marks if mark.state is State.VALUE or mark.numerator]
    if not told:
        return chart
    finding = of_whole(told[-1], indicator, chart.lang)
    named = translations(chart.lang).gettext("{name}: {finding}")
    return replace(chart, finding=named.format(name=told[-1].label, finding=finding))


def with_notes(chart: Chart, notes: list[str]) -> Chart:
    """The chart with more said under it."""
    told = replace(chart, notes=(*chart.notes, *notes))
    return replace(told, alternative=in_words(told))


def change(line: Lines) -> tuple[str, ...]:
    """The change of one line on matched mechanisms, then how many are compared and left out."""
    ctx = line.ctx
    ends = ends_of(line.frame(), line.indicator, ctx.lang, compared.today())
    if ends is None:
        name = line.indicator.name.in_(ctx.lang)
        return (ctx._("Too few periods to tell a trend: {measure}").format(measure=name),)
    found = compared.pair(ctx, line.indicator.id, ends, only=line.only, scope=line.scope)
    pair = pair_of(found, line.indicator, ctx.lang)
    if pair is None:
        return (nobody_in_both(ends, ctx.lang),)
    return of_pair(pair, line.indicator, ctx.lang), matched_words(pair, ctx.lang)


def changes(lines: Lines) -> list[str]:
    """A sentence for every line: its change, and how many mechanisms are left out."""
    ctx = lines.ctx
    if not lines.codes:
        return [_joined(ctx, change(lines)[1:])]
    named = ctx._("{name}: {finding}")
    return [
        named.format(
            name=name_in(lines.names(), code, ctx.lang),
            finding=_joined(ctx, change(lines.of(code))),
        )
        for code in lines.codes
    ]


def _joined(ctx: Context, parts: tuple[str, ...]) -> str:
    return ctx._("; ").join(parts)


def _setting(lines: Lines) -> Setting:
    """The last whole period: who reported in it, and how many stand behind.

    Where a split takes the place of a limit of the indicator's own, such as the kind of mechanism,
    the whole would be about others than the lines: it is then that of the first line.
    """
    limited = bool(lines.codes) and lines.split in lines.indicator.only
    found = lines.of(lines.codes[0]).measured(()) if limited else lines.measured(())
    whole = found[[not is_true(cell) for cell in found["partial"]]]
    if whole.empty:
        return Setting(scope=lines.scope, side=lines.side)
    periods = [Period.parse(text) for text in whole["period"]]
    newest = periods.index(max(periods))
    mark = whole_mark(whole.iloc[[newest]], lines.indicator, lines.ctx.lang)
    return Setting(period=periods[newest], scope=lines.scope, whole=mark, side=lines.side)
