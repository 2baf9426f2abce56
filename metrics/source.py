"""Which store the terminal reads, and as of when."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from core.settings import Settings
from core.storage.database import Database
from metrics.version import install_views


@contextmanager
def opened(store: Path | None, *, wait: float = 0.0) -> Iterator[tuple[Database | None, bool]]:
    """The store with the views of the indicators, and whether it is the demonstration.

    Args:
        store: the file; None takes the one of the settings, or the demonstration data while that
            one is absent or empty. Nothing is made where nothing was.
        wait: seconds to wait for another process to let go.

    Raises:
        StorageBusy: another process has it.
        UnreadableFile: it is no store.
    """
    settings = Settings()
    named = store or settings.store
    database = _open(named, settings, wait)
    demonstration = False
    if store is None and (database is None or database.is_empty()):
        other = _open(settings.demonstration, settings, wait)
        if other is not None:
            if database is not None:
                database.close()
            database, demonstration = other, True
    try:
        yield database, demonstration
    finally:
        if database is not None:
            database.close()


def resolved(database: Database, instant: datetime | None) -> int | None:
    """The number of the last event up to an instant, 0 before the first; None for now."""
    if instant is None:
        return None
    with database.cursor() as cur:
        number = cur.value(
            "SELECT max(e.event) FROM event AS e WHERE e.moment <= $instant",
            {"instant": instant.astimezone(UTC).replace(tzinfo=None)},
        )
    return int(number or 0)


def _open(path: Path, settings: Settings, wait: float) -> Database | None:
    if not path.exists():
        return None
    database = Database.open(path, settings=settings, wait=wait)
    install_views(database)
    return database
