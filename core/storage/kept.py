"""What views said of one state of the store, kept in memory for everybody who looks at that state.

A state is what is committed, as of an event or now. This process alone writes, so a state lasts
until its next commit; nothing is kept of what is not committed.
"""

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from core.storage.cursor import Cursor

# States nobody looks at any more are forgotten, but for the last ones: the next reader may come.
_UNUSED = 3


@dataclass(slots=True)
class _State:
    schema: str
    readers: int = 0


class Kept:
    """Tables with what views said, one schema in memory for each state that is looked at."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._writes = 0
        self._made = 0
        self._states: dict[tuple[int, int | None, tuple[str, ...]], _State] = {}

    def written(self) -> None:
        """Something was committed: from now on everybody looks at another state."""
        with self._lock:
            self._writes += 1

    @contextmanager
    def tables(self, cur: Cursor, views: Sequence[str]) -> Iterator[str]:
        """The schema in memory that holds what the views say; it stays while the block runs.

        Args:
            cur: in no transaction; it sees what is committed, as of its event or now.
            views: names in `memory.main`, in the order in which they stand on each other.
        """
        as_of = cur.value("SELECT getvariable('as_of')")
        with self._lock:
            key = (self._writes, as_of, tuple(views))
            if key not in self._states:
                self._states[key] = _State(self._make(cur, views))
            state = self._states[key]
            state.readers += 1
        try:
            yield state.schema
        finally:
            with self._lock:
                state.readers -= 1
                self._forget(cur)

    def _make(self, cur: Cursor, views: Sequence[str]) -> str:
        """Write down what the views say, all of the same moment."""
        self._made += 1
        schema = f"memory.kept_{self._made}"
        cur.run("BEGIN")
        try:
            cur.run(f"CREATE SCHEMA {schema}")
            for view in views:
                cur.run(f"CREATE TABLE {schema}.{view} AS FROM memory.main.{view}")
                # The next view stands on this one: it reads the table in its place.
                cur.run(f"CREATE OR REPLACE TEMP VIEW {view} AS FROM {schema}.{view}")
            for view in views:
                cur.run(f"DROP VIEW temp.{view}")
            cur.run("COMMIT")
        except BaseException:
            cur.run("ROLLBACK")
            raise
        return schema

    def _forget(self, cur: Cursor) -> None:
        unused = [key for key, state in self._states.items() if not state.readers]
        for key in unused[:-_UNUSED]:
            cur.run(f"DROP SCHEMA {self._states.pop(key).schema} CASCADE")
