"""Every cell that an issue is about, and none of which that is not certain."""

import pytest

from loaders.issues import Code, Issue, Severity
from loaders.located import Cells
from tests.loaders.made_sheets import sheet_of, upload_of

#        A            B        C
LIST = """
Organisation|Type|Cluster
Alpha|NGO|WASH
Beta|martian|
alpha|INGO|WASH
|NGO|Health
Beta  |martian|

Gamma|martian|
"""


def issue(
    code: Code,
    row: int | None,
    column: int | None,
    *,
    value: str | None = None,
    count: int = 1,
    rows: tuple[int, ...] = (),
) -> Issue:
    return Issue(
        code=code,
        severity=Severity.WARNS,
        sheet="Sheet1",
        row=row,
        column=column,
        value=value,
        count=count,
        rows=rows,
    )


@pytest.mark.parametrize(
    ("said", "cells"),
    [
        # The same text, cleaned of blanks, from the first row on.
        (issue(Code.VALUE_NOT_IN_LIST, 3, 2, value="martian", count=3), ["B3", "B6", "B8"]),
        # One row is one cell, whatever else the column holds.
        (issue(Code.VALUE_NOT_IN_LIST, 3, 2, value="martian"), ["B3"]),
        # Empty cells of rows that hold something; the blank line in between is none.
        (issue(Code.CLUSTER_MISSING, 3, 3, count=3), ["C3", "C6", "C8"]),
        # More are empty than were counted: which ones is not certain.
        (issue(Code.CLUSTER_MISSING, 3, 3, count=2), ["C3"]),
        # Its name stands in another column and in two letter cases; the type is in question.
        (issue(Code.TWO_TYPES, 2, 2, value="Alpha", count=2), ["B2", "B4"]),
        # A row without a column: its first cell that holds something.
        (issue(Code.DUPLICATE_ROW, 5, None, count=2), ["B5"]),
        # Rows that the issue names one by one are certain, whatever they hold.
        (issue(Code.DUPLICATE_ROW, 5, None, count=2, rows=(5, 8)), ["B5", "A8"]),
        (issue(Code.FORMULA_ERROR, 3, 3, value="#N/A", count=2, rows=(3, 8)), ["C3", "C8"]),
        # No row: about the whole file.
        (issue(Code.NO_ORGANISATION_TYPE, None, 2), []),
    ],
)
def test_the_cells_of_an_issue(said: Issue, cells: list[str]) -> None:
    found = Cells(upload_of(sheet_of(LIST))).of(said)

    assert [f"{'ABC'[place.column - 1]}{place.row}" for place in found] == cells


def test_a_long_text_is_found_by_what_the_issue_quotes_of_it() -> None:
    long = "x" * 200
    upload = upload_of(sheet_of(f"A|B\na|{long}\nb|y\nc|{long}"))
    quoted = issue(Code.VALUE_NOT_IN_LIST, 2, 2, value="x" * 120 + "…", count=2)

    assert [place.row for place in Cells(upload).of(quoted)] == [2, 4]
