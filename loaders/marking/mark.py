"""The work that is done inside the fence: marks on the cells of a workbook, and a first sheet."""

import json
from typing import Any

from core.errors import UnreadableFile
from loaders.marking.cell import Mark
from loaders.marking.cells import marked_sheet
from loaders.marking.front import front_sheet, place_first
from loaders.marking.notes import Notes
from loaders.marking.package import Package
from loaders.marking.plain import STYLES
from loaders.marking.splices import tags
from loaders.marking.strange import StrangePackageError
from loaders.marking.styles import Styles

_STRICT = b"http://purl.oclc.org/ooxml/"


def mark(content: bytes, *, name: str, order: str) -> bytes:
    """The workbook with its marks.

    Args:
        content: XLSX or XLSM.
        name: of the file, which errors report.
        order: what `loaders.workbook` asks for, as JSON.

    Raises:
        UnreadableFile: `unsupported-format`: it is made in a way that cannot be patched.
    """
    try:
        return _marked(content, json.loads(order))
    # Whatever is missing in a package is missing by its name, its number or its place.
    except (StrangePackageError, KeyError, ValueError, IndexError, StopIteration) as error:
        raise UnreadableFile("unsupported-format", name=name) from error


def _marked(content: bytes, order: dict[str, Any]) -> bytes:
    package = Package.of(content)
    relations = package.relations("")
    book = package.named(next(r.target for r in relations if r.kind == "officeDocument"))
    if _STRICT in package.parts[book]:
        raise StrangePackageError("the strict form, which has other names for everything")
    style_part = package.related(book, "styles") or _new_styles(package, book)
    styles = Styles(package.parts[style_part])
    parts = _sheet_parts(package, book)
    for title, cells in order["marks"].items():
        _mark_sheet(package, parts[title], cells, styles, rtl=order["rtl"])
    front = order["front"]
    own = {cells: part for cells, part in parts.items() if cells not in order["sheets"]}
    known = tuple(front["titles"])
    earlier = next((title for title in own if title.startswith(known)), None)
    xml = front_sheet(front["lines"], front["widths"], front["heading"], styles, order["rtl"])
    place_first(package, book, front["title"], earlier, xml)
    package.parts[style_part] = styles.written()
    return package.written()


def _sheet_parts(package: Package, book: str) -> dict[str, str]:
    """Name of a sheet -> its part."""
    targets = {r.name: r.target for r in package.relations(book)}
    found = {}
    for tag in tags(package.parts[book]):
        if tag.name == "sheet":
            own = next(value for key, value in tag.attributes.items() if key.endswith(":id"))
            found[tag.attributes["name"]] = package.named(targets[own])
    return found


def _mark_sheet(
    package: Package, part: str, cells: list[list[Any]], styles: Styles, *, rtl: bool
) -> None:
    marks: dict[int, dict[int, Mark]] = {}
    texts: dict[tuple[int, int], str] = {}
    for row, column, colour, text, after in cells:
        marks.setdefault(row, {})[column] = Mark(colour, after)
        if text is not None:
            texts[row, column] = text
    notes = Notes(package, part, texts, rtl)
    package.parts[part] = marked_sheet(package.parts[part], marks, styles, notes.write)


def _new_styles(package: Package, book: str) -> str:
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
    part = package.add("xl/styles{}.xml", STYLES.encode(), kind)
    package.relate(book, "styles", part)
    return part
