"""A mechanism's return: one sheet in three languages, the same rows, each led back to its line."""

from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO
from typing import Any

import openpyxl
import pytest

import loaders
from core.i18n import Lang
from loaders import commit_all, rehearse_all
from loaders.issues import Code, Severity
from loaders.returns import Answers, answers_in, is_return
from loaders.template import template
from tests.loaders.cells import CONTENT, OFFICE, Store
from tests.loaders.made_files import saved
from tests.loaders.returned_answers import (
    ANSWERS,
    LUMIERE,
    MARCH,
    ROWS,
    WASH,
    rows_of,
    taken,
    written,
)


@pytest.mark.parametrize("lang", Lang)
def test_a_return_gives_the_same_rows_in_every_language(store: Store, lang: Lang) -> None:
    found = taken(store, written(ANSWERS, lang))

    assert {staged.dataset: rows_of(staged) for staged in found.stageds} == ROWS
    assert {row["country"] for s in found.stageds for row in s.rows.to_pylist()} == {"TCD"}
    assert {row["cluster"] for s in found.stageds for row in s.rows.to_pylist()} == {"WSH"}
    roles = found.stageds[1].rows.to_pylist()
    assert {(row["period_start"], row["period_end"]) for row in roles} == {(MARCH.start, MARCH.end)}
    assert found.report.issues == ()


@pytest.mark.parametrize("lang", Lang)
def test_answers_come_back_as_they_were_given(store: Store, lang: Lang) -> None:
    upload = loaders.read(written(ANSWERS, lang), "return.xlsx")

    assert is_return(upload)
    assert answers_in(upload, store.known.vocabulary) == ANSWERS


@pytest.mark.parametrize("lang", Lang)
def test_every_row_leads_back_to_the_line_of_the_sheet_where_it_stands(
    store: Store, lang: Lang
) -> None:
    content = written(ANSWERS, lang)
    sheet = openpyxl.load_workbook(BytesIO(content)).worksheets[0]

    stageds = {staged.dataset: staged for staged in taken(store, content).stageds}

    for dataset, field, column in (
        ("roles", "organisation_reported", 4),
        ("members", "organisation_reported", 4),
        ("meetings", "date", 3),
    ):
        rows = stageds[dataset].rows.to_pylist()
        told = [sheet.cell(row["source_row"], column).value for row in rows if row[field]]
        assert told == [row[field] for row in rows if row[field]]
        assert stageds[dataset].sheet == sheet.title
    codes = [sheet.cell(r["source_row"], 1).value for r in stageds["mechanisms"].rows.to_pylist()]
    assert codes == ["mechanism_type", "members"]


def test_the_same_answers_are_the_same_bytes_and_are_not_stored_twice(store: Store) -> None:
    first = commit_all(store.database, taken(store, written(ANSWERS)).stageds, OFFICE)
    before = store.everything()

    again = commit_all(store.database, taken(store, written(ANSWERS)).stageds, OFFICE)

    assert written(ANSWERS) == written(ANSWERS)
    assert [receipt.repeated for receipt in again] == [True] * 4
    assert [receipt.batch for receipt in again] == [receipt.batch for receipt in first]
    assert store.everything() == before


def test_all_datasets_of_a_return_are_published_or_none(store: Store) -> None:
    own, roles, *others = taken(store, written(ANSWERS)).stageds
    before = store.everything()
    broken = replace(roles, dataset="roles-of-nobody")  # written last

    with pytest.raises(FileNotFoundError):
        commit_all(store.database, (own, broken, *others), OFFICE)

    assert store.everything() == before


def test_a_rehearsal_of_several_sees_all_of_them_and_leaves_nothing(store: Store) -> None:
    before = store.everything()

    found = rehearse_all(
        store.database,
        taken(store, written(ANSWERS)).stageds,
        observe=lambda cur: [int(cur.value(f"SELECT count(*) FROM {t}")) for t in CONTENT],  # noqa: S608 - of CONTENT
    )

    assert [part.difference.new for part in found.parts] == [2, 3, 2, 2]
    assert found.difference.new == 9
    assert sum(found.before) == 0
    assert found.after[CONTENT.index("fact_role")] == 3
    assert found.after[CONTENT.index("fact_meeting")] == 2
    assert store.everything() == before


