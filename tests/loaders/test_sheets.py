"""The sheet with the list, in files made to be difficult."""

import pytest

from loaders.issues import Code
from loaders.sheets import choose_sheet
from tests.loaders.made_sheets import known, sheet_of, upload_of

LIST = "Organisation|Org Type|Cluster\nAl Amal|NNGO|WASH\nNour|NNGO|Health"
LIST_WITHOUT_TYPE = "Organisation|Cluster\nAl Amal|WASH\nNour|Health"
LONG_WITHOUT_TYPE = LIST_WITHOUT_TYPE + "\nSalam|Health" * 9
PLACES = "Region|District\nNorth|Wadi\nSouth|Bahr"
VALUES = "Al Amal|NNGO|WASH\nNour|NNGO|Health"
NOTES = "How to fill in this file\nOne row is one activity"


@pytest.mark.parametrize(
    ("sheets", "expected", "codes"),
    [
        pytest.param([("Notes", NOTES, True), ("3W", LIST, True)], "3W", [], id="notes are none"),
        pytest.param(
            [("Old", LIST, False), ("3W", LIST, True)], "3W", [], id="visible before hidden"
        ),
        pytest.param(
            [("Places", PLACES, True), ("3W", LIST, False)], "3W", [], id="hidden if alone"
        ),
        pytest.param(
            [("Short", LIST_WITHOUT_TYPE, True), ("3W", LIST, True)],
            "3W",
            [],
            id="the one with the type",
        ),
        pytest.param(
            [("3W", LONG_WITHOUT_TYPE, True), ("Example", LIST, True)],
            "3W",
            [Code.SEVERAL_SHEETS],
            id="a short extract with more columns does not win by itself",
        ),
        pytest.param(
            [("Jan", LIST, True), ("Feb", LIST, True)], "Jan", [Code.SEVERAL_SHEETS], id="a tie"
        ),
        pytest.param([("Places", PLACES, True)], "Places", [], id="the nearest to a list"),
        pytest.param([("3W", VALUES, True)], None, [Code.HEADER_NOT_FOUND], id="no headings"),
        pytest.param([("Notes", NOTES, True)], None, [Code.NO_TABLE_FOUND], id="no table"),
        pytest.param([("Empty", "", True)], None, [Code.NO_TABLE_FOUND], id="nothing"),
        pytest.param([], None, [Code.NO_TABLE_FOUND], id="no sheet"),
    ],
)
def test_the_sheet_with_the_list_is_chosen(
    sheets: list[tuple[str, str, bool]], expected: str | None, codes: list[Code]
) -> None:
    upload = upload_of(*(sheet_of(lines, name=n, visible=v) for n, lines, v in sheets))

    choice = choose_sheet(upload, "presence", known())

    assert (choice.sheet.name if choice.sheet else None) == expected
    assert [issue.code for issue in choice.issues] == codes


@pytest.mark.parametrize(
    ("wanted", "expected", "codes"),
    [
        ("Feb", "Feb", []),
        (" FEB", "Feb", []),
        ("March", None, [Code.SHEET_NOT_FOUND]),
    ],
)
def test_a_person_names_the_sheet(wanted: str, expected: str | None, codes: list[Code]) -> None:
    upload = upload_of(sheet_of(LIST, name="Jan"), sheet_of(LIST, name="Feb", visible=False))

    choice = choose_sheet(upload, "presence", known(), wanted)

    assert (choice.sheet.name if choice.sheet else None) == expected
    assert [issue.code for issue in choice.issues] == codes


def test_a_heading_that_a_person_names_tells_the_sheet() -> None:
    other = LIST.replace("Org Type", "Category of agency")
    upload = upload_of(sheet_of(LIST, name="Jan"), sheet_of(other, name="Feb"))

    choice = choose_sheet(
        upload, "presence", known(), choices=[("Category of agency", "organisation_type")]
    )

    assert choice.sheet is not None
    assert choice.sheet.name == "Feb"
    assert choice.issues == ()
