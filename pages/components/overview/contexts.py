"""MENA and the francophone world beside each other, on the same axes."""

import pandas as pd
import streamlit as st

from charts.chart import Chart
from charts.dropoff import ENOUGH_ROLES, LED, dropoff
from charts.dropoff import MEMBERS as OF_MEMBERS
from charts.dropoff import ROLES as OF_ROLES
from charts.segments import segments
from charts.ways import Way
from charts.words import name_in
from pages.components import cached, draw, operations
from pages.components.looked_at import LEADERSHIP, MEMBERS, PRESENCE, ROLES, LookedAt
from pages.components.overview import tiles

_WAYS = ((LED, LEADERSHIP, 0), (OF_MEMBERS, MEMBERS, 0), (OF_ROLES, ROLES, ENOUGH_ROLES))


def tile(look: LookedAt) -> None:
    """Who reported, who leads, who is a member: a column a context."""
    ctx, names = look.ctx, cached.names_of(look.ctx, "context")
    drawn = _compared(look)
    told = operations.sentences(look)
    codes = {name_in(names, code, ctx.lang): code for code in operations.CONTEXTS}
    columns = [
        tiles.column(
            told.get(codes.get(mark.label, ""), mark.label),
            tiles.dots(drawn.series, place, ctx.lang, short=True),
        )
        for place, mark in enumerate(drawn.series[0].marks)
    ]
    title = tiles.title(ctx._("By context"))
    shown = tiles.tile(title, tiles.columns(columns))
    draw.tile(ctx, shown, drawn, look.declared(LEADERSHIP), "contexts")


def made_of(look: LookedAt) -> None:
    """Which kinds of actor the organisations present are, in each context."""
    ctx = look.ctx
    st.header(ctx._("What presence is made of"))
    drawn = segments(
        _ours(look.segments(PRESENCE, by=("context",))),
        look.declared(PRESENCE),
        ctx.lang,
        by="context",
        names=cached.names_of(ctx, "context"),
        within=look.setting(PRESENCE),
    )
    draw.chart(ctx, drawn, look.declared(PRESENCE), "contexts_presence")


def _compared(look: LookedAt) -> Chart:
    ways = [
        Way(name, look.declared(indicator), _ours(look.measure(indicator, by=("context",))), needs)
        for name, indicator, needs in _WAYS
    ]
    return dropoff(
        ways,
        look.ctx.lang,
        by="context",
        names=cached.names_of(look.ctx, "context"),
        among=operations.CONTEXTS,
        within=look.setting(ROLES),
    )


def _ours(found: pd.DataFrame) -> pd.DataFrame:
    return found[found["context"].isin(operations.CONTEXTS)]
