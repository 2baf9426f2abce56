"""What only shows across rows: each file of `audits/` is a query, and an empty answer is a pass."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from core.storage.cursor import Cursor
from loaders.issues import Code, Issue, Severity
from loaders.staged import Staged

_AUDITS = Path(__file__).parent / "audits"


def audit(cur: Cursor, staged: Staged) -> tuple[Issue, ...]:
    """Ask every query about the staged rows, those of every dataset and those of theirs.

    A file is named after the code of its issue.

    Args:
        cur: any cursor; the rows are lent to it as the table `staged` for the time being.
        staged: what `check` returned.
    """
    today = datetime.now(UTC)
    cur.run("SET VARIABLE this_month = $month", {"month": today.year * 12 + today.month - 1})
    cur.lend("staged", staged.rows)
    try:
        return tuple(_issues(cur, staged))
    finally:
        cur.take_back("staged")


def _issues(cur: Cursor, staged: Staged) -> Iterator[Issue]:
    own = (_AUDITS / staged.dataset).glob("*.sql")
    for file in (*sorted(_AUDITS.glob("*.sql")), *sorted(own)):
        for row, field, value, count, others, rows in cur.rows(file.read_text(encoding="utf-8")):
            yield Issue(
                code=Code(file.stem.replace("_", "-")),
                severity=Severity.WARNS,
                sheet=staged.sheet,
                row=row,
                field=field,
                value=value,
                count=count,
                others=tuple(others or ()),
                rows=tuple(rows or ()) if count > 1 else (),
            )
