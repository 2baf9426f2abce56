"""Queries across the rows of an upload; most are shown by the cases in `files/`."""

from datetime import UTC, datetime
from pathlib import Path

import loaders
from core.i18n.periods import Period
from core.storage.database import Database
from loaders import Choices
from loaders.issues import Code, Severity

AUDITS = Path(loaders.__file__).parent / "audits"


def test_every_audit_is_named_after_a_code() -> None:
    stems = {file.stem.replace("_", "-") for file in AUDITS.rglob("*.sql")}

    assert len(stems) >= 4
    assert stems <= {code.value for code in Code}


def test_a_period_that_is_not_over_is_loaded_with_a_remark(tmp_path: Path) -> None:
    today = datetime.now(UTC)
    month = today.year * 12 + today.month - 1
    running, over = Period(month - 1, month + 1), Period(month - 1, month)
    upload = loaders.read(b"Organisation,Organisation type,Cluster\nEspoir,NNGO,WASH\n", "a.csv")
    database = Database.open(tmp_path / "store.duckdb")
    known = loaders.knowledge(database)

    found = {
        period: loaders.prepare(
            database, upload, "presence", Choices(country="TCD", period=period), known
        ).report.issues
        for period in (running, over)
    }
    database.close()

    assert found[over] == ()
    assert [(i.code, i.severity, i.row, i.count) for i in found[running]] == [
        (Code.PERIOD_IN_FUTURE, Severity.WARNS, 2, 1)
    ]
