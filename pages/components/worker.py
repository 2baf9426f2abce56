"""Writing apart from the visit: a page that is closed, or another click, cannot cut it in two."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Result = TypeVar("Result")

_POOL = ThreadPoolExecutor(max_workers=2, thread_name_prefix="decision")


def run(work: Callable[[], Result]) -> Result:
    """Do the work on a thread of its own and wait; it ends even if nobody waits any more.

    The work must not call Streamlit. What it raises is raised here.
    """
    return _POOL.submit(work).result()
