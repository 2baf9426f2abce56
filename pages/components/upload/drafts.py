"""Uploads under way, kept on the server for two hours, so that a dropped line costs nothing.

Only what is left once columns about people are dropped is kept here, and only in memory: neither
the file nor its raw cells, which stay in the visit that chose the file.
"""

import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

import pandas as pd
import streamlit as st

from loaders import Choices, Receipt, Rehearsal, Remembered, SheetLists, Staged
from loaders.choices import Extent
from loaders.issues import Issue, Report
from loaders.mapping import Column

# Which cells an answer is for: see `typed`.
Key = tuple[str | int | None, ...]

_LIFETIME_SECONDS = 2 * 60 * 60
_MOST_DRAFTS = 40
_MOST_BYTES = 1 << 30


@dataclass(frozen=True, slots=True)
class File:
    """The file as it was read; `size` in bytes."""

    name: str
    size: int
    sha256: str
    kind: str
    encoding: str | None
    delimiter: str | None
    sheets: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Understood:
    """What was made of the file under certain choices.

    Attributes:
        dataset: a name of `loaders.datasets.DATASETS`.
        choices: under which it was understood.
        sheet: where the list stands; None where no table was found.
        heading_row: the line of the headings; None where there is none.
        columns: every column of the sheet; none of a column about people shows a value.
        staged: the rows; None where no table was found.
        issues: what is to be said, the file's own first.
    """

    dataset: str
    choices: Choices
    sheet: str | None
    heading_row: int | None
    columns: tuple[Column, ...]
    staged: Staged | None
    issues: tuple[Issue, ...]

    @property
    def report(self) -> Report:
        """All issues."""
        return Report(self.issues)


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """One list of the file: what a person said of it, what was understood, how far it came."""

    dataset: str
    choices: Choices
    understood: Understood | None = None
    claim: Extent | None = None
    reached: int = 2

    @property
    def is_understood(self) -> bool:
        """Whether what was understood belongs to the present choices."""
        seen = self.understood
        return seen is not None and (seen.dataset, seen.choices) == (self.dataset, self.choices)


@dataclass(frozen=True, slots=True, eq=False)
class Rehearsed:
    """A rehearsal, and the state of file and store that it holds for.

    Attributes:
        contents: the fingerprint of each list, in their order.
    """

    contents: tuple[str, ...]
    event: int
    outcome: Future[Rehearsal[pd.DataFrame]]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Draft:
    """One upload under way: what a person said, what was understood, how far it came.

    What is said of a list (dataset, choices, understood, claim, reached) is about the one that is
    open; the others of the file lie in `beside`.

    Attributes:
        key: under which it is found again; random.
        step: the step that is open.
        reached: the furthest step that may be opened.
        claim: what the file is said to be; None: not yet said.
        gone_confirmed: the rehearsal whose vanishing names a person has confirmed.
        typed: what cells should read, said and not yet applied.
        office: as typed, not yet judged.
        published: the commit, running or done; None: not asked for.
        lists: what each sheet may list; None: not looked at yet.
        at: the place of the open list among those of the file, from 0.
        beside: the other lists that are to be published with it, in their order.
        remembered: what was said of an earlier file and is used again; None: nothing.
    """

    key: str
    dataset: str
    file: File
    choices: Choices = field(default_factory=Choices)
    step: int = 2
    reached: int = 2
    understood: Understood | None = None
    claim: Extent | None = None
    rehearsed: Rehearsed | None = None
    gone_confirmed: Rehearsed | None = None
    typed: Mapping[Key, str] = field(default_factory=dict)
    office: str = ""
    published: Future[tuple[Receipt, ...]] | None = None
    lists: tuple[SheetLists, ...] | None = None
    at: int = 0
    beside: tuple[Part, ...] = ()
    remembered: Remembered | None = None

    @property
    def is_understood(self) -> bool:
        """Whether what was understood belongs to the present choices."""
        seen = self.understood
        return seen is not None and (seen.dataset, seen.choices) == (self.dataset, self.choices)

    @property
    def size(self) -> int:
        """Bytes of the rows, of all lists."""
        every = (self.understood, *(part.understood for part in self.beside))
        return sum(int(one.staged.rows.nbytes) for one in every if one and one.staged)


class Kept(Protocol):
    """What can be kept: found by its key, so many bytes large."""

    @property
    def key(self) -> str:
        """Under which it is found again; random."""

    @property
    def size(self) -> int:
        """Bytes."""


One = TypeVar("One", bound=Kept)


class Drafts(Generic[One]):
    """A bounded number of drafts; the one untouched longest makes room.

    Args:
        now: seconds of a clock that never goes back.
        lifetime: seconds that a draft is kept untouched.
        most: how many are kept.
    """

    def __init__(
        self,
        now: Callable[[], float] = time.monotonic,
        *,
        lifetime: float = _LIFETIME_SECONDS,
        most: int = _MOST_DRAFTS,
    ) -> None:
        self._now, self._lifetime, self._most = now, lifetime, most
        self._lock = threading.Lock()
        self._kept: OrderedDict[str, tuple[float, One]] = OrderedDict()

    def keep(self, draft: One) -> None:
        """Keep a draft for its lifetime from now, in place of its earlier state."""
        with self._lock:
            self._kept[draft.key] = (self._now(), draft)
            self._kept.move_to_end(draft.key)
            while self._is_too_much():
                self._kept.popitem(last=False)

    def find(self, key: str) -> One | None:
        """The draft under a key; None where it was never kept, or for too long."""
        with self._lock:
            self._expire()
            return self._kept[key][1] if key in self._kept else None

    def drop(self, key: str) -> None:
        """Forget a draft."""
        with self._lock:
            self._kept.pop(key, None)

    def _is_too_much(self) -> bool:
        self._expire()
        bytes_kept = sum(draft.size for _, draft in self._kept.values())
        return len(self._kept) > self._most or (len(self._kept) > 1 and bytes_kept > _MOST_BYTES)

    def _expire(self) -> None:
        oldest = self._now() - self._lifetime
        for key in [key for key, (since, _) in self._kept.items() if since < oldest]:
            del self._kept[key]


@st.cache_resource(show_spinner=False)
def kept() -> Drafts[Draft]:
    """The drafts of this server."""
    return Drafts()


def new_key() -> str:
    """A key that nobody guesses."""
    return secrets.token_urlsafe(16)
