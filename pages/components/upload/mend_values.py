"""The wrong values of a column, one a line, each with what all of its cells should read."""

import hashlib
from collections.abc import Sequence
from functools import partial

import streamlit as st

from core.i18n.numbers import count, isolate
from loaders.issues import Issue
from loaders.sentences import sentence
from loaders.wrong_values import WrongColumn
from pages.components.session import Context
from pages.components.upload import mend_suggested, names, typed, visit
from pages.components.upload.drafts import Draft

_AT_ONCE = 25
_SHOWN = "upload_mend_shown"
EMPTY = ""


def show(ctx: Context, draft: Draft, wrong: WrongColumn, options: Sequence[str] | None) -> None:
    """A line for each value, the most frequent first.

    Args:
        ctx: whose language it speaks.
        draft: holds what was typed before.
        wrong: the column.
        options: of its list; None: free text.
    """
    asked = f"{draft.key}_{wrong.position}"
    opened: tuple[str, int] = st.session_state.get(_SHOWN, (asked, _AT_ONCE))
    shown = opened[1] if opened[0] == asked else _AT_ONCE
    state = typed.state(draft)

    def widget(issue: Issue) -> str:
        return f"up_mend_{state}_{_print(issue)}"

    mend_suggested.offer(ctx, draft, wrong, widget)
    for issue in wrong.values[:shown]:
        with st.container(key=f"up_field_value_{_print(issue)}"):
            _line(ctx, draft, issue, options, widget(issue))
    more = len(wrong.values) - shown
    if more > 0:
        label = ctx.ngettext("Show {count} more value", "Show {count} more values", more)
        st.button(
            label.format(count=count(more, ctx.lang)),
            key="up_mend_more",
            type="tertiary",
            on_click=_open_more,
            args=(asked, shown + _AT_ONCE),
        )


def _open_more(asked: str, shown: int) -> None:
    st.session_state[_SHOWN] = (asked, shown)


def _line(
    ctx: Context, draft: Draft, issue: Issue, options: Sequence[str] | None, key: str
) -> None:
    left, right = st.columns(2, vertical_alignment="center")
    with left:
        st.markdown(_said(ctx, issue))
    keep = visit.on_change(key, partial(_keep, issue, free=options is None))
    said = draft.typed.get(typed.of_value(issue))
    label = ctx._("“{value}” should read").format(value=names.plain(_value(ctx, issue)))
    with right:
        if options is None:
            st.text_input(label, value=said or "", key=key, on_change=keep, max_chars=200)
            return
        offered = [*options, EMPTY]
        st.selectbox(
            label,
            offered,
            index=offered.index(said) if said in offered else None,
            format_func=lambda text: text or ctx._("leave the cell empty"),
            placeholder=ctx._("Choose from the list"),
            key=key,
            on_change=keep,
        )


def _keep(issue: Issue, text: str | None, *, free: bool) -> None:
    typed.keep(typed.of_value(issue), None if free and not (text or "").strip() else text)


def _said(ctx: Context, issue: Issue) -> str:
    cells = ctx.ngettext("{count} cell", "{count} cells", issue.count)
    number = cells.format(count=count(issue.count, ctx.lang))
    value = names.plain(_value(ctx, issue))
    return f"**{value}** · {number}  \n{names.plain(sentence(issue, ctx.lang)[0])}"


def _value(ctx: Context, issue: Issue) -> str:
    return ctx._("empty") if issue.value is None else isolate(issue.value, ctx.lang)


def _print(issue: Issue) -> str:
    """A short key for a value: widgets are told apart by it."""
    return hashlib.sha256(repr(typed.of_value(issue)).encode()).hexdigest()[:16]
