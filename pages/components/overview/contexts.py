"""MENA and the francophone world beside each other, on the same axes."""

import streamlit as st

from charts.bars import bars
from charts.chart import Chart
from charts.segments import segments
from charts.trend import trend
from pages.components import cached, draw, operations
from pages.components.looked_at import LEADERSHIP, PRESENCE, LookedAt


def show(look: LookedAt) -> None:
    """Leadership, composition of presence, and who reported."""
    ctx = look.ctx
    st.header(ctx._("By context"))
    operations.reported(look)
    first, second = st.columns(2)
    with first:
        draw.chart(ctx, _leadership(look), look.declared(LEADERSHIP), "contexts_leadership")
    with second:
        draw.chart(ctx, _presence(look), look.declared(PRESENCE), "contexts_presence")


def over_time(look: LookedAt) -> None:
    """Both indicators by quarter, a line for each context."""
    ctx = look.ctx
    st.header(ctx._("Over time"))
    first, second = st.columns(2)
    for column, indicator in ((first, LEADERSHIP), (second, PRESENCE)):
        with column:
            _trend(look, indicator)


def _leadership(look: LookedAt) -> Chart:
    found = look.measure(LEADERSHIP, by=("context",))
    return bars(
        found[found["context"].isin(operations.CONTEXTS)],
        look.declared(LEADERSHIP),
        look.ctx.lang,
        by="context",
        names=cached.names_of(look.ctx, "context"),
        within=look.setting(LEADERSHIP),
    )


def _presence(look: LookedAt) -> Chart:
    found = look.segments(PRESENCE, by=("context",))
    return segments(
        found[found["context"].isin(operations.CONTEXTS)],
        look.declared(PRESENCE),
        look.ctx.lang,
        by="context",
        names=cached.names_of(look.ctx, "context"),
        within=look.setting(PRESENCE),
    )


def _trend(look: LookedAt, indicator: str) -> None:
    declared, key = look.declared(indicator), f"trend_{indicator}"
    found = look.over_time(indicator, by=("context",))
    told = found[found["context"].isin(operations.CONTEXTS)]
    if told.empty:
        draw.nothing(look.ctx, declared, key)
        return
    drawn = trend(
        told,
        declared,
        look.ctx.lang,
        split="context",
        names=cached.names_of(look.ctx, "context"),
        within=look.setting(indicator),
    )
    draw.chart(look.ctx, drawn, declared, key)
