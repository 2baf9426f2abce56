"""Stores for tests that open pages: a store has one process, so each has files of its own."""

import shutil
from pathlib import Path

from core.settings import Settings
from loaders import demonstration


def demonstration_copy(folder: Path) -> Path:
    """The demonstration's store, built once for everybody, copied into a folder."""
    built = demonstration.ensure(Settings())
    copy = folder / built.name
    for name in (built.name, f"{built.name}.version"):
        shutil.copyfile(built.with_name(name), folder / name)
    return copy
