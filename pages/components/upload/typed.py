"""What a person typed to mend cells, kept in the draft until it is applied or taken back."""

from dataclasses import replace

import streamlit as st

from core.i18n.numbers import count
from loaders import wrong_values
from loaders.issues import Issue
from loaders.mending import Correction
from loaders.personal import holds_address
from loaders.wrong_values import WrongColumn
from pages.components.session import Context
from pages.components.upload import visit
from pages.components.upload.drafts import Draft, Key, Understood

_REFUSED = "upload_typed_refused"


def of_value(issue: Issue) -> Key:
    """Under which an answer for every cell of an issue is kept."""
    return ("value", issue.column or 0, issue.code.value, issue.value)


def of_row(column: int, row: int) -> Key:
    """Under which an answer for one cell is kept."""
    return ("row", column, row)


def state(draft: Draft) -> str:
    """A key that changes with each correction: what was typed before stays with its own state."""
    return f"{draft.key}_{hash(draft.choices.corrections) & 0xFFFFFFFF:x}"


def wrong_columns(seen: Understood) -> tuple[WrongColumn, ...]:
    """The columns in which something can be mended."""
    if seen.sheet is None or seen.staged is None:
        return ()
    return wrong_values.wrong_columns(seen.report, seen.sheet, seen.columns)


def keep(key: Key, text: str | None) -> None:
    """Keep an answer, or forget it; an address of a person is not taken."""
    draft = visit.now()
    if draft is None:
        return
    if draft.typed.get(key) == text:
        return
    others = {asked: said for asked, said in draft.typed.items() if asked != key}
    if text is not None and holds_address(text):
        st.session_state[_REFUSED] = "address"
    elif text is not None:
        others[key] = text.strip()
    visit.keep(replace(draft, typed=others))


def refused(ctx: Context) -> None:
    """Say once why something typed was not taken."""
    why = st.session_state.pop(_REFUSED, None)
    if why == "address":
        st.error(ctx._("An e-mail address is not taken: nothing about people is kept."))
    elif why == "many":
        limit = count(wrong_values.MOST_CORRECTIONS, ctx.lang)
        said = ctx._(
            "More than {limit} cells are too many to be mended here: mend them in the file."
        )
        st.error(said.format(limit=limit))


def applicable(
    draft: Draft, seen: Understood
) -> tuple[dict[Issue, str], dict[tuple[int, int], str]]:
    """What can be applied now: issue -> text for all of its cells, (row, column) -> text."""
    columns = wrong_columns(seen)
    issues = {of_value(issue): issue for column in columns for issue in column.values}
    values = {issues[key]: text for key, text in draft.typed.items() if key in issues}
    there = {column.position for column in columns}
    rows = {
        (int(key[2] or 0), int(key[1])): text
        for key, text in draft.typed.items()
        if key[0] == "row" and key[1] in there
    }
    return values, rows


def apply() -> None:
    """Make corrections of all that was typed; the file is then understood anew."""
    draft = visit.now()
    upload = visit.file_of(draft) if draft else None
    seen = draft.understood if draft else None
    if draft is None or upload is None or seen is None or seen.sheet is None:
        return
    values, rows = applicable(draft, seen)
    made = wrong_values.everywhere(upload, draft.choices.corrections, values)
    made = wrong_values.in_rows(upload, made, seen.sheet, rows)
    if len(made) > wrong_values.MOST_CORRECTIONS:
        st.session_state[_REFUSED] = "many"
        return
    _decide(draft, made)


def take_back(mended: wrong_values.Mended | None) -> None:
    """Undo the corrections of one kind, or all of them."""
    draft = visit.now()
    if draft is None:
        return
    left = (
        ()
        if mended is None
        else tuple(
            one
            for one in draft.choices.corrections
            if (one.column, one.before, one.after) != (mended.column, mended.before, mended.after)
        )
    )
    _decide(draft, left)


def _decide(draft: Draft, corrections: tuple[Correction, ...]) -> None:
    visit.change(choices=replace(draft.choices, corrections=corrections), typed={})
