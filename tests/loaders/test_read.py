"""Any file becomes text cells at their addresses, or an error with a code."""

import datetime as dt
import hashlib

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from loaders.issues import Code
from loaders.read import read
from tests.loaders import made_files as made
from tests.loaders.reading import SAMPLES, one, refusal, rows

COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1")


# File, kind, encoding, delimiter, rows and columns of the sheet that counts, codes of the issues.
# The sizes of the workbooks are those of the samples' README; the others were counted by eye.
GUESS, TWICE = ["encoding-guessed"], ["text-double-encoded"]
OUTCOMES = [
    ("som-3w-2022-03/*", "xlsx", None, None, (31087, 5), []),
    ("som-3w-2025-01-04/*", "xlsx", None, None, (4147, 8), []),
    ("tcd-3w-2021-10/*", "xlsx", None, None, (707, 6), []),
    ("caf-3w-2022-03/*", "xlsx", None, None, (1811, 9), []),
    ("irq-3w-2022-01-04/*", "xlsx", None, None, (4841, 16), []),
    ("sdn-3w-2021/*", "xlsx", None, None, (2775, 5), []),
    ("ssd-3w-2022-q1/*", "xlsx", None, None, (2783, 10), []),
    ("cod-3w-2022-01/*", "xlsx", None, None, (5340, 19), []),
    ("hti-3w-2020/*", "xlsx", None, None, (11378, 16), []),
    ("eth-4w-2022-02/*", "xlsx", None, None, (7902, 16), ["formula-error"]),
    ("lby-3w-2021-05/*", "xlsx", None, None, (497, 6), []),
    ("edge/csvs__comma_in_quotes.csv", "csv", "utf-8", ",", (2, 5), []),
    ("edge/csvs__empty.csv", "csv", "utf-8", ",", (3, 3), []),
    ("edge/csvs__empty_crlf.csv", "csv", "utf-8", ",", (3, 3), []),
    ("edge/csvs__escaped_quotes.csv", "csv", "utf-8", ",", (3, 2), []),
    ("edge/csvs__json.csv", "csv", "utf-8", ",", (2, 2), []),
    ("edge/csvs__newlines.csv", "csv", "utf-8", ",", (4, 3), []),
    ("edge/csvs__newlines_crlf.csv", "csv", "utf-8", ",", (4, 3), []),
    ("edge/csvs__quotes_and_newlines.csv", "csv", "utf-8", ",", (3, 2), []),
    ("edge/csvs__simple.csv", "csv", "utf-8", ",", (2, 3), []),
    ("edge/csvs__simple_crlf.csv", "csv", "utf-8", ",", (2, 3), []),
    ("edge/csvs__utf8.csv", "csv", "utf-8", ",", (3, 3), []),
    ("edge/education_closures_broken.xls", "csv", "utf-8", ",", (4, 5), ["extension-wrong"]),
    ("edge/input-merged.xlsx", "xlsx", None, None, (7, 9), []),
    ("edge/input-multiple-headers.csv", "csv", "utf-8", ",", (5, 4), []),
    ("edge/input-quality.xls", "xls", None, None, (7, 9), []),
    ("edge/input-valid-latin1.csv", "csv", "cp1252", ",", (7, 9), GUESS),
    ("encodings/caf_cp1252_semicolon.csv", "csv", "cp1252", ";", (1811, 9), GUESS),
    ("encodings/caf_macroman_semicolon.csv", "csv", "mac_roman", ";", (1811, 9), GUESS),
    ("encodings/caf_sep_line.csv", "csv", "cp1252", ";", (1812, 9), GUESS),
    ("encodings/caf_double_encoded_mojibake.csv", "csv", "utf-8", ";", (1811, 9), TWICE),
    ("encodings/yem_cp1256_semicolon.csv", "csv", "cp1256", ";", (401, 5), GUESS),
    ("encodings/yem_utf16le_tab.csv", "csv", "utf-16-le", "\t", (401, 5), []),
]  # fmt: skip


