"""A store with the world of seed.sql, and an empty one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.settings import Settings
from core.storage.cursor import Cursor
from core.storage.database import Database
from metrics import install_views

SEED = Path(__file__).parent / "seed.sql"


@pytest.fixture(scope="module")
def empty_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    database = Database.open(tmp_path_factory.mktemp("empty") / "aln.duckdb", settings=Settings())
    install_views(database)
    yield database
    database.close()


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    database = Database.open(tmp_path_factory.mktemp("seeded") / "aln.duckdb", settings=Settings())
    install_views(database)
    with database.transaction() as cur:
        cur.run(SEED.read_text(encoding="utf-8"))
    yield database
    database.close()


@pytest.fixture
def seeded(store: Database) -> Iterator[Cursor]:
    with store.cursor() as cur:
        yield cur
