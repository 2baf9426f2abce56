"""Any indicator in time: told on matched mechanisms, beside what others published."""

import streamlit as st

from core.errors import NotAllowed
from pages.components import filters, notes, session
from pages.components.trends import choose, page
from pages.components.trends.lines import Lines

ctx = session.context()

st.title(ctx._("Trends"))
with st.container(key="trend_filters", horizontal=True):
    known = bool(filters.reported_quarters(ctx))
    if known:
        indicator = choose.indicator(ctx)
        only = choose.limits(ctx, indicator)
        split = choose.split(ctx, indicator, only)
        scope = filters.scope(ctx)

if not known:
    notes.nothing_yet(ctx)
else:
    lines = Lines(ctx=ctx, indicator=indicator, only=only, scope=scope, split=split)
    try:
        page.show(lines)
    except NotAllowed as error:
        notes.refused(ctx, error)
