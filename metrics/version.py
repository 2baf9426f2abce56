"""The views that indicators read, and the version of what they say."""

import hashlib
from functools import cache
from pathlib import Path

from core.storage.database import Database

_HERE = Path(__file__).parent
VIEWS = _HERE / "views"


def install_views(database: Database) -> None:
    """Make the views known to an open store; to be called once after opening it."""
    database.install_views(VIEWS)


def data_version(database: Database) -> str:
    """The last decision and a short hash of reference data and definitions, as `12-3fa9c1`.

    Two numbers with the same data version and the same question are the same number.
    """
    both = hashlib.sha256(f"{database.reference_hash} {_definitions()}".encode()).hexdigest()
    return f"{database.event_number()}-{both[:6]}"


@cache
def _definitions() -> str:
    digest = hashlib.sha256()
    for file in sorted(f for f in _HERE.rglob("*") if f.suffix in {".toml", ".sql", ".py"}):
        digest.update(file.relative_to(_HERE).as_posix().encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()
