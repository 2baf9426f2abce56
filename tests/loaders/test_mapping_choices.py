"""A person's word about columns: above all evidence, and questioned where nothing fits it."""

import pytest

from loaders.issues import Code, Severity
from tests.loaders.made_sheets import headings_by_field, mapping_of, sheet_of

ETHIOPIAN = "\n".join(
    [
        "Programme Organization|Programme Organization Type|Implementing agency Name"
        "|Implementing agencyType|Sector",
        "WHO|UN|Al Amal|NNGO|Health",
        "WFP|UN|Nour|NNGO|WASH",
    ]
)

UNCLEAR = "Who|What|Agency\nAl Amal|WASH|Nour\nSalam|Health|Nur"


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        (("Who", "organisation"), {"organisation": "Who", "cluster": "What"}),
        (("  WHO ", "organisation"), {"organisation": "Who", "cluster": "What"}),
        (("column:A", "organisation"), {"organisation": "Who", "cluster": "What"}),
        (("column:b", "funder"), {"organisation": "Agency", "funder": "What"}),
        (("What", "-"), {"organisation": "Agency"}),
    ],
)
def test_a_person_has_the_last_word(choice: tuple[str, str], expected: dict[str, str]) -> None:
    mapping = mapping_of(sheet_of(UNCLEAR), choices=(choice,))

    assert headings_by_field(mapping) == expected


def test_the_type_goes_with_the_organisation_that_a_person_chose() -> None:
    mapping = mapping_of(sheet_of(ETHIOPIAN), choices=(("Programme Organization", "organisation"),))

    assert headings_by_field(mapping) == {
        "organisation": "Programme Organization",
        "organisation_type": "Programme Organization Type",
        "cluster": "Sector",
    }


@pytest.mark.parametrize(
    ("choice", "code", "suggestion"),
    [
        (("Agencie", "organisation"), Code.HEADING_NOT_FOUND, "Agency"),
        (("column:Z", "organisation"), Code.HEADING_NOT_FOUND, None),
        (("Who", "organization"), Code.VALUE_NOT_IN_LIST, "organisation"),
    ],
)
def test_what_a_person_names_and_is_not_there_blocks_the_file(
    choice: tuple[str, str], code: Code, suggestion: str | None
) -> None:
    mapping = mapping_of(sheet_of(UNCLEAR), choices=(choice,))

    issue = mapping.issues[0]
    assert (issue.code, issue.severity) == (code, Severity.BLOCKS_FILE)
    assert suggestion is None or issue.suggestion == suggestion
