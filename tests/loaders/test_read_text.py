"""Text files: how their letters are written, what parts their cells, rows of uneven length."""

import pyarrow as pa
import pytest

from core.errors import UnreadableFile
from loaders.issues import Code
from loaders.read import read
from tests.loaders.reading import SAMPLES, issue_of, one, rows, text


def caf() -> pa.Table:
    file = one("caf-3w-2022-03/*")
    return read(file.read_bytes(), file.name).sheets[0].table


@pytest.mark.parametrize(
    ("path", "lines_above"),
    [("caf_cp1252_semicolon", 0), ("caf_macroman_semicolon", 0), ("caf_sep_line", 1)],
)
def test_the_french_file_reads_the_same_in_every_encoding(path: str, lines_above: int) -> None:
    file = SAMPLES / f"encodings/{path}.csv"

    table = read(file.read_bytes(), file.name).sheets[0].table

    assert table.slice(lines_above).to_pylist() == caf().to_pylist()
    assert not any(table.slice(0, lines_above).column("c1").to_pylist())


def test_the_arabic_file_reads_the_same_in_both_encodings() -> None:
    narrow, wide = (
        read((SAMPLES / f"encodings/{name}.csv").read_bytes(), f"{name}.csv").sheets[0].table
        for name in ("yem_cp1256_semicolon", "yem_utf16le_tab")
    )

    assert narrow.equals(wide)


@pytest.mark.parametrize(
    ("sentence", "encoding"),
    [
        ("Forêt;élevage à Bangui", "cp1252"),
        ("PRÉFECTURE;ÉQUATEUR", "cp1252"),
        ("children\u2019s \u201cplay\u201d;a \u2013 b", "cp1252"),
        ("PRÉFECTURE;Forêt", "mac_roman"),
        ("l\u2019élevage;été", "mac_roman"),
        ("منظمة;جمعية الأمل الخيرية", "cp1256"),
        ("منظمة;هيئة إغاثة، قوية", "cp1256"),
        ("منظمة;مؤسسة هيئة قوية", "iso8859-6"),
    ],
)
def test_one_short_line_is_enough_to_tell_how_it_is_written(sentence: str, encoding: str) -> None:
    upload = text(sentence.encode(encoding))

    assert rows(upload) == [tuple(sentence.split(";"))]
    assert issue_of(upload, Code.ENCODING_GUESSED).value == encoding


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_is_read_with_and_without_a_mark(encoding: str) -> None:
    upload = text("Org,جمعية\r\né,1\r\n".encode(encoding))

    assert rows(upload) == [("Org", "جمعية"), ("é", "1")]
    assert len(upload.issues) == (1 if encoding in ("utf-16-le", "utf-16-be") else 0)


def test_the_person_has_the_last_word_about_the_encoding() -> None:
    upload = read("Org,é\n".encode("mac_roman"), "a.csv", encoding="mac_roman")

    assert (rows(upload), upload.issues) == ([("Org", "é")], ())
    with pytest.raises(UnreadableFile, match="corrupt-file"):
        read(b"Org,\xe9\n", "a.csv", encoding="utf-8")


@pytest.mark.parametrize("original", ["Mambéré", "جمعية"])
def test_letters_encoded_twice_are_read_as_they_are_and_shown_repaired(original: str) -> None:
    broken = original.encode().decode("cp1252")

    upload = text(f"a,b\nx,y\nx,{broken}\n{broken},São\n")

    found = issue_of(upload, Code.TEXT_DOUBLE_ENCODED)
    assert (found.cell, found.value, found.suggestion) == ("B3", broken, original)
    assert (found.count, rows(upload)[3]) == (2, (broken, "São"))


TEXTS: list[tuple[str, str | None, list[tuple[str | None, ...]]]] = [
    ("a;b\n1,5;2\n3,5;4\n", ";", [("a", "b"), ("1,5", "2"), ("3,5", "4")]),
    ("a\tb\r\n1\t2\r\n", "\t", [("a", "b"), ("1", "2")]),
    ("a|b\n1|2", "|", [("a", "b"), ("1", "2")]),
    ("a;b\r1;2\r", ";", [("a", "b"), ("1", "2")]),
    ("sep=|\r\na|b\r\n1|2\r\n", "|", [(None, None), ("a", "b"), ("1", "2")]),
    ('"a;x";b\n"1\n\n2";"say ""hi"""\n', ";", [("a;x", "b"), ("1\n\n2", 'say "hi"')]),
    ("\n\na,b\n\n1,2\n", ",", [(None, None)] * 2 + [("a", "b"), (None, None), ("1", "2")]),
    ("Name\n\nAmal\n", None, [("Name",), (None,), ("Amal",)]),
    ("Name\n1\n2\n3\n4\nAmal, Nur\n", None, [("Name",), *((c,) for c in "1234"), ("Amal, Nur",)]),
    ('a,b\n"",NULL\n" x ",NA\n', ",", [("a", "b"), (None, "NULL"), (" x ", "NA")]),
]


@pytest.mark.parametrize(("content", "delimiter", "want"), TEXTS, ids=lambda x: repr(x)[:30])
def test_separators_quotes_and_line_ends(
    content: str, delimiter: str | None, want: list[tuple[str | None, ...]]
) -> None:
    upload = text(content)

    assert (upload.delimiter, rows(upload), upload.issues) == (delimiter, want, ())
    assert upload.sheets[0].name == "t"


def test_uneven_rows_lose_no_cell_and_titles_above_the_table_do_not_count() -> None:
    upload = text("Report\na,b,c\n1,2\n1,2,3,4\n\n1,2,3\n")

    found = issue_of(upload, Code.ROWS_RAGGED)
    assert (found.row, found.count) == (3, 2)
    assert rows(upload) == [
        ("Report", None, None, None),
        ("a", "b", "c", None),
        ("1", "2", None, None),
        ("1", "2", "3", "4"),
        (None,) * 4,
        ("1", "2", "3", None),
    ]


def test_a_thousand_empty_columns_are_kept() -> None:
    upload = text("a," + "," * 1022 + "\n" + "1," + "," * 1022 + "\n")

    assert upload.sheets[0].table.shape == (2, 1024)
    assert rows(upload)[1] == ("1", *(None,) * 1023)
