"""Work that outlives the page: in threads of their own, which the page only looks at.

Inside a transaction nothing of Streamlit is called: another click, or a page being closed, would
end it there.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

import streamlit as st

from loaders.progress import Progress, Stage, listening
from loaders.progress_words import progress_words
from pages.components.session import Context

T = TypeVar("T")

_READERS = 2
_LOOK_SECONDS = 0.2
_PATIENCE_SECONDS = 2


class _Board:
    """What a piece of work said last; written by its thread, read by the page's."""

    def __init__(self) -> None:
        self.last: Progress | None = None

    def note(self, progress: Progress) -> None:
        """Keep it in place of what was said before."""
        self.last = progress


_boards: "WeakKeyDictionary[Future[Any], _Board]" = WeakKeyDictionary()
# Where each stage lies in its piece of work: reading, understanding, and trying out or publishing.
_SPANS = {
    Stage.LETTERS: (0.0, 0.1),
    Stage.ROWS: (0.1, 1.0),
    Stage.SHEET: (0.0, 1.0),
    Stage.COLUMNS: (0.0, 0.1),
    Stage.CELLS: (0.1, 0.6),
    Stage.JUDGING: (0.6, 0.9),
    Stage.COMPARING: (0.9, 1.0),
    Stage.MEASURING: (0.0, 0.1),
    Stage.WRITING: (0.1, 1.0),
}


def told(future: "Future[Any]") -> Progress | None:
    """What a piece of work said last; None where it has said nothing yet."""
    board = _boards.get(future)
    return board.last if board else None


def share(progress: Progress) -> float:
    """How much of the work is done, 0 to 1."""
    start, end = _SPANS[progress.stage]
    return start + (end - start) * progress.share


@st.cache_resource(show_spinner=False)
def _readers() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(_READERS, thread_name_prefix="upload-read")


@st.cache_resource(show_spinner=False)
def _writer() -> ThreadPoolExecutor:
    """One after the other: what is rehearsed is what the next one finds."""
    return ThreadPoolExecutor(1, thread_name_prefix="upload-write")


def reading(work: Callable[[], T]) -> Future[T]:
    """Start work that leaves the store as it is."""
    return _begun(_readers(), work)


def writing(work: Callable[[], T]) -> Future[T]:
    """Start work that takes the store's one place for writing."""
    return _begun(_writer(), work)


def _begun(workers: ThreadPoolExecutor, work: Callable[[], T]) -> Future[T]:
    """Start work whose progress can be looked at for as long as it is awaited."""
    board = _Board()

    def heard() -> T:
        with listening(board.note):
            return work()

    future = workers.submit(heard)
    _boards[future] = board
    return future


def awaited(ctx: Context, future: "Future[T]", sentence: str) -> T:
    """Look on until the work is done, saying what is done and for how long.

    Each look is a point where a click, or the page being closed, may end the looking; the work
    goes on.

    Raises:
        Whatever the work raised.
    """
    wait([future], timeout=_LOOK_SECONDS)
    if future.done():
        return future.result()
    with st.spinner(sentence):
        bar, place, seconds = st.empty(), st.empty(), 0.0
        while not future.done():
            last = told(future)
            if last is not None:
                bar.progress(share(last), progress_words(last, ctx.lang))
            if seconds >= _PATIENCE_SECONDS:
                place.caption(ctx._("{count} seconds so far").format(count=int(seconds)))
            else:
                place.caption("")
            wait([future], timeout=_LOOK_SECONDS)
            seconds += _LOOK_SECONDS
        place.empty()
        bar.empty()
    return future.result()
