"""The batches, the newest first; each opens at an address of its own."""

from collections.abc import Sequence

import streamlit as st

from loaders.batches import Batch
from pages.components import links, menu
from pages.components.history import card
from pages.components.session import Context

BATCH = "batch"
_ON_A_PAGE = 15


def show(ctx: Context, published: Sequence[Batch]) -> None:
    """One card for each batch."""
    for batch in _page_of(published):
        with st.container(key=f"card_batch_{batch.batch}"):
            card.show(ctx, batch)
            if ctx.inside:
                _link(ctx, batch)


def _page_of(published: Sequence[Batch]) -> Sequence[Batch]:
    pages = -(-len(published) // _ON_A_PAGE)
    number = st.pagination(pages, key="page", bind="query-params") if pages > 1 else 1
    return published[(number - 1) * _ON_A_PAGE : number * _ON_A_PAGE]


def _link(ctx: Context, batch: Batch) -> None:
    st.page_link(
        menu.page_at("history"),
        label=ctx._("Open: what it changed, and the way to withdraw it")
        if batch.standing in {"in-force", "replaced"}
        else ctx._("Open: what it changed"),
        query_params={**links.kept(ctx), BATCH: str(batch.batch)},
    )
