"""The report as a table to be downloaded."""

import csv
from dataclasses import replace
from io import BytesIO, StringIO

import openpyxl
import pytest

from core.i18n import Lang
from loaders.issues import Code, Issue, Report, Severity
from loaders.report_table import report_csv, report_xlsx

REPORT = Report(
    (
        Issue(
            code=Code.VALUE_NOT_IN_LIST,
            severity=Severity.DROPS_ROW,
            sheet="Data",
            row=14,
            column=4,
            field="cluster",
            value="=1+1",
            count=3,
        ),
        Issue(code=Code.ALREADY_LOADED, severity=Severity.WARNS, value="7"),
    )
)
FIRST = {
    Lang.EN: ("value-not-in-list", "▲ row left out", "Data", "D14", 14, "cluster"),
    Lang.FR: ("value-not-in-list", "▲ ligne écartée", "Data", "D14", 14, "cluster"),
    Lang.AR: ("value-not-in-list", "▲ صف مستبعد", "Data", "D14", 14, "المجموعة القطاعية"),
}


@pytest.mark.parametrize("lang", Lang)
def test_a_workbook_of_issues_holds_texts_and_numbers_and_no_formula(lang: Lang) -> None:
    sheet = openpyxl.load_workbook(BytesIO(report_xlsx(REPORT, lang))).worksheets[0]

    _, first, second = sheet.iter_rows()
    assert tuple(cell.value for cell in first[:6]) == FIRST[lang]
    assert (first[6].value, first[6].data_type, first[7].value) == ("=1+1", "s", 3)
    assert [cell.value for cell in second[2:6]] == [None] * 4
    assert bool(sheet.sheet_view.rightToLeft) is (lang is Lang.AR)


def test_a_text_file_of_issues_runs_nothing() -> None:
    lines = list(csv.reader(StringIO(report_csv(REPORT, Lang.EN).decode("utf-8-sig"))))

    assert [len(line) for line in lines] == [10, 10, 10]
    assert lines[0][0] == "Rule"
    assert lines[1][6:8] == ["'=1+1", "3"]


def test_by_rule_and_column_every_address_stands_in_one_row() -> None:
    def unknown(row: int, value: str, count: int) -> Issue:
        return Issue(
            code=Code.VALUE_NOT_IN_LIST,
            severity=Severity.WARNS,
            sheet="Data",
            row=row,
            column=4,
            field="cluster",
            value=value,
            count=count,
        )

    again = Issue(code=Code.DUPLICATE_ROW, severity=Severity.WARNS, row=9, count=2, rows=(9, 12))
    rest = replace(unknown(40, "", 30), value=None, more=30)
    report = Report((again, unknown(5, "x", 2), unknown(7, "y", 1), rest, *REPORT.issues))

    book = openpyxl.load_workbook(BytesIO(report_xlsx(report, Lang.EN)))

    _, *rows = book.worksheets[1].iter_rows(values_only=True)
    # Rule, rows, values, where: what drops rows first, then what concerns the most rows.
    assert [(row[0], row[4], row[5], row[6]) for row in rows] == [
        ("value-not-in-list", 3, 1, "D14"),
        ("value-not-in-list", 33, 32, "D5 D7 D40"),
        ("duplicate-row", 2, 1, "9 12"),
        ("already-loaded", 1, 1, None),
    ]
