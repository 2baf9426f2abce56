"""Where a table begins: headings and hashtags as offices write them."""

import pytest

from loaders.header import find_header
from loaders.hxl import is_tag_row, tag_of
from tests.loaders.made_sheets import header_of, known, sheet_of

PLAIN = """
Cluster|Organisation|Region
WASH|Al Amal|North
Health|Nour|South
"""

TITLE_LEGEND_AND_BLANKS = """
3W of the office, March 2022
Red: not confirmed||
||
Cluster|Organisation|Region
WASH|Al Amal|North
"""

TAGS_BELOW = """
Cluster|Organisation|Region
#sector|#org|#adm1
WASH|Al Amal|North
"""

TAGS_ABOVE = """
#sector|#org|#adm1
Cluster|Organisation|Region
WASH|Al Amal|North
"""

ONLY_TAGS = """
#org+name|Name|#adm1
Al Amal|WASH|North
"""

TAGS_UNDER_A_TITLE = """
3W of the office
#org+name|#sector
Al Amal|WASH
"""

TWO_ROWS = """
Cluster|Organisation||Location|
|Name|Type|Region|District
WASH|Al Amal|NNGO|North|Wadi
"""

MERGED_DOWNWARDS = """
Cluster||Location|
|Organisation|Region|District
WASH|Al Amal|North|Wadi
"""

TOTALS_ABOVE = """
Total||12|24
Organisation|Org type|Cluster|Region
Al Amal|NNGO|WASH|North
"""

THREE_ROWS_AND_TAGS = """
Who|||Where|
Organisation||Cluster|Admin|
Name|Type||Region|District
#org+name|#org+type|#sector|#adm1|#adm2
Al Amal|NNGO|WASH|North|Wadi
"""

UNKNOWN_LANGUAGE = """
Taasisi|Kundi|Mkoa
Amani|Maji|Pwani
Upendo|Afya|Pwani
"""

ARABIC = """
المجموعة القطاعية|اسم المنظمة|المحافظة
المياه|جمعية الأمل|عدن
"""


@pytest.mark.parametrize(
    ("lines", "heading_rows", "hxl_row", "first_data_row"),
    [
        (PLAIN, (1,), None, 2),
        (TITLE_LEGEND_AND_BLANKS, (4,), None, 5),
        (TAGS_BELOW, (1,), 2, 3),
        (TAGS_ABOVE, (2,), 1, 3),
        (ONLY_TAGS, (), 1, 2),
        (TAGS_UNDER_A_TITLE, (), 2, 3),
        (TWO_ROWS, (1, 2), None, 3),
        (MERGED_DOWNWARDS, (1, 2), None, 3),
        (TOTALS_ABOVE, (2,), None, 3),
        (THREE_ROWS_AND_TAGS, (1, 2, 3), 4, 5),
        (UNKNOWN_LANGUAGE, (1,), None, 2),
        (ARABIC, (1,), None, 2),
    ],
)
def test_headings_and_tags_are_found(
    lines: str, heading_rows: tuple[int, ...], hxl_row: int | None, first_data_row: int
) -> None:
    header = header_of(sheet_of(lines))

    found = (header.heading_rows, header.hxl_row, header.first_data_row)
    assert found == (heading_rows, hxl_row, first_data_row)


def test_a_merged_cell_is_spread_to_the_right_and_one_merged_downwards_is_not() -> None:
    header = header_of(sheet_of(TWO_ROWS))

    assert header.headings == (
        "Cluster",
        "Organisation Name",
        "Organisation Type",
        "Location Region",
        "Location District",
    )
    assert header_of(sheet_of(MERGED_DOWNWARDS)).headings[:2] == ("Cluster", "Organisation")


def test_a_column_without_tag_in_a_row_of_tags_keeps_its_heading() -> None:
    header = header_of(sheet_of(ONLY_TAGS))

    assert header.headings == ("#org+name", "Name", "#adm1")
    assert header.tags == ("#org+name", None, "#adm1")


def test_a_tag_inside_the_heading_is_split_off_and_line_breaks_collapse() -> None:
    sheet = sheet_of(
        [
            "ACTEUR #org+acronym~NOM\nORGANISATION~# of projects~SECTEUR\n#sector",
            "ACF~Action~1~EHA",
        ],
        sign="~",
    )

    header = header_of(sheet)

    assert header.headings == ("ACTEUR", "NOM ORGANISATION", "# of projects", "SECTEUR")
    assert header.tags == ("#org+acronym", None, None, "#sector")


def test_a_person_who_points_at_a_row_is_right() -> None:
    header = header_of(sheet_of(TITLE_LEGEND_AND_BLANKS), row=1)

    assert header.heading_rows == (1,)
    assert header.headings == ("3W of the office, March 2022", "", "")


@pytest.mark.parametrize(
    "lines",
    [
        "WASH|Al Amal|NNGO\nHealth|Nour|NNGO\nWASH|Nour|NNGO",
        "Only one\ncolumn of\nnotes",
        "1|2|3\n4|5|6",
        "",
    ],
)
def test_rows_of_values_are_no_heading(lines: str) -> None:
    assert find_header(sheet_of(lines), known(), "presence") is None


@pytest.mark.parametrize(
    ("cell", "tag"),
    [
        ("#sector\t", "#sector"),
        ("#org  + impl +acronym", "#org+impl+acronym"),
        ("#ORG+Name", "#org+name"),
        ("org+name", "#org+name"),
        ("#org+impl2+name", "#org+impl2+name"),
        ("Org", None),
        ("# of Orgs", None),
        ("Column1", None),
        ("#reporting+or+implementing+org?", None),
        ("", None),
        (None, None),
    ],
)
def test_tags_are_read_as_they_are_found(cell: str | None, tag: str | None) -> None:
    found = tag_of(cell)

    assert (str(found) if found else None) == tag


@pytest.mark.parametrize(
    ("cells", "accepted"),
    [
        (["#org+name", "Column1", "#sector", None], True),
        (["#org+name", "Column1", "Column2", None], False),
        (["#1 priority", "#2 priority"], False),
        ([None, None], False),
    ],
)
def test_a_row_of_tags_needs_half_of_its_filled_cells(
    cells: list[str | None], accepted: bool
) -> None:
    assert is_tag_row(cells) is accepted
