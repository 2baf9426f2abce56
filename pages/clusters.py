"""From presence to leadership by cluster; one cluster by itself; from each number to its rows."""

import streamlit as st

from pages.components import filters, notes, session, standing
from pages.components.clusters import chart, choose, grid, kinds, mechanisms, ways
from pages.components.looked_at import LookedAt

ctx = session.context()

st.title(ctx._("Clusters"))
with st.container(key="filters", horizontal=True):
    period = filters.period(ctx)
    if period is not None:
        indicator = choose.indicator(ctx)
        scope = filters.scope(ctx)
        only = choose.limits(ctx)
        side = choose.side(ctx, indicator)

if period is None:
    notes.nothing_yet(ctx)
else:
    look = LookedAt(ctx, period, scope, (*only, *side))
    choose.said(ctx, only)
    limits = {name: (value,) for name, value in only} | {"period": (str(period),)}
    standing.mark(ctx, (indicator,), only=limits, scope=scope)
    ways.show(LookedAt(ctx, period, scope, only))
    st.header(look.declared(indicator).name.in_(ctx.lang))
    chart.by_split(look, indicator)
    kinds.show(look, indicator)
    chart.over_time(look, indicator)
    if "cluster" in dict(only):
        mechanisms.show(LookedAt(ctx, period, scope, only))
    grid.show(LookedAt(ctx, period, scope, side), indicator)