@pytest.mark.parametrize("lang", Lang)
def test_an_empty_return_and_one_that_answers_nothing_are_refused(store: Store, lang: Lang) -> None:
    for answers in (Answers(), Answers(which=WASH)):
        found = taken(store, written(answers, lang))

        assert found.stageds == ()
        assert [issue.code for issue in found.report.issues] == [Code.NO_ROWS_LEFT]


def test_a_template_is_no_return(store: Store) -> None:
    assert not is_return(loaders.read(template("mechanisms", Lang.EN), "return.xlsx"))


def test_a_closed_mechanism_keeps_its_own_answer_and_says_that_the_others_are_left_out(
    store: Store,
) -> None:
    answers = replace(ANSWERS, says={"closed_on": "2026-02"}, sag={})

    found = taken(store, written(answers))

    assert [staged.dataset for staged in found.stageds] == ["mechanisms"]
    assert found.stageds[0].rows.column("closed").to_pylist() == [True]
    left_out = [i for i in found.report.issues if i.code is Code.CLOSED_WITH_ROLES]
    assert [(i.value, i.count) for i in left_out] == [("roles", 3), ("members", 2), ("meetings", 2)]


# Which answer, where it stands in the return, and what is said of it.
WRONG: tuple[tuple[dict[str, Any], str, int, Code, Severity], ...] = (
    ({"members": {"members_ngo": "several"}}, "members_ngo", 3, Code.NUMBER_IMPOSSIBLE,
     Severity.WARNS),
    ({"sag": {"members_un": "several"}}, "members_un", 4, Code.NUMBER_IMPOSSIBLE, Severity.WARNS),
    ({"which": {**WASH, "country": "Atlantis"}}, "country", 3, Code.VALUE_NOT_IN_LIST,
     Severity.DROPS_ROW),
    ({"says": {"plan": "perhaps"}}, "plan", 3, Code.VALUE_NOT_IN_LIST, Severity.WARNS),
    ({"meetings": ({"date": "someday"},)}, "meeting", 3, Code.DATE_IMPOSSIBLE, Severity.DROPS_ROW),
    ({"roles": ({"role": "captain", **LUMIERE},)}, "role", 3, Code.VALUE_NOT_IN_LIST,
     Severity.WARNS),
    ({"says": {"plan": "yes", "remarks": "ask somebody@example.org"}}, "remarks", 3,
     Code.PERSONAL_DATA_DROPPED, Severity.WARNS),
)  # fmt: skip


@pytest.mark.parametrize(("changed", "code_of_line", "column", "code", "severity"), WRONG)
def test_what_is_wrong_is_said_of_the_cell_of_the_return(
    store: Store,
    changed: Mapping[str, Any],
    code_of_line: str,
    column: int,
    code: Code,
    severity: Severity,
) -> None:
    content = written(replace(Answers(which=WASH, says={"plan": "yes"}), **changed))
    sheet = openpyxl.load_workbook(BytesIO(content)).worksheets[0]

    found = taken(store, content)

    (issue,) = [i for i in found.report.issues if i.code is code and i.severity is severity]
    if code is not Code.PERSONAL_DATA_DROPPED:
        assert (sheet.cell(issue.row or 0, 1).value, issue.column) == (code_of_line, column)
    stored = [row for staged in found.stageds for row in staged.rows.to_pylist()]
    assert "somebody" not in str(stored)


def test_lines_that_a_person_adds_are_read_and_their_order_is_free(store: Store) -> None:
    book = openpyxl.load_workbook(BytesIO(written(Answers(which=WASH))))
    sheet = book.worksheets[0]
    at = next(row for row in range(1, 80) if sheet.cell(row, 1).value == "seat")
    sheet.insert_rows(at, 2)
    for row, name in ((at, "First Association"), (at + 1, "Second Association")):
        sheet.cell(row, 1, "seat")
        sheet.cell(row, 4, name)

    (staged,) = taken(store, saved(book)).stageds

    assert [(row["name"], row["source_row"]) for row in staged.rows.to_pylist()] == [
        ("First Association", at), ("Second Association", at + 1),
    ]  # fmt: skip


def test_a_role_without_an_organisation_is_not_known_and_a_vacant_one_is_vacant(
    store: Store,
) -> None:
    roles = ({"role": "lead"}, {"role": "chair", "organisation": "vacant"})

    (staged,) = taken(store, written(Answers(which=WASH, roles=roles))).stageds

    assert [(row["role"], row["name"]) for row in staged.rows.to_pylist()] == [("chair", None)]
