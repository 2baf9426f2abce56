"""Withdraw and purge: a batch taken out of force, or gone for good."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from core.access import Office, Permission, require
from core.errors import UnknownIndicator
from core.storage.cursor import Cursor
from core.storage.database import Database
from loaders.events import fate, record

Seen = TypeVar("Seen")

_PURGE = Path(__file__).parent / "writing" / "90_purge.sql"


def withdraw(database: Database, batch: int, office: Office, why: str) -> int:
    """Take a batch out of force; its rows stay, and what it had replaced is in force again.

    Returns the number of the event.

    Raises:
        UnknownIndicator: `unknown-batch`, `batch-withdrawn`.
        NotAllowed: this office may not withdraw.
    """
    require(office, Permission.WITHDRAW)
    with database.transaction() as cur:
        return _withdraw(cur, batch, office, why)


def rehearse_withdrawal(
    database: Database, batch: int, *, observe: Callable[[Cursor], Seen]
) -> tuple[Seen, Seen]:
    """Withdraw a batch, look, and undo it: what the observer saw before and after.

    Args:
        database: the open store.
        batch: its number.
        observe: measures on the cursor that it is given, which alone sees the withdrawal.

    Raises:
        UnknownIndicator: `unknown-batch`, `batch-withdrawn`, `batch-purged`.
    """
    with database.rehearsal() as cur:
        before = observe(cur)
        _withdraw(cur, batch, Office("rehearsal"), None)
        return before, observe(cur)


def purge(database: Database, batch: int, office: Office, why: str) -> int:
    """Remove the rows of a batch for good; its number stays as a tombstone without content.

    Returns the number of the event. The bytes leave the file when it is next written anew
    (backup and restore).

    Raises:
        UnknownIndicator: `unknown-batch`.
        NotAllowed: this office may not purge.
    """
    require(office, Permission.PURGE)
    with database.transaction() as cur:
        fate(cur, batch)
        cur.run("SET VARIABLE batch = $batch", {"batch": batch})
        cur.run(_PURGE.read_text(encoding="utf-8"))
        event = record(cur, "purge", office, batch, why)
    database.checkpoint_when_quiet()
    return event


def _withdraw(cur: Cursor, batch: int, office: Office, why: str | None) -> int:
    if "withdraw" in fate(cur, batch):
        raise UnknownIndicator("batch-withdrawn", value=batch)
    return record(cur, "withdraw", office, batch, why)
