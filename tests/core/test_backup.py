"""A store copied into one file, and made anew from it."""

from pathlib import Path

import pytest

from core.errors import UnreadableFile
from core.storage.backup import backup, restore
from core.storage.database import Database


def _store_at_event(path: Path, event: int) -> Path:
    database = Database.open(path)
    with database.transaction() as cur:
        cur.run("UPDATE head SET event = $event", {"event": event})
    database.close()
    return path


def _event(path: Path) -> int:
    database = Database.open(path)
    number = database.event_number()
    database.close()
    return number


def test_a_restored_store_is_as_it_was_when_backed_up(tmp_path: Path) -> None:
    store = _store_at_event(tmp_path / "store.duckdb", 3)
    backup(store, tmp_path / "backup.duckdb")
    _store_at_event(store, 8)

    kept = restore(tmp_path / "backup.duckdb", store)

    assert _event(store) == 3
    assert kept is not None
    assert _event(kept) == 8


def test_a_backup_never_overwrites(tmp_path: Path) -> None:
    store = _store_at_event(tmp_path / "store.duckdb", 3)
    target = tmp_path / "backup.duckdb"
    target.write_text("something else")

    with pytest.raises(UnreadableFile) as refused:
        backup(store, target)

    assert refused.value.code == "backup-exists"
    assert target.read_text() == "something else"


@pytest.mark.parametrize(
    ("content", "code"), [(None, "backup-not-found"), (b"no store" * 2000, "not-a-backup")]
)
def test_only_a_backup_is_restored(tmp_path: Path, content: bytes | None, code: str) -> None:
    store = _store_at_event(tmp_path / "store.duckdb", 3)
    source = tmp_path / "source.duckdb"
    if content is not None:
        source.write_bytes(content)

    with pytest.raises(UnreadableFile) as refused:
        restore(source, store)

    assert refused.value.code == code
    assert _event(store) == 3
