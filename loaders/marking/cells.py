"""A sheet with marks on its cells; nothing is done to what stands in them."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from loaders.issues import column_letter
from loaders.marking.cell import Mark, rest_of_cell, with_text
from loaders.marking.splices import (
    Splice,
    Tag,
    end_of_tag,
    inside,
    is_empty,
    local,
    parsed,
    parser_of,
    prefix_of,
    spliced,
    with_attributes,
)
from loaders.marking.strange import StrangePackageError
from loaders.marking.styles import Styles

# Row -> column -> mark.
Marks = Mapping[int, Mapping[int, Mark]]

_ADDRESS = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d+)")
# The root is 1, its cells are 4; what is inside a cell is never looked at.
_CELLS = 4
# What comes behind the drawing of the notes, in the order that the format demands.
_BEHIND_NOTES = frozenset(
    (
        "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems",
        "tableParts", "extLst", "AlternateContent",
    )
)  # fmt: skip


@dataclass(slots=True)
class _Sheet:
    """What is to be changed in a sheet, collected while it is read."""

    xml: bytes
    marks: Marks
    styles: Styles
    splices: list[Splice] = field(default_factory=list)
    prefix: str = ""
    depth: int = 0
    row: int = 0
    column: int = 0
    row_style: int | None = None
    row_grew: bool = False
    waiting_rows: list[int] = field(default_factory=list)
    waiting_cells: list[int] = field(default_factory=list)
    opened: Tag | None = None
    cells: Tag | None = None
    column_styles: list[tuple[int, int, int]] = field(default_factory=list)
    notes_at: int | None = None
    drawing: str | None = None
    end: int = 0


def marked_sheet(
    xml: bytes, marks: Marks, styles: Styles, drawing: Callable[[str | None], str | None]
) -> bytes:
    """The sheet with its marked cells coloured; cells that are not there are made.

    Args:
        xml: the part.
        marks: which cells, rows and columns counted from 1.
        styles: of the workbook; formats are added to it.
        drawing: given the relation by which the sheet points to the drawing of its notes, if it
            has one, writes the notes and returns the relation to be added, if one is needed.

    Raises:
        StrangePackageError: it is no sheet of cells.
    """
    sheet = _Sheet(xml, marks, styles, waiting_rows=sorted(marks, reverse=True))
    parser = parser_of(xml)

    def start(name: str, attributes: dict[str, str]) -> None:
        sheet.depth += 1
        if sheet.depth <= _CELLS:
            _start(sheet, local(name), attributes, parser.CurrentByteIndex)

    def end(name: str) -> None:
        if sheet.depth < _CELLS:
            _end(sheet, local(name), parser.CurrentByteIndex)
        sheet.depth -= 1

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parsed(parser, xml)
    if sheet.cells is None:
        raise StrangePackageError("a sheet without cells")
    _add_drawing(sheet, drawing(sheet.drawing))
    return spliced(xml, sheet.splices)


def _start(sheet: _Sheet, name: str, attributes: dict[str, str], at: int) -> None:
    if name == "c" and sheet.depth == _CELLS:
        _cell(sheet, attributes, at)
    elif name == "row" and sheet.depth == 3:
        _open_row(sheet, attributes, at)
    elif sheet.depth == 1:
        tag = Tag(name, 0, attributes, at, end_of_tag(sheet.xml, at), 0)
        sheet.prefix = prefix_of(sheet.xml, tag)
    elif name == "col" and sheet.depth == 3 and "style" in attributes:
        told = (attributes[key] for key in ("min", "max", "style"))
        sheet.column_styles.append(tuple(map(int, told)))  # type: ignore[arg-type]
    elif name == "sheetData" and sheet.depth == 2:
        sheet.cells = Tag(name, 1, attributes, at, end_of_tag(sheet.xml, at), 0)
    elif sheet.depth == 2 and sheet.cells is not None:
        _behind_cells(sheet, name, attributes, at)


def _behind_cells(sheet: _Sheet, name: str, attributes: dict[str, str], at: int) -> None:
    if name == "legacyDrawing":
        own = [value for key, value in attributes.items() if local(key) == "id"]
        sheet.drawing = own[0] if own else None
    elif name in _BEHIND_NOTES and sheet.notes_at is None:
        sheet.notes_at = at


def _end(sheet: _Sheet, name: str, at: int) -> None:
    if name == "row" and sheet.depth == 3:
        _close_row(sheet, at)
    elif name == "sheetData" and sheet.depth == 2 and sheet.cells is not None:
        sheet.cells.closing = at
        rows = b"".join(_rows_before(sheet, None))
        if rows:
            sheet.splices.append(inside(sheet.xml, sheet.cells, rows))
    elif sheet.depth == 1:
        sheet.end = at


def _open_row(sheet: _Sheet, attributes: dict[str, str], at: int) -> None:
    sheet.row = int(attributes.get("r", sheet.row + 1))
    sheet.column, sheet.row_grew = 0, False
    rows = b"".join(_rows_before(sheet, sheet.row))
    if rows:
        sheet.splices.append((at, at, rows))
    sheet.waiting_cells = []
    if sheet.waiting_rows and sheet.waiting_rows[-1] == sheet.row:
        sheet.waiting_rows.pop()
        sheet.waiting_cells = sorted(sheet.marks[sheet.row], reverse=True)
    own = attributes.get("customFormat") in {"1", "true"}
    sheet.row_style = int(attributes["s"]) if own and "s" in attributes else None
    sheet.opened = Tag("row", 2, attributes, at, end_of_tag(sheet.xml, at), 0)


def _cell(sheet: _Sheet, attributes: dict[str, str], at: int) -> None:
    if not sheet.waiting_cells and not sheet.styles.has_marks:
        return
    address = attributes.get("r")
    sheet.column = sheet.column + 1 if address is None else _column_of(address)
    added = _cells_before(sheet, sheet.column)
    if added:
        sheet.splices.append((at, at, added))
    style, mark = int(attributes.get("s", 0)), None
    if sheet.waiting_cells and sheet.waiting_cells[-1] == sheet.column:
        sheet.waiting_cells.pop()
        mark = sheet.marks[sheet.row][sheet.column]
    elif not sheet.styles.is_marked(style):
        return
    end = end_of_tag(sheet.xml, at)
    number = str(sheet.styles.marked(style, mark.colour if mark else None))
    changed = with_attributes(sheet.xml[at:end], s=number)
    whole = rest_of_cell(sheet.xml, end, sheet.prefix)
    if mark is None or mark.text is None or b"<" + sheet.prefix.encode() + b"f" in whole:
        sheet.splices.append((at, end, changed))
    else:
        sheet.splices.append((at, end + len(whole), with_text(changed, mark.text, sheet.prefix)))


def _close_row(sheet: _Sheet, at: int) -> None:
    added = _cells_before(sheet, None)
    row = sheet.opened
    if row is None or not sheet.row_grew:
        return
    # How far the row reaches is written at its start, and is no longer so.
    start = with_attributes(sheet.xml[row.start : row.end], spans=None)
    if is_empty(sheet.xml, row.end):
        whole = inside(start, Tag("row", 2, {}, 0, len(start), len(start)), added)[2]
        sheet.splices.append((row.start, row.end, whole))
    else:
        sheet.splices += [(row.start, row.end, start), (at, at, added)]


def _rows_before(sheet: _Sheet, row: int | None) -> list[bytes]:
    """The marked rows that the sheet has not, up to one that it has."""
    made = []
    while sheet.waiting_rows and (row is None or sheet.waiting_rows[-1] < row):
        number = sheet.waiting_rows.pop()
        cells = b"".join(_made(sheet, number, c, None) for c in sorted(sheet.marks[number]))
        made.append(f'<{sheet.prefix}row r="{number}">'.encode() + cells)
        made.append(f"</{sheet.prefix}row>".encode())
    return made


def _cells_before(sheet: _Sheet, column: int | None) -> bytes:
    """The marked cells that the row has not, up to one that it has."""
    made = []
    while sheet.waiting_cells and (column is None or sheet.waiting_cells[-1] < column):
        made.append(_made(sheet, sheet.row, sheet.waiting_cells.pop(), sheet.row_style))
        sheet.row_grew = True
    return b"".join(made)


def _made(sheet: _Sheet, row: int, column: int, row_style: int | None) -> bytes:
    of_column = (style for low, high, style in sheet.column_styles if low <= column <= high)
    style = next(of_column, 0) if row_style is None else row_style
    mark = sheet.marks[row][column]
    number = sheet.styles.marked(style, mark.colour)
    made = f'<{sheet.prefix}c r="{column_letter(column)}{row}" s="{number}"/>'.encode()
    return with_text(made, mark.text, sheet.prefix) if mark.text else made


def _column_of(address: str) -> int:
    found = _ADDRESS.fullmatch(address)
    if found is None:
        raise StrangePackageError(f"no address: {address}")
    number = 0
    for letter in found[1].upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _add_drawing(sheet: _Sheet, relation: str | None) -> None:
    if relation is None:
        return
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    written = f'<{sheet.prefix}legacyDrawing xmlns:r="{office}" r:id="{relation}"/>'.encode()
    at = sheet.end if sheet.notes_at is None else sheet.notes_at
    sheet.splices.append((at, at, written))
