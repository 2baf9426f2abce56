"""Step 2: the sheet that holds the list, and the row of its headings."""

import streamlit as st

from loaders import Sheet
from loaders.issues import Code, column_letter
from pages.components import issue_table
from pages.components.session import Context
from pages.components.upload import steps, tables, understand, visit
from pages.components.upload.drafts import Draft, Understood

_PREVIEWED = 15
_OFFERED_ROWS = 40
_COLUMNS = 30
_CELL = 60
_SHEET, _ROW = "up_sheet", "up_heading_row"
_HIDDEN = "•••"


def show(ctx: Context, draft: Draft) -> None:
    """Show the top of the sheet, and let sheet and heading row be moved."""
    draft = understand.up_to_date(ctx, draft)
    seen, upload = draft.understood, visit.file_of(draft)
    if seen is None or steps.fixed(ctx, draft) or upload is None:
        steps.onward(ctx, draft, ready=seen is not None)
        return
    asked = _asked(seen) and draft.choices.sheet is None
    left, right = st.columns(2)
    with left:
        sheet = _sheet(ctx, draft, seen, upload.sheets, asked=asked)
    with right:
        _heading_row(ctx, seen, sheet)
    _preview(ctx, seen, sheet)
    if asked:
        steps.onward(ctx, draft, ready=False, why_not=ctx._("Choose the sheet first."))
        return
    if seen.staged is None:
        issue_table.show(ctx, seen.issues)
    steps.onward(ctx, draft, ready=seen.staged is not None)


def _asked(seen: Understood) -> bool:
    return any(issue.code is Code.SEVERAL_SHEETS for issue in seen.issues)


def _sheet(
    ctx: Context, draft: Draft, seen: Understood, sheets: tuple[Sheet, ...], *, asked: bool
) -> Sheet:
    names = [sheet.name for sheet in sheets]
    by_name = {sheet.name: sheet for sheet in sheets}
    shown = by_name.get(seen.sheet or "") or next((s for s in sheets if s.visible), sheets[0])
    st.selectbox(
        ctx._("Several sheets could be meant. Which one holds the list?")
        if asked
        else ctx._("Sheet"),
        names,
        index=None if asked else names.index(shown.name),
        format_func=lambda name: _sheet_name(ctx, by_name[name]),
        placeholder=ctx._("Choose the sheet"),
        key=f"{_SHEET}_{draft.key}",
        on_change=visit.on_change(f"{_SHEET}_{draft.key}", _set_sheet),
    )
    return shown


def _sheet_name(ctx: Context, sheet: Sheet) -> str:
    return sheet.name if sheet.visible else ctx._("{sheet} (hidden)").format(sheet=sheet.name)


def _set_sheet(name: str | None) -> None:
    if name is not None:
        visit.choose(sheet=name, heading_row=None, columns=(), join=None)


def _heading_row(ctx: Context, seen: Understood, sheet: Sheet) -> None:
    rows = list(range(1, min(_OFFERED_ROWS, sheet.table.num_rows) + 1))
    here = seen.heading_row if seen.heading_row in rows else None
    # Another sheet has another heading row: the widget is not the same.
    key = f"{_ROW}_{sheet.name}"
    st.selectbox(
        ctx._("Row of the headings"),
        rows,
        index=None if here is None else rows.index(here),
        format_func=lambda row: ctx._("Row {row}: {cells}").format(
            row=row, cells=_beginning(sheet, row)
        ),
        placeholder=ctx._("Choose the row"),
        key=key,
        on_change=visit.on_change(key, _set_row),
    )


def _set_row(row: int | None) -> None:
    if row is not None:
        visit.choose(heading_row=row, columns=())


def _beginning(sheet: Sheet, row: int) -> str:
    cells = [cell for cell in _cells(sheet, row) if cell]
    return " · ".join(cell[:20] for cell in cells[:4])


def _cells(sheet: Sheet, row: int) -> list[str | None]:
    return [column[row - 1].as_py() for column in sheet.table.columns[:_COLUMNS]]


def _preview(ctx: Context, seen: Understood, sheet: Sheet) -> None:
    """The rows around the headings, with addresses; columns about people are covered."""
    heading = seen.heading_row or 1
    first = max(1, heading - 5)
    last = min(sheet.table.num_rows, first + _PREVIEWED - 1)
    covered = {c.position for c in seen.columns if c.reason == "personal-data"}
    width = min(_COLUMNS, sheet.table.num_columns)
    rows = [
        [str(row), *_shown(_cells(sheet, row), covered if row > heading else set())]
        for row in range(first, last + 1)
    ]
    marked = heading - first if seen.heading_row else None
    caption = ctx._("The first rows of the sheet; the row of the headings is marked")
    st.caption(caption)
    tables.show(
        caption,
        ["", *(column_letter(at) for at in range(1, width + 1))],
        rows,
        kind="cells",
        marked=marked,
    )


def _shown(cells: list[str | None], covered: set[int]) -> list[str]:
    return [
        _HIDDEN if at in covered and cell else tables.text((cell or "")[:_CELL])
        for at, cell in enumerate(cells, start=1)
    ]
