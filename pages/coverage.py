"""Who has reported, by mechanism and quarter; for the team also what to ask for, and how."""

import streamlit as st

from pages.components import notes, session
from pages.components.coverage import asked, counts, grid, late

ctx = session.context()

with st.container(key="looked_at", horizontal=True):
    st.title(ctx._("Coverage"))
    with st.container(key="filters", horizontal=True):
        period = asked.period(ctx)
        limits = asked.limits(ctx) if period is not None else {}

if period is None:
    notes.nothing_yet(ctx)
else:
    asked_for = asked.Asked(ctx, period, limits)
    counts.show(asked_for)
    if ctx.inside:
        late.show(asked_for)
        grid.show(asked_for)
    else:
        st.caption(ctx._("Outside the team this page shows counts and names no mechanism."))
