"""Which column holds which field: every kind of evidence, and which one wins."""

import pytest

from loaders.issues import Code, Severity
from loaders.mapping import ColumnMapping
from tests.loaders.made_sheets import headings_by_field, mapping_of, sheet_of

ETHIOPIAN = "\n".join(
    [
        "Programme Organization|Programme Organization Type|Implementing agency Name"
        "|Implementing agencyType|Sector",
        "WHO|UN|Al Amal|NNGO|Health",
        "WFP|UN|Nour|NNGO|WASH",
    ]
)

IRAQI = "\n".join(
    [
        "Partner Category|Partner Acronym|Partner Full Name|Organisation type|Cluster",
        "#org +impl |#org +acronym|#org +name|#org +type|#sector +cluster",
        *(f"Primary|A{n}|Association {n}|NNGO|Health" for n in range(12)),
        *(f"Sub-Implementing|B{n}|Bureau {n}|INGO|WASH" for n in range(12)),
    ]
)

LIBYAN = """
Sector Short name|Partner|Implementing partner
#sector +cluster +code|#org +acronym|#org +impl +name
HEA|FAO|Al Amal
WASH|IOM|Nour
"""

SOUTH_SUDANESE = """
#org+reporting|#org+reporting+name|#org+reporting+type|Name|#date
ACTED|Agency for Technical Cooperation|INGO|CCCM|January
NRC|Norwegian Refugee Council|INGO|WASH|February
"""

IN_TWO_LANGUAGES = """
SECTORS_en|SECTORS_fr|ORG_NAME_en|ORG_NAME_fr|ORG_TYPE_en|ORG_TYPE_fr
#sector+i_en|#sector+i_fr|#org+name+i_en|#org+name+i_fr|#org+type+i_en|#org+type+i_fr
WASH|EPAH|Action Against Hunger|Action contre la faim|INTERNATIONAL NGO|ONG INTERNATIONALE
"""

PROJECTS = """
Organisation|Org Type|Cluster|Reporting start date|Reporting end date
Al Amal|NNGO|WASH|2021-01-01|2024-12-31
Nour|NNGO|Health|2021-06-01|2022-01-31
"""

QUARTERS = PROJECTS.replace("2024-12-31", "2021-03-31").replace("2022-01-31", "2021-08-31")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(
            ETHIOPIAN,
            {
                "organisation": "Implementing agency Name",
                "organisation_type": "Implementing agencyType",
                "lead_organisation": "Programme Organization",
                "lead_organisation_type": "Programme Organization Type",
                "cluster": "Sector",
            },
            id="the implementer is the organisation, the programme's is the lead",
        ),
        pytest.param(
            IRAQI,
            {
                "organisation": "Partner Full Name",
                "acronym": "Partner Acronym",
                "organisation_type": "Organisation type",
                "cluster": "Cluster",
            },
            id="a category of two labels is no organisation, whatever its tag",
        ),
        pytest.param(
            LIBYAN,
            {
                "organisation": "Implementing partner",
                "lead_acronym": "Partner",
                "cluster": "Sector Short name",
            },
            id="one side's acronym is not the other side's",
        ),
        pytest.param(
            SOUTH_SUDANESE,
            {
                "acronym": "#org+reporting",
                "organisation": "#org+reporting+name",
                "organisation_type": "#org+reporting+type",
                "cluster": "Name",
                "month": "#date",
            },
            id="a bare tag beside a name is the acronym; content finds the cluster and the month",
        ),
        pytest.param(
            IN_TWO_LANGUAGES,
            {
                "cluster": "SECTORS_fr",
                "organisation": "ORG_NAME_fr",
                "organisation_type": "ORG_TYPE_fr",
            },
            id="of two languages the office's own",
        ),
        pytest.param(
            PROJECTS,
            {"organisation": "Organisation", "organisation_type": "Org Type", "cluster": "Cluster"},
            id="dates more than a year apart are those of a project",
        ),
        pytest.param(
            QUARTERS,
            {
                "organisation": "Organisation",
                "organisation_type": "Org Type",
                "cluster": "Cluster",
                "period_start": "Reporting start date",
                "period_end": "Reporting end date",
            },
            id="dates within a year are a period",
        ),
        pytest.param(
            "Orgnisation name|Clusters|Admin level 2\nAl Amal|WASH|Wadi\nNour|Health|Bahr",
            {"organisation": "Orgnisation name", "cluster": "Clusters"},
            id="a misspelt heading is found, and another figure is no misspelling",
        ),
        pytest.param(
            "Code|Label|Organisation\n#sector|#sector|#org\nEHA|WASH|Amal\nHEA|Health|Nour",
            {"cluster": "Label", "organisation": "Organisation"},
            id="of two equal tags the one that is no code",
        ),
        pytest.param(
            "Cluster|Theme|Month|Organisation\nA1|WASH|2022-01|Al Amal\nA2|Health|2022-02|Nour"
            "\nA3|Nutrition|2022-02|Salam",
            {"cluster": "Theme", "period": "Month", "organisation": "Organisation"},
            id="content contradicts a heading, and a month with its year is a period",
        ),
    ],
)
def test_each_field_gets_its_column(lines: str, expected: dict[str, str]) -> None:
    assert headings_by_field(mapping_of(sheet_of(lines))) == expected