@pytest.mark.parametrize(
    ("path", "kind", "encoding", "delimiter", "size", "codes"), OUTCOMES, ids=lambda x: str(x)[:40]
)
def test_every_sample_opens(
    path: str, kind: str, encoding: str | None, delimiter: str | None, size: object, codes: object
) -> None:
    file = one(path)
    content = file.read_bytes()

    upload = read(content, file.name)

    assert (upload.kind, upload.encoding, upload.delimiter) == (kind, encoding, delimiter)
    assert size in [sheet.table.shape for sheet in upload.sheets if sheet.visible]
    assert [issue.code.value for issue in upload.issues] == codes
    assert upload.sha256 == hashlib.sha256(content).hexdigest()


def test_the_table_above_names_every_sample_but_the_locked_one() -> None:
    named = {one(path) for path, *_ in OUTCOMES}

    assert set(SAMPLES.glob("*/*")) - named == {SAMPLES / "edge/pass_protected.xlsx"}


REFUSED: list[tuple[str, bytes, str]] = [
    ("empty-file", b"", "a.csv"),
    ("empty-file", b"\xef\xbb\xbf \r\n\r\n", "a.csv"),
    ("not-a-table", b"%PDF-1.7 a,b", "a.csv"),
    ("not-a-table", b"\x89PNG\r\n\x1a\n", "a.xlsx"),
    ("not-a-table", b"<html><table><tr><td>a", "a.xls"),
    ("not-a-table", b'[{"a": 1, "b": 2}]', "a.csv"),
    ("not-a-table", b"a,b\n\x00,1\n", "a.csv"),
    ("not-a-table", bytes(range(256)) * 4, "a.csv"),
    ("not-a-table", made.archive({"word/document.xml": "<w/>"}), "a.docx"),
    ("not-a-table", COMPOUND + bytes(1500) + "WordDocument".encode("utf-16-le") + b"\0\0", "a.xls"),
    ("password-protected", (SAMPLES / "edge/pass_protected.xlsx").read_bytes(), "a.xlsx"),
    ("password-protected", made.xls({(0, 0): "a"}, password=True), "a.xls"),
    ("password-protected", made.ods({(0, 0): "a"}, manifest="<encryption-data/>"), "a.ods"),
    ("office-lock-file", b"anything", "~$3W.xlsx"),
    ("office-lock-file", b"\x04Amal".ljust(55) + b"\x04\0A\0m\0a\0l\0".ljust(110), "3W.xlsx"),
    ("corrupt-file", made.xlsx(lambda sheet: sheet.append(["a"]))[:900], "a.xlsx"),
    ("corrupt-file", made.xls({(0, 0): "a"})[:700], "a.xls"),
    ("corrupt-file", "a,b\nBangui,Mambéré,é".encode()[:-1], "a.csv"),
    ("unsupported-format", made.archive({"Index/Document.iwa": b"\0"}), "a.numbers"),
    ("unsupported-format", b'{"url": "https://docs.google.com/open?id=1"}', "a.gsheet"),
    ("unsupported-format", b"\x00\x01\x00\x00Standard ACE DB\x00", "a.accdb"),
    ("unsupported-format", COMPOUND + bytes(1500) + "MatOST".encode("utf-16-le"), "a.wps"),
]


@pytest.mark.parametrize(("code", "content", "name"), REFUSED, ids=lambda x: str(x)[:24])
def test_what_is_no_table_gets_its_code(code: str, content: bytes, name: str) -> None:
    assert refusal(content, name) == (code, {"name": name})


def far_cell(sheet: Worksheet) -> None:
    sheet["A1"], sheet["ZZ500000"] = "a", "b"


@pytest.mark.parametrize(
    "content",
    [made.xlsx(far_cell), made.lying_bomb(1.1)],
    ids=["far cell", "zip bomb"],
)
def test_a_small_file_that_needs_gigabytes_is_too_large(content: bytes) -> None:
    assert len(content) < 2_000_000
    assert refusal(content, "a.xlsx") == ("too-large", {"name": "a.xlsx", "limit": 1024})


