"""A workbook of text cells, for files that no workbook of marks can be made from otherwise."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from loaders.issues import column_letter
from loaders.marking.splices import cell_text, escaped

MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384
_LONGEST_TITLE, _LONGEST_TEXT = 31, 32_767
_NOT_IN_TITLES = re.compile(r"[\\/*?:\[\]\x00-\x1f]")
_FASTER = 4
_ROWS_AT_ONCE = 2000

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# Text (“@”), so that nothing typed over a cell is taken for a day or a formula; the same in bold.
STYLES = (
    f'{_DECLARED}<styleSheet xmlns="{_MAIN}"><fonts count="2"><font><sz val="11"/>'
    '<name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill '
    'patternType="gray125"/></fill></fills><borders count="1"><border/></borders>'
    '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf xfId="0"/>'
    '<xf numFmtId="49" xfId="0" applyNumberFormat="1"/>'
    '<xf numFmtId="49" fontId="1" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    "</styleSheet>"
)
_TEXT, _BOLD = 1, 2


@dataclass(frozen=True, slots=True)
class PlainSheet:
    """One sheet: texts, whole numbers and None; `heading` says that its first row is bold."""

    title: str
    rows: Iterable[Sequence[object]]
    heading: bool = False


def plain_workbook(sheets: Sequence[PlainSheet], *, rtl: bool = False) -> bytes:
    """An XLSX file; every text is a text, whatever it begins with.

    Args:
        sheets: their titles must be allowed, see `titles`.
        rtl: the sheets run from right to left.
    """
    made = BytesIO()
    numbers = range(1, len(sheets) + 1)
    with ZipFile(made, "w", ZIP_DEFLATED, compresslevel=_FASTER) as archive:
        archive.writestr("[Content_Types].xml", _types(numbers))
        archive.writestr("_rels/.rels", _relations([("officeDocument", "xl/workbook.xml")]))
        archive.writestr("xl/workbook.xml", _book(sheets))
        parts = [("worksheet", f"worksheets/sheet{n}.xml") for n in numbers]
        book = _relations([*parts, ("styles", "styles.xml")])
        archive.writestr("xl/_rels/workbook.xml.rels", book)
        archive.writestr("xl/styles.xml", STYLES)
        for number, sheet in zip(numbers, sheets, strict=True):
            with archive.open(f"xl/worksheets/sheet{number}.xml", "w") as part:
                for piece in _sheet(sheet, rtl):
                    part.write(piece.encode())
    return made.getvalue()


def titles(names: Iterable[str]) -> list[str]:
    """Names of sheets as a workbook allows them: short, without certain signs, each once."""
    found: list[str] = []
    for name in names:
        bare = _NOT_IN_TITLES.sub(" ", name).strip().strip("'")[:_LONGEST_TITLE] or "1"
        taken = {title.casefold() for title in found}
        tries = (bare, *(f"{bare[: _LONGEST_TITLE - 6]} ({n})" for n in range(2, len(found) + 3)))
        found.append(next(title for title in tries if title.casefold() not in taken))
    return found


def _types(numbers: Iterable[int]) -> str:
    sheets = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{_KIND}.worksheet+xml"/>'
        for n in numbers
    )
    return (
        f'{_DECLARED}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_KIND}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_KIND}.styles+xml"/>{sheets}</Types>'
    )


def _relations(targets: Sequence[tuple[str, str]]) -> str:
    every = "".join(
        f'<Relationship Id="rId{n}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, start=1)
    )
    return f'{_DECLARED}<Relationships xmlns="{_PACKAGE}/relationships">{every}</Relationships>'


def _book(sheets: Sequence[PlainSheet]) -> str:
    listed = "".join(
        f'<sheet name="{escaped(sheet.title)}" sheetId="{n}" r:id="rId{n}"/>'
        for n, sheet in enumerate(sheets, start=1)
    )
    return (
        f'{_DECLARED}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><bookViews><workbookView/>'
        f"</bookViews><sheets>{listed}</sheets></workbook>"
    )


def _sheet(sheet: PlainSheet, rtl: bool) -> Iterator[str]:
    direction = ' rightToLeft="1"' if rtl else ""
    yield (
        f'{_DECLARED}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView{direction} '
        'workbookViewId="0"/></sheetViews><sheetFormatPr defaultColWidth="18" '
        'defaultRowHeight="15"/><sheetData>'
    )
    piece: list[str] = []
    for number, cells in enumerate(sheet.rows, start=1):
        piece.append(_row(number, cells, _BOLD if sheet.heading and number == 1 else _TEXT))
        if len(piece) == _ROWS_AT_ONCE:
            yield "".join(piece)
            piece.clear()
    yield "".join(piece) + "</sheetData></worksheet>"


def _row(number: int, cells: Sequence[object], style: int) -> str:
    written = "".join(
        _cell(f"{column_letter(column)}{number}", cell, style)
        for column, cell in enumerate(cells, start=1)
        if cell is not None
    )
    return f'<row r="{number}">{written}</row>' if written else ""


def _cell(address: str, said: object, style: int) -> str:
    if isinstance(said, int):
        return f'<c r="{address}"><v>{said}</v></c>'
    text = cell_text(str(said)[:_LONGEST_TEXT])
    written = f'<is><t xml:space="preserve">{text}</t></is>'
    return f'<c r="{address}" s="{style}" t="inlineStr">{written}</c>'
