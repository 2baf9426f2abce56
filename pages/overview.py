"""Who leads, who is present, both contexts, what changed and what is missing: in ten seconds."""

import streamlit as st

from pages.components import filters, notes, session, standing
from pages.components.looked_at import LEADERSHIP, PRESENCE, LookedAt
from pages.components.overview import changed, contexts, first_sight, missing

ctx = session.context()

with st.container(key="looked_at", horizontal=True):
    with st.container(key="named"):
        st.title(ctx._("Overview"))
        st.caption(ctx._("L/NA: local or national actor"))
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
    changed.show(look)
    missing.show(look)
    contexts.made_of(look)
