"""The other forms in which a file goes back: as text, with macros, as a list alone."""

import re
from collections.abc import Mapping
from io import BytesIO
from zipfile import ZipFile

import pytest

import loaders
from core.i18n import Lang
from loaders import workbook
from loaders.front_sheet import SIGN
from loaders.workbook import returned, returned_name
from tests.loaders.made_files import xls
from tests.loaders.made_returns import (
    HEADINGS,
    ORANGE,
    ROWS,
    YELLOW,
    fills,
    made,
    opened,
    repacked,
    same_cells,
    uploaded,
)

TEXT_FILES: Mapping[str, bytes] = {
    "made.csv": "\n".join(
        ",".join(cell or "" for cell in cells) for cells in (HEADINGS, *ROWS)
    ).encode(),
    "made.xls": xls(
        {
            (row, column): text
            for row, cells in enumerate((HEADINGS, *ROWS))
            for column, text in enumerate(cells)
            if text is not None
        }
    ),
}


@pytest.mark.parametrize("name", TEXT_FILES)
def test_a_file_that_cannot_be_marked_comes_back_as_text_at_the_same_addresses(name: str) -> None:
    first = uploaded(TEXT_FILES[name], name)

    content = first.returned(Lang.AR)

    sheet = opened(content).worksheets[1]
    again = loaders.read(content, "made.xlsx")
    assert fills(sheet) == {"E3": YELLOW, "E5": YELLOW, "D4": ORANGE}
    assert (sheet["F2"].data_type, sheet["F2"].value) == ("s", "=1+1")
    assert sheet.sheet_view.rightToLeft is True
    assert [s.table.to_pydict() for s in again.sheets] == [
        s.table.to_pydict() for s in first.upload.sheets
    ]
    assert returned_name(name, content) == "made (ALN).xlsx"


def test_macros_stay_and_the_ending_says_so() -> None:
    declared = b"vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    with_macros = b"vnd.ms-excel.sheet.macroEnabled.main+xml"
    written = BytesIO(repacked(made(), lambda _, part: part.replace(declared, with_macros)))
    with ZipFile(written, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"a project")
    file = uploaded(written.getvalue(), "made.xlsm")

    content = file.returned()

    assert ZipFile(BytesIO(content)).read("xl/vbaProject.bin") == b"a project"
    assert returned_name("made.xlsm", content) == "made (ALN).xlsm"


def test_what_is_too_large_comes_back_as_the_list_alone_and_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(workbook, "_MOST_CELLS", 10)

    book = opened(uploaded(TEXT_FILES["made.csv"], "made.csv").returned())

    front = book.worksheets[0]
    texts = [row[0].value for row in front.iter_rows()]
    assert any(str(text).startswith("The file is too large to be marked") for text in texts)
    assert texts[1] == SIGN
    assert [row[5].hyperlink for row in front.iter_rows() if row[5].value == "E3"] == [None]


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml"])
def test_a_package_of_another_make_comes_back_as_text(part: str) -> None:
    """A document type of its own is refused: what it defines is never expanded."""
    bomb = b'<!DOCTYPE x [<!ENTITY a "' + b"a" * 1000 + b'">]>'
    file = uploaded(made())
    strange = repacked(file.content, lambda name, xml: bomb + xml if name == part else xml)

    content = returned(strange, file.name, file.upload, file.report, Lang.EN)

    assert fills(opened(content)["L'état"]) == {"E3": YELLOW, "E5": YELLOW, "D4": ORANGE}
    assert opened(content).sheetnames[1:] == ["L'état", "hidden"]


def test_a_workbook_whose_names_have_a_prefix_is_marked_like_any_other() -> None:
    def prefixed(name: str, xml: bytes) -> bytes:
        if name not in {"xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml"}:
            return xml
        return re.sub(rb"<(/?)([A-Za-z])", rb"<\1x:\2", xml).replace(b"xmlns=", b"xmlns:x=", 1)

    file = uploaded(repacked(made(), prefixed))

    content = file.returned()

    assert b"<x:sheetData>" in ZipFile(BytesIO(content)).read("xl/worksheets/sheet1.xml")
    assert fills(opened(content)["L'état"]) == {"E3": YELLOW, "E5": YELLOW, "D4": ORANGE}
    assert same_cells(file.upload, uploaded(content).upload)
