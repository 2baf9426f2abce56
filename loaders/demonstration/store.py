"""The demonstration's store on disk: made when it is absent or of another version."""

import hashlib
import tempfile
from pathlib import Path

from core.settings import Settings
from core.storage.database import Database
from core.storage.migrate import MIGRATIONS
from loaders.demonstration.load import build

_LOADERS = Path(__file__).resolve().parents[1]


def ensure(settings: Settings) -> Path:
    """The demonstration's store, made if absent or of another version; closed when it returns.

    It is made beside its place and then renamed, so nobody ever opens half of it. Of two processes
    that start at once each makes its own, and the one that is later throws its own away.

    Raises:
        WrongDeclaration: a file of ours cannot be loaded.
    """
    target = settings.demonstration
    wanted = version(settings)
    if not _is_current(target, wanted):
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix="demonstration-", dir=target.parent) as folder:
            made = Path(folder) / target.name
            _make(made, settings)
            if not _is_current(target, wanted):
                _put(made, target, wanted)
    return target


def version(settings: Settings) -> str:
    """What the store depends on, as a hash: the loaders, reference data and tables."""
    digest = hashlib.sha256()
    for folder, endings in (
        (_LOADERS, {".py", ".sql"}),
        (settings.reference, {".csv"}),
        (MIGRATIONS, {".sql"}),
    ):
        for file in sorted(f for f in folder.rglob("*") if f.suffix in endings):
            digest.update(file.relative_to(folder).as_posix().encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()


def _is_current(target: Path, wanted: str) -> bool:
    label = _label(target)
    return target.exists() and label.exists() and label.read_text(encoding="utf-8") == wanted


def _label(target: Path) -> Path:
    return target.with_name(f"{target.name}.version")


def _make(made: Path, settings: Settings) -> None:
    database = Database.open(made, settings=settings)
    try:
        build(database)
        database.checkpoint_when_quiet()
    finally:
        database.close()


def _put(made: Path, target: Path, wanted: str) -> None:
    """The label goes last: a store without its label is made again, never trusted."""
    label = _label(target)
    label.unlink(missing_ok=True)
    # The log of a former store would be read into the new one.
    target.with_name(f"{target.name}.wal").unlink(missing_ok=True)
    made.replace(target)
    written = made.with_suffix(".version")
    written.write_text(wanted, encoding="utf-8")
    written.replace(label)
