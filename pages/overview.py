"""The headline, both contexts, every cluster, and who has reported: read in ten seconds."""

import streamlit as st

from pages.components import filters, notes, session, standing
from pages.components.looked_at import LEADERSHIP, PRESENCE, LookedAt
from pages.components.overview import clusters, contexts, first_sight

ctx = session.context()

with st.container(key="looked_at", horizontal=True):
    st.title(ctx._("Overview"))
    with st.container(key="filters", horizontal=True):
        period = filters.period(ctx)
        scope = filters.scope(ctx) if period else 2

# No st.stop(): it would stop the frame as well, and the foot of the page with it.
if period is None:
    notes.nothing_yet(ctx)
else:
    look = LookedAt(ctx, period, scope)
    first_sight.show(look)
    standing.mark(ctx, (LEADERSHIP, PRESENCE), only={"period": (str(period),)}, scope=scope)
    contexts.show(look)
    contexts.over_time(look)
    clusters.show(look)
    clusters.who_reported(look)
