"""Step 7: what would change, tried in the store and undone."""

from dataclasses import replace

import pandas as pd
import streamlit as st

import metrics
from core.access import Permission
from core.errors import DashboardError
from core.i18n.numbers import count
from core.i18n.periods import period_name
from core.storage.cursor import Cursor
from core.storage.database import Database
from loaders import Difference, Rehearsal, Staged, rehearse
from loaders.choice_lists import choice_lists
from loaders.reasons import Gone
from pages.components import notes, store
from pages.components.session import Context
from pages.components.upload import moved_numbers, names, steps, tables, understand, visit, work
from pages.components.upload.drafts import Draft, Rehearsed

_CONFIRM = "up_gone"
MOVED_ON = "upload_moved_on"


def show(ctx: Context, draft: Draft) -> None:
    """Rehearse, show rows and numbers that change, and let vanishing names be confirmed."""
    if not ctx.may(Permission.PUBLISH):
        # A rehearsal names organisations that the store holds.
        st.info(ctx._("Only where you may publish: a rehearsal shows what the store holds."))
        return
    draft = understand.up_to_date(ctx, draft)
    staged = claimed(draft)
    if staged is None:
        return
    if st.session_state.pop(MOVED_ON, False):
        st.warning(ctx._("Others have published meanwhile: this is what would change now."))
    draft = up_to_date(draft, staged)
    try:
        outcome = seen(ctx, draft)
    except DashboardError as error:
        notes.refused(ctx, error)
        st.button(ctx._("Try again"), key="up_rehearse_again", on_click=_again)
        return
    _difference(ctx, outcome.difference)
    moved_numbers.show(ctx, outcome, staged)
    confirmed = _gone(ctx, draft, outcome)
    steps.onward(
        ctx,
        draft,
        ready=confirmed,
        why_not=ctx._("Confirm first that these organisations are no longer there."),
    )


def claimed(draft: Draft) -> Staged | None:
    """The rows with the claim as the person made it; None while something is missing."""
    staged = draft.understood.staged if draft.understood else None
    if staged is None or draft.claim is None or not draft.is_understood:
        return None
    return replace(staged, choices=replace(staged.choices, claim=draft.claim))


def up_to_date(draft: Draft, staged: Staged) -> Draft:
    """The draft with a rehearsal, begun now unless one of these rows on this store is known."""
    database = store.real()
    event = database.event_number()
    known = draft.rehearsed
    if known and (known.content_sha256, known.event) == (staged.content_sha256, event):
        return draft
    outcome = work.writing(lambda: _rehearsed(database, staged))
    return visit.keep(replace(draft, rehearsed=Rehearsed(staged.content_sha256, event, outcome)))


def seen(ctx: Context, draft: Draft) -> Rehearsal[pd.DataFrame]:
    """What the draft's rehearsal found, waited for.

    Raises:
        StorageBusy: another writer holds on too long.
    """
    if draft.rehearsed is None:
        raise ValueError("no rehearsal was begun")
    return work.awaited(ctx, draft.rehearsed.outcome, ctx._("Trying it out in the store…"))


def is_confirmed(draft: Draft, outcome: Rehearsal[pd.DataFrame]) -> bool:
    """Whether nothing vanishes, or a person has confirmed what this rehearsal makes vanish."""
    return not outcome.difference.gone or draft.gone_confirmed is draft.rehearsed


def _rehearsed(database: Database, staged: Staged) -> Rehearsal[pd.DataFrame]:
    countries, periods = names.countries_in(staged), names.periods_in(staged)

    def observe(cur: Cursor) -> pd.DataFrame:
        return metrics.snapshot(cur, countries, periods, dataset=staged.dataset)

    return rehearse(database, staged, observe=observe)


def _again() -> None:
    draft = visit.now()
    if draft is not None:
        visit.keep(replace(draft, rehearsed=None))


def _difference(ctx: Context, difference: Difference) -> None:
    st.subheader(ctx._("Organisations by cluster, place, role and period"))
    fates = (
        (ctx._("Organisations new"), difference.new),
        (ctx._("Organisations changed"), difference.changed),
        (ctx._("Organisations unchanged"), difference.unchanged),
        (ctx._("Organisations gone"), difference.gone),
    )
    tables.show(
        ctx._("Organisations by cluster, place, role and period"),
        (ctx._("What becomes of them"), ctx._("How many")),
        [(tables.words(fate), tables.number(count(n, ctx.lang))) for fate, n in fates],
        kind="counts",
    )


def _gone(ctx: Context, draft: Draft, outcome: Rehearsal[pd.DataFrame]) -> bool:
    """The names that would vanish; whether the person has confirmed them, if there are any."""
    if not outcome.difference.gone:
        return True
    st.subheader(ctx._("Organisations that would be gone"))
    headings = (ctx._("Organisation"), ctx._("Country"), ctx._("Cluster"), ctx._("Period"),
                ctx._("Named by batch"))  # fmt: skip
    tables.show(
        ctx._("Organisations that would be gone"),
        headings,
        [_gone_row(ctx, one) for one in outcome.gone],
        kind="moves",
    )
    more = outcome.difference.gone - len(outcome.gone)
    if more > 0:
        st.caption(ctx._("and {count} more").format(count=count(more, ctx.lang)))
    key = f"{_CONFIRM}_{draft.rehearsed.event if draft.rehearsed else 0}_{draft.key}"
    return st.checkbox(
        ctx._("These organisations are no longer there: I have checked it"),
        value=is_confirmed(draft, outcome),
        key=key,
        on_change=visit.on_change(key, _confirm),
    )


def _gone_row(ctx: Context, one: Gone) -> tuple[str, ...]:
    role = choice_lists(ctx.lang)["role"].get(one.role or "")
    where = [text for text in (one.cluster, one.place, role) if text]
    return (
        tables.text(one.name),
        tables.words(names.country(ctx, one.country)),
        " · ".join(map(tables.text, where)) or "–",
        tables.words(period_name(one.period, ctx.lang)),
        tables.number(str(one.batch)),
    )


def _confirm(confirmed: bool) -> None:
    draft = visit.now()
    if draft is not None:
        visit.keep(replace(draft, gone_confirmed=draft.rehearsed if confirmed else None))
