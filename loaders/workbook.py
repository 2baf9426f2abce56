"""The uploader's own workbook back: the cells in question marked, and a first sheet that sums up.

A workbook in the form of today (XLSX, XLSM) is patched, so that formats, formulas with their saved
results, macros, lists and charts stay as they are. Text files, and XLS, XLSB and ODS, come back as
a workbook that holds their cells as text at the same addresses. What is too large for the fence
comes back as the list alone, which says so.
"""

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import PurePath

import pyarrow as pa

from core.errors import UnreadableFile
from core.i18n import Lang
from loaders import front_sheet
from loaders.fence import Limits, guarded
from loaders.front_lines import Form, Front, as_order, front_lines
from loaders.issues import Report
from loaders.marking.package import kind_of
from loaders.marking.plain import MOST_COLUMNS, MOST_ROWS, PlainSheet, plain_workbook, titles
from loaders.marks import Marks, marks_of
from loaders.mending import Correction
from loaders.upload import Sheet, Upload

_WORK = "loaders.marking.mark:mark"
_LIMITS = Limits(memory=1 << 30, cpu_seconds=60, wall_seconds=120.0)
# As many cells are written as text in about fifteen seconds.
_MOST_CELLS = 5_000_000
# More would be a quarter of a gigabyte here, and nobody corrects so many by hand.
_MOST_MARKS = 1_000_000
_ROWS_AT_ONCE = 5000
_ENDING = " (ALN)"
_RETURNED = re.compile(rf"{re.escape(_ENDING)}(?: ?\(\d+\))?$")


def returned(
    content: bytes,
    name: str,
    upload: Upload,
    report: Report,
    lang: Lang,
    corrections: Sequence[Correction] = (),
) -> bytes:
    """The workbook with its marks, as the content of a file; see `returned_name`.

    Args:
        content: the file, which `read` has accepted.
        name: as the person knows it.
        upload: what `read` made of it.
        report: what is to be said about it; it quotes no column about people.
        lang: of notes and first sheet; in Arabic that sheet runs from right to left.
        corrections: cells mended by hand, which the workbook then holds and says so. A formula
            stays, and its note tells what it was to be.

    Raises:
        ValueError: the corrections were made for another file.
        UnreadableFile: as `loaders.read`, where not even the list could be written.
    """
    forms = tuple(_forms(upload, report))
    only_list = forms == (Form.LIST_ONLY,)
    marks = Marks({}, True) if only_list else marks_of(upload, report, lang, corrections)
    for form in forms:
        own = {sheet.name: sheet.name for sheet in upload.sheets}
        named = own if form is Form.OWN else _copied_titles(upload, form)
        mended = len({(one.sheet, one.row, one.column) for one in corrections})
        front = Front(name, report, form, named, marks.all_noted, lang, mended)
        order = _order(front, marks)
        try:
            return bytes(guarded(_WORK, _base(content, upload, form, lang), order, limits=_LIMITS))
        except UnreadableFile:
            if form is Form.LIST_ONLY:
                raise
    raise UnreadableFile("unsupported-format", name=name)


def returned_name(name: str, content: bytes) -> str:
    """What to call a returned workbook.

    Args:
        name: of the file that was uploaded.
        content: what `returned` gave.
    """
    return f"{returned_stem(PurePath(name).stem)}{_ENDING}{kind_of(content)}"


def returned_stem(stem: str) -> str:
    """What a file was called before it was given back, once or more; its name if it never was.

    Args:
        stem: the name without its ending; a browser adds (1) to that of a second download.
    """
    return _RETURNED.sub("", stem)


def _forms(upload: Upload, report: Report) -> Iterator[Form]:
    """The ways to give the file back, the best first."""
    if sum(issue.count for issue in report.issues) <= _MOST_MARKS:
        if upload.kind == "xlsx":
            yield Form.OWN
        if _fits(upload):
            yield Form.COPIED
    yield Form.LIST_ONLY


def _fits(upload: Upload) -> bool:
    tables = [sheet.table for sheet in upload.sheets]
    cells = sum(table.num_rows * table.num_columns for table in tables)
    return (
        bool(tables)
        and cells <= _MOST_CELLS
        and all(t.num_rows <= MOST_ROWS and t.num_columns <= MOST_COLUMNS for t in tables)
    )


def _copied_titles(upload: Upload, form: Form) -> dict[str, str]:
    if form is Form.LIST_ONLY:
        return {}
    names = [sheet.name for sheet in upload.sheets]
    return dict(zip(names, titles(names), strict=True))


def _base(content: bytes, upload: Upload, form: Form, lang: Lang) -> bytes:
    """The workbook that the marks are put on."""
    if form is Form.OWN:
        return content
    rtl = lang.direction == "rtl"
    if form is Form.LIST_ONLY:
        return plain_workbook([PlainSheet("1", ())], rtl=rtl)
    named = _copied_titles(upload, form)
    sheets = [PlainSheet(named[sheet.name], _rows(sheet)) for sheet in upload.sheets]
    return plain_workbook(sheets, rtl=rtl)


def _rows(sheet: Sheet) -> Iterator[Sequence[object]]:
    table: pa.Table = sheet.table
    for start in range(0, table.num_rows, _ROWS_AT_ONCE):
        columns = [column.to_pylist() for column in table.slice(start, _ROWS_AT_ONCE).columns]
        yield from zip(*columns, strict=True)


def _order(front: Front, marks: Marks) -> dict[str, str | None]:
    """What is asked of the fence."""
    lines, heading = front_lines(front)
    told = {
        "marks": {front.titles[s]: m for s, m in marks.by_sheet.items() if s in front.titles},
        "sheets": list(front.titles.values()),
        "rtl": front.lang.direction == "rtl",
        "front": {
            "title": front_sheet.title(front.lang),
            "titles": [front_sheet.title(lang) for lang in Lang],
            **as_order(lines, heading),
        },
    }
    return {"name": front.name, "order": json.dumps(told)}
