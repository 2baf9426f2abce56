"""Such texts in what is made of a file: parts, types, corrections, receipts, a terminal."""

import csv
import json
from collections.abc import Iterator, Sequence
from io import BytesIO, StringIO
from pathlib import Path

import openpyxl
import pytest
from typer.testing import CliRunner

import loaders
import metrics
from core.access import Office
from core.i18n import Lang
from core.i18n.periods import Period
from core.storage.database import Database
from loaders import Choices
from loaders.__main__ import app
from loaders.join import Join
from loaders.mending import Correction
from loaders.receipt import batch_receipt
from loaders.receipt_file import receipt_facts, receipt_xlsx
from loaders.report_table import report_csv, report_xlsx
from tests.loaders.made_files import saved
from tests.loaders.test_text_stays_text import TEXTS

HEADINGS = ("Organisation", "Organisation type", "Cluster", "Hub")
SAID = Choices(
    country="SOM",
    period=Period.month(2022, 3),
    columns=(("Organisation", "organisation"), ("Organisation type", "organisation_type"),
             ("Cluster", "cluster"), ("Hub", "hub")),
)  # fmt: skip
# What Rich would obey; and a mark that turns the direction, which no cell keeps.
STEERING = {"[red]x[/red]": "[red]x[/red]", "c\u202ed": "cd"}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Database]:
    opened = Database.open(tmp_path / "store.duckdb")
    metrics.install_views(opened)
    yield opened
    opened.close()


def published(store: Database, content: bytes, choices: Choices = SAID) -> int:
    upload = loaders.read(content, "=list.xlsx")
    prepared = loaders.prepare(store, upload, "presence", choices, loaders.knowledge(store))
    assert prepared.staged is not None
    return loaders.commit(store, prepared.staged, Office("=1+1 office")).batch


def book_of(sheets: dict[str, Sequence[Sequence[str]]]) -> bytes:
    """Every cell a text, as of a person who typed an apostrophe before it."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for number, row in enumerate(rows, start=1):
            for column, text in enumerate(row, start=1):
                sheet.cell(number, column, text).data_type = "s"
    return saved(book)


def stored(store: Database, column: str, table: str = "fact_presence") -> set[str]:
    with store.cursor() as cur:
        return {text for (text,) in cur.rows(f"SELECT {column} FROM {table}")}  # noqa: S608 - ours


def test_a_hub_is_the_text_of_its_cell(store: Database) -> None:
    rows = [("NRC", "INGO", "WASH", text) for text in TEXTS.values()]

    published(store, book_of({"3W": [HEADINGS, *rows]}))

    assert stored(store, "hub", "report") == set(TEXTS.values())


def test_the_parts_of_a_cell_are_its_texts(store: Database) -> None:
    # A bracket that is left open is no end of a name.
    texts = [text.replace("x')", "x(')") for text in TEXTS.values()]
    rows = [(f"{text}\nNRC", "", "WASH", "") for text in texts]
    said = Choices(country="SOM", period=SAID.period, columns=SAID.columns, split=("line",))

    published(store, book_of({"3W": [HEADINGS, *rows]}), said)

    assert stored(store, "organisation_reported") == {*texts, "NRC"}


def test_types_of_another_sheet_are_joined_on_the_text(store: Database) -> None:
    rows = [(text, "", "WASH", "") for text in TEXTS.values()]
    types = [("Organisation", "Organisation type"), *((text, "NNGO") for text in TEXTS.values())]
    said = Choices(
        country="SOM", period=SAID.period, columns=SAID.columns, sheet="3W",
        join=Join("=types", "Organisation", "Organisation type"),
    )  # fmt: skip

    batch = published(store, book_of({"3W": [HEADINGS, *rows], "=types": types}), said)

    assert stored(store, "organisation_reported") == set(TEXTS.values())
    assert stored(store, "type_reported") == {"NNGO"}
    with store.cursor() as cur:
        kept = batch_receipt(cur, batch).said
    assert kept is not None
    assert kept.joined is not None
    assert {one.organisation for one in kept.joined.types} == set(TEXTS.values())


def test_a_corrected_cell_reads_what_was_typed(store: Database) -> None:
    rows = [("NRC", "INGO", "WASH", "") for _ in TEXTS]
    mended = tuple(
        Correction("3W", row, 1, "NRC", text) for row, text in enumerate(TEXTS.values(), start=2)
    )
    said = Choices(country="SOM", period=SAID.period, columns=SAID.columns, corrections=mended)

    published(store, book_of({"3W": [HEADINGS, *rows]}), said)

    assert stored(store, "organisation_reported") == set(TEXTS.values())


def cells_of(workbook: bytes) -> list[tuple[object, str]]:
    book = openpyxl.load_workbook(BytesIO(workbook))
    return [(cell.value, cell.data_type) for sheet in book for row in sheet for cell in row]


@pytest.mark.parametrize("lang", Lang)
def test_a_receipt_and_a_report_hold_texts_and_no_formulas(store: Database, lang: Lang) -> None:
    rows = [(f"Org {n}", "INGO", text, "") for n, text in enumerate(TEXTS.values())]
    batch = published(store, book_of({"3W": [HEADINGS, *rows]}))
    with store.cursor() as cur:
        receipt = batch_receipt(cur, batch)
    assert receipt.said is not None
    report = loaders.issues.Report(receipt.said.issues)

    for workbook in (receipt_xlsx(receipt, lang), report_xlsx(report, lang)):
        cells = cells_of(workbook)
        assert {value for value, _ in cells} >= set(TEXTS.values())
        assert "f" not in {kind for _, kind in cells}
    in_text = [c for row in csv.reader(StringIO(report_csv(report, lang).decode("utf-8-sig")))
               for c in row]  # fmt: skip
    assert {cell.removeprefix("'") for cell in in_text} >= set(TEXTS.values())
    assert not [cell for cell in in_text if cell.startswith(("=", "+", "-", "@"))]
    told = json.dumps(receipt_facts(receipt), default=str, ensure_ascii=False)
    assert all(json.dumps(text, ensure_ascii=False)[1:-1] in told for text in TEXTS.values())


@pytest.mark.parametrize(("text", "shown"), [*STEERING.items(), *((t, t) for t in TEXTS.values())])
def test_a_terminal_shows_the_text_and_obeys_nothing(tmp_path: Path, text: str, shown: str) -> None:
    rows = [("Organisation", "Organisation type", "Cluster"), ("NRC", "INGO", text)]
    file = tmp_path / "list.csv"
    with file.open("w", encoding="utf-8", newline="") as written:
        csv.writer(written).writerows(rows)

    said = ["inspect", str(file), "--country", "SOM", "--period", "2022-03"]
    environment = {"ALN_STORE": str(tmp_path / "s.duckdb"), "ALN_LANG": "en"}
    found = CliRunner().invoke(app, said, env=environment)

    assert shown in found.stdout, found.output
    assert "\u202e" not in found.stdout
