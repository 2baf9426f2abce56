"""Every decision is an event, with the next number of the store."""

from datetime import UTC, datetime

from core.access import Office
from core.errors import UnknownIndicator
from core.storage.cursor import Cursor


def record(cur: Cursor, kind: str, office: Office, batch: int | None, why: str | None) -> int:
    """Write an event in the open transaction; returns its number."""
    event = int(cur.value("UPDATE head SET event = event + 1 RETURNING event"))
    cur.run(
        "INSERT INTO event VALUES ($event, $at, $who, $kind, $batch, $why)",
        {
            "event": event,
            # now() stands still inside a transaction
            "at": datetime.now(UTC).replace(tzinfo=None),
            "who": office.label.strip(),
            "kind": kind,
            "batch": batch,
            "why": why,
        },
    )
    return event


def fate(cur: Cursor, batch: int) -> set[str]:
    """What was decided about a batch.

    Raises:
        UnknownIndicator: `unknown-batch`, `batch-purged`.
    """
    kinds = {kind for (kind,) in cur.rows("SELECT kind FROM event WHERE batch = $b", {"b": batch})}
    if "commit" not in kinds:
        raise UnknownIndicator("unknown-batch", value=batch)
    if "purge" in kinds:
        raise UnknownIndicator("batch-purged", value=batch)
    return kinds
