"""What was mended by hand stands in the workbook that goes back, and is told."""

import pytest

import loaders
from core.i18n import Lang
from loaders import Choices
from loaders.mending import Correction, corrected
from loaders.workbook import returned
from tests.loaders.made_returns import (
    BLUE,
    ORANGE,
    Uploaded,
    fills,
    known,
    made,
    opened,
    uploaded,
    with_formula,
)

SHEET = "L'état"


def mended(file: Uploaded, *corrections: Correction) -> tuple[bytes, loaders.Upload]:
    """The workbook that goes back, and what the office and we agreed that it says."""
    upload = corrected(file.upload, corrections)
    choices = Choices(corrections=corrections)
    table, _ = loaders.find_table(upload, "presence", choices, known())
    assert table is not None
    report = loaders.check(upload, table, "presence", choices, known()).report
    content = returned(file.content, file.name, file.upload, report, Lang.EN, corrections)
    return content, upload


@pytest.mark.parametrize("name", ["made.xlsx", "made.csv"])
def test_read_again_it_holds_what_was_mended(name: str) -> None:
    source = made()
    if name == "made.csv":
        table = loaders.read(source, "made.xlsx").sheets[0].table
        lines = zip(*(column.to_pylist() for column in table.columns), strict=True)
        source = "\n".join(",".join(cell or "" for cell in cells) for cells in lines).encode()
    file = uploaded(source, name)
    sheet = file.upload.sheets[0].name

    content, agreed = mended(
        file,
        Correction(sheet, 3, 5, "Martian", "=National NGO"),
        Correction(sheet, 4, 4, None, "Epsilon"),
        Correction(sheet, 6, 4, "Delta", None),
    )

    again = loaders.read(content, "made.xlsx")
    assert again.sheets[0].table.to_pydict() == agreed.sheets[0].table.to_pydict()
    back = opened(content).worksheets[1]
    # D6 is empty now, which costs its row; E3 is not known either, and its rule gives the colour.
    assert fills(back)["D4"] == BLUE
    assert fills(back)["D6"] == ORANGE
    assert (back["E3"].data_type, back["E3"].value) == ("s", "=National NGO")
    assert back["D4"].comment.text == (
        "✎ corrected by hand\nIn the file it is empty.\nIt is to read “Epsilon”."
    )


def test_a_formula_stays_and_its_note_tells_what_it_was_to_be() -> None:
    file = uploaded(with_formula(made()))

    content, _ = mended(file, Correction(SHEET, 6, 4, "Saved result", "Delta"))

    cell = opened(content)[SHEET]["D6"]
    assert (cell.data_type, cell.value) == ("f", '=UPPER("x")')
    assert cell.comment.text.endswith(
        "In the file it reads “Saved result”.\nIt is to read “Delta”."
    )


def test_the_first_sheet_counts_what_was_mended() -> None:
    content, _ = mended(uploaded(made()), Correction(SHEET, 4, 4, None, "Epsilon"))

    lines = [[cell.value for cell in row] for row in opened(content).worksheets[0].iter_rows()]
    assert ["✎ corrected by hand", 1] in [line[:2] for line in lines]
