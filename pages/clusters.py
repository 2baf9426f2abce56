"""One indicator by cluster and country: chart, table, and from each number to its rows."""

import streamlit as st

from pages.components import filters, notes, session
from pages.components.clusters import chart, choose, grid
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
    chart.by_split(look, indicator)
    chart.over_time(look, indicator)
    grid.show(LookedAt(ctx, period, scope, side), indicator)
