"""Step 7: what would change, tried in the store and undone."""

from collections.abc import Sequence
from dataclasses import astuple, replace

import pandas as pd
import streamlit as st

import metrics
from core.access import Permission
from core.errors import DashboardError
from core.i18n.numbers import count
from core.i18n.periods import period_name
from core.storage.cursor import Cursor
from core.storage.database import Database
from loaders import Rehearsal, SheetsOverlap, Staged, rehearse_all
from loaders.choice_lists import choice_lists
from loaders.reasons import Gone
from pages.components import notes, store
from pages.components.session import Context
from pages.components.upload import (
    list_line,
    moved_numbers,
    names,
    parts,
    steps,
    tables,
    understand,
    visit,
    work,
)
from pages.components.upload.drafts import Draft, Part, Rehearsed

_CONFIRM = "up_gone"
MOVED_ON = "upload_moved_on"


def show(ctx: Context, draft: Draft) -> None:
    """Rehearse, show rows and numbers that change, and let vanishing names be confirmed."""
    if not ctx.may(Permission.PUBLISH):
        # A rehearsal names organisations that the store holds.
        st.info(ctx._("Only where you may publish: a rehearsal shows what the store holds."))
        return
    draft = understand.up_to_date(ctx, draft)
    stageds = all_claimed(draft)
    if stageds is None:
        return
    if st.session_state.pop(MOVED_ON, False):
        st.warning(ctx._("Others have published meanwhile: this is what would change now."))
    draft = up_to_date(draft, stageds)
    try:
        outcome = seen(ctx, draft)
    except DashboardError as error:
        notes.refused(ctx, error)
        if isinstance(error, SheetsOverlap):
            mend = ctx._("Mend it in step {number}").format(number=2)
            st.button(mend, key="up_mend_2", on_click=visit.go, args=(2,))
        else:
            st.button(ctx._("Try again"), key="up_rehearse_again", on_click=_again)
        return
    _difference(ctx, draft, outcome)
    moved_numbers.show(ctx, outcome, stageds)
    confirmed = _gone(ctx, draft, outcome)
    steps.onward(
        ctx,
        draft,
        ready=confirmed,
        why_not=ctx._("Confirm first that these organisations are no longer there."),
    )


def claimed(part: Draft | Part) -> Staged | None:
    """The rows of a list with the claim as the person made it; None while something is missing."""
    staged = part.understood.staged if part.understood else None
    if staged is None or part.claim is None or not part.is_understood:
        return None
    return replace(staged, choices=replace(staged.choices, claim=part.claim))


def all_claimed(draft: Draft) -> tuple[Staged, ...] | None:
    """The rows of all lists, in their order; None while something is missing in one of them."""
    found = [claimed(part) for part in parts.every(draft)]
    ready = tuple(staged for staged in found if staged is not None)
    return ready if len(ready) == len(found) else None


def up_to_date(draft: Draft, stageds: Sequence[Staged]) -> Draft:
    """The draft with a rehearsal, begun now unless one of these rows on this store is known."""
    database = store.real()
    event, contents = database.event_number(), tuple(one.content_sha256 for one in stageds)
    known = draft.rehearsed
    if known and (known.contents, known.event) == (contents, event):
        return draft
    outcome = work.writing(lambda: _rehearsed(database, stageds))
    return visit.keep(replace(draft, rehearsed=Rehearsed(contents, event, outcome)))


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


def _rehearsed(database: Database, stageds: Sequence[Staged]) -> Rehearsal[pd.DataFrame]:
    countries = sorted({code for staged in stageds for code in names.countries_in(staged)})
    periods = sorted({period for staged in stageds for period in names.periods_in(staged)})
    datasets = {staged.dataset for staged in stageds}
    only = datasets.pop() if len(datasets) == 1 else None

    def observe(cur: Cursor) -> pd.DataFrame:
        return metrics.snapshot(cur, countries, periods, dataset=only)

    return rehearse_all(database, stageds, observe=observe)


def _again() -> None:
    draft = visit.now()
    if draft is not None:
        visit.keep(replace(draft, rehearsed=None))


def _difference(ctx: Context, draft: Draft, outcome: Rehearsal[pd.DataFrame]) -> None:
    title = ctx._("Organisations by cluster, place, role and period")
    st.subheader(title)
    fates = (
        ctx._("Organisations new"),
        ctx._("Organisations changed"),
        ctx._("Organisations unchanged"),
        ctx._("Organisations gone"),
    )
    if draft.beside:
        _by_list(ctx, draft, outcome, title, fates)
        return
    tables.show(
        title,
        (ctx._("What becomes of them"), ctx._("How many")),
        [
            (tables.words(fate), tables.number(count(n, ctx.lang)))
            for fate, n in zip(fates, astuple(outcome.difference), strict=True)
        ],
        kind="counts",
    )


def _by_list(
    ctx: Context,
    draft: Draft,
    outcome: Rehearsal[pd.DataFrame],
    title: str,
    fates: Sequence[str],
) -> None:
    """A row for each list, and one for all of them."""
    titles = [list_line.title(ctx, part) for part in parts.every(draft)]
    differences = [part.difference for part in outcome.parts]
    rows = [
        (tables.words(name), *(tables.number(count(n, ctx.lang)) for n in astuple(difference)))
        for name, difference in zip(
            [*titles, ctx._("All lists together")],
            [*differences, outcome.difference],
            strict=True,
        )
    ]
    tables.show(title, (ctx._("List"), *fates), rows, marked=len(rows) - 1)


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
