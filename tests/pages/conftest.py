"""Pages on a store of their own."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from pages.components import store
from tests.pages import published
from tests.stores import demonstration_copy


@pytest.fixture(scope="session")
def demonstration_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration's store for the pages of this process."""
    return demonstration_copy(tmp_path_factory.mktemp("demonstration"))


@pytest.fixture(autouse=True)
def stores_of_its_own(
    settings_of_its_own: None, demonstration_once: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """The stores that pages open are this test's, and let go of at its end."""
    monkeypatch.setenv("ALN_DEMONSTRATION", str(demonstration_once))
    yield
    for opened in (store.real, store.fictional):
        opened().close()
        opened.clear()
    store.known.clear()


@pytest.fixture(scope="session")
def published_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of `tests.pages.published`, made once."""
    path = tmp_path_factory.mktemp("published") / "store.duckdb"
    published.fill(path)
    return path


@pytest.fixture
def published_store(published_once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it, which the pages open."""
    path = tmp_path / "published.duckdb"
    shutil.copyfile(published_once, path)
    monkeypatch.setenv("ALN_STORE", str(path))
    return path
