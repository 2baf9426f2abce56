"""Sheet, heading row, hashtags and columns of the eleven published workbooks."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from loaders.issues import Code
from loaders.read import read
from loaders.sheets import SheetChoice, choose_sheet
from tests.loaders.made_sheets import headings_by_field, known


@dataclass(frozen=True)
class Workbook:
    """What a person sees who opens it; `heading_row` 0 where only hashtags head the columns."""

    folder: str
    sheet: str
    heading_row: int
    hxl_row: int | None
    fields: dict[str, str]
    wanted: str | None = None


WORKBOOKS = (
    Workbook(
        "som-3w-2022-03",
        "Data",
        1,
        2,
        {
            "cluster": "Cluster",
            "organisation": "Organization",
            "organisation_type": "Org Type",
            "place": "Region",
        },
    ),
    Workbook(
        "som-3w-2025-01-04",
        "3W_Dataset_January - April 2025",
        1,
        None,
        {
            "month": "Month",
            "cluster": "Cluster",
            "place": "Region",
            "place_code": "RegionPcode",
            "organisation_type": "Organization Type",
            "organisation": "Organization_Name",
        },
    ),
    Workbook(
        "tcd-3w-2021-10",
        "Feuil1",
        1,
        2,
        {
            "place_code": "Pcode1",
            "place": "Province",
            "cluster": "Cluster",
            "acronym": "Acronyme",
            "organisation": "Nom de l'organisation",
            "organisation_type": "Type d'organisation",
        },
    ),
    Workbook(
        "caf-3w-2022-03",
        "RCA 3W Qui fait Quoi Où T1 2022",
        1,
        2,
        {
            "place": "PREFECTURE",
            "place_code": "PCODE1",
            "cluster": "SECTEUR",
            "organisation": "ACTEUR",
            "organisation_type": "TYPE_ORG",
        },
    ),
    Workbook(
        "irq-3w-2022-01-04",
        "3W longtable Jan-Apr 2022 ",
        1,
        2,
        {
            "period": "Month",
            "place_code": "ADM1_PCODE",
            "place": "Governorate",
            "cluster": "Cluster",
            "acronym": "Partner Acronym",
            "organisation": "Partner Full Name",
            "organisation_type": "Organisation type",
        },
    ),
    Workbook(
        "sdn-3w-2021",
        "2020 3Ws compiled",
        1,
        2,
        {
            "place": "State",
            "cluster": "Sector/ Intervention",
            "organisation_type": "Org. Type",
            "organisation": "Org. Implementing Activities",
        },
    ),
    Workbook(
        "ssd-3w-2022-q1",
        "January to March",
        0,
        1,
        {
            "acronym": "#org+reporting",
            "organisation": "#org+reporting+name",
            "organisation_type": "#org+reporting+type",
            "cluster": "Name",
            "place": "#adm1+name",
            "place_code": "#adm1+code",
            "month": "#date",
        },
    ),
    Workbook(
        "cod-3w-2022-01",
        "DATA-FINAL",
        1,
        None,
        {
            "place_code": "ID Province",
            "place": "Province",
            "cluster": "Nom cluster",
            "organisation_type": "Type_organisation",
            "acronym": "Acronyme Acteur",
            "organisation": "Nom acteur",
        },
        wanted="data-final",
    ),
    Workbook(
        "hti-3w-2020",
        "Sheet2",
        1,
        2,
        {
            "cluster": "SECTORS_fr",
            "organisation": "ORG_NAME_fr",
            "acronym": "ORG_ACRONYM_fr",
            "organisation_type": "ORG_TYPE_fr",
            "place_code": "adm1code",
            "place": "adm1Name_fr",
        },
    ),
    Workbook(
        "eth-4w-2022-02",
        "Eth_4Ws_February_2022",
        1,
        2,
        {
            "month": "Reporting Month",
            "funder": "Donor",
            "lead_organisation": "Programme Organization",
            "lead_organisation_type": "Programme Organization Type",
            "organisation": "Implementing agency Name",
            "acronym": "Implementing agency Acronym",
            "organisation_type": "Implementing agencyType",
            "place": "Region",
            "cluster": "Sector",
        },
    ),
    Workbook(
        "lby-3w-2021-05",
        "3W as of May 2021",
        1,
        2,
        {
            "cluster": "Sector Short name",
            "lead_acronym": "Partner",
            "organisation": "Implementing partner",
        },
    ),
)


def _choose(samples: Path, folder: str, wanted: str | None = None) -> SheetChoice:
    (file,) = (samples / folder).glob("*.xlsx")
    return choose_sheet(read(file.read_bytes(), file.name), "presence", known(), wanted)


@pytest.mark.parametrize("workbook", WORKBOOKS, ids=lambda workbook: workbook.folder)
def test_a_published_workbook_is_understood(samples: Path, workbook: Workbook) -> None:
    choice = _choose(samples, workbook.folder, workbook.wanted)

    assert choice.sheet is not None
    assert choice.header is not None
    assert choice.mapping is not None
    assert choice.issues == ()
    assert choice.sheet.name == workbook.sheet
    assert sum(choice.header.heading_rows) == workbook.heading_row
    assert choice.header.hxl_row == workbook.hxl_row
    assert headings_by_field(choice.mapping) == workbook.fields


def test_a_file_with_two_lists_is_asked_about(samples: Path) -> None:
    choice = _choose(samples, "cod-3w-2022-01")

    (issue,) = choice.issues
    assert issue.code is Code.SEVERAL_SHEETS
    assert issue.others == ("DATA-FINAL", "Projet-acteur-fin janvier")
