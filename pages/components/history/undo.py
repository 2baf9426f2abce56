"""Withdraw a batch, after seeing which figures would move; remove it for good, asked twice."""

from functools import partial

import streamlit as st

import metrics
from core.access import Office, Permission
from core.errors import DashboardError
from core.i18n import N_
from core.i18n.numbers import count
from loaders.batches import Batch
from loaders.undo import purge, rehearse_withdrawal, withdraw
from pages.components import notes, worker
from pages.components.history import moves
from pages.components.session import Context

_SAID = "history_said"
_DONE = {
    "withdraw": (
        N_("Batch {number} was withdrawn"),
        N_("It no longer counts. To bring it back, upload the file again."),
    ),
    "purge": (
        N_("The rows of batch {number} were removed for good"),
        N_("Its number and the date remain. Copies in backups are not touched."),
    ),
}


def last_result(ctx: Context) -> None:
    """Say once what the last button has done."""
    if _SAID not in st.session_state:
        return
    kind, number = st.session_state.pop(_SAID)
    title, text = _DONE[kind]
    notes.said(ctx._(title).format(number=count(number, ctx.lang)), ctx._(text))


def possible(ctx: Context, batch: Batch) -> bool:
    """Whether this reader may withdraw this batch here and now."""
    here = not ctx.demonstration and ctx.day is None and ctx.may(Permission.WITHDRAW)
    return here and batch.standing in {"in-force", "replaced"}


def show(ctx: Context, batch: Batch) -> None:
    """The forms, where this reader may use them and there is something left to undo."""
    if batch.standing == "purged" or not ctx.may(Permission.WITHDRAW):
        return
    if ctx.demonstration:
        st.markdown(ctx._("These batches are fictional: there is nothing to withdraw."))
        return
    if ctx.day is not None:
        st.markdown(ctx._("To withdraw this batch, go back to now first."))
        return
    if possible(ctx, batch):
        _withdrawing(ctx, batch)
    if ctx.may(Permission.PURGE):
        _purging(ctx, batch)


def _withdrawing(ctx: Context, batch: Batch) -> None:
    st.header(ctx._("Withdraw this batch"))
    with st.container(key="card_withdraw"):
        st.markdown(
            ctx._(
                "Its rows stay on record and no longer count; what it had replaced counts again. "
                "To undo a withdrawal, upload the file again."
            )
        )
        office, why = _who_and_why(ctx, f"withdraw_{batch.batch}")
        wish = f"withdraw_{batch.batch}_wish"
        # A callback: a wish is kept even where the reader types on before the page is drawn.
        st.button(
            ctx._("See which figures would move"),
            key="preview",
            on_click=partial(st.session_state.__setitem__, wish, True),
        )
        if not st.session_state.get(wish):
            return
        moved = _preview(ctx, batch)
        moves.show(ctx, moved, caption=ctx._("Figures now, and after the withdrawal"))
        label = ctx._("Withdraw batch {number}").format(number=count(batch.batch, ctx.lang))
        if st.button(label, key="confirm", type="primary"):
            _decide(ctx, "withdraw", batch, office, why)


def _purging(ctx: Context, batch: Batch) -> None:
    with st.expander(ctx._("Remove this batch for good")):
        st.markdown(
            ctx._(
                "Only for rows that should never have been stored, such as personal data. For a "
                "mistake in a file, withdrawing is enough."
            )
        )
        office, why = _who_and_why(ctx, f"purge_{batch.batch}")
        asked = f"purge_asked_{batch.batch}"
        if st.button(ctx._("Remove for good…"), key="purge"):
            st.session_state[asked] = True
        if not st.session_state.get(asked):
            return
        notes.warning(
            ctx._("This cannot be undone"),
            ctx._(
                "The rows, the file name and the decisions of this batch will be gone from the "
                "store, and this dashboard cannot bring them back. Only its number, the date, the "
                "office and your reason remain."
            ),
        )
        sure = st.checkbox(ctx._("I understand that this cannot be undone"), key="purge_sure")
        label = ctx._("Remove batch {number} for good").format(number=count(batch.batch, ctx.lang))
        if st.button(label, key="purge_confirm", type="primary", disabled=not sure):
            _decide(ctx, "purge", batch, office, why)


def _who_and_why(ctx: Context, key: str) -> tuple[str, str]:
    office = st.text_input(
        ctx._("Your office, such as “OCHA Chad”"), key=f"{key}_office", max_chars=80
    )
    why = st.text_input(
        ctx._("Reason, kept on record: no names of persons"), key=f"{key}_why", max_chars=300
    )
    return office.strip(), why.strip()


def _preview(ctx: Context, batch: Batch) -> list[moves.Move]:
    """The moves in this state of the data; kept, because every key that is typed draws anew."""
    key = f"withdraw_{batch.batch}_preview"
    version, moved = st.session_state.get(key, (None, []))
    if version == ctx.data_version:
        return list(moved)
    span = moves.reach(batch)
    observe = partial(metrics.snapshot, countries=batch.countries, periods=[span])
    with st.spinner(ctx._("Trying it out…")):
        before, after = worker.run(
            partial(rehearse_withdrawal, ctx.db, batch.batch, observe=observe)
        )
        found = moves.between(before, after)
        st.session_state[key] = (ctx.data_version, found)
    return found


def _decide(ctx: Context, kind: str, batch: Batch, office: str, why: str) -> None:
    if not office or not why:
        notes.warning(
            ctx._("The office or the reason is missing"),
            ctx._("Fill in both, then press the button again."),
        )
        return
    verb = {"withdraw": withdraw, "purge": purge}[kind]
    try:
        worker.run(partial(verb, ctx.db, batch.batch, Office(office, ctx.role), why))
    except DashboardError as error:
        notes.refused(ctx, error)
        return
    st.session_state[_SAID] = (kind, batch.batch)
    st.rerun()
