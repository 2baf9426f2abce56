"""What was published, by which office, and when; what each batch changed; the way to withdraw."""

import streamlit as st

from core.i18n import N_
from loaders.batches import batches
from pages.components import links, notes, session
from pages.components.history import day, detail, listing, undo

_LEAD = N_("What was published and when, what it changed, and what became of it.")

ctx = session.context()
links.show_in_address(listing.BATCH)
opened = st.query_params.get(listing.BATCH)
with ctx.db.cursor(as_of=ctx.as_of) as cur:
    published = batches(cur)

st.title(ctx._("History"))
undo.last_result(ctx)
if opened is not None:
    detail.show(ctx, published, opened)
else:
    st.markdown(ctx._(_LEAD))
    if published:
        listing.show(ctx, published)
    elif ctx.day is None:
        notes.nothing_yet(ctx)
    else:
        st.markdown(ctx._("Nothing had been published by that day."))
    day.show(ctx, published)
