"""What is in force, kept as tables while it is measured.

The views that indicators read stand on each other. Written out in one statement they are met some
thirty times, and planning them took ten times as long as running them (measured). What they say is
kept as tables: of what is committed once for everybody, until the next commit; inside a transaction
for its own cursor alone. Temporary tables or views of the same names stand before the views in a
cursor's search path: the same SQL reads them.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from core.storage.cursor import Cursor

# In the order in which they stand on each other.
_SETTLED = (
    "v_current_report",
    "v_in_force",
    "v_closed",
    "v_report",
    "v_expected",
    "v_merged",
)
# Few rows that many reports stand behind: worth keeping where everybody reads them.
_SHARED = (
    *_SETTLED,
    "v_compound_report",
    "v_compound_expected",
    "v_practice",
    "v_mechanism_report",
    "v_mechanism_members",
)


@contextmanager
def settled(cur: Cursor) -> Iterator[None]:
    """Measure inside; nothing may be written meanwhile.

    After a failure nothing is tidied up: the cursor is about to be closed or rolled back, and the
    failure must not be hidden behind that of a statement in a transaction that is no more.
    """
    if cur.keeper is None:
        for view in _SETTLED:
            cur.run(f"CREATE OR REPLACE TEMP TABLE {view} AS FROM memory.main.{view}")
        yield
        for view in reversed(_SETTLED):
            cur.run(f"DROP TABLE temp.{view}")
        return
    with cur.keeper(cur, _SHARED) as schema:
        cur.run(";".join(f"CREATE OR REPLACE TEMP VIEW {v} AS FROM {schema}.{v}" for v in _SHARED))
        yield
        cur.run(";".join(f"DROP VIEW temp.{view}" for view in _SHARED))
