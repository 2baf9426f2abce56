"""The chosen indicator by cluster, or by country where one cluster is chosen, and over time."""

import pandas as pd
import streamlit as st

from charts.bars import bars
from metrics.registry import Dimension
from pages.components import cached, draw, matched
from pages.components.looked_at import LookedAt
from pages.components.trends.lines import Lines, drawn


def by_split(look: LookedAt, indicator: str) -> None:
    """Bars: clusters beside each other, or the countries of one cluster."""
    by = split_of(look)
    found = look.measure(indicator, by=(by,))
    drawn = bars(
        ranked(look, found),
        look.declared(indicator),
        look.ctx.lang,
        by=by,
        names=cached.names_of(look.ctx, by),
        within=look.setting(indicator),
    )
    draw.chart(look.ctx, drawn, look.declared(indicator), "split")


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


def ranked(look: LookedAt, found: pd.DataFrame) -> pd.DataFrame:
    """The rows of the categories shown: labels that are no cluster stand in no ranking."""
    by = split_of(look)
    if by == "cluster":
        return found[found["cluster"].isin(cached.ranked_clusters(look.ctx))]
    return found[found[by].notna()]


def split_of(look: LookedAt) -> Dimension:
    """Clusters beside each other, or the countries of the one that is chosen."""
    return "country" if "cluster" in dict(look.only) else "cluster"
