"""Pages on a store of their own."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from pages.components import store
from tests.pages import published


@pytest.fixture(scope="session")
def published_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of `tests.pages.published`, made once."""
    path = tmp_path_factory.mktemp("published") / "store.duckdb"
    published.fill(path)
    return path


@pytest.fixture
def published_store(
    published_once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Path]:
    """A copy of it, which the pages open."""
    path = tmp_path / "published.duckdb"
    shutil.copyfile(published_once, path)
    monkeypatch.setenv("ALN_STORE", str(path))
    store.real.clear()
    yield path
    store.real().close()
    store.real.clear()
