"""Why a number would move: which rows of the file, which batch before, and who would be gone."""

from pathlib import Path

import pytest

import loaders
import metrics
from core.access import Office
from core.i18n.periods import Period
from core.storage.database import Database
from loaders import Choices
from loaders.issues import Code
from loaders.reasons import Gone, StagedRows, Standing, batches_behind
from loaders.staged import Staged

HEADING = "Organisation name,Organisation type,Cluster,Country,Period"
JANUARY = Period.parse("2022-01")


@pytest.fixture
def store(tmp_path: Path) -> Database:
    database = Database.open(tmp_path / "reasons.duckdb")
    metrics.install_views(database)
    return database


def staged(store: Database, *rows: str) -> Staged:
    known = loaders.knowledge(store)
    upload = loaders.read("\n".join([HEADING, *rows]).encode(), "made.csv")
    prepared = loaders.prepare(store, upload, "presence", Choices(claim="whole"), known)
    assert prepared.staged is not None
    return prepared.staged


def test_a_rehearsal_names_who_would_be_gone_and_the_batches_before(store: Database) -> None:
    first = staged(
        store, "Espoir,National NGO,Health,Chad,2022-01", "Oubli,National NGO,WASH,Chad,2022-01"
    )
    batch = loaders.commit(store, first, Office("test")).batch
    new = staged(
        store,
        "Espoir,National NGO,Health,Chad,2022-01",
        "Neuf,National NGO,Gardening,Chad,2022-02",
        "Espoir,National NGO,Health,Chad,2022-02",
    )

    seen = loaders.rehearse(store, new, observe=lambda cur: None)
    store.close()

    assert seen.gone == (Gone("Oubli", "TCD", "WASH", None, "present", JANUARY, batch),)
    assert seen.gone_names == ("Oubli",)
    assert seen.standing == (
        Standing("TCD", "HEA", JANUARY, batch),
        Standing("TCD", "WSH", JANUARY, batch),
    )
    year, february = Period.parse("2022"), Period.parse("2022-02")
    assert batches_behind(seen.standing, "TCD", "HEA", year) == (batch,)
    assert batches_behind(seen.standing, "TCD", "HEA", february) == ()
    rows = StagedRows(new.rows)
    assert rows.of("TCD", "HEA", JANUARY) == [2]
    assert rows.of("TCD", "HEA", year) == [2, 4]
    assert rows.of("TCD", None, february) == [3]
    assert rows.of("CAF", "HEA", year) == []


def test_rows_that_repeat_are_named_one_by_one(store: Database) -> None:
    line = "Espoir,National NGO,Health,Chad,2022-01"
    known = loaders.knowledge(store)
    text = "\n".join([HEADING, line, "Other,UN,Health,Chad,2022-01", line, line])
    upload = loaders.read(text.encode(), "made.csv")

    prepared = loaders.prepare(store, upload, "presence", Choices(), known)
    store.close()

    (said,) = [i for i in prepared.report.issues if i.code is Code.DUPLICATE_ROW]
    assert (said.row, said.count, said.rows) == (4, 2, (4, 5))
