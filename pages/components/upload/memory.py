"""What was said of an earlier file of the same headings, used again and said to be so."""

from dataclasses import replace

import streamlit as st

from core.access import Office, Permission
from core.errors import DashboardError
from core.i18n import N_
from core.i18n.numbers import isolate, moment
from loaders import Choices, Remembered, forget_layout, remembered
from loaders.issues import Code, Severity
from loaders.recorded import decided
from pages.components import notes, store
from pages.components.session import Context
from pages.components.upload import names, understand, visit
from pages.components.upload.drafts import Draft, Understood

_SHEET, _COLUMNS, _UNDERSTOOD, _ISSUES, _CLAIM, _REHEARSAL = range(2, 8)
_OF_SHEETS = {Code.SEVERAL_SHEETS, Code.SHEET_NOT_FOUND, Code.HEADER_NOT_FOUND}
_OF_COLUMNS = {Code.COLUMN_MISSING, Code.HEADING_NOT_FOUND}
_ASKED = {Code.COUNTRY_MISSING, Code.PERIOD_MISSING, Code.DATE_AMBIGUOUS}
_FORGET = "upload_forget_layout"
_READ_AS = N_(
    "Read as the file “{file}” of {office} of {moment} was read (batch {batch}): the same columns "
    "and decisions, but for the period. Everything can still be looked at and changed."
)


def begun(ctx: Context, draft: Draft, *, dataset: str | None) -> Draft:
    """A new draft with what is remembered, open at the first step that needs the person.

    Args:
        ctx: who reads; where nothing may be published, nothing is remembered.
        draft: of a file that was just read.
        dataset: the only one wanted; None where the person has not chosen one.
    """
    upload = visit.file_of(draft)
    if upload is None or not _shown(ctx):
        return draft
    with store.real().cursor() as cur:
        found = remembered(
            cur, upload, store.known().vocabulary, office=_named(draft), dataset=dataset
        )
    if found is None:
        return draft
    claim = None if "claim" in found.asked else found.choices.claim
    choices = replace(found.choices, claim=Choices().claim)
    draft = replace(draft, dataset=found.dataset, choices=choices, claim=claim, remembered=found)
    draft = understand.up_to_date(ctx, visit.keep(draft))
    step = _first_open(draft, _met_before(found))
    return visit.keep(replace(draft, step=step, reached=step))


def banner(ctx: Context, draft: Draft | None) -> None:
    """Say whose decisions are used again, with a way out of it."""
    if draft is None or draft.remembered is None or not _shown(ctx) or draft.published:
        return
    _forget_now(ctx, draft)
    found = draft.remembered
    with store.real().cursor() as cur:
        sql = "SELECT file_name FROM batch WHERE batch = $batch"
        file = cur.value(sql, {"batch": found.batch}) or "–"
    said = ctx._(_READ_AS).format(
        file=isolate(names.plain(file), ctx.lang),
        office=isolate(names.plain(found.office), ctx.lang),
        moment=moment(found.moment, ctx.lang),
        batch=found.batch,
    )
    with st.container(key="up_remembered"):
        st.info(said)
        _left_open(ctx, found)
        with st.container(horizontal=True):
            st.button(ctx._("Ask me everything anew"), key="up_memory_undo", on_click=_undo)
            if _named(draft) is not None:
                st.button(
                    ctx._("Forget how this file is read"), key="up_memory_forget", on_click=_forget
                )


def doubt(ctx: Context, draft: Draft, office: Office) -> bool:
    """Whether another office's word has still to be confirmed by the one that publishes."""
    found = draft.remembered
    if found is None or found.own:
        return False
    said = [n for n in ("country", "cluster", "hub") if getattr(found.choices, n) is not None]
    kept = [n for n in said if getattr(draft.choices, n) == getattr(found.choices, n)]
    if not kept or names.same_office(office.label, found.office):
        return False
    values = (names.of_guess(ctx, name, getattr(found.choices, name)) for name in kept)
    key = f"up_memory_checked_{draft.key}"
    return not st.checkbox(
        ctx._("{office} said this of its own file, and it holds for this one: {values}").format(
            office=isolate(names.plain(found.office), ctx.lang),
            values=names.plain(names.listed(ctx, values)),
        ),
        key=key,
    )


def _shown(ctx: Context) -> bool:
    return ctx.inside and ctx.may(Permission.PUBLISH)


def _named(draft: Draft) -> str | None:
    return draft.office.strip() or None


def _left_open(ctx: Context, found: Remembered) -> None:
    asked = [names.field(ctx, name) for name in found.asked if name != "claim"]
    if asked:
        template = ctx._("Not taken over, please say it: {fields}.")
        st.caption(template.format(fields=names.listed(ctx, asked)))


def _met_before(found: Remembered) -> frozenset[Code]:
    """What was remarked on in the earlier file, and published all the same."""
    with store.real().cursor() as cur:
        before = decided(cur, found.batch)
    return frozenset(issue.code for issue in before.issues) if before else frozenset()


def _first_open(draft: Draft, met: frozenset[Code]) -> int:
    """The first step that needs the person; the rehearsal where none does."""
    seen, found = draft.understood, draft.remembered
    if seen is None or seen.staged is None:
        return _SHEET
    blocking = {i.code for i in seen.issues if i.severity is Severity.BLOCKS_FILE}
    open_fields = set(found.asked if found else ()) - {"claim"}
    for step, needed in (
        (_SHEET, blocking & _OF_SHEETS),
        (_COLUMNS, blocking & _OF_COLUMNS),
        (_UNDERSTOOD, (blocking & _ASKED) or open_fields),
        (_ISSUES, blocking or _is_new(seen, met)),
        (_CLAIM, draft.claim is None),
    ):
        if needed:
            return step
    return _REHEARSAL


def _is_new(seen: Understood, met: frozenset[Code]) -> bool:
    """Whether rows are lost, or something is remarked on that the earlier file did not have."""
    return any(i.severity is Severity.DROPS_ROW or i.code not in met for i in seen.issues)


def _undo() -> None:
    """Go on as if nothing was remembered; period and corrections are this file's own."""
    draft = visit.now()
    if draft is not None:
        own = Choices(
            period=draft.choices.period,
            corrections=draft.choices.corrections,
            day=draft.choices.day,
        )
        anew = replace(draft, choices=own, claim=None, remembered=None, step=_SHEET, reached=_SHEET)
        visit.keep(replace(anew, rehearsed=None, gone_confirmed=None))


def _forget() -> None:
    st.session_state[_FORGET] = True


def _forget_now(ctx: Context, draft: Draft) -> None:
    """Write it down, while the page is drawn and can say what went wrong."""
    if not st.session_state.pop(_FORGET, False) or draft.remembered is None:
        return
    try:
        forget_layout(store.real(), draft.remembered, Office(draft.office.strip(), ctx.role))
    except DashboardError as error:
        notes.refused(ctx, error)
        return
    _undo()
    st.rerun()
