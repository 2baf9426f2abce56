"""Cells mended in place: which column, all cells that read the same or row by row, and apply."""

from collections.abc import Sequence

import streamlit as st

from core.i18n.numbers import count
from loaders.choice_lists import choice_lists
from loaders.issues import column_letter
from loaders.template_columns import choices_of
from loaders.wrong_values import WrongColumn
from pages.components.session import Context
from pages.components.upload import mend_rows, mend_values, mended, names, steps, typed, visit
from pages.components.upload.drafts import Draft, Understood

_VALUES, _ROWS = "values", "rows"


def show(ctx: Context, draft: Draft, seen: Understood) -> None:
    """Offer what can be mended here, and what was mended to be taken back."""
    columns = typed.wrong_columns(seen)
    if not columns and not draft.choices.corrections:
        return
    st.subheader(ctx._("Mend it here"))
    if steps.fixed(ctx, draft):
        mended.show(ctx, draft, seen, disabled=True)
        return
    typed.refused(ctx)
    if columns:
        _ask(ctx, draft, seen, columns)
        # A grid tells what was typed only when it is drawn.
        _apply(ctx, visit.now() or draft, seen)
    mended.show(ctx, draft, seen, disabled=False)


def _ask(ctx: Context, draft: Draft, seen: Understood, columns: Sequence[WrongColumn]) -> None:
    wrong = _column(ctx, draft, columns)
    ways = [_VALUES, _ROWS] if wrong.values else [_ROWS]
    words = {
        _VALUES: ctx._("all cells that read the same, at once"),
        _ROWS: ctx._("row by row"),
    }
    way = st.radio(
        ctx._("How"),
        ways,
        format_func=lambda name: words[name],
        key=f"up_mend_way_{draft.key}_{wrong.position}",
        horizontal=True,
    )
    options = _options(ctx, wrong.field)
    if way == _VALUES:
        mend_values.show(ctx, draft, wrong, options)
    else:
        mend_rows.show(ctx, draft, seen, wrong, options)


def _column(ctx: Context, draft: Draft, columns: Sequence[WrongColumn]) -> WrongColumn:
    """The one that is open: the first, unless a person chose another."""
    by_position = {column.position: column for column in columns}
    if len(columns) == 1:
        st.markdown(f"**{_label(ctx, columns[0])}**")
        return columns[0]
    at = st.selectbox(
        ctx._("Column to mend"),
        list(by_position),
        format_func=lambda position: _label(ctx, by_position[position]),
        key=f"up_mend_column_{draft.key}",
    )
    return by_position[at]


def _label(ctx: Context, wrong: WrongColumn) -> str:
    return f"{column_letter(wrong.position)} · {names.field(ctx, wrong.field)}"


def _options(ctx: Context, field: str) -> list[str] | None:
    """The names of the field's list, as the reader calls them; None for free text."""
    choices = choices_of(field)
    return None if choices is None else list(choice_lists(ctx.lang)[choices].values())


def _apply(ctx: Context, draft: Draft, seen: Understood) -> None:
    values, rows = typed.applicable(draft, seen)
    cells = sum(issue.count for issue in values) + len(rows)
    label = ctx.ngettext("Apply to {count} cell", "Apply to {count} cells", cells)
    st.button(
        label.format(count=count(cells, ctx.lang)) if cells else ctx._("Apply"),
        key="up_mend_apply",
        disabled=not cells,
        on_click=typed.apply,
    )
    st.caption(
        ctx._(
            "Nothing changes until you apply. The file itself stays as it is; the receipt lists "
            "each correction."
        )
    )
