"""Text that a spreadsheet opens and does not run."""

import pytest

from core.i18n.spreadsheets import csv_bytes, disarmed


@pytest.mark.parametrize("text", ["=1+1", "+33", "-", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1"])
def test_what_a_spreadsheet_would_compute_is_escaped(text: str) -> None:
    assert disarmed(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "WASH", "2022", "a=b", "منظمة"])
def test_other_text_is_not_escaped(text: str) -> None:
    assert disarmed(text) == text


def test_a_table_is_marked_as_unicode_and_its_numbers_stay_numbers() -> None:
    written = csv_bytes([("Organisation", "n"), ("=cmd|'/c'!A1", 3), ("جمعية", None)])

    assert written == "\ufeffOrganisation,n\r\n'=cmd|'/c'!A1,3\r\nجمعية,\r\n".encode()
