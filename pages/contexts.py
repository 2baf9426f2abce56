"""MENA and the francophone world compared on any indicator, and every country against its own."""

import streamlit as st

import metrics
from core.errors import NotAllowed
from pages.components import filters, notes, operations, session
from pages.components.contexts import beside
from pages.components.contexts.look import Contexts
from pages.components.looked_at import PRESENCE

ctx = session.context()

st.title(ctx._("Contexts"))
with st.container(key="filters", horizontal=True):
    period = filters.period(ctx)
    if period is not None:
        shares = [one for one in metrics.indicators().values() if one.unit == "percent"]
        options = {one.id: one.name.in_(ctx.lang) for one in shares if not one.over}
        indicator = filters.choice("indicator", ctx._("Indicator"), options, PRESENCE)
        scope = filters.scope(ctx)

if period is None:
    notes.nothing_yet(ctx)
else:
    look = Contexts(ctx, metrics.find(indicator), period, scope)
    try:
        beside.show(look)
        for context in operations.CONTEXTS:
            beside.of_countries(look, context)
        beside.by_language(look)
    except NotAllowed as error:
        notes.refused(ctx, error)
