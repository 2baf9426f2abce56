"""The failing rows of a column in a grid: what is wrong in words, and what the cell should read."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from core.i18n.numbers import count
from loaders.sentences import sentence
from loaders.wrong_values import WrongColumn, WrongRow, wrong_rows
from pages.components.session import Context
from pages.components.upload import names, typed, visit
from pages.components.upload.drafts import Draft, Understood

_MOST = 200
_FOUND = "upload_mend_rows"
_AFTER = "after"


def show(
    ctx: Context,
    draft: Draft,
    seen: Understood,
    wrong: WrongColumn,
    options: Sequence[str] | None,
) -> None:
    """Draw the grid; an answer is kept as it is given."""
    rows, total = _rows(draft, seen, wrong)
    key = f"up_mend_grid_{typed.state(draft)}_{wrong.position}"
    order = ["row", "written", _AFTER, "problem", "organisation"]
    edited = st.data_editor(
        _frame(ctx, key, draft, wrong, rows),
        key=key,
        hide_index=True,
        placeholder="",
        num_rows="fixed",
        disabled=["row", "written", "problem", "organisation"],
        column_order=order if ctx.lang.direction == "ltr" else order[::-1],
        column_config=_configured(ctx, wrong, options),
        alt=ctx._("Rows to mend: row, what stands there, what it should read"),
    )
    _keep(wrong.position, rows, edited)
    if total > len(rows):
        said = ctx._("The first {shown} of {count} rows; the others come once these are mended.")
        st.caption(said.format(shown=count(len(rows), ctx.lang), count=count(total, ctx.lang)))


def _rows(draft: Draft, seen: Understood, wrong: WrongColumn) -> tuple[tuple[WrongRow, ...], int]:
    """Looked for once as long as the file is understood in the same way."""
    known = st.session_state.get(_FOUND)
    if known is not None and known[0] is seen and known[1] == wrong.position:
        found: tuple[tuple[WrongRow, ...], int] = known[2]
        return found
    upload = visit.file_of(draft)
    if upload is None:
        return (), 0
    found = wrong_rows(upload, draft.choices.corrections, wrong, seen.columns, _MOST)
    st.session_state[_FOUND] = (seen, wrong.position, found)
    return found


def _frame(
    ctx: Context, key: str, draft: Draft, wrong: WrongColumn, rows: Sequence[WrongRow]
) -> pd.DataFrame:
    """The rows; while the grid is open its frame stays, or the cell in hand would be lost."""
    kept = st.session_state.get(f"{key}_frame")
    if kept is not None and key in st.session_state and kept[0] is rows:
        frame: pd.DataFrame = kept[1]
        return frame
    frame = pd.DataFrame(
        {
            "row": [row.row for row in rows],
            "written": [row.written or "" for row in rows],
            _AFTER: [draft.typed.get(typed.of_row(wrong.position, row.row)) for row in rows],
            "problem": [_sentence(ctx, row) for row in rows],
            "organisation": [row.organisation or "" for row in rows],
        }
    ).astype({_AFTER: "object"})
    st.session_state[f"{key}_frame"] = (rows, frame)
    return frame


def _configured(ctx: Context, wrong: WrongColumn, options: Sequence[str] | None) -> dict[str, Any]:
    after = ctx._("Should read")
    column = st.column_config
    return {
        "row": column.NumberColumn(ctx._("Row"), width="small", format="%d"),
        "written": column.TextColumn(ctx._("In the file"), width=130),
        _AFTER: column.TextColumn(after, width=150, max_chars=200)
        if options is None
        else column.SelectboxColumn(after, options=options, width=150),
        "problem": column.TextColumn(
            ctx._("What is wrong"),
            width="large",
            alignment="left" if ctx.lang.direction == "ltr" else "right",
        ),
        "organisation": column.TextColumn(names.field(ctx, "organisation"), width="medium"),
    }


def _sentence(ctx: Context, row: WrongRow) -> str:
    """What is wrong; the grid is a picture, which takes its direction from no page."""
    said = sentence(row.issue, ctx.lang)[0]
    return said if ctx.lang.direction == "ltr" else f"\u2067{said}\u2069"


def _keep(column: int, rows: Sequence[WrongRow], edited: pd.DataFrame) -> None:
    """Every answer of the grid, as it stands now."""
    for row, text in zip(rows, edited[_AFTER].tolist(), strict=True):
        said = text.strip() if isinstance(text, str) else ""
        typed.keep(typed.of_row(column, row.row), said or None)
