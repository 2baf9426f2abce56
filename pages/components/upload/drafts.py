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

import pandas as pd
import streamlit as st

from loaders import Choices, Receipt, Rehearsal, Remembered, Staged
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
class Rehearsed:
    """A rehearsal, and the state of file and store that it holds for."""

    content_sha256: str
    event: int
    outcome: Future[Rehearsal[pd.DataFrame]]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Draft:
    """One upload under way: what a person said, what was understood, how far it came.

    Attributes:
        key: under which it is found again; random.
        step: the step that is open.
        reached: the furthest step that may be opened.
        claim: what the file is said to be; None: not yet said.
        gone_confirmed: the rehearsal whose vanishing names a person has confirmed.
        typed: what cells should read, said and not yet applied.
        office: as typed, not yet judged.
        published: the commit, running or done; None: not asked for.
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
    published: Future[Receipt] | None = None
    remembered: Remembered | None = None

    @property
    def is_understood(self) -> bool:
        """Whether what was understood belongs to the present choices."""
        seen = self.understood
        return seen is not None and (seen.dataset, seen.choices) == (self.dataset, self.choices)

    @property
    def size(self) -> int:
        """Bytes of the rows."""
        staged = self.understood.staged if self.understood else None
        return int(staged.rows.nbytes) if staged else 0


class Drafts:
    """A bounded number of drafts; the one untouched longest makes room.

    Args:
        now: seconds of a clock that never goes back.
    """

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._lock = threading.Lock()
        self._kept: OrderedDict[str, tuple[float, Draft]] = OrderedDict()

    def keep(self, draft: Draft) -> None:
        """Keep a draft for two hours from now, in place of its earlier state."""
        with self._lock:
            self._kept[draft.key] = (self._now(), draft)
            self._kept.move_to_end(draft.key)
            while self._is_too_much():
                self._kept.popitem(last=False)

    def find(self, key: str) -> Draft | None:
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
        return len(self._kept) > _MOST_DRAFTS or (len(self._kept) > 1 and bytes_kept > _MOST_BYTES)

    def _expire(self) -> None:
        oldest = self._now() - _LIFETIME_SECONDS
        for key in [key for key, (since, _) in self._kept.items() if since < oldest]:
            del self._kept[key]


@st.cache_resource(show_spinner=False)
def kept() -> Drafts:
    """The drafts of this server."""
    return Drafts()


def new_key() -> str:
    """A key that nobody guesses."""
    return secrets.token_urlsafe(16)
