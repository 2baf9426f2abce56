"""The answer: a number, bars, a line in time or a heat table, and the same as a table of rows."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from charts.bars import bars
from charts.chart import Chart
from charts.headline import headline, whole_mark
from charts.trend import trend
from charts.words import Setting, in_words, of_side
from core.i18n import N_
from core.i18n.numbers import count
from metrics import CLUSTER_LISTS, Dimension, Indicator, mixed_levels, overlapping
from metrics.dimensions import splits
from pages.components import cached, draw, notes, standing
from pages.components.explorer import codes, heat, rows
from pages.components.explorer.asked import Asked, may_ask, side
from pages.components.session import Context

# As many bars as a page holds; the table below has them all.
_MOST_BARS = 30
_OUTSIDE = N_(
    "Outside the team only country × cluster × quarter and its totals can be asked, because a "
    "finer question could show a single organisation; what is not offered here is of that kind."
)
_OVERLAPS = N_(
    "A country with several working languages is in each of them: do not add the rows up."
)
_APART = N_("Labels that are no cluster stand in the table alone.")
_MIXED = N_("Levels are mixed in one number: {levels}.")


def why_less(ctx: Context) -> None:
    """Outside the team: why not everything is offered."""
    if not ctx.inside:
        st.markdown(ctx._(_OUTSIDE))


def show(ctx: Context, asked: Asked) -> None:
    """Measure, and draw what fits the number of dimensions.

    Raises:
        UnknownIndicator: the indicator has no answer to this.
        NotAllowed: it has none outside the team.
    """
    found = measured(ctx, asked)
    declared = of_side(asked.indicator, side(ctx, asked))
    _beside(ctx, asked)
    if found.empty:
        draw.nothing(ctx, declared, "answer")
    else:
        if len(asked.by) == 2 or (asked.by and not _is_share(declared)):
            heat.show(ctx, asked, declared, found, setting(ctx, asked))
        else:
            draw.chart(ctx, _chart(ctx, asked, declared, found), declared, "answer")
        if len(asked.by) == 1:
            st.header(ctx._("The same as a table"))
            rows.show(ctx, asked, declared, found)
        rows.download(ctx, asked, declared, found)


def _is_share(declared: Indicator) -> bool:
    """Whether it can be drawn from nothing to all; counts and what stands on two others cannot."""
    return declared.unit == "percent" and not declared.over


def measured(ctx: Context, asked: Asked) -> pd.DataFrame:
    """The answer as this reader may see it; rows of no period belong to none."""
    found = cached.measure(
        ctx, asked.indicator.id, by=asked.by, only=asked.limits, scope=asked.scope,
        grain=asked.grain,
    )  # fmt: skip
    return found[found["period"].notna()] if "period" in asked.by else found


def setting(ctx: Context, asked: Asked) -> Setting:
    """What the lines around the chart say."""
    whole, alone = None, replace(asked, by=())
    if may_ask(ctx, alone):
        whole = whole_mark(measured(ctx, alone), asked.indicator, ctx.lang)
    place = " · ".join(
        codes.value_name(ctx, asked.indicator, name, values[0])
        for name, values in asked.only.items()
        if len(values) == 1 and name != "role"
    )
    return Setting(
        period=asked.period, scope=asked.scope, place=place or None, whole=whole,
        side=side(ctx, asked),
    )  # fmt: skip


def _chart(ctx: Context, asked: Asked, declared: Indicator, found: pd.DataFrame) -> Chart:
    within = setting(ctx, asked)
    if not asked.by:
        return headline(found, declared, ctx.lang, within=within)
    (dimension,) = asked.by
    if dimension == "period":
        return trend(found, declared, ctx.lang, within=within)
    ranked = _ranked(ctx, dimension, found)
    named = {
        str(code): codes.value_name(ctx, declared, dimension, str(code))
        for code in found[dimension].dropna()
    }
    drawn = bars(
        ranked, declared, ctx.lang, by=_dimension(declared, dimension), names=named, within=within
    )
    apart = (ctx._(_APART),) if len(ranked) < len(found) else ()
    return _shortened(ctx, replace(drawn, notes=(*drawn.notes, *apart)))


def _ranked(ctx: Context, dimension: str, found: pd.DataFrame) -> pd.DataFrame:
    """Without labels that are no cluster, which rank nowhere; the table has them."""
    if dimension not in {"cluster", *CLUSTER_LISTS}:
        return found
    return found[found[dimension].isin(cached.ranked_clusters(ctx))]


def _dimension(indicator: Indicator, name: str) -> Dimension:
    return next(one for one in splits(indicator) if one == name)


def _shortened(ctx: Context, drawn: Chart) -> Chart:
    """The first of many bars; how many are left out is said under them."""
    (series,) = drawn.series
    if len(series.marks) <= _MOST_BARS:
        return drawn
    left_out = ctx._("The first {shown} of {count}; the table has them all.").format(
        shown=count(_MOST_BARS, ctx.lang), count=count(len(series.marks), ctx.lang)
    )
    shorter = replace(
        drawn,
        series=(replace(series, marks=series.marks[:_MOST_BARS]),),
        notes=(*drawn.notes, left_out),
    )
    return replace(shorter, alternative=in_words(shorter))


def _beside(ctx: Context, asked: Asked) -> None:
    """What must be said beside the numbers."""
    if overlapping(asked.by):
        notes.warning(ctx._("Groups overlap"), ctx._(_OVERLAPS))
    mixed = _mixed(ctx, asked) if "level" in asked.only else ()
    if mixed:
        levels = ", ".join(cached.names_of(ctx, "level").get(one, one) for one in mixed)
        notes.warning(ctx._("Mixed levels"), ctx._(_MIXED).format(levels=levels))
    if not asked.indicator.over:
        standing.mark(ctx, (asked.indicator.id,), only=asked.limits, scope=asked.scope)


def _mixed(ctx: Context, asked: Asked) -> tuple[str, ...]:
    with ctx.db.cursor(as_of=ctx.as_of) as cur:
        return mixed_levels(cur, asked.indicator, by=asked.by, only=asked.limits, grain=asked.grain)
