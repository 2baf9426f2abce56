"""The template, filled in as a person would, is read by our own loader without any choice."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

import openpyxl
import pytest

import loaders
from core.i18n import Lang
from core.i18n.periods import Period
from core.storage.database import Database
from loaders import Choices, Knowledge
from loaders.datasets import DATASETS
from loaders.template import template
from loaders.template_columns import template_columns

READ_HERE = ("presence", "roles")  # the others: test_round_trip.py
FEBRUARY, QUARTER = Period.parse("2022-02"), Period.parse("2022-Q1")

# What a person picks from the lists, by place of the code in the list of that language.
PICKED: Mapping[Lang, Mapping[str, str]] = {
    Lang.EN: {"TCD": "Chad", "WSH": "Water, Sanitation and Hygiene (WASH)", "HEA": "Health",
              "441": "National NGO (NNGO)", "437": "International NGO (INGO)",
              "subnational": "Subnational level", "cluster": "Cluster", "lead": "Lead",
              "hct": "Humanitarian Country Team (HCT)", "co_lead": "Co-lead", "chair": "Chair",
              "yes": "Yes"},
    Lang.FR: {"TCD": "Tchad", "WSH": "Eau, hygiène et assainissement (EHA)", "HEA": "Santé",
              "441": "ONG nationale (ONGN)", "437": "ONG internationale (ONGI)",
              "subnational": "Niveau infranational", "cluster": "Cluster (groupe sectoriel)",
              "lead": "Chef de file", "hct": "Équipe humanitaire pays (EHP)",
              "co_lead": "Co-chef de file", "chair": "Présidence", "yes": "Oui"},
    Lang.AR: {"TCD": "تشاد", "WSH": "المياه والصرف الصحي والنظافة الصحية", "HEA": "الصحة",
              "441": "منظمة غير حكومية وطنية", "437": "منظمة غير حكومية دولية",
              "subnational": "المستوى دون الوطني", "cluster": "مجموعة قطاعية",
              "lead": "الجهة القائدة", "hct": "الفريق القطري الإنساني",
              "co_lead": "الجهة المشاركة في القيادة", "chair": "رئاسة", "yes": "نعم"},
}  # fmt: skip

FILLED: Mapping[str, Sequence[Mapping[str, str]]] = {
    "presence": (
        {"country": "TCD", "period": "2022-02", "cluster": "WSH", "place": "Lac",
         "organisation": "Association Lumière", "acronym": "AL", "organisation_type": "441"},
        {"country": "TCD", "period": "2022-Q1", "cluster": "HEA", "level": "subnational",
         "place": "Ouaddaï", "organisation": "Example International",
         "organisation_type": "437"},
        {"country": "TCD", "period": "2022-Q1", "cluster": "HEA", "organisation": "جمعية النور"},
    ),
    "roles": (
        {"country": "TCD", "period": "2022-Q1", "mechanism_type": "cluster", "cluster": "WSH",
         "role": "co_lead", "organisation": "Association Lumière", "organisation_type": "441",
         "funded": "yes"},
        {"country": "TCD", "period": "2022-Q1", "mechanism_type": "cluster", "cluster": "WSH",
         "role": "lead", "organisation": "Example International", "organisation_type": "437"},
        {"country": "TCD", "period": "2022-Q1", "mechanism_type": "hct", "role": "chair"},
    ),
}  # fmt: skip

EXPECTED: Mapping[str, Sequence[tuple[object, ...]]] = {
    # country, period, cluster, level, place, name, class in which it counts first, type known
    "presence": (
        ("TCD", FEBRUARY, "WSH", "Lac", "Association Lumière", 1, True),
        ("TCD", QUARTER, "HEA", "Ouaddaï", "Example International", None, True),
        ("TCD", QUARTER, "HEA", None, "جمعية النور", None, False),
    ),
    # country, period, cluster, mechanism type, role, name, scope, funded; the chair is vacant
    "roles": (
        ("TCD", QUARTER, "WSH", "cluster", "co_lead", "Association Lumière", 1, True),
        ("TCD", QUARTER, "WSH", "cluster", "lead", "Example International", None, None),
        ("TCD", QUARTER, None, "hct", "chair", None, None, None),
    ),
}


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    database = Database.open(tmp_path_factory.mktemp("words") / "s.duckdb")
    words = loaders.knowledge(database)
    database.close()
    return words


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("dataset", READ_HERE)
def test_a_filled_template_is_read_without_any_choice(
    dataset: str, lang: Lang, known: Knowledge
) -> None:
    upload = loaders.read(filled(dataset, lang), "upload.xlsx")

    table, issues = loaders.find_table(upload, dataset, Choices(), known)
    assert table is not None
    staged = loaders.check(upload, table, dataset, Choices(), known)

    assert issues == ()
    assert [i.code for i in staged.report.issues if i.severity.value != "warns"] == []
    assert staged.guesses == ()
    assert {field for _, field in staged.columns} >= set().union(*FILLED[dataset])
    assert [seen(row, dataset) for row in staged.rows.to_pylist()] == list(EXPECTED[dataset])


def seen(row: Mapping[str, Any], dataset: str) -> tuple[object, ...]:
    period = Period(row["period_start"], row["period_end"])
    where = (row["country"], period, row["cluster"])
    if dataset == "presence":
        return (*where, row["place"], row["name"], row["lna_scope"], row["type_known"])
    held = (row["mechanism_type"], row["role"], row["name"], row["lna_scope"], row["funded"])
    return (*where, *held)


def filled(dataset: str, lang: Lang) -> bytes:
    """Three rows, chosen from the lists of the language where there is one."""
    book = openpyxl.load_workbook(BytesIO(template(dataset, lang)))
    sheet = book.worksheets[0]
    for number, row in enumerate(FILLED[dataset], start=2):
        for column, field in enumerate(template_columns(dataset), start=1):
            told = row.get(field)
            if told is not None:
                sheet.cell(number, column, PICKED[lang].get(told, told))
    written = BytesIO()
    book.save(written)
    return written.getvalue()


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("dataset", DATASETS)
def test_every_heading_and_every_choice_is_a_known_word(
    dataset: str, lang: Lang, known: Knowledge
) -> None:
    columns = template_columns(dataset)
    book = openpyxl.load_workbook(BytesIO(template(dataset, lang)))
    main, _, lists = book.worksheets

    headings = [cell.value for cell in main[1]]
    unknown = [
        (column.choices, value)
        for number, column in enumerate(columns.values(), start=1)
        if column.choices
        for value in choices_of(main, lists, number)
        if known.vocabulary.code(column.choices, value) is None
    ]

    assert [known.vocabulary.heading(dataset, str(text)) for text in headings] == list(columns)
    assert unknown == []


def choices_of(main: Any, lists: Any, column: int) -> list[str]:  # noqa: ANN401 - sheets
    """The list behind a column, as a spreadsheet finds it."""
    letter = main.cell(2, column).column_letter
    (rule,) = [r for r in main.data_validations.dataValidation if f"{letter}2" in str(r.sqref)]
    sheet, _, area = str(rule.formula1).rpartition("!")
    assert sheet == f"'{lists.title}'"
    return [str(row[0].value) for row in lists[area.replace("$", "")]]


@pytest.mark.parametrize("dataset", DATASETS)
def test_an_empty_template_holds_no_table(dataset: str, known: Knowledge) -> None:
    upload = loaders.read(template(dataset, Lang.EN), "upload.xlsx")

    table, issues = loaders.find_table(upload, dataset, Choices(), known)

    assert table is None
    assert [issue.code.value for issue in issues] == ["no-table-found"]


def test_an_arabic_sheet_runs_from_right_to_left_and_the_others_do_not() -> None:
    views = {
        lang: openpyxl.load_workbook(BytesIO(template("roles", lang))).worksheets[0].sheet_view
        for lang in Lang
    }

    assert {lang: bool(view.rightToLeft) for lang, view in views.items()} == {
        Lang.EN: False, Lang.FR: False, Lang.AR: True,
    }  # fmt: skip
