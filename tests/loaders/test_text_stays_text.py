"""Text that looks like a formula, HTML, Markdown, SQL or a path stays that very text."""

import csv
import json
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import openpyxl
import pytest

import loaders
import metrics
from core.access import Office
from core.i18n.periods import Period
from core.storage.database import Database
from loaders import Choices, Staged
from metrics.output import as_csv, as_json
from tests.loaders.made_files import saved

TEXTS = {
    "formula": "=HYPERLINK(\"//example.test\",\"x\")",
    "sum": "+1+1|cmd",
    "at": "@SUM(A1)",
    "minus": "-2-3 org",
    "html": "<script>alert(1)</script>",
    "entity": "Smith &amp; <b>Sons</b>",
    "markdown": "**bold** [a](b) _c_ `d`",
    "sql": "x'); DROP TABLE report; --",
    "path": "../../etc/passwd",
    "drive": "C:\\temp\\x.csv",
    "template": "{value} %s ${a} {{b}}",
    "tex": "$x^2$ :red[y]",
}  # fmt: skip

# Dataset -> heading of a text column -> where it is stored.
WHO = {
    "Cluster": "cluster_reported",
    "Admin 1": "place_reported",
    "Organisation": "organisation_reported",
    "Acronym": "acronym_reported",
    "Organisation type": "type_reported",
}
COLUMNS = {
    "presence": {**WHO, "P-code": "place_code"},
    "roles": {**WHO, "Mechanism": "mechanism_reported", "Leadership role": "role_reported"},
    "members": {**WHO, "Mechanism": "mechanism_reported", "Seat": "seat_reported"},
    "meetings": {**WHO, "Mechanism": "mechanism_reported", "Language": "language_reported"},
    "mechanisms": {
        "Cluster": "cluster_reported",
        "Admin 1": "place_reported",
        "Mechanism": "mechanism_reported",
        "Language": "language_reported",
    },
    "funding": {
        "Cluster": "cluster_reported",
        "Organisation": "organisation_reported",
        "Acronym": "acronym_reported",
        "Organisation type": "type_reported",
        "Fund": "fund",
        "Reference": "reference",
        "Through": "through",
    },
    "events": {
        **WHO,
        "Event kind": "event_kind_reported",
        "Title": "title",
        "Event role": "event_role_reported",
        "Language": "language_reported",
        "Summary": "summary",
        "Link": "link",
    },
}
FACTS = {
    "presence": "fact_presence", "roles": "fact_role", "members": "fact_member",
    "meetings": "fact_meeting", "mechanisms": "fact_mechanism", "funding": "fact_funding",
    "events": "fact_event",
}  # fmt: skip
# No text columns, but a row of the dataset says nothing without them.
NEEDED = {
    "meetings": {"Date": "2022-03-14"},
    "funding": {"Amount": "250000"},
    "events": {"Date": "2022-03-14"},
}
# A list where every column but one is plain, so that the headings are recognised.
PLAIN = {
    "Cluster": "WASH", "Admin 1": "Bay", "Organisation": "NRC", "Acronym": "N",
    "Organisation type": "NNGO", "P-code": "SO24", "Mechanism": "WASH cluster",
    "Leadership role": "Lead", "Seat": "Full member", "Date": "2022-03-14", "Language": "English",
    "Fund": "Somalia Fund", "Reference": "F-1", "Through": "Nobody Relief", "Amount": "250000",
    "Event kind": "Webinar", "Title": "A title", "Event role": "Speaker", "Summary": "A summary",
    "Link": "https://example.test/a",
}  # fmt: skip
FIELDS = {
    "Cluster": "cluster", "Admin 1": "place", "Organisation": "organisation",
    "Acronym": "acronym", "Organisation type": "organisation_type", "P-code": "place_code",
    "Mechanism": "mechanism", "Leadership role": "role", "Seat": "seat", "Date": "date",
    "Language": "language", "Fund": "fund", "Reference": "reference", "Through": "through",
    "Amount": "amount", "Event kind": "event_kind", "Title": "title", "Event role": "event_role",
    "Summary": "summary", "Link": "link",
}  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Database]:
    opened = Database.open(tmp_path / "store.duckdb")
    metrics.install_views(opened)
    yield opened
    opened.close()


CASES = [(dataset, heading) for dataset, columns in COLUMNS.items() for heading in columns]


# What a cell of a workbook is does not depend on the dataset.
FORMS = [
    *((dataset, heading, "csv") for dataset, heading in CASES),
    *(("roles", heading, "xlsx") for heading in COLUMNS["roles"]),
]


@pytest.mark.parametrize(("dataset", "heading", "form"), FORMS)
def test_every_text_column_keeps_its_text(
    store: Database, dataset: str, heading: str, form: str
) -> None:
    staged = _staged(store, dataset, heading, form)
    loaders.commit(store, staged, Office("test"))

    with store.cursor() as cur:
        column = COLUMNS[dataset][heading]
        found = cur.rows(f"SELECT {column} FROM {FACTS[dataset]} ORDER BY source_row")  # noqa: S608 - names of ours

    assert [text for (text,) in found] == [PLAIN[heading], *TEXTS.values()]


@pytest.mark.parametrize(
    ("heading", "dimension"), [("Admin 1", "place"), ("Cluster", "cluster_reported")]
)
def test_labels_are_exported_as_text_and_never_as_formulas(
    store: Database, heading: str, dimension: str
) -> None:
    loaders.commit(store, _staged(store, "presence", heading, "csv"), Office("test"))
    with store.cursor() as cur:
        indicator = metrics.indicators()["lna_share_of_presence"]
        found = metrics.measure(cur, indicator, by=[dimension])

    in_json = {row[dimension] for row in json.loads(as_json(found))}
    in_csv = {row[dimension] for row in csv.DictReader(StringIO(as_csv(found)))}

    assert in_json >= set(TEXTS.values())
    assert not [text for text in in_csv if text.startswith(("=", "+", "-", "@"))]
    assert {text.removeprefix("'") for text in in_csv} >= set(TEXTS.values())


def _staged(store: Database, dataset: str, heading: str, form: str) -> Staged:
    headings = [*COLUMNS[dataset], *NEEDED.get(dataset, ())]
    rows = [
        [text if name == heading else PLAIN[name] for name in headings]
        for text in (PLAIN[heading], *TEXTS.values())
    ]
    upload = loaders.read(_written([headings, *rows], form), f"list.{form}")
    choices = Choices(
        country="SOM",
        period=Period.month(2022, 3),
        columns=tuple((name, FIELDS[name]) for name in headings),
    )
    prepared = loaders.prepare(store, upload, dataset, choices, loaders.knowledge(store))
    assert prepared.staged is not None
    assert not prepared.report.blocks, prepared.report.issues
    return prepared.staged


def _written(rows: list[list[str]], form: str) -> bytes:
    if form == "csv":
        text = StringIO()
        csv.writer(text).writerows(rows)
        return text.getvalue().encode()
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append(row)
        for cell in sheet[sheet.max_row]:
            cell.data_type = "s"  # a text, as a person has it who typed an apostrophe before it
    return saved(book)
