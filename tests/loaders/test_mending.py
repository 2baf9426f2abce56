"""Cells mended by hand: only they change, and a number says so."""

from dataclasses import replace
from pathlib import Path

import pytest

import loaders
import metrics
from core.access import Office
from core.storage.database import Database
from loaders import Choices
from loaders.issues import Code
from loaders.mending import Correction, corrected
from loaders.recorded import decided
from tests.loaders.made_sheets import sheet_of, upload_of

UPLOAD = upload_of(sheet_of("A|B\na|\nc|d"), sheet_of("A\nx", name="other"))
FILE = (
    b"Country,Period,Cluster,Organisation name,Organisation type,Contact e-mail\n"
    b"Chad,2022-01,WASH,Alpha,Martian,a@example.org\n"
    b"Chad,2022-01,WASH,Beta,National NGO,b@example.org\n"
)
MENDED = Correction("made", 2, 5, "Martian", "National NGO")


def test_only_the_cells_corrected_change_and_the_upload_given_stays() -> None:
    again = corrected(
        UPLOAD,
        [
            Correction("Sheet1", 3, 2, "d", "first thought"),
            Correction("Sheet1", 2, 2, None, "b"),
            Correction("Sheet1", 3, 2, "d", "D"),
            Correction("Sheet1", 3, 1, "c", None),
        ],
    )

    assert again.sheets[0].table.to_pydict() == {"c1": ["A", "a", None], "c2": ["B", "b", "D"]}
    assert again.sheets[1] is not None
    assert again.sheets[1].table.equals(UPLOAD.sheets[1].table)
    assert UPLOAD.sheets[0].table.to_pydict() == {"c1": ["A", "a", "c"], "c2": ["B", None, "d"]}
    assert again.sha256 == UPLOAD.sha256


@pytest.mark.parametrize(
    "wrong",
    [
        Correction("Sheet2", 2, 1, "a", "b"),
        Correction("Sheet1", 9, 1, "a", "b"),
        Correction("Sheet1", 0, 1, "a", "b"),
        Correction("Sheet1", 2, 9, "a", "b"),
        Correction("Sheet1", 2, 1, "what another file says", "b"),
    ],
)
def test_a_correction_made_for_another_file_is_refused(wrong: Correction) -> None:
    with pytest.raises(ValueError, match=r"no such|otherwise"):
        corrected(UPLOAD, [wrong])


@pytest.fixture
def store(tmp_path: Path) -> Database:
    database = Database.open(tmp_path / "mended.duckdb")
    metrics.install_views(database)
    return database


def test_a_number_leads_to_its_row_and_says_that_it_was_mended(store: Database) -> None:
    known, upload = loaders.knowledge(store), loaders.read(FILE, "made.csv")
    choices = Choices(corrections=(MENDED, replace(MENDED, column=6, before="a@example.org")))

    asis = loaders.prepare(store, upload, "presence", Choices(), known)
    mended = loaders.prepare(store, upload, "presence", choices, known)
    assert asis.staged is not None
    assert mended.staged is not None
    receipt = loaders.commit(store, mended.staged, Office("test"))
    with store.cursor() as cur:
        found = metrics.trace(cur, metrics.indicators()["lna_share_of_presence"])
        recorded = decided(cur, receipt.batch)
    store.close()

    assert Code.VALUE_NOT_IN_LIST in {i.code for i in asis.report.issues}
    assert Code.VALUE_NOT_IN_LIST not in {i.code for i in mended.report.issues}
    assert asis.staged.content_sha256 != mended.staged.content_sha256
    # The column about people was dropped, and with it what was mended in it.
    assert recorded is not None
    assert recorded.corrections == (MENDED,)
    sources = {
        row["organisation"]: (list(row["sources"][0]["source_rows"]), row["sources"][0])
        for row in found.frame.to_dict("records")
    }
    assert {
        name: (rows, list(told["mended_rows"] or ())) for name, (rows, told) in sources.items()
    } == {
        "Alpha": ([2], [2]),
        "Beta": ([3], []),
    }


def test_an_address_typed_into_a_cell_is_not_recorded(store: Database) -> None:
    more = b"".join(b"Chad,2022-01,WASH,Org %d,National NGO,\n" % n for n in range(8))
    known, upload = loaders.knowledge(store), loaders.read(FILE + more, "made.csv")
    typed = Correction("made", 3, 4, "Beta", "Amina amina@example.org")

    prepared = loaders.prepare(store, upload, "presence", Choices(corrections=(typed,)), known)
    store.close()

    assert prepared.staged is not None
    assert prepared.staged.corrections == (replace(typed, after=None),)
