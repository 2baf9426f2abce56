"""What is in force, kept as tables of one cursor while it is measured.

The views that indicators read stand on each other. Written out in one statement they are met some
thirty times, and planning them took ten times as long as running them (measured). Temporary tables
of the same names stand before the views in a cursor's search path: the same SQL reads them; what
they hold is what the views said a moment before, in the same transaction and as of the same event.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from core.storage.cursor import Cursor

# In the order in which they stand on each other.
_KEEP = (
    "CREATE OR REPLACE TEMP TABLE v_current_report AS FROM memory.main.v_current_report",
    "CREATE OR REPLACE TEMP TABLE v_in_force AS FROM memory.main.v_in_force",
    "CREATE OR REPLACE TEMP TABLE v_closed AS FROM memory.main.v_closed",
    "CREATE OR REPLACE TEMP TABLE v_report AS FROM memory.main.v_report",
    "CREATE OR REPLACE TEMP TABLE v_expected AS FROM memory.main.v_expected",
)
_FORGET = (
    "DROP TABLE temp.v_expected",
    "DROP TABLE temp.v_report",
    "DROP TABLE temp.v_closed",
    "DROP TABLE temp.v_in_force",
    "DROP TABLE temp.v_current_report",
)
_KEEP_MERGED = "CREATE OR REPLACE TEMP TABLE v_merged AS FROM memory.main.v_merged"
_FORGET_MERGED = "DROP TABLE temp.v_merged"


@contextmanager
def settled(cur: Cursor, *, organisations: bool = True) -> Iterator[None]:
    """Measure inside; nothing may be written meanwhile.

    After a failure nothing is tidied up: the cursor is about to be closed or rolled back, and the
    failure must not be hidden behind that of a statement in a transaction that is no more.

    Args:
        cur: where it is kept.
        organisations: whether any are counted; otherwise nobody asks which of them are one.
    """
    for statement in (*_KEEP, *([_KEEP_MERGED] if organisations else [])):
        cur.run(statement)
    yield
    for statement in (*([_FORGET_MERGED] if organisations else []), *_FORGET):
        cur.run(statement)
