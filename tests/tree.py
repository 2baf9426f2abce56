"""The repository as the housekeeping tests see it: files under git's eye, and their syntax."""

import ast
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("core", "loaders", "metrics", "charts", "exports", "pages", "tests")
OURS = frozenset({*FOLDERS, "dashboard"})


@cache
def tracked_files() -> tuple[Path, ...]:
    """Every file that git holds or would take in: what .gitignore names is left out."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    names = listed.stdout.decode("utf-8").split("\0")
    return tuple(sorted(ROOT / name for name in names if name and (ROOT / name).is_file()))


def python_files() -> list[Path]:
    """Every Python file of ours."""
    return [path for path in tracked_files() if path.suffix == ".py"]


@cache
def syntax(path: Path) -> ast.Module:
    """The syntax tree of a Python file."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def text_of(path: Path) -> str | None:
    """The text of a file, None where it is no text."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None


def name_of(path: Path) -> str:
    """The path as a person writes it: from the repository's root."""
    return path.relative_to(ROOT).as_posix()
