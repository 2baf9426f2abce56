"""The batches, the newest first; each opens at an address of its own."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from loaders.batches import Batch
from pages.components import links, menu
from pages.components.history import card, standing, undo
from pages.components.session import Context

BATCH = "batch"
_AT_ONCE = 15
_SHOWN = "history_shown"


def show(ctx: Context, published: Sequence[Batch]) -> None:
    """One card for each batch, the older ones behind a button."""
    shown = st.session_state.get(_SHOWN, _AT_ONCE)
    said = standing.by_batch(ctx)
    for batch in published[:shown]:
        with st.container(key=f"card_batch_{batch.batch}"):
            card.show(ctx, batch, said.get(batch.batch, ()))
            if ctx.inside:
                _link(ctx, batch)
    if len(published) > shown:
        # Not st.pagination: it speaks English to those who only hear it.
        more = partial(st.session_state.__setitem__, _SHOWN, shown + _AT_ONCE)
        st.button(ctx._("Show older batches"), key="older", on_click=more)


def _link(ctx: Context, batch: Batch) -> None:
    st.page_link(
        menu.page_at("history"),
        label=ctx._("Open: what it changed, and the way to withdraw it")
        if undo.possible(ctx, batch)
        else ctx._("Open: what it changed"),
        query_params={**links.kept(ctx), BATCH: str(batch.batch)},
    )
