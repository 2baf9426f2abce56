"""A load from a terminal: read, understand, then rehearse or commit."""

from dataclasses import dataclass
from pathlib import Path

from core.access import Office
from core.i18n import Lang
from core.storage.database import Database
from loaders.check import Knowledge
from loaders.commit import commit, rehearse
from loaders.find import knowledge
from loaders.terminal import reports
from loaders.terminal.console import Answer
from loaders.terminal.giving_back import give_back, with_path
from loaders.terminal.memory import Recalling, recalled, with_memory, with_remembered
from loaders.terminal.moves import observer
from loaders.terminal.options import Typed
from loaders.terminal.work import Reading, opened, read_file, understand


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """Where to load to, and how.

    Attributes:
        store: None is the one of the settings.
        wait: in seconds.
        give_back: where to write the marked workbook; None: it is not wanted.
        recalling: whose earlier decisions are asked for; None: nobody's.
    """

    office: Office
    store: Path | None
    wait: float
    dry_run: bool
    lang: Lang
    give_back: Path | None = None
    recalling: Recalling | None = None


def load(file: Path, typed: Typed, terms: Terms) -> Answer:
    """Publish a file, or say why not. The store is held only once the file has been read.

    Raises:
        WrongUsage: the file is not there, a name is in no list.
        UnreadableFile: the file holds no table.
        StorageBusy: another process has the store, and does not let go in time.
    """
    upload, content = read_file(file)
    with opened(terms.store, terms.wait) as database:
        known = knowledge(database)
        found = recalled(database, upload, typed, known, terms.recalling)
        typed, choices = with_memory(found, typed, known, terms.recalling)
        reading = understand(upload, typed, known, choices)
        # Before anything is stored: a path that cannot be written to stops the load.
        give_back(content, reading, terms.give_back, terms.lang)
        answer = _loaded(database, reading, known, terms)
    if terms.recalling is not None:
        answer = with_remembered(answer, found, terms.lang)
    return with_path(answer, terms.give_back, terms.lang)


def _loaded(database: Database, reading: Reading, known: Knowledge, terms: Terms) -> Answer:
    staged = reading.storable
    if staged is None:
        return reports.refused(reading, terms.lang)
    if terms.dry_run:
        rehearsal = rehearse(database, staged, observe=observer(staged))
        return reports.rehearsed(staged, rehearsal, known, terms.lang)
    receipt = commit(database, staged, terms.office)
    return reports.loaded(staged, receipt, known, terms.lang)
