"""A slide of a talk -> the chart that it asks for, in any language, as of the talk's decision."""

from collections.abc import Callable
from dataclasses import replace
from typing import cast

import pandas as pd

from charts.bars import bars
from charts.chart import Chart
from charts.coverage import coverage
from charts.headline import headline
from charts.trend import trend
from charts.words import Setting
from core.i18n import Lang, translations
from core.i18n.periods import Period
from core.storage.talks import Talk, TalkSlide
from metrics import Dimension, Scope
from metrics.registry import Indicator
from pages.components import cached, operations
from pages.components.looked_at import LookedAt
from pages.components.session import Context


def frozen(ctx: Context, talk: Talk, lang: Lang, *, inside: bool) -> Context:
    """The reader as the talk sees the data: that language, its decision, that much of it."""
    return replace(
        ctx,
        lang=lang,
        words=translations(lang),
        as_of=talk.event,
        inside=inside and ctx.inside,
        data_version=version_of(ctx, talk),
    )


def version_of(ctx: Context, talk: Talk) -> str:
    """The data of then under the definitions of now: these are not kept with a talk."""
    return f"{talk.event}-{ctx.data_version.partition('-')[2]}"


def chart_of(ctx: Context, slide: TalkSlide) -> tuple[Chart, Indicator]:
    """The chart and its indicator.

    Where nothing was reported of its split, the chart says so of the whole.

    Raises:
        UnknownIndicator: the indicator is gone, or does not go with the split or the limits.
    """
    limits = (("country", slide.country), ("cluster", slide.cluster))
    only = tuple((name, code) for name, code in limits if code is not None)
    look = LookedAt(ctx, Period.parse(slide.period), cast(Scope, slide.scope), only)
    indicator = look.declared(slide.indicator)
    place = ", ".join(cached.names_of(ctx, name).get(code, code) for name, code in only)
    within = replace(look.setting(slide.indicator), place=place or None)
    return _KINDS[slide.kind](look, indicator, within), indicator


def _headline(look: LookedAt, indicator: Indicator, within: Setting) -> Chart:
    return headline(look.measure(indicator.id), indicator, look.ctx.lang, within=within)


def _by(split: Dimension) -> Callable[[LookedAt, Indicator, Setting], Chart]:
    def drawn(look: LookedAt, indicator: Indicator, within: Setting) -> Chart:
        found = look.measure(indicator.id, by=(split,))
        ranked = found[found[split].notna() & _ranked(look.ctx, split, found)]
        if ranked.empty:
            return _headline(look, indicator, within)
        names = cached.names_of(look.ctx, split)
        return bars(ranked, indicator, look.ctx.lang, by=split, names=names, within=within)

    return drawn


def _ranked(ctx: Context, split: Dimension, found: pd.DataFrame) -> "pd.Series[bool]":
    if split == "cluster":
        return found[split].isin(cached.ranked_clusters(ctx))
    if split == "context":
        return found[split].isin(operations.CONTEXTS)
    return found[split].notna()


def _trend(look: LookedAt, indicator: Indicator, within: Setting) -> Chart:
    found = look.over_time(indicator.id)
    if found.empty:
        return _headline(look, indicator, within)
    return trend(found, indicator, look.ctx.lang, within=within)


def _reported(look: LookedAt, indicator: Indicator, within: Setting) -> Chart:
    found = look.over_time(indicator.id, by=("country",))
    newest = sorted(found["period"].unique())[-_LAST_QUARTERS:]
    shown = found[found["period"].isin(newest)]
    if shown.empty:
        return _headline(look, indicator, within)
    names = cached.names_of(look.ctx, "country")
    return coverage(shown, indicator, look.ctx.lang, names=names, within=within)


_LAST_QUARTERS = 8
_KINDS: dict[str, Callable[[LookedAt, Indicator, Setting], Chart]] = {
    "headline": _headline,
    "cluster": _by("cluster"),
    "country": _by("country"),
    "context": _by("context"),
    "trend": _trend,
    "reported": _reported,
}