def test_translations_are_not_called_ambiguous() -> None:
    mapping = mapping_of(sheet_of(IN_TWO_LANGUAGES))

    assert mapping.issues == ()


def test_two_columns_equally_good_are_said_and_the_first_is_taken() -> None:
    mapping = mapping_of(
        sheet_of(
            "Organisation|Agency|Org Type|Cluster\nAl Amal|Nour|NNGO|WASH\nSalam|Nur|NNGO|Health"
        )
    )

    (issue,) = mapping.issues
    assert headings_by_field(mapping)["organisation"] == "Organisation"
    assert (issue.code, issue.severity, issue.cell) == (
        Code.COLUMN_AMBIGUOUS,
        Severity.WARNS,
        "A1",
    )
    assert (issue.value, issue.others) == ("Organisation", ("Organisation", "Agency"))


def test_the_column_of_names_wins_over_that_of_codes() -> None:
    mapping = mapping_of(
        sheet_of(
            "Acronyme cluster|Nom cluster|Nom acteur|Type_organisation\n"
            "EHA|Eau Hygiène et Assainissement|Amal|ONG Nationale\nSanté|Santé|Nour|ONG Nationale"
        )
    )

    assert headings_by_field(mapping)["cluster"] == "Nom cluster"


WITHOUT_FIELDS = "Region|District\nNorth|Wadi\nSouth|Bahr"
WITHOUT_TYPE = "Organisation|Cluster\nAl Amal|WASH\nNour|Health"
WITH_EMPTY = "Organisation|Org Type|Cluster|Remarks|\nAl Amal|NNGO|WASH||\nNour|NNGO|Health||"
TWICE = "Organisation|Org Type|Cluster|Org Type\nAl Amal|NNGO|WASH|x\nNour|NNGO|Health|y"


@pytest.mark.parametrize(
    ("lines", "given", "expected"),
    [
        (
            WITHOUT_FIELDS,
            (),
            [
                (Code.COLUMN_MISSING, Severity.BLOCKS_FILE, "organisation", None, 1),
                (Code.COLUMN_MISSING, Severity.BLOCKS_FILE, "cluster", None, 1),
                (Code.NO_ORGANISATION_TYPE, Severity.WARNS, "organisation_type", None, 1),
            ],
        ),
        (
            WITHOUT_FIELDS,
            ("cluster",),
            [
                (Code.COLUMN_MISSING, Severity.BLOCKS_FILE, "organisation", None, 1),
                (Code.NO_ORGANISATION_TYPE, Severity.WARNS, "organisation_type", None, 1),
            ],
        ),
        (
            WITHOUT_TYPE,
            (),
            [(Code.NO_ORGANISATION_TYPE, Severity.WARNS, "organisation_type", None, 1)],
        ),
        (WITH_EMPTY, (), [(Code.COLUMNS_EMPTY, Severity.WARNS, None, None, 2)]),
        (TWICE, (), [(Code.HEADING_DUPLICATED, Severity.WARNS, None, "D1", 1)]),
    ],
)
def test_what_is_wrong_with_the_columns_is_said(
    lines: str, given: tuple[str, ...], expected: list[tuple[object, ...]]
) -> None:
    mapping = mapping_of(sheet_of(lines), given=given)

    found = [(i.code, i.severity, i.field, i.cell, i.count) for i in mapping.issues]
    assert [one for one in found if one[0] is not Code.COLUMN_AMBIGUOUS] == expected


def test_a_table_of_roles_keeps_its_leads_as_organisations() -> None:
    mapping = mapping_of(
        sheet_of("Cluster|Role|Organisation|Org Type|Level\nWASH|Lead|UNICEF|UN|National"), "roles"
    )

    assert headings_by_field(mapping) == {
        "cluster": "Cluster",
        "role": "Role",
        "organisation": "Organisation",
        "organisation_type": "Org Type",
        "level": "Level",
    }


def test_columns_come_in_the_order_of_the_file_with_their_reason() -> None:
    mapping: ColumnMapping = mapping_of(sheet_of(WITH_EMPTY))

    assert [(c.position, c.field, c.reason, c.examples) for c in mapping.columns] == [
        (1, "organisation", "heading", ("Al Amal", "Nour")),
        (2, "organisation_type", "heading", ("NNGO",)),
        (3, "cluster", "heading", ("WASH", "Health")),
        (4, None, "empty", ()),
        (5, None, "empty", ()),
    ]
    assert mapping.position_of("cluster") == 3
    assert mapping.position_of("country") is None
