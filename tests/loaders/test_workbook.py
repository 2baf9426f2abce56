"""The workbook that goes back: marked where something is in question, untouched elsewhere."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest

from core.i18n import Lang
from loaders.front_sheet import title
from tests.loaders.made_files import saved
from tests.loaders.made_returns import (
    HEADINGS,
    ORANGE,
    ROWS,
    YELLOW,
    cells,
    fills,
    formats,
    made,
    opened,
    same_cells,
    uploaded,
    with_formula,
)


def test_every_cell_in_question_is_coloured_and_says_why() -> None:
    book = opened(uploaded(made()).returned())

    sheet = book["L'état"]
    assert fills(sheet) == {"E3": YELLOW, "E5": YELLOW, "D4": ORANGE}
    assert sheet["D4"].comment.text == (
        "▲ row left out\nD4: the organisation is empty.\n"
        "Fill in the organisation. The row was left out."
    )
    assert sheet["E5"].comment.text.startswith("● remark\nE5: “Martian” is not a known")


def test_what_the_office_made_of_its_workbook_stays() -> None:
    before, after = (opened(content) for content in (made(), uploaded(made()).returned()))

    old, new = before["L'état"], after["L'état"]
    assert after.sheetnames == [title(Lang.EN), "L'état", "hidden"]
    assert after["hidden"].sheet_state == "hidden"
    assert new.print_area == old.print_area
    assert after.defined_names["everything"].attr_text == "'L''état'!$A$1:$F$6"
    # What Amal said, and ours below it; her letters as they were.
    assert new["E3"].comment.text.startswith("ask Amal\n\n● remark\nE3: “Martian”")
    assert (new["E3"].font.italic, new["E3"].font.color.rgb) == (True, "FF00B050")
    assert new["A2"].fill.fgColor.rgb == "FF00B050"
    assert (after.active.title, bool(new.sheet_view.tabSelected)) == (title(Lang.EN), False)


def test_an_untouched_cell_of_a_published_workbook_keeps_its_style(samples: Path) -> None:
    file = samples / "tcd-3w-2021-10" / "whowhatwhere_3w_tcd_oct2021.xlsx"
    before = file.read_bytes()
    after = uploaded(before, file.name).returned(Lang.FR)

    marked = fills(opened(after)["Feuil1"])
    different = {at for at, cell in cells(before).items() if cells(after)[at] != cell}
    # Two cells that name several organisations, in four and three rows; an unknown cluster in two;
    # branches of three international families typed national, in six, six and two.
    assert len(marked) == 4 + 3 + 2 + 6 + 6 + 2
    assert different == set(marked)
    assert formats(after)[: len(formats(before))] == formats(before)


@pytest.mark.parametrize("lang", Lang)
def test_read_again_it_holds_what_it_held(lang: Lang) -> None:
    first = uploaded(with_formula(made()))

    again = uploaded(first.returned(lang), "made (ALN).xlsx")

    assert same_cells(first.upload, again.upload)
    assert again.upload.sheets[0].table.column(3)[5].as_py() == "Saved result"
    assert [i for i in again.report.issues if i.row] == [i for i in first.report.issues if i.row]


def test_a_formula_stays_a_formula_and_a_text_like_one_stays_a_text() -> None:
    content = uploaded(with_formula(made())).returned()

    sheet = opened(content)["L'état"]
    assert (sheet["D6"].data_type, sheet["D6"].value) == ("f", '=UPPER("x")')
    assert (sheet["F2"].data_type, sheet["F2"].value) == ("s", "=1+1")


def test_what_looks_like_a_formula_is_text_on_the_first_sheet() -> None:
    bad = '=HYPERLINK("http://example.org")'
    rows = (*ROWS[:1], ("Chad", "2022-01", bad, "Beta", "National NGO", None))

    front = opened(uploaded(made(rows)).returned()).worksheets[0]

    found = [cell for row in front.iter_rows() for cell in row if cell.value == bad]
    assert [(cell.data_type, cell.number_format) for cell in found] == [("s", "@")]
    assert not any(cell.data_type == "f" for row in front.iter_rows() for cell in row)


@pytest.mark.parametrize("lang", Lang)
def test_the_first_sheet_sums_up_in_the_language_and_direction_of_the_reader(lang: Lang) -> None:
    book = opened(uploaded(made()).returned(lang))
    front = book.worksheets[0]

    said = {
        Lang.EN: ("▲ row left out", "Fill in the organisation. The row was left out."),
        Lang.FR: ("▲ ligne écartée", "Renseignez l’organisation. La ligne a été laissée de côté."),
        Lang.AR: ("▲ صف مستبعد", "أدخل اسم المنظمة. استُبعد هذا الصف."),
    }[lang]
    rows = {row[5].value: row for row in front.iter_rows() if row[5].value}
    empty, unknown = rows["D4"], rows["E3"]
    assert (empty[0].value, empty[7].value) == said
    assert (unknown[3].value, unknown[4].value, unknown[6].value) == (2, "L'état", "Martian")
    links = {link.ref: link.location for link in front._hyperlinks} or {
        cell.coordinate: cell.hyperlink.location
        for row in front.iter_rows()
        for cell in row
        if cell.hyperlink
    }
    assert links[unknown[5].coordinate] == "'L''état'!E3"
    assert bool(front.sheet_view.rightToLeft) is (lang is Lang.AR)
    assert bool(book["L'état"].sheet_view.rightToLeft) is False


def test_corrected_and_returned_again_it_has_one_first_sheet_and_no_old_mark() -> None:
    book = opened(uploaded(made()).returned())
    book["L'état"]["D4"].value = "Epsilon"
    second = uploaded(saved(book), "made (ALN).xlsx")

    again = opened(second.returned(Lang.FR))

    assert again.sheetnames == [title(Lang.EN), "L'état", "hidden"]
    assert [s.name for s in second.upload.sheets] == ["L'état", "hidden"]
    assert fills(again["L'état"]) == {"E3": YELLOW, "E5": YELLOW}
    assert again["L'état"]["D4"].comment is None
    assert again["L'état"]["E5"].comment.text.count("Martian") == 1


def test_the_first_sheet_alone_is_no_table() -> None:
    book = opened(uploaded(made()).returned())
    for name in book.sheetnames[1:]:
        del book[name]

    alone = uploaded(saved(book))

    assert alone.upload.sheets == ()
    assert [issue.code.value for issue in alone.report.issues] == ["no-table-found"]


def test_no_note_and_no_line_quotes_a_column_about_people() -> None:
    headings = (*HEADINGS[:5], "Contact person")
    people = tuple((*row[:5], "Amina SalÃ©h") for row in ROWS)
    book = openpyxl.Workbook()
    for row in (headings, *people):
        book.worksheets[0].append(list(row))
    file = uploaded(saved(book))

    parts = ZipFile(BytesIO(file.returned()))
    quoting = [name for name in parts.namelist() if b"Amina" in parts.read(name)]
    back = opened(file.returned())

    assert {i.code.value for i in file.report.issues} >= {
        "personal-data-dropped", "text-double-encoded",
    }  # fmt: skip
    assert quoting == ["xl/worksheets/sheet1.xml"]  # their own cells, as they were
    assert back.worksheets[1]["F2"].value == "Amina SalÃ©h"
