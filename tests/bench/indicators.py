"""Each indicator on ten million generated facts, against the leanest SQL over current facts.

Real files have about 16 rows for each cluster, organisation and month; the generated ones as well.
The lean way reads a table that holds current facts only, with every dimension in the row.
"""

import tempfile
from collections.abc import Callable
from pathlib import Path

import metrics
from core.storage.cursor import Cursor
from core.storage.database import Database
from tests.bench.table import Line, best_of

_HERE = Path(__file__).parent
_BY = ("country", "cluster", "period")
_ROUNDS = 3
# What is added to the store, one after the other, and what the lines are then called.
_STORES = {"generate.sql": "10,000,000 facts", "aliases.sql": "with 500 aliases"}


def lines() -> list[Line]:
    """Two lines for each indicator, by country, cluster and quarter: without and with aliases."""
    with tempfile.TemporaryDirectory() as folder:
        store = Database.open(Path(folder) / "bench.duckdb")
        metrics.install_views(store)
        found = []
        for script, note in _STORES.items():
            with store.transaction() as cur:
                cur.run((_HERE / script).read_text(encoding="utf-8"))
            with store.cursor() as cur:
                found += [_line(cur, name, note) for name in _leanly_told()]
        store.close()
    return found


def _leanly_told() -> list[str]:
    """The indicators that are told in lean SQL as well: one at least for each way of counting."""
    lean = {file.stem for file in (_HERE / "lean").glob("*.sql")}
    return [name for name in metrics.indicators() if name in lean]


def _line(cur: Cursor, name: str, note: str) -> Line:
    indicator = metrics.indicators()[name]
    lean = (_HERE / "lean" / f"{name}.sql").read_text(encoding="utf-8")
    ways: tuple[Callable[[], object], ...] = (
        lambda: metrics.measure(cur, indicator, by=_BY, grain="quarter"),
        lambda: cur.frame(lean),
    )
    _same(cur, name, lean)
    ours, bare = best_of(*ways, rounds=_ROUNDS)
    return Line(f"{indicator.code} {name}", ours, bare, 1.0, note)


def _same(cur: Cursor, name: str, lean: str) -> None:
    """Both ways must answer alike, or their speed says nothing."""
    ours = metrics.measure(cur, metrics.indicators()[name], by=_BY, grain="quarter")
    theirs = cur.frame(lean)
    columns = ["numerator", "denominator", "reporting", "expected"]
    assert len(ours) == len(theirs), (name, len(ours), len(theirs))
    for column in columns:
        assert ours[column].sum() == theirs[column].sum(), (name, column)
