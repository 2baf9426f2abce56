"""One indicator, country by country, on a map of equal tiles."""

import streamlit as st

from core.errors import NotAllowed
from pages.components import filters, notes, session, standing
from pages.components.looked_at import LookedAt
from pages.components.map import choose, countries, drawn

ctx = session.context()

with st.container(key="looked_at", horizontal=True):
    st.title(ctx._("Map"))
    with st.container(key="filters", horizontal=True):
        period = filters.period(ctx)
        if period is not None:
            indicator = choose.indicator(ctx)
            scope = filters.scope(ctx)
            only = choose.cluster(ctx)

if period is None:
    notes.nothing_yet(ctx)
else:
    look = LookedAt(ctx, period, scope, only)
    limits = {name: (value,) for name, value in only} | {"period": (str(period),)}
    try:
        chart = drawn.chart(look, indicator)
    except NotAllowed as error:
        notes.refused(ctx, error)
    else:
        standing.mark(ctx, (indicator,), only=limits, scope=scope)
        drawn.show(look, indicator, chart)
        countries.show(look, indicator, chart)
