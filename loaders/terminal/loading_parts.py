"""A load of several lists of one workbook: all of them or none."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from core.storage.database import Database
from loaders.check import Knowledge
from loaders.commit import commit_all, rehearse_all
from loaders.find import knowledge
from loaders.lists import lists_in
from loaders.returns.reading import is_return
from loaders.terminal import part_reports
from loaders.terminal.console import Answer
from loaders.terminal.giving_back import give_back, with_path
from loaders.terminal.loading_terms import Terms
from loaders.terminal.moves import observer_of_all
from loaders.terminal.options import Typed
from loaders.terminal.taken import load_return
from loaders.terminal.work import Reading, opened, read_file, together, understand
from loaders.upload import Upload


def load_parts(file: Path, every: Sequence[Typed], terms: Terms) -> Answer:
    """Publish lists of a file, or say why none of them is.

    Raises:
        WrongUsage: the file is not there, a name is in no list.
        UnreadableFile: the file holds no table.
        StorageBusy: another process has the store, and does not let go in time.
        SheetsOverlap: two of the lists speak for the same cell.
    """
    upload, content = read_file(file)
    with opened(terms.store, terms.wait) as database:
        if is_return(upload):  # it says itself what it is about, to up to four datasets
            answer = load_return(database, upload, content, terms)
            return with_path(answer, terms.give_back, terms.lang)
        known = knowledge(database)
        readings = [understand(upload, typed, known) for typed in _dated(every, upload, known)]
        # Before anything is stored: a path that cannot be written to stops the load.
        give_back(content, together(readings), terms.give_back, terms.lang)
        answer = _loaded(database, readings, known, terms)
    return with_path(answer, terms.give_back, terms.lang)


def _dated(every: Sequence[Typed], upload: Upload, known: Knowledge) -> Iterator[Typed]:
    """Sheets of one kind that are called by their months are of these months."""
    told = {one.sheet: one.period for one in lists_in(upload, known)}
    kinds = Counter(typed.dataset for typed in every)
    for typed in every:
        period = told.get(typed.sheet or "")
        if typed.period is None and period is not None and kinds[typed.dataset] > 1:
            yield replace(typed, period=str(period))
        else:
            yield typed


def _loaded(
    database: Database, readings: Sequence[Reading], known: Knowledge, terms: Terms
) -> Answer:
    stageds = [reading.storable for reading in readings]
    ready = [staged for staged in stageds if staged is not None]
    if len(ready) < len(stageds):
        return part_reports.refused(readings, terms.lang)
    if terms.dry_run:
        rehearsal = rehearse_all(database, ready, observe=observer_of_all(ready))
        return part_reports.rehearsed(ready, rehearsal, known, terms.lang)
    receipts = commit_all(database, ready, terms.office)
    return part_reports.loaded(ready, receipts, known, terms.lang)
