"""Columns about people are dropped, and nothing of them is kept."""

import pytest

from loaders.issues import Code, Severity
from loaders.personal import without_addresses
from tests.loaders.made_sheets import mapping_of, sheet_of

TABLE = """
Organisation|Org Type|Cluster|{heading}
Al Amal|NNGO|WASH|{first}
Nour|NNGO|Health|{second}
"""


@pytest.mark.parametrize(
    ("heading", "first", "second"),
    [
        ("Focal point", "Amina Saleh", "Jean Petit"),
        ("Nom et prénom", "Amina Saleh", "Jean Petit"),
        ("رقم الهاتف", "1", "2"),
        ("Contact person (of the office)", "Amina Saleh", "Jean Petit"),
        ("Remarks", "amina@example.org", "see Jean"),
        ("Remarks", "amina [at] example.org", "jean@example.org"),
        ("Remarks", "+249 91 234 5678", "00249912345679"),
        ("Remarks", "0912-345-678", "0912 345 679"),
    ],
)
def test_personal_columns_are_dropped_and_said(heading: str, first: str, second: str) -> None:
    lines = TABLE.format(heading=heading, first=first, second=second)

    mapping = mapping_of(sheet_of(lines))

    column = mapping.columns[3]
    assert (column.field, column.reason, column.examples) == (None, "personal-data", ())
    (issue,) = mapping.issues
    assert (issue.code, issue.severity, issue.cell, issue.value) == (
        Code.PERSONAL_DATA_DROPPED,
        Severity.WARNS,
        "D1",
        heading,
    )


def test_a_tag_for_contacts_is_enough() -> None:
    mapping = mapping_of(sheet_of("#org+name|#sector|#contact\nAl Amal|WASH|Amina Saleh"))

    assert mapping.columns[2].reason == "personal-data"


def test_a_heading_that_is_an_address_is_not_kept_either() -> None:
    lines = TABLE.format(heading="ask amina@example.org", first="yes", second="no")

    mapping = mapping_of(sheet_of(lines))

    assert (mapping.columns[3].heading, mapping.columns[3].tag) == ("", None)
    assert "amina" not in repr(mapping)


@pytest.mark.parametrize(
    ("heading", "first", "second"),
    [
        ("Location code", "ET010211", "ET010210"),
        ("Location number", "20100211", "20100212"),
        ("Reached", "12 345 678", "1 234 567.89"),
        ("Visit", "2022-03-31 10:00:00", "31/03/2022"),
        ("Latitude", "38.785538345", "8.980483001"),
    ],
)
def test_codes_figures_and_dates_are_not_telephone_numbers(
    heading: str, first: str, second: str
) -> None:
    lines = TABLE.format(heading=heading, first=first, second=second)

    assert mapping_of(sheet_of(lines)).columns[3].reason != "personal-data"


def test_a_stray_address_does_not_cost_a_column_and_is_not_shown() -> None:
    names = ["amina@example.org", *(f"Association {n}" for n in range(9))]
    lines = ["Organisation|Org Type|Cluster", *(f"{name}|NNGO|WASH" for name in names)]

    mapping = mapping_of(sheet_of(lines))

    assert mapping.columns[0].field == "organisation"
    assert "amina" not in repr(mapping)


def test_content_that_is_a_known_list_is_stronger_than_a_heading_like_a_person() -> None:
    lines = "Organisation|Org Type|Responsable\nAl Amal|NNGO|WASH\nNour|NNGO|Health"

    assert mapping_of(sheet_of(lines)).columns[2].field == "cluster"


def test_a_person_may_overrule_a_heading_but_not_addresses_in_cells() -> None:
    by_heading = sheet_of(TABLE.format(heading="Focal point", first="NRC", second="DRC"))
    by_content = sheet_of(TABLE.format(heading="Remarks", first="a@b.org", second="c@d.org"))

    kept = mapping_of(by_heading, choices=(("Focal point", "acronym"),))
    dropped = mapping_of(by_content, choices=(("Remarks", "acronym"),))

    assert kept.position_of("acronym") == 4
    assert dropped.columns[3].reason == "personal-data"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Al Amal", "Al Amal"),
        ("Amina Saleh <amina@example.org>", ""),
        ("+249 91 234 5678", ""),
        ("ACF @ Juba", "ACF @ Juba"),
        ("2022-03-31", "2022-03-31"),
    ],
)
def test_a_cell_with_an_address_is_blanked_whole(text: str, kept: str) -> None:
    assert without_addresses(text) == kept
