"""A copy of the store in one file, and the store made anew from it.

Both write every row afresh, so that what was purged is in neither.
"""

from pathlib import Path

import duckdb

from core.errors import StorageBusy, UnreadableFile
from core.storage.database import Database


def backup(store: Path, target: Path) -> None:
    """Copy the store into a new file.

    Raises:
        UnreadableFile: `backup-exists`, `backup-not-found` (no store at `store`).
        StorageBusy: `store-busy`: stop the dashboard first.
    """
    if target.exists():
        raise UnreadableFile("backup-exists", path=target)
    _copy(store, target)


def restore(source: Path, store: Path) -> Path | None:
    """Put a backup in the place of the store; returns where the former store was kept, if any.

    Raises:
        UnreadableFile: `backup-not-found`, `not-a-backup`.
        StorageBusy: `store-busy`: stop the dashboard first.
    """
    store.parent.mkdir(parents=True, exist_ok=True)
    fresh = store.with_suffix(".restored")
    fresh.unlink(missing_ok=True)
    _copy(source, fresh)
    kept = None
    if store.exists():
        Database.open(store).close()  # nobody else has it, and its log is folded in
        kept = store.with_suffix(".before-restore.duckdb")
        store.replace(kept)
    fresh.replace(store)
    return kept


def _copy(source: Path, target: Path) -> None:
    if not source.exists():
        raise UnreadableFile("backup-not-found", path=source)
    with duckdb.connect(":memory:") as connection:
        _attach(connection, source, "source (READ_ONLY)")
        try:
            connection.execute("SELECT event FROM source.head")
        except duckdb.CatalogException as error:
            raise UnreadableFile("not-a-backup", path=source) from error
        _attach(connection, target, "target")
        connection.execute("COPY FROM DATABASE source TO target")


def _attach(connection: duckdb.DuckDBPyConnection, path: Path, name: str) -> None:
    quoted = str(path).replace("'", "''")
    alias, _, option = name.partition(" ")
    try:
        connection.execute(f"ATTACH '{quoted}' AS {alias} {option}")
    except duckdb.IOException as error:
        if "lock" in str(error):
            raise StorageBusy("store-busy", process="?") from error
        raise UnreadableFile("not-a-backup", path=path) from error