def test_more_than_200_megabytes_are_too_large() -> None:
    assert refusal(bytes((200 << 20) + 1), "a.csv") == (
        "too-large",
        {"name": "a.csv", "limit": 200},
    )


CELLS: made.Cells = {(3, 2): "Org", (3, 3): 12.0, (5, 4): "x"}


def on_sheet(sheet: Worksheet) -> None:
    sheet["C4"], sheet["D4"], sheet["E6"] = "Org", 12, "x"


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("xlsx", made.xlsx(on_sheet)),
        ("xls", made.xls(CELLS)),
        ("xlsb", made.xlsb(CELLS)),
        ("ods", made.ods(CELLS)),
        ("csv", b",,,,\n,,,,\n,,,,\n,,Org,12,\n,,,,\n,,,,x\n"),
    ],
)
def test_leading_blank_rows_and_columns_are_kept(kind: str, content: bytes) -> None:
    upload = read(content, f"a.{kind}")

    blank = (None,) * 5
    assert upload.kind == kind
    assert upload.sheets[0].table.column_names == ["c1", "c2", "c3", "c4", "c5"]
    assert rows(upload) == [
        blank,
        blank,
        blank,
        (None, None, "Org", "12", None),
        blank,
        (None, None, None, None, "x"),
    ]


@pytest.mark.parametrize(
    ("value", "seen"),
    [
        (1, "1"),
        (1.0, "1"),
        (-2.5, "-2.5"),
        (12345678901, "12345678901"),
        (0.30000000000000004, "0.3"),
        (True, "TRUE"),
        (False, "FALSE"),
        (dt.date(2022, 3, 31), "2022-03-31"),
        (dt.datetime(2022, 3, 31, 14, 5), "2022-03-31 14:05:00"),  # noqa: DTZ001
        (dt.time(14, 5), "14:05:00"),
        ("001", "001"),
        (" Org ", " Org "),
        ("=1+1 written as text", "=1+1 written as text"),
        ("الأمل", "الأمل"),
    ],
)
def test_a_cell_is_the_text_that_a_person_sees(value: object, seen: str) -> None:
    def fill(sheet: Worksheet) -> None:
        cell = sheet["A1"]
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"

    assert rows(read(made.xlsx(fill), "a.xlsx")) == [(seen,)]


def test_formulas_are_not_evaluated_and_their_errors_are_empty_and_counted() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["B2"], sheet["C4"], sheet["D4"], sheet["B6"] = "x", "#REF!", "=1+1", "#N/A"
        sheet["C4"].data_type = sheet["B6"].data_type = "e"
        sheet["B9"], sheet["B9"].data_type = "#N/A", "e"

    upload = read(made.xlsx(fill), "a.xlsx")

    # One for each column, with every row of it.
    assert [(i.code, i.cell, i.value, i.count, i.rows) for i in upload.issues] == [
        (Code.FORMULA_ERROR, "B6", "#N/A", 2, (6, 9)),
        (Code.FORMULA_ERROR, "C4", "#REF!", 1, (4,)),
    ]
    assert rows(upload)[1:4] == [(None, "x", None), (None,) * 3, (None,) * 3]


def test_hidden_sheets_are_marked_and_empty_ones_are_kept() -> None:
    def fill(sheet: Worksheet) -> None:
        assert sheet.parent is not None
        sheet.parent.create_sheet("Hidden").sheet_state = "veryHidden"

    upload = read(made.xlsx(fill), "a.xlsx")

    assert [(s.name, s.visible, s.table.shape) for s in upload.sheets] == [
        ("Sheet", True, (0, 0)),
        ("Hidden", False, (0, 0)),
    ]


@pytest.mark.parametrize(
    ("name", "kind"),
    [("3w.csv", "XLSX"), ("3w.xlsx", None), ("3w.XLSM", None), ("3w 10.2021", None)],
)
def test_an_ending_that_lies_is_said(name: str, kind: str | None) -> None:
    upload = read(made.xlsx(lambda sheet: sheet.append(["a"])), name)

    assert [issue.suggestion for issue in upload.issues] == ([kind] if kind else [])
