"""In step 2: which sheets of the workbook are published together, and what each of them lists."""

from collections.abc import Iterator, Sequence
from html import escape

import streamlit as st

from core.i18n import N_
from core.i18n.numbers import count, isolate, percent
from core.i18n.periods import period_name
from loaders import SheetLists
from loaders.datasets import DATASETS
from loaders.issues import Code
from pages.components.session import Context
from pages.components.upload import names, parts, visit
from pages.components.upload.drafts import Draft
from pages.components.upload.parts import Wanted

# A dataset that is only as likely as another is not proposed: the person says it.
_SURE = 0.6
_WIDTHS = (4, 4, 5)
_LEAD = N_(
    "Several sheets of this workbook hold a list. Tick those that are to be published together: "
    "all of them are, or none."
)


def show(ctx: Context, draft: Draft) -> bool:
    """Draw the table where several sheets hold a list; whether it was drawn."""
    lists = _worth_asking(draft)
    if len(lists) < 2 and not draft.beside:
        return False
    taken = {one.sheet: one.dataset for one in _taken(draft)}
    st.markdown(ctx._(_LEAD))
    with st.container(key="up_lists", gap="small"):
        for at, one in enumerate(lists):
            _row(ctx, draft, one, at, taken)
    _all_proposed(ctx, draft, lists)
    return True


def _worth_asking(draft: Draft) -> tuple[SheetLists, ...]:
    """Sheets that may be lists: visible ones, hidden ones only where no other is."""
    every = [one for one in draft.lists or () if one.likely]
    shown = [one for one in every if one.visible]
    taken = {one.sheet for one in _taken(draft)}
    return tuple(one for one in every if not shown or one.visible or one.sheet in taken)


def _taken(draft: Draft) -> list[Wanted]:
    """The sheets that are taken already; none while it is open which one is meant."""
    if not draft.beside and draft.choices.sheet is None and not _is_found(draft):
        return []
    return [Wanted(parts.sheet_of(part), part.dataset) for part in parts.every(draft)]


def _is_found(draft: Draft) -> bool:
    """Whether the sheet that was found is a list of the kind that the person chose in step 1."""
    seen = draft.understood
    if seen is None or any(issue.code is Code.SEVERAL_SHEETS for issue in seen.issues):
        return False
    likely = {one.sheet: [o.dataset for o in one.likely] for one in draft.lists or ()}
    return draft.dataset in likely.get(seen.sheet or "", [])


def _row(ctx: Context, draft: Draft, one: SheetLists, at: int, taken: dict[str, str]) -> None:
    tick, choice = f"up_take_{draft.key}_{at}", f"up_list_{draft.key}_{at}"
    st.session_state[tick] = one.sheet in taken
    if one.sheet in taken:
        st.session_state[choice] = taken[one.sheet]
    elif choice not in st.session_state:
        st.session_state[choice] = _proposal(one)
    left, middle, right = st.columns(_WIDTHS, vertical_alignment="center")
    left.checkbox(
        names.plain(one.sheet),
        key=tick,
        disabled=st.session_state[choice] is None or list(taken) == [one.sheet],
        on_change=_apply,
        args=(draft.key,),
    )
    middle.selectbox(
        ctx._("What the sheet “{sheet}” lists").format(sheet=isolate(one.sheet, ctx.lang)),
        list(DATASETS),
        format_func=lambda name: names.dataset(ctx, name),
        placeholder=ctx._("Choose what it lists"),
        label_visibility="collapsed",
        key=choice,
        on_change=_apply,
        args=(draft.key,),
    )
    right.html(f'<p class="up-origin">{escape(_facts(ctx, one))}</p>')


def _proposal(one: SheetLists) -> str | None:
    best = one.likely[0]
    return best.dataset if best.confidence >= _SURE else None


def _facts(ctx: Context, one: SheetLists) -> str:
    """What is proposed and how sure it is, the months, the lines."""
    likely = (
        ctx._("{dataset}: {share} sure").format(
            dataset=names.dataset(ctx, each.dataset), share=percent(each.confidence, ctx.lang)
        )
        for each in one.likely
    )
    months = [period_name(one.period, ctx.lang)] if one.period else []
    lines = ctx.ngettext("{count} line", "{count} lines", one.rows)
    return " · ".join((*likely, *months, lines.format(count=count(one.rows, ctx.lang))))


def _apply(key: str) -> None:
    """Take what is ticked; at least one sheet stays."""
    draft = visit.now()
    if draft is None or draft.key != key:
        return
    ticked = list(_ticked(draft))
    if [(w.sheet, w.dataset) for w in ticked] != [(w.sheet, w.dataset) for w in _taken(draft)]:
        visit.take(ticked)


def _ticked(draft: Draft) -> Iterator[Wanted]:
    for at, one in enumerate(_worth_asking(draft)):
        dataset: str | None = st.session_state.get(f"up_list_{draft.key}_{at}")
        if st.session_state.get(f"up_take_{draft.key}_{at}") and dataset is not None:
            yield Wanted(one.sheet, dataset, one.period)


def _all_proposed(ctx: Context, draft: Draft, lists: Sequence[SheetLists]) -> None:
    """One click takes what is proposed of every sheet."""
    proposed = [
        Wanted(one.sheet, dataset, one.period) for one in lists if (dataset := _proposal(one))
    ]
    known = [(one.sheet, one.dataset) for one in _taken(draft)]
    if len(proposed) > 1 and [(one.sheet, one.dataset) for one in proposed] != known:
        st.button(
            ctx._("Take all of them as proposed"),
            key="up_take_all",
            on_click=visit.take,
            args=(proposed,),
        )
