"""Workbooks to be given back, and what to look at in those that were."""

import re
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.workbook.defined_name import DefinedName

import loaders
from core.i18n import Lang
from core.storage.database import Database
from loaders import Choices, Knowledge, Upload
from loaders.issues import Report
from loaders.workbook import returned
from tests.loaders.made_files import saved

RED, ORANGE, YELLOW, BLUE = "FFF29B92", "FFF8C88C", "FFFFF0A6", "FFBDD7EE"
HEADINGS = ("Country", "Period", "Cluster", "Organisation name", "Organisation type", "Remarks")
# Row 3: an unknown type, again in row 5 behind a blank; row 4: no organisation; row 6: a formula
# whose saved result is the organisation.
ROWS = (
    ("Chad", "2022-01", "WASH", "Alpha", "National NGO", "=1+1"),
    ("Chad", "2022-01", "WASH", "Beta", "Martian", None),
    ("Chad", "2022-01", "Health", None, "National NGO", "<b>&amp;"),
    ("Chad", "2022-01", "Health", "Gamma", " Martian", None),
    ("Chad", "2022-01", "Health", "Delta", "National NGO", None),
)


@dataclass(frozen=True)
class Uploaded:
    """A file as it was read, and what is said about it."""

    name: str
    content: bytes
    upload: Upload
    report: Report

    def returned(self, lang: Lang = Lang.EN) -> bytes:
        return returned(self.content, self.name, self.upload, self.report, lang)


@cache
def known() -> Knowledge:
    """What the reference data says."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database.open(Path(folder) / "words.duckdb")
        try:
            return loaders.knowledge(database)
        finally:
            database.close()


def uploaded(content: bytes, name: str = "made.xlsx") -> Uploaded:
    """A file, read and judged without any choice."""
    upload = loaders.read(content, name)
    table, about = loaders.find_table(upload, "presence", Choices(), known())
    if table is None:
        return Uploaded(name, content, upload, Report(about))
    staged = loaders.check(upload, table, "presence", Choices(), known())
    return Uploaded(name, content, upload, staged.report)


def repacked(content: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """The same archive, each part as `change` makes it."""
    written = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(written, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return written.getvalue()


def opened(content: bytes) -> Any:  # noqa: ANN401 - a workbook
    """As another program sees it."""
    return openpyxl.load_workbook(BytesIO(content))


def made(rows: tuple[tuple[str | None, ...], ...] = ROWS) -> bytes:
    """A workbook with a note, colours, a hidden sheet, names and a print area."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "L'état"
    for number, cells in enumerate((HEADINGS, *rows), start=1):
        for column, text in enumerate(cells, start=1):
            if text is not None:
                cell = sheet.cell(number, column, text)
                cell.data_type = "s"
    sheet["E3"].comment = Comment("ask Amal", "Amal")
    sheet["E3"].font = Font(italic=True, color="FF00B050")
    sheet["A2"].fill = PatternFill("solid", start_color="FF00B050")
    sheet.print_area = "A1:F6"
    book.create_sheet("hidden").sheet_state = "hidden"
    book.defined_names["everything"] = DefinedName("everything", attr_text="'L''état'!$A$1:$F$6")
    return saved(book)


def fills(sheet: Any) -> dict[str, str]:  # noqa: ANN401 - a sheet
    """Address -> colour of each cell in one of ours."""
    cells = {cell.coordinate: cell.fill.fgColor.rgb for row in sheet.iter_rows() for cell in row}
    return {at: colour for at, colour in cells.items() if colour in {RED, ORANGE, YELLOW, BLUE}}


def cells(content: bytes) -> dict[str, bytes]:
    """Address -> the cell as it is written, its style and what stands in it."""
    sheet = ZipFile(BytesIO(content)).read("xl/worksheets/sheet1.xml")
    written = re.findall(rb'<c r="([A-Z]+[0-9]+)"(.*?)(?=<c |</row>)', sheet, re.DOTALL)
    return {address.decode(): cell for address, cell in written}


def formats(content: bytes) -> list[bytes]:
    """The formats of cells, in the order of their numbers."""
    styles = ZipFile(BytesIO(content)).read("xl/styles.xml")
    listed = styles.partition(b"<cellXfs")[2].partition(b"</cellXfs>")[0]
    return re.findall(rb"<xf .*?(?=<xf |$)", listed, re.DOTALL)


def with_formula(content: bytes) -> bytes:
    """D6 is a formula with a saved result, which no library of ours writes."""
    formula = b'<c r="D6" t="str"><f>UPPER("x")</f><v>Saved result</v></c>'

    def change(name: str, part: bytes) -> bytes:
        return re.sub(rb'<c r="D6".*?</c>', formula, part) if "sheet1" in name else part

    return repacked(content, change)


def same_cells(one: Upload, other: Upload) -> bool:
    """Whether two files read alike: sheets, rows, every text."""
    return [(s.name, s.visible) for s in one.sheets] == [
        (s.name, s.visible) for s in other.sheets
    ] and all(a.table.equals(b.table) for a, b in zip(one.sheets, other.sheets, strict=True))
