"""Above the steps of a list: which list of the file it is, and the way to another one."""

from html import escape

import streamlit as st

from core.i18n.numbers import count, isolate
from pages.components.session import Context
from pages.components.upload import names, parts, visit
from pages.components.upload.drafts import Draft, Part


def show(ctx: Context, draft: Draft, step: int) -> None:
    """Say which list is open; nothing where there is one only, or where all are meant."""
    if not draft.beside or not 2 <= step <= parts.LAST_OF_LIST:
        return
    lists = parts.every(draft)
    line = ctx._("List {number} of {total}: {list}").format(
        number=count(draft.at + 1, ctx.lang),
        total=count(len(lists), ctx.lang),
        list=title(ctx, lists[draft.at]),
    )
    key = f"up_open_list_{draft.key}"
    st.session_state[key] = draft.at
    with st.container(key="up_list", horizontal=True, vertical_alignment="center"):
        st.html(f'<p class="up-list">{escape(line)}</p>')
        st.selectbox(
            ctx._("Go to another list"),
            range(len(lists)),
            format_func=lambda at: _option(ctx, lists[at]),
            label_visibility="collapsed",
            key=key,
            on_change=visit.on_change(key, visit.open_list),
        )


def title(ctx: Context, part: Part) -> str:
    """A list by what it is and where it stands."""
    return ctx._("{dataset} (sheet “{sheet}”)").format(
        dataset=names.dataset(ctx, part.dataset), sheet=isolate(parts.sheet_of(part), ctx.lang)
    )


def _option(ctx: Context, part: Part) -> str:
    sign = "✓" if part.reached > parts.LAST_OF_LIST else "○"
    return f"{sign} {title(ctx, part)}"
