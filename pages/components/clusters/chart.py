"""The chosen indicator by cluster, or by country where one cluster is chosen, and over time."""

import streamlit as st

from charts.bars import bars
from metrics.registry import Dimension
from pages.components import cached, draw, matched
from pages.components.looked_at import LookedAt
from pages.components.trends.lines import Lines, drawn


def by_split(look: LookedAt, indicator: str) -> None:
    """Bars: clusters beside each other, or the countries of one cluster."""
    by = _split(look)
    found = look.measure(indicator, by=(by,))
    ranked = found[found[by].notna()]
    if by == "cluster":
        ranked = found[found["cluster"].isin(cached.ranked_clusters(look.ctx))]
    drawn = bars(
        ranked,
        look.declared(indicator),
        look.ctx.lang,
        by=by,
        names=cached.names_of(look.ctx, by),
        within=look.setting(indicator),
    )
    draw.interactive(look.ctx, drawn, look.declared(indicator), "split")


def over_time(look: LookedAt, indicator: str) -> None:
    """The same by quarter, its change told on matched mechanisms."""
    st.header(look.ctx._("Over time"))
    declared = look.declared(indicator)
    lines = Lines(
        ctx=look.ctx,
        indicator=declared,
        only={name: (value,) for name, value in look.only},
        scope=look.scope,
        matched=matched.chosen(look.ctx, declared),
        until=look.period,
        side=look.side(indicator),
    )
    if lines.frame().empty:
        draw.nothing(look.ctx, declared, "over_time")
        return
    draw.chart(look.ctx, drawn(lines), declared, "over_time")


def _split(look: LookedAt) -> Dimension:
    return "country" if "cluster" in dict(look.only) else "cluster"
