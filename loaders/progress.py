"""How far a piece of work has come, told to whoever listens; where nobody does it costs nothing."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from enum import StrEnum


class Stage(StrEnum):
    """What is being done."""

    LETTERS = "letters"
    ROWS = "rows"
    SHEET = "sheet"
    COLUMNS = "columns"
    CELLS = "cells"
    JUDGING = "judging"
    COMPARING = "comparing"
    MEASURING = "measuring"
    WRITING = "writing"


@dataclass(frozen=True, slots=True)
class Progress:
    """One thing that is being done.

    Attributes:
        done: of `of`; the unit is the stage's own.
        of: None where nobody knows.
        rows: met so far; None where they are not counted.
        name: of the sheet.
    """

    stage: Stage
    done: int = 0
    of: int | None = None
    rows: int | None = None
    name: str | None = None

    @property
    def share(self) -> float:
        """Of this stage, 0 to 1; 0 where nobody knows."""
        return min(1.0, self.done / self.of) if self.of else 0.0


Listener = Callable[[Progress], None]
_listener: ContextVar[Listener | None] = ContextVar("listener", default=None)


def listener() -> Listener | None:
    """Who listens, for work that goes on in a thread of its own."""
    return _listener.get()


def tell(progress: Progress) -> None:
    """Say what is being done; it must be cheap to say."""
    hears = _listener.get()
    if hears is not None:
        hears(progress)


@contextmanager
def listening(hears: Listener | None) -> Iterator[None]:
    """Hear of all that is done inside, by this thread."""
    token = _listener.set(hears)
    try:
        yield
    finally:
        _listener.reset(token)
