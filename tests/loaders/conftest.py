"""Stores of their own for tests of the loaders."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import loaders
from core.storage.database import Database
from tests.loaders.cells import Store


@pytest.fixture
def new_store(tmp_path: Path) -> Iterator[Callable[[], Store]]:
    opened: list[Database] = []

    def opener() -> Store:
        database = Database.open(tmp_path / f"store{len(opened)}.duckdb")
        opened.append(database)
        return Store(database, loaders.knowledge(database))

    yield opener
    for database in opened:
        database.close()


@pytest.fixture
def store(new_store: Callable[[], Store]) -> Store:
    return new_store()
