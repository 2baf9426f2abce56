"""What views said is kept for one state of the store, and for no other."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.storage.cursor import Cursor
from core.storage.database import Database

VIEWS = ("v_live_batch", "v_current_cell", "v_current_report")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Database]:
    database = Database.open(tmp_path / "store.duckdb")
    yield database
    database.close()


def kept(cur: Cursor) -> str:
    assert cur.keeper is not None
    with cur.keeper(cur, VIEWS) as schema:
        return schema


def schemas(store: Database) -> int:
    with store.cursor() as cur:
        found = cur.value(
            "SELECT count(*) FROM duckdb_schemas() WHERE database_name = 'memory' "
            "AND schema_name LIKE 'kept%'"
        )
        return int(found)


def test_everybody_who_looks_at_one_state_reads_the_same_tables(store: Database) -> None:
    with store.cursor() as one, store.cursor() as other:
        assert kept(one) == kept(other)


def test_a_commit_is_another_state_and_a_rehearsal_none(store: Database) -> None:
    with store.cursor() as cur:
        before = kept(cur)
    with store.rehearsal() as cur:
        assert cur.keeper is None
    with store.cursor() as cur:
        assert kept(cur) == before
    with store.transaction() as cur:
        assert cur.keeper is None

    with store.cursor() as cur:
        assert kept(cur) != before


def test_an_earlier_event_is_a_state_of_its_own(store: Database) -> None:
    with store.cursor() as now, store.cursor(as_of=1) as then:
        assert kept(now) != kept(then)


def test_a_state_that_is_read_stays_and_of_the_others_only_the_last_do(store: Database) -> None:
    with store.cursor() as reader:
        assert reader.keeper is not None
        with reader.keeper(reader, VIEWS) as held:
            for _ in range(6):
                with store.transaction():
                    pass
                with store.cursor() as cur:
                    kept(cur)

            assert reader.rows(f"SELECT count(*) FROM {held}.v_current_report") == [(0,)]  # noqa: S608
            assert schemas(store) == 1 + 3

    with store.transaction():
        pass
    with store.cursor() as cur:
        kept(cur)
    assert schemas(store) == 3
