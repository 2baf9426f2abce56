"""Rehearse and commit: the lists of one file, all or nothing, each a batch with its event.

A rehearsal is a commit without its last word, and one list is the case of several: one code path,
so they cannot disagree.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import pyarrow.compute as pc

from core.access import Office, Permission, require
from core.storage.cursor import Cursor
from core.storage.database import Database
from loaders.difference import Difference, difference_of
from loaders.progress import Progress, Stage, tell
from loaders.reasons import Earlier, Gone, earlier, gone
from loaders.staged import Staged
from loaders.write import begin, in_force, keep_rows, prepare, stand, write

Seen = TypeVar("Seen")

_NAMED = 50


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a commit would do to one list.

    Attributes:
        difference: organisations new, changed, unchanged, gone.
        gone: up to fifty of those that would disappear, to be confirmed.
        cells: how many cells would be claimed.
    """

    difference: Difference
    gone: tuple[Gone, ...]
    cells: int

    @property
    def gone_names(self) -> tuple[str, ...]:
        """The names of those that would disappear, each once."""
        return tuple(dict.fromkeys(one.name for one in self.gone))


@dataclass(frozen=True, slots=True)
class Rehearsal(Generic[Seen]):
    """What a commit would do.

    Attributes:
        parts: what it would do to each list, in the order given.
        earlier: what the numbers of these countries rest on until now.
        before: what the observer saw before; `after`: with all batches in place.
    """

    parts: tuple[Outcome, ...]
    earlier: tuple[Earlier, ...]
    before: Seen
    after: Seen

    @property
    def difference(self) -> Difference:
        """Of all lists together."""
        return sum((part.difference for part in self.parts), Difference(0, 0, 0, 0))

    @property
    def gone_names(self) -> tuple[str, ...]:
        """Up to fifty names that would disappear from any of the lists."""
        return tuple(sorted({one.name for one in self.gone})[:_NAMED])

    @property
    def gone(self) -> tuple[Gone, ...]:
        """Of each list up to fifty of those that would disappear, to be confirmed."""
        return tuple(one for part in self.parts for one in part.gone)

    @property
    def cells(self) -> int:
        """How many cells would be claimed in all: no two lists claim one."""
        return sum(part.cells for part in self.parts)


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a commit did.

    Attributes:
        batch: its number, by which it is withdrawn or purged.
        repeated: the same file with the same decisions is in force already: nothing was stored.
    """

    batch: int
    repeated: bool
    rows_stored: int
    difference: Difference | None


def rehearse(
    database: Database, staged: Staged, *, observe: Callable[[Cursor], Seen]
) -> Rehearsal[Seen]:
    """Write the batch, look, and undo it.

    Args:
        database: the open store.
        staged: what `check` returned.
        observe: measures on the cursor that it is given, which alone sees the batch.
    """
    return rehearse_all(database, (staged,), observe=observe)


def rehearse_all(
    database: Database, stageds: Sequence[Staged], *, observe: Callable[[Cursor], Seen]
) -> Rehearsal[Seen]:
    """Write the lists of one file, look, and undo it.

    Args:
        database: the open store.
        stageds: what `check` returned for each list; all of one file.
        observe: measures on the cursor that it is given, which alone sees the batches.

    Raises:
        SheetsOverlap: `sheets-overlap`, two lists claim one cell.
        ValueError: no list, or lists of several files.
    """
    parts = _in_order(stageds)
    with database.rehearsal() as cur:
        tell(Progress(Stage.MEASURING))
        before = observe(cur)
        known = tuple(one for staged in parts for one in earlier(cur, staged))
        begin(cur, parts)
        tried = {id(parts[at]): _tried(cur, parts, at) for at in range(len(parts))}
        outcomes = tuple(tried[id(one)] for one in stageds)
        return Rehearsal(outcomes, known, before, observe(cur))


def commit(database: Database, staged: Staged, office: Office) -> Receipt:
    """Publish a batch: rows, claimed cells, what indicators read, one event. All or nothing.

    Raises:
        NotAllowed: this office may not publish.
        StorageBusy: another writer holds on too long.
        ValueError: the report blocks the file; the caller had to look at it.
    """
    return commit_all(database, (staged,), office)[0]


def commit_all(
    database: Database, stageds: Sequence[Staged], office: Office
) -> tuple[Receipt, ...]:
    """Publish the lists of one file, each as a batch with its event. All of them or none.

    What is written does not depend on the order in which the lists are given; the receipts are in
    that order. A list that is in force already is left as it is.

    Raises:
        NotAllowed: this office may not publish.
        StorageBusy: another writer holds on too long.
        SheetsOverlap: `sheets-overlap`, two lists claim one cell.
        ValueError: no list, lists of several files, or the report of one blocks it; the caller
            had to look at it.
    """
    require(office, Permission.PUBLISH)
    parts = _in_order(stageds)
    if any(staged.report.blocks for staged in parts):
        raise ValueError("a file that its report blocks cannot be published")
    with database.transaction() as cur:
        known = [in_force(cur, parts, at) for at in range(len(parts))]
        begin(cur, parts)
        receipts = {
            id(parts[at]): _published(cur, parts, at, office)
            if batch is None
            else _repeated(cur, parts, at, batch)
            for at, batch in enumerate(known)
        }
    return tuple(receipts[id(staged)] for staged in stageds)


def _in_order(stageds: Sequence[Staged]) -> tuple[Staged, ...]:
    """By time, dataset and sheet, whatever the order in which they were given."""
    if len({staged.file_sha256 for staged in stageds}) != 1:
        raise ValueError("lists of one file are published together, and at least one")

    def place(staged: Staged) -> tuple[int, str, str]:
        months = staged.rows.column("period_start")
        return (pc.min(months).as_py() or 0, staged.dataset, staged.sheet)

    return tuple(sorted(stageds, key=place))


def _tried(cur: Cursor, parts: Sequence[Staged], at: int) -> Outcome:
    prepare(cur, parts, at)
    difference, vanishing = difference_of(cur), gone(cur)
    write(cur, parts[at], Office("rehearsal"), difference)
    cells = int(cur.value("SELECT count(DISTINCT cell) FROM incoming_claim"))
    return Outcome(difference, vanishing, cells)


def _published(cur: Cursor, parts: Sequence[Staged], at: int, office: Office) -> Receipt:
    prepare(cur, parts, at)
    difference = difference_of(cur)
    batch = write(cur, parts[at], office, difference)
    keep_rows(cur, parts[at])
    return Receipt(batch, False, parts[at].rows_stored, difference)


def _repeated(cur: Cursor, parts: Sequence[Staged], at: int, batch: int) -> Receipt:
    stand(cur, parts, at, batch)
    return Receipt(batch, repeated=True, rows_stored=0, difference=None)
