"""Work that outlives the page: in threads of their own, which the page only looks at.

Inside a transaction nothing of Streamlit is called: another click, or a page being closed, would
end it there.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import TypeVar

import streamlit as st

from pages.components.session import Context

T = TypeVar("T")

_READERS = 2
_LOOK_SECONDS = 0.2
_PATIENCE_SECONDS = 2


@st.cache_resource(show_spinner=False)
def _readers() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(_READERS, thread_name_prefix="upload-read")


@st.cache_resource(show_spinner=False)
def _writer() -> ThreadPoolExecutor:
    """One after the other: what is rehearsed is what the next one finds."""
    return ThreadPoolExecutor(1, thread_name_prefix="upload-write")


def reading(work: Callable[[], T]) -> Future[T]:
    """Start work that leaves the store as it is."""
    return _readers().submit(work)


def writing(work: Callable[[], T]) -> Future[T]:
    """Start work that takes the store's one place for writing."""
    return _writer().submit(work)


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
        place, seconds = st.empty(), 0.0
        while not future.done():
            if seconds >= _PATIENCE_SECONDS:
                place.caption(ctx._("{count} seconds so far").format(count=int(seconds)))
            else:
                place.caption("")
            wait([future], timeout=_LOOK_SECONDS)
            seconds += _LOOK_SECONDS
        place.empty()
    return future.result()
