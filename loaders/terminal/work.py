"""The verbs one after the other, as a terminal uses them."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from core.settings import Settings
from core.storage.database import Database
from loaders.check import Knowledge, Table, check
from loaders.choices import Choices
from loaders.find import find_table, knowledge
from loaders.issues import Code, Issue, Report
from loaders.read import read
from loaders.repair import with_letters
from loaders.said import presentable, without_text
from loaders.staged import Staged
from loaders.terminal.options import Typed
from loaders.terminal.usage import WrongUsage
from loaders.upload import Upload

# These say that the person named something that the file has not.
_NAMED_WRONGLY = frozenset((Code.HEADING_NOT_FOUND, Code.SHEET_NOT_FOUND))


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """How far a file could be understood; table and staged are None where it could not."""

    upload: Upload
    typed: Typed
    table: Table | None
    staged: Staged | None
    issues: tuple[Issue, ...]

    @property
    def storable(self) -> Staged | None:
        """What may be committed; None where the file is refused."""
        return None if Report(self.issues).blocks else self.staged

    @property
    def named_wrongly(self) -> bool:
        """Whether it is the command that is wrong, and not the file."""
        return any(issue.code in _NAMED_WRONGLY for issue in self.issues)


def read_file(path: Path) -> tuple[Upload, bytes]:
    """The sheets of a file on this machine, and the file itself.

    Raises:
        WrongUsage: `file-not-found`, `file-not-opened`.
        UnreadableFile: as `loaders.read`.
    """
    try:
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise WrongUsage("file-not-found", path=path) from error
    except OSError as error:
        raise WrongUsage("file-not-opened", path=path, reason=error.strerror) from error
    return read(content, path.name), content


def understand(
    upload: Upload, typed: Typed, known: Knowledge, choices: Choices | None = None
) -> Reading:
    """Find the table and judge its rows; `choices` are those typed, unless others are given."""
    choices = choices or typed.choices(known.vocabulary)
    upload = with_letters(upload, choices)
    table, found = find_table(upload, typed.dataset, choices, known)
    if table is None:
        # Nobody has said yet which columns hold people.
        told = tuple(map(without_text, upload.issues))
        return Reading(upload, typed, None, None, (*told, *found))
    if not table.mapping.fields:  # nothing in it is a field: no row can be judged
        told = tuple(presentable((*upload.issues, *found, *table.mapping.issues), table))
        return Reading(upload, typed, table, None, told)
    staged = check(upload, table, typed.dataset, choices, known)
    issues = tuple(_on(issue, table.sheet.name) for issue in (*found, *staged.report.issues))
    return Reading(upload, typed, table, replace(staged, report=Report(issues)), issues)


def _on(issue: Issue, sheet: str) -> Issue:
    """What concerns a cell says on which sheet."""
    return issue if issue.sheet or issue.row is None else replace(issue, sheet=sheet)


@contextmanager
def opened(store: Path | None, wait: float = 0.0) -> Iterator[Database]:
    """The store that is meant, closed again at the end.

    Raises:
        StorageBusy: another process has it, and does not let go in time.
        UnreadableFile: it is no store.
    """
    settings = Settings()
    database = Database.open(store or settings.store, settings=settings, wait=wait)
    try:
        yield database
    finally:
        database.close()


def words_without_store() -> Knowledge:
    """What is known beforehand, from a store that lasts a moment: no other is touched."""
    with tempfile.TemporaryDirectory() as folder, opened(Path(folder) / "words.duckdb") as database:
        return knowledge(database)


def write_file(path: Path, content: bytes) -> None:
    """Write a new file.

    Raises:
        WrongUsage: `file-exists`, `file-not-opened`.
    """
    try:
        with path.open("xb") as stream:
            stream.write(content)
    except FileExistsError as error:
        raise WrongUsage("file-exists", path=path) from error
    except OSError as error:
        raise WrongUsage("file-not-opened", path=path, reason=error.strerror) from error
