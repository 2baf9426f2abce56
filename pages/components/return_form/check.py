"""Step 3: what would change, and publishing it under the label of an office."""

from concurrent.futures import Future
from dataclasses import astuple, replace

import pandas as pd
import streamlit as st

from core.access import Office, Permission
from core.errors import DashboardError, NotAllowed
from core.i18n.numbers import count
from loaders import Receipt, Rehearsal, commit_all
from pages.components import issue_table, notes, store
from pages.components import names as words
from pages.components.return_form import trying, visit, which
from pages.components.return_form.forms import Form
from pages.components.session import Context
from pages.components.upload import moved_numbers, tables, work

_PRESSED = "return_pressed"
_MOVED_ON = "return_moved_on"
Found = Rehearsal[pd.DataFrame]


def show(ctx: Context, form: Form) -> None:
    """Rehearse the answers, show what they change, and let them be published."""
    st.button(ctx._("Back to the questions"), key="rf_back", on_click=visit.go, args=(2,))
    if st.session_state.pop(_MOVED_ON, False):
        st.warning(ctx._("Others have published meanwhile: this is what would change now."))
    st.markdown(which.title(ctx, form))
    try:
        form = trying.up_to_date(ctx, form)
        if form.tried is None:
            return
        found = trying.outcome(ctx, form.tried)
    except DashboardError as error:
        notes.refused(ctx, error)
        return
    if form.tried.taken.report.issues:
        issue_table.show(ctx, form.tried.taken.report.issues)
    if found is None:
        st.error(ctx._("Nothing can be published yet: see what is in the way above."))
        return
    _differences(ctx, form, found)
    moved_numbers.show(ctx, found, form.tried.taken.stageds)
    confirmed = _gone(ctx, form, found)
    _publish(ctx, form, confirmed=confirmed)


def _differences(ctx: Context, form: Form, found: Found) -> None:
    st.subheader(ctx._("What the answers change"))
    stageds = form.tried.taken.stageds if form.tried else ()
    headings = (ctx._("List"), ctx._("New"), ctx._("Changed"), ctx._("Unchanged"), ctx._("Gone"))
    rows = [
        [
            tables.words(words.of(ctx, "dataset", staged.dataset)),
            *(tables.number(count(number, ctx.lang)) for number in astuple(one.difference)),
        ]
        for staged, one in zip(stageds, found.parts, strict=True)
    ]
    tables.show(ctx._("What the answers change"), headings, rows)


def _gone(ctx: Context, form: Form, found: Found) -> bool:
    """The names that would vanish; whether the person has confirmed them, if there are any."""
    if not found.difference.gone:
        return True
    title = ctx._("Organisations that would be gone")
    st.subheader(title)
    rows = [(tables.text(name),) for name in found.gone_names]
    tables.show(title, (ctx._("Organisation"),), rows)
    key = f"rf_gone_{form.tried.event if form.tried else 0}_{form.key[:8]}"
    return st.checkbox(
        ctx._("These organisations are no longer there: I have checked it"),
        value=trying.is_confirmed(form, found),
        key=key,
        on_change=visit.on_change(key, _confirm),
    )


def _confirm(confirmed: bool) -> None:
    form = visit.now()
    if form is not None:
        visit.keep(replace(form, gone_confirmed=form.tried if confirmed else None))


def _publish(ctx: Context, form: Form, *, confirmed: bool) -> None:
    st.subheader(ctx._("Publish"))
    office = _office(ctx, form)
    allowed = ctx.may(Permission.PUBLISH)
    st.button(
        ctx._("Publish now"), key="rf_publish", type="primary",
        disabled=office is None or not confirmed or not allowed, on_click=_press,
    )  # fmt: skip
    if not confirmed:
        st.caption(ctx._("Confirm first that these organisations are no longer there."))
    elif office is not None and allowed and st.session_state.pop(_PRESSED, False):
        _start(ctx, form, office)


def _office(ctx: Context, form: Form) -> Office | None:
    key = f"rf_office_{form.key[:8]}"
    st.text_input(
        ctx._("Office that publishes"), value=form.office, max_chars=80, key=key,
        placeholder=ctx._("for example OCHA Chad"),
        on_change=lambda: _keep_office(st.session_state[key]),
    )  # fmt: skip
    st.caption(ctx._("The name of an office, never of a person. It stands in the history."))
    if not form.office.strip():
        return None
    try:
        return Office(form.office.strip(), ctx.role)
    except NotAllowed as error:
        notes.refused(ctx, error)
        return None


def _keep_office(label: str) -> None:
    form = visit.now()
    if form is not None:
        visit.keep(replace(form, office=label))


def _press() -> None:
    st.session_state[_PRESSED] = True


def _start(ctx: Context, form: Form, office: Office) -> None:
    """Publish what was rehearsed; where the store has moved on meanwhile, show that first."""
    fresh = trying.up_to_date(ctx, form)
    if fresh.tried is None or fresh.tried is not form.tried:
        st.session_state[_MOVED_ON] = True
        st.rerun()
    database, stageds = store.real(), fresh.tried.taken.stageds
    published: Future[tuple[Receipt, ...]] = work.writing(
        lambda: commit_all(database, stageds, office)
    )
    visit.keep(replace(fresh, published=published, step=4))
    st.rerun()
