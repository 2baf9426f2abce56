"""What was mended by hand, before and after, and the way to take it back."""

import streamlit as st

from core.i18n.numbers import count, isolate
from loaders.issues import column_letter
from loaders.personal import holds_address
from loaders.wrong_values import Mended, alike
from pages.components.session import Context
from pages.components.upload import names, typed
from pages.components.upload.drafts import Draft, Understood

_LISTED = 30


def show(ctx: Context, draft: Draft, seen: Understood, *, disabled: bool) -> None:
    """One line for corrections alike, each with its way back, and one for all."""
    corrections = draft.choices.corrections
    if not corrections:
        return
    said = ctx.ngettext(
        "{count} cell mended by hand", "{count} cells mended by hand", len(corrections)
    ).format(count=count(len(corrections), ctx.lang))
    fields = {column.position: column.field for column in seen.columns if column.field}
    with st.expander(said, expanded=True):
        every = alike(corrections)
        for number, one in enumerate(every[:_LISTED]):
            _line(ctx, number, one, fields.get(one.column), disabled)
        if len(every) > _LISTED:
            more = count(len(every) - _LISTED, ctx.lang)
            st.caption(ctx._("and {count} more").format(count=more))
        st.button(
            ctx._("Take all back"),
            key="up_mended_all",
            on_click=typed.take_back,
            args=(None,),
            disabled=disabled,
        )


def _line(ctx: Context, number: int, one: Mended, field: str | None, disabled: bool) -> None:
    with st.container(key=f"up_field_mended_{number}"):
        left, right = st.columns([3, 1], vertical_alignment="center")
        with left:
            where = names.field(ctx, field) if field else column_letter(one.column)
            st.markdown(f"**{where}** · {names.plain(change(ctx, one))}")
        with right:
            st.button(
                ctx._("Take back"),
                key=f"up_mended_{number}",
                on_click=typed.take_back,
                args=(one,),
                disabled=disabled,
            )


def change(ctx: Context, one: Mended) -> str:
    """Before and after, and in how many cells or in which."""
    before, after = (_shown(ctx, text) for text in (one.before, one.after))
    cell = f"{column_letter(one.column)}{one.row}"
    if one.cells == 1:
        return ctx._("{before} → {after} ({cell})").format(
            before=before, after=after, cell=isolate(cell, ctx.lang)
        )
    return ctx._("{before} → {after} ({count} cells, from {cell} on)").format(
        before=before, after=after, count=count(one.cells, ctx.lang),
        cell=isolate(cell, ctx.lang),
    )  # fmt: skip


def _shown(ctx: Context, text: str | None) -> str:
    if text is None:
        return ctx._("empty")
    return "–" if holds_address(text) else isolate(text, ctx.lang)
