"""Step 9: the receipt of what was published."""

from dataclasses import replace

import streamlit as st

from core.errors import DashboardError
from loaders import Receipt
from loaders.issues import Code, Issue, Severity
from loaders.sentences import sentence
from pages.components import notes, store
from pages.components import receipt as kept_receipt
from pages.components.history import listing
from pages.components.session import Context
from pages.components.upload import rehearsal, visit, work
from pages.components.upload.drafts import Draft


def show(ctx: Context, draft: Draft) -> None:
    """Wait for the commit, then show the receipt, or why there is none."""
    if draft.published is None or rehearsal.claimed(draft) is None:
        return
    meanwhile = st.empty()
    if not draft.published.done():
        meanwhile.info(
            ctx._(
                "You may close this page: the file is published whole or not at all. This address "
                "shows the receipt for two hours."
            )
        )
    try:
        receipt = work.awaited(ctx, draft.published, ctx._("Publishing…"))
    except DashboardError as error:
        notes.refused(ctx, error)
        st.button(ctx._("Back to publishing"), key="up_retry", on_click=_retry)
        return
    meanwhile.empty()
    visit.let_go_of_file()
    _said(ctx, receipt)
    _shown(ctx, receipt)


def _said(ctx: Context, receipt: Receipt) -> None:
    number = str(receipt.batch)
    if receipt.repeated:
        issue = Issue(code=Code.ALREADY_LOADED, severity=Severity.WARNS, value=number)
        st.info(" ".join(sentence(issue, ctx.lang)))
        return
    st.success(ctx._("Published as batch {number}.").format(number=number))


def _retry() -> None:
    draft = visit.now()
    if draft is not None:
        visit.keep(replace(draft, published=None, step=8, reached=8))


def _shown(ctx: Context, receipt: Receipt) -> None:
    """As the store has it, which is what the permanent address shows."""
    found = kept_receipt.of(store.real(), receipt.batch)
    if found is not None:
        kept_receipt.show(ctx, found)
        kept_receipt.download(ctx, found)
    kept = {"lang": ctx.lang.value}
    st.page_link(
        "history.py",
        label=ctx._("Permanent address of this receipt"),
        query_params={**kept, listing.BATCH: str(receipt.batch)},
    )
    with st.container(horizontal=True):
        st.page_link("overview.py", label=ctx._("See the overview"), query_params=kept)
        st.page_link("history.py", label=ctx._("See the history"), query_params=kept)
        st.button(ctx._("Upload another file"), key="up_another", on_click=visit.forget)
