"""The first sheet, which sums up, and its place in the workbook."""

import re
from collections.abc import Sequence
from typing import Any

from loaders.issues import column_letter
from loaders.marking.package import Package
from loaders.marking.splices import (
    Splice,
    Tag,
    cell_text,
    escaped,
    inside,
    prefix_of,
    spliced,
    tags,
    with_attributes,
)
from loaders.marking.strange import StrangePackageError
from loaders.marking.styles import Styles

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SELECTED = re.compile(rb"\stabSelected\s*=\s*[\"'](?:1|true)[\"']")
_HEAD = 64 * 1024
_LONGEST_TITLE = 31

# One cell of the sheet: text or number, the name of its format, the place it leads to.
Cell = Sequence[Any]


def front_sheet(
    lines: Sequence[Sequence[Cell]], widths: Sequence[int], heading: int, styles: Styles, rtl: bool
) -> bytes:
    """The part of the first sheet.

    Args:
        lines: cells as (text or number, name of the format, place it leads to or None).
        widths: of the columns, in letters.
        heading: the line of the headings; it stays in sight.
        styles: of the workbook.
        rtl: the sheet runs from right to left.
    """
    columns = "".join(
        f'<col min="{n}" max="{n}" width="{width}" customWidth="1"/>'
        for n, width in enumerate(widths, start=1)
    )
    rows = "".join(_row(n, cells, styles) for n, cells in enumerate(lines, start=1))
    links = "".join(_links(n, cells) for n, cells in enumerate(lines, start=1))
    direction = ' rightToLeft="1"' if rtl else ""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<worksheet xmlns="{_MAIN}"><sheetViews>'
        f'<sheetView{direction} tabSelected="1" workbookViewId="0" showGridLines="0">'
        f'<pane ySplit="{heading}" topLeftCell="A{heading + 1}" activePane="bottomLeft" '
        'state="frozen"/></sheetView></sheetViews>'
        f"<cols>{columns}</cols><sheetData>{rows}</sheetData>"
        + (f"<hyperlinks>{links}</hyperlinks>" if links else "")
        + "</worksheet>"
    ).encode()


def _row(number: int, cells: Sequence[Cell], styles: Styles) -> str:
    written = "".join(
        _cell(f"{column_letter(column)}{number}", said, styles.front(style))
        for column, (said, style, _) in enumerate(cells, start=1)
        if said is not None
    )
    return f'<row r="{number}">{written}</row>'


def _cell(address: str, said: str | int, style: int) -> str:
    if isinstance(said, int):
        return f'<c r="{address}" s="{style}"><v>{said}</v></c>'
    text = f'<is><t xml:space="preserve">{cell_text(said)}</t></is>'
    return f'<c r="{address}" s="{style}" t="inlineStr">{text}</c>'


def _links(number: int, cells: Sequence[Cell]) -> str:
    return "".join(
        f'<hyperlink ref="{column_letter(column)}{number}" location="{escaped(place)}"/>'
        for column, (_, _, place) in enumerate(cells, start=1)
        if place is not None
    )


def place_first(package: Package, book: str, title: str, earlier: str | None, xml: bytes) -> None:
    """Put a sheet before all others and open the workbook there.

    Args:
        package: the workbook.
        book: its main part.
        title: what the sheet is to be called.
        earlier: the name of such a sheet from an earlier return; it is replaced where it stands.
        xml: the sheet.
    """
    for relation in package.relations(book):
        if relation.kind in {"worksheet", "chartsheet", "dialogsheet", "macrosheet"}:
            _deselect(package, package.named(relation.target))
    every = tags(package.parts[book])
    if earlier is not None:
        at = _replace(package, book, every, earlier, xml)
        splices = _opened_at(package.parts[book], every, at, shifted=False)
    else:
        kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
        part = package.add("xl/worksheets/sheet{}.xml", xml, kind)
        relation_name = package.relate(book, "worksheet", part)
        splices = _opened_at(package.parts[book], every, 0, shifted=True)
        splices.append(_listed(package.parts[book], every, title, relation_name))
    package.parts[book] = spliced(package.parts[book], splices)


def _deselect(package: Package, part: str) -> None:
    """Two sheets selected at once are edited at once."""
    xml = package.parts[part]
    head = xml[:_HEAD].partition(b"sheetData")[0]
    package.parts[part] = _SELECTED.sub(b"", head) + xml[len(head) :]


def _replace(package: Package, book: str, every: list[Tag], name: str, xml: bytes) -> int:
    """Write over the sheet of an earlier return; its place among the sheets."""
    sheets = [tag for tag in every if tag.name == "sheet"]
    at, tag = next((n, t) for n, t in enumerate(sheets) if t.attributes["name"] == name)
    own = next(v for key, v in tag.attributes.items() if key.endswith(":id"))
    part = package.named({r.name: r.target for r in package.relations(book)}[own])
    package.parts[part] = xml
    package.without_relations(part)
    return at


def _listed(xml: bytes, every: list[Tag], title: str, relation: str) -> Splice:
    group = next((tag for tag in every if tag.name == "sheets"), None)
    if group is None:
        raise StrangePackageError("no list of sheets")
    listed = [tag.attributes for tag in every if tag.name == "sheet"]
    number = max((int(sheet["sheetId"]) for sheet in listed), default=0) + 1
    name = _free(title, {sheet["name"].casefold() for sheet in listed})
    added = (
        f'<{prefix_of(xml, every[0])}sheet xmlns:r="{_OFFICE}" name="{escaped(name)}" '
        f'sheetId="{number}" r:id="{relation}"/>'
    )
    return inside(xml, group, added.encode(), first=True)


def _free(title: str, taken: set[str]) -> str:
    names = (title, *(f"{title[: _LONGEST_TITLE - 5]} ({n})" for n in range(2, len(taken) + 3)))
    return next(name for name in names if name.casefold() not in taken)


def _opened_at(xml: bytes, every: list[Tag], at: int, *, shifted: bool) -> list[Splice]:
    """Open the workbook at a sheet; names that hold on one sheet follow it to its new place."""
    splices: list[Splice] = []
    for tag in every:
        start = xml[tag.start : tag.end]
        if tag.name == "workbookView":
            changed = with_attributes(start, activeTab=str(at), firstSheet=None)
            splices.append((tag.start, tag.end, changed))
        elif shifted and tag.name == "definedName" and "localSheetId" in tag.attributes:
            place = str(int(tag.attributes["localSheetId"]) + 1)
            splices.append((tag.start, tag.end, with_attributes(start, localSheetId=place)))
    return splices
