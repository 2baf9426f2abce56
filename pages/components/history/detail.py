"""One batch opened: what it changed, what was decided, what it claims, and how to undo it."""

from collections.abc import Sequence

import streamlit as st

from core.errors import UnknownIndicator
from core.i18n import N_
from core.i18n.numbers import moment
from loaders.batches import Batch
from loaders.recorded import Decision, claimed_months, decided, decisions
from pages.components import links, menu, receipt, table
from pages.components.history import card, choices, claim, moves, undo
from pages.components.session import Context

_BECAME = {"withdraw": N_("Withdrawn"), "purge": N_("Removed for good")}


def show(ctx: Context, published: Sequence[Batch], number: str) -> None:
    """The batch of that number.

    Raises:
        UnknownIndicator: `unknown-batch`.
    """
    _back(ctx)
    batch = next((one for one in published if str(one.batch) == number), None)
    if batch is None:
        raise UnknownIndicator("unknown-batch", value=number)
    with st.container(key=f"card_batch_{batch.batch}"):
        card.show(ctx, batch)
    if not ctx.inside:
        st.markdown(ctx._("What a batch holds and who published it is shown only to the team."))
        return
    with ctx.db.cursor(as_of=ctx.as_of) as cur:
        since, said, claimed = (
            decisions(cur, batch.batch),
            decided(cur, batch.batch),
            claimed_months(cur, batch.batch),
        )
    _became(ctx, batch, since)
    if said is not None:
        st.header(ctx._("What it changed"))
        st.markdown(ctx._("Figures just after it was published, beside those just before."))
        moved = moves.of_event(ctx, batch, batch.batch)
        moves.show(ctx, moved, caption=ctx._("Figures before and after this batch was published"))
        choices.show(ctx, said)
        claim.show(ctx, claimed)
    _receipt(ctx, batch)
    undo.show(ctx, batch)


def _receipt(ctx: Context, batch: Batch) -> None:
    found = receipt.of(ctx.db, batch.batch, ctx.as_of)
    if found is None:
        return
    st.header(ctx._("Receipt"))
    receipt.download(ctx, found)
    with st.expander(ctx._("The whole receipt")):
        receipt.show(ctx, found)


def _back(ctx: Context) -> None:
    label = ctx._("All batches")
    st.page_link(menu.page_at("history"), label=label, query_params=links.kept(ctx))


def _became(ctx: Context, batch: Batch, since: Sequence[Decision]) -> None:
    for decision in since:
        with st.container(key=f"card_decision_{decision.event}"):
            st.subheader(ctx._(_BECAME[decision.kind]))
            table.facts(
                [
                    (ctx._("When"), moment(decision.moment, ctx.lang)),
                    (ctx._("Office"), decision.who),
                    (ctx._("Reason"), decision.why or ""),
                ]
            )
            if decision.kind == "withdraw" and batch.standing == "withdrawn":
                st.markdown(ctx._("To bring it back, upload the file again."))
                caption = ctx._("Figures before and after it was withdrawn")
                with st.expander(caption):
                    moves.show(ctx, moves.of_event(ctx, batch, decision.event), caption=caption)
