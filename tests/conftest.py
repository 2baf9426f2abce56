"""What every test gets: settings of its own, and the way to the sample workbooks."""

import os
from pathlib import Path

import pytest

from tests import workbooks as published

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(autouse=True)
def settings_of_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No test sees the ALN_* variables, or the store, of the person who runs it."""
    for name in [name for name in os.environ if name.upper().startswith("ALN_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("ALN_STORE", str(tmp_path / "store.duckdb"))


@pytest.fixture(scope="session")
def samples() -> Path:
    """Folder of the published workbooks; they lie beside the repository and are never copied."""
    folder = ROOT.parent / "shared" / "samples"
    if not folder.is_dir():
        pytest.skip("the sample workbooks are missing: ../shared/samples")
    return folder


@pytest.fixture(scope="session")
def workbooks(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> published.Loaded:
    """A closed store with the eleven workbooks, loaded once for every test that reads them."""
    return published.load(samples, tmp_path_factory.mktemp("workbooks") / "store.duckdb")
