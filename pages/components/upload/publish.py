"""Step 8: the office that publishes, and the button."""

from concurrent.futures import Future
from dataclasses import replace

import streamlit as st

from core.access import Office, Permission
from core.errors import DashboardError, NotAllowed
from core.i18n.numbers import count, isolate
from loaders import Receipt, commit
from pages.components import notes, store
from pages.components.session import Context
from pages.components.upload import (
    claim,
    memory,
    problems,
    rehearsal,
    tables,
    understand,
    visit,
    work,
)
from pages.components.upload.drafts import Draft

_RECEIPT = 9
_PRESSED = "upload_pressed"


def read_only(ctx: Context) -> None:
    """Say at the top of the page that nothing can be published here."""
    if not ctx.may(Permission.PUBLISH):
        notes.refused(ctx, NotAllowed("not-allowed"))


def show(ctx: Context, draft: Draft) -> None:
    """Ask for the office; publish in a thread that outlives the page."""
    draft = understand.up_to_date(ctx, draft)
    _summary(ctx, draft)
    office = _office(ctx, draft)
    obstacle = _obstacle(ctx, draft)
    unconfirmed = office is not None and memory.doubt(ctx, draft, office)
    st.button(
        ctx._("Publish now"),
        key="up_publish",
        type="primary",
        disabled=obstacle is not None or office is None or unconfirmed,
        on_click=_press,
    )
    if obstacle is not None:
        st.caption(obstacle)
    elif office is not None and st.session_state.pop(_PRESSED, False):
        _start(ctx, draft, office)


def _summary(ctx: Context, draft: Draft) -> None:
    """What is about to be published, once more."""
    staged = rehearsal.claimed(draft)
    if staged is None:
        return
    facts = (
        (ctx._("File"), isolate(staged.file_name, ctx.lang)),
        (ctx._("What the file is said to be"), claim.sentence(ctx, staged, staged.choices.claim)),
        (ctx._("Rows kept"), count(staged.rows_stored, ctx.lang)),
    )
    rows = [(tables.words(name), tables.words(fact)) for name, fact in facts]
    headings = (ctx._("What"), ctx._("Value"))
    tables.show(ctx._("What is published"), headings, rows, kind="facts")


def _office(ctx: Context, draft: Draft) -> Office | None:
    key = f"up_office_{draft.key}"
    st.text_input(
        ctx._("Office that publishes"),
        value=draft.office,
        placeholder=ctx._("for example OCHA Chad"),
        max_chars=80,
        key=key,
        on_change=visit.on_change(key, _keep_office),
    )
    st.caption(ctx._("The name of an office, never of a person. It stands in the history."))
    if not draft.office.strip():
        return None
    try:
        return Office(draft.office.strip(), ctx.role)
    except NotAllowed as error:
        notes.refused(ctx, error)
        return None


def _keep_office(label: str) -> None:
    draft = visit.now()
    if draft is not None:
        st.session_state[visit.OFFICE] = label
        visit.keep(replace(draft, office=label))


def _press() -> None:
    st.session_state[_PRESSED] = True


def _obstacle(ctx: Context, draft: Draft) -> str | None:
    """Why nothing can be published now; None where it can."""
    if not ctx.may(Permission.PUBLISH):
        return ctx._("This dashboard is for reading only.")
    if draft.published is not None and not _failed(draft.published):
        return ctx._("It is published already: see the receipt.")
    seen = draft.understood
    if seen is None or not problems.publishable(seen):
        return problems.why_not(ctx, seen) if seen else ctx._("The file has not been read yet.")
    return None


def _failed(published: Future[Receipt]) -> bool:
    return published.done() and published.exception() is not None


def _start(ctx: Context, draft: Draft, office: Office) -> None:
    """Publish what was rehearsed; where the store has moved on meanwhile, back to the rehearsal."""
    staged = rehearsal.claimed(draft)
    if staged is None:
        visit.go(_RECEIPT - 3)
        st.rerun()
    fresh = rehearsal.up_to_date(draft, staged)
    if fresh is not draft:
        visit.keep(replace(fresh, step=_RECEIPT - 2))
        st.session_state[rehearsal.MOVED_ON] = True
        st.rerun()
    try:
        outcome = rehearsal.seen(ctx, fresh)
    except DashboardError as error:
        notes.refused(ctx, error)
        return
    if not rehearsal.is_confirmed(fresh, outcome):
        visit.go(_RECEIPT - 2)
        st.rerun()
    database = store.real()
    published = work.writing(lambda: commit(database, staged, office))
    visit.keep(replace(fresh, published=published, step=_RECEIPT, reached=_RECEIPT))
    st.rerun()
