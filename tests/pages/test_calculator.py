"""The calculator: numbers worked out by hand, the same as when the rows are published."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

import loaders
import metrics
from charts.marks import records
from core.access import Office
from core.i18n import Lang
from core.storage.database import Database
from loaders.issues import Code
from metrics import Scope
from pages.components import store
from pages.components.calculator import example
from pages.components.calculator.lists import (
    NO_LISTS,
    Lists,
    typed_in,
    upload_of,
    workbook_of,
)
from pages.components.calculator.paste import pasted
from pages.components.calculator.working import Working, open_store, work_out

# Five members of the cluster: two national NGOs, the national society, one international, one of
# no type. Three in its advisory group, one of them national. Roles: a UN agency leads, an NGO
# co-leads, the ministry co-facilitates; another NGO chairs a working group. Two meetings: four and
# three attend, of these three and one L/NAs; every L/NA member was at one of two or more.
# Numerator, denominator, unknown.
BY_HAND: Mapping[str, tuple[int, int, int]] = {
    "P1": (3, 4, 1),
    "P2": (1, 1, 0),
    "P3": (4, 7, 0),
    "P4": (3, 3, 1),
    "P4b": (1, 1, 1),
    "P6": (1, 1, 0),
    "P7": (1, 1, 0),
    "M1": (3, 4, 1),
    "M2": (3, 4, 1),
    "R2": (1, 3, 0),
    "R3": (1, 1, 0),
    "L1": (1, 1, 0),
    "L2": (2, 4, 0),
    "L2b": (1, 2, 0),
    "L4": (1, 1, 0),
    "F1": (1, 2, 0),
}
# The society leaves in the narrowest definition; the ministry comes in in the widest.
OTHER_SCOPES: Mapping[tuple[str, Scope], tuple[int, int, int]] = {
    ("P1", 1): (2, 4, 1),
    ("P1", 3): (3, 4, 1),
    ("P3", 1): (3, 7, 0),
    ("P4", 1): (2, 2, 1),
    ("L1", 3): (1, 1, 0),
    ("L2", 3): (3, 4, 0),
    ("L2b", 3): (2, 2, 0),
    ("F1", 3): (1, 2, 1),
}
ABOUT = example.ABOUT


def halves(working: Working, scope: Scope) -> dict[str, tuple[int, int, int]]:
    found = {}
    for one in working.answered:
        (row,) = records(one.found[scope])
        if not one.indicator.over:
            named = (row["numerator"], row["denominator"], row["unknown"])
            found[one.indicator.code] = named
    return found


@pytest.fixture(scope="module")
def nowhere() -> Iterator[Database]:
    database = open_store()
    yield database
    database.close()


def worked_out(nowhere: Database, lists: Lists, lang: Lang = Lang.EN) -> Working:
    known, upload = loaders.knowledge(nowhere), upload_of(lists, ABOUT, lang)
    return work_out(nowhere, known, upload, typed_in(lists), 2)


@pytest.mark.parametrize("lang", list(Lang))
def test_the_numbers_are_those_worked_out_by_hand_and_those_of_the_rows_published(
    nowhere: Database, lang: Lang, tmp_path: Path
) -> None:
    lists = example.lists(lang)
    database = published_as(tmp_path / "published.duckdb", lists, lang)

    working = worked_out(nowhere, lists, lang)

    assert halves(working, 2) == BY_HAND
    assert {key: halves(working, key[1])[key[0]] for key in OTHER_SCOPES} == OTHER_SCOPES
    # One of three in the advisory group over three of four members.
    (ratio,) = [one for one in working.answered if one.indicator.code == "R5"]
    assert records(ratio.found[2])[0]["value"] == pytest.approx((1 / 3) / (3 / 4))
    with database.cursor() as cur:
        for one in working.answered:
            expected = metrics.measure(cur, one.indicator, scope=2, grain="all")
            assert one.found[2].to_dict() == expected.to_dict(), one.indicator.code
    database.close()
    assert rows_left(nowhere) == [0] * 6


def published_as(path: Path, lists: Lists, lang: Lang) -> Database:
    """A store in which the workbooks to take away were uploaded and published."""
    database = Database.open(path)
    metrics.install_views(database)
    known, choices = loaders.knowledge(database), loaders.Choices()
    for dataset in typed_in(lists):
        upload = loaders.read(workbook_of(dataset, lists, ABOUT, lang), f"{dataset}.xlsx")
        prepared = loaders.prepare(database, upload, dataset, choices, known)
        assert prepared.staged is not None
        loaders.commit(database, prepared.staged, Office("OCHA"))
    return database


def rows_left(database: Database) -> list[int]:
    with database.cursor() as cur:
        return [
            cur.value(f"SELECT count(*) FROM {table}")  # noqa: S608 - names of this list alone
            for table in ("batch", "report", "organisation", "mechanism", "fact_org", "event")
        ]


def test_members_alone_are_named_by_how_they_count_and_answer_no_more(nowhere: Database) -> None:
    lists = {**example.lists(Lang.EN), "roles": (), "meetings": ()}
    working = worked_out(nowhere, lists)
    (members,) = [one for one in working.answered if one.indicator.code == "P1"]

    assert {part: set(names) for part, names in members.named.items()} == {
        "numerator": {
            "Example Association", "Example Youth Association", "Mali Red Cross (example)"
        },
        "denominator": {"Example Relief International"},
        "unknown": {"Example Solidarity"},
    }  # fmt: skip
    # Who attended needs meetings, who was active a 3W, who leads roles: none has a number.
    assert set(halves(working, 2)) == {"P1", "P2", "M1", "M2", "R2", "R3"}
    assert {"P3", "P4", "P5", "L1", "L2"} <= {one.code for one in working.silent}


def test_a_line_that_is_wrong_is_told_by_its_own_number(nowhere: Database) -> None:
    lists = {
        **NO_LISTS,
        "meetings": (
            {"date": "2026-03-04", "organisation": "A", "organisation_type": "441"},
            {"date": "yesterday", "organisation": "B", "organisation_type": "441"},
        ),
    }

    issues = worked_out(nowhere, lists).issues["meetings"]

    # The heading is line 1, so the second line of the grid is line 3.
    assert [(issue.code, issue.row) for issue in issues if issue.field == "date"] == [
        (Code.DATE_IMPOSSIBLE, 3)
    ]


def test_pasted_rows_lose_columns_about_people_and_keep_what_is_in_no_list() -> None:
    text = (
        "Nom de l’organisation\tType d’organisation\tCourriel\tSecteur\n"
        "Secours Inventé\tONG nationale\tx@example.org\tSanté\n"
        "Corps Sans Liste\tconfrérie\ty@example.org\tSanté\n"
    )

    found = pasted(text, "members", store.known())

    assert [(line["organisation"], line["organisation_type"]) for line in found.lines] == [
        ("Secours Inventé", "441"),
        ("Corps Sans Liste", "confrérie"),
    ]
    assert found.unused == ("Secteur",)
    assert Code.PERSONAL_DATA_DROPPED in {issue.code for issue in found.issues}
    assert "example.org" not in str(found)


def test_arabic_headings_are_understood() -> None:
    found = pasted(
        "اسم المنظمة\tنوع المنظمة\tالدور القيادي\nجمعية\tمنظمة غير حكومية وطنية\tالقائد",
        "roles",
        store.known(),
    )

    (line,) = found.lines
    assert (line["organisation"], line["organisation_type"], line["role"]) == (
        "جمعية", "441", "lead",
    )  # fmt: skip
