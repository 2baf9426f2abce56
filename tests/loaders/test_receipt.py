"""A receipt says what was published and how, from the store alone, in words, a file and facts."""

import json
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from typer.testing import CliRunner

import loaders
import metrics
from core.access import Office
from core.errors import UnknownIndicator
from core.i18n import Lang, translations
from core.i18n.periods import Period
from core.storage.database import Database
from loaders import Choices
from loaders.__main__ import app
from loaders.issues import Code
from loaders.mending import Correction
from loaders.receipt import BatchReceipt, batch_receipt, receipt_lines
from loaders.receipt_file import receipt_facts, receipt_xlsx

FILE = (
    b"Cluster,Organisation name,Organisation type,Contact e-mail\n"
    b"WASH,=1+1,Martian,a@example.org\n"
    b"WASH,Beta,Martian,b@example.org\n"
    b"Gardening,Gamma,National NGO,c@example.org\n"
    b"Knitting,Delta,National NGO,d@example.org\n"
)
# A name that a spreadsheet would compute.
NAME = "=made.csv"
MENDED = tuple(Correction("=made", row, 3, "Martian", "National NGO") for row in (2, 3))
SAID = Choices(country="TCD", period=Period.parse("2022-01"), corrections=MENDED)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store with one batch, closed again: what is asked later is asked of the file."""
    path = tmp_path / "receipt.duckdb"
    database = Database.open(path)
    metrics.install_views(database)
    known, upload = loaders.knowledge(database), loaders.read(FILE, NAME)
    prepared = loaders.prepare(database, upload, "presence", SAID, known)
    assert prepared.staged is not None
    loaders.commit(database, prepared.staged, Office("OCHA Chad"))
    database.close()
    return path


def kept(path: Path, batch: int = 1) -> BatchReceipt:
    database = Database.open(path)
    try:
        with database.cursor() as cur:
            return batch_receipt(cur, batch)
    finally:
        database.close()


def test_weeks_later_the_store_alone_tells_what_was_decided(store: Path) -> None:
    found = kept(store)

    assert found.said is not None
    assert found.said.said == {"country": "TCD", "period": "2022-01"}
    assert found.said.corrections == MENDED
    assert (found.batch.who, found.batch.rows_read, found.batch.rows_stored) == ("OCHA Chad", 4, 4)
    # Four organisations, all of them new.
    difference = found.said.difference
    assert difference is not None
    assert (difference.new, difference.gone) == (4, 0)
    assert Code.VALUE_NOT_IN_LIST in {issue.code for issue in found.said.issues}


@pytest.mark.parametrize("lang", list(Lang))
def test_every_part_is_said_in_the_readers_language(store: Path, lang: Lang) -> None:
    lines = list(receipt_lines(kept(store), lang))

    gettext = translations(lang).gettext
    parts = list(dict.fromkeys(line.part for line in lines))
    assert parts == [
        gettext(part)
        for part in ("What was published", "What it changed", "What it claims", "What was decided",
                     "Columns", "Corrected by hand", "Converted", "Issues that stayed")
    ]  # fmt: skip
    (mended,) = [line.value for line in lines if line.part == gettext("Corrected by hand")]
    assert all(text in mended for text in ("Martian", "National NGO", "2", "C2"))
    claimed = " ".join(line.name for line in lines if line.part == gettext("What it claims"))
    assert "Gardening" in claimed
    assert "Knitting" in claimed
    told = " ".join(line.value for line in lines)
    assert "example.org" not in told
    assert "OCHA Chad" in told


@pytest.mark.parametrize("lang", list(Lang))
def test_the_file_is_of_texts_and_runs_as_the_language_does(store: Path, lang: Lang) -> None:
    book = load_workbook(BytesIO(receipt_xlsx(kept(store), lang)))

    first, issues = book.worksheets
    rows = list(first.iter_rows(values_only=True))
    assert bool(first.sheet_view.rightToLeft) is (lang.direction == "rtl")
    assert [row[2] for row in rows if row[2] == NAME] == [NAME]
    assert not any("\u2068" in str(cell) or "\u2066" in str(cell) for row in rows for cell in row)
    assert {c.data_type for line in first.iter_rows() for c in line} <= {"s", "inlineStr", "n"}
    assert issues.max_row > 1


def test_a_number_that_no_batch_has_is_refused_and_a_purged_one_says_so(store: Path) -> None:
    with pytest.raises(UnknownIndicator):
        kept(store, 7)
    database = Database.open(store)
    loaders.purge(database, 1, Office("OCHA Chad"), "asked for")
    database.close()

    gone = kept(store)

    assert gone.said is None
    assert receipt_facts(gone)["decided"] is None
    assert NAME not in " ".join(line.value for line in receipt_lines(gone, Lang.EN))


def test_a_terminal_says_it_in_lines_and_as_json(store: Path) -> None:
    run = CliRunner()

    spoken = run.invoke(app, ["receipt", "1", "--store", str(store)])
    told = run.invoke(app, ["receipt", "1", "--store", str(store), "--json"])
    wrong = run.invoke(app, ["receipt", "9", "--store", str(store)])

    assert spoken.exit_code == 0
    assert "Martian → National NGO (2 cells, from C2 on)" in spoken.output
    facts = json.loads(told.output)["receipt"]
    assert (facts["batch"], facts["who"], facts["rows_stored"]) == (1, "OCHA Chad", 4)
    assert [c["row"] for c in facts["decided"]["corrections"]] == [2, 3]
    assert wrong.exit_code != 0
