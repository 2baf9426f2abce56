"""The Somali workbook from bytes to a published batch, against its sheet read and written bare."""

import resource
import tempfile
from pathlib import Path

import duckdb
import fastexcel
import pandas as pd

import loaders
import metrics
from core.access import Office
from core.i18n.periods import Period
from core.storage.cursor import Cursor
from core.storage.database import Database
from loaders import Choices, Knowledge
from tests.bench.table import Line, best_of

FILE = (
    Path(__file__).parents[3]
    / "shared/samples/som-3w-2022-03/whowhatwhere_3w_all_clusters_march_2022.xlsx"
)
CHOICES = Choices(country="SOM", period=Period.month(2022, 3))


def lines() -> list[Line]:
    """One line: the whole ingest (read, map, check, rehearse, commit)."""
    content = FILE.read_bytes()
    with tempfile.TemporaryDirectory() as folder:
        stores = _Stores(Path(folder))
        ours, bare = best_of(lambda: _ingest(content, stores), lambda: _bare(content))
        stores.close()
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    fenced = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    note = f"31,085 rows; peak memory {own} MB, reading fence {fenced} MB"
    return [Line("ingest of the Somali workbook", ours, bare, 5.0, note)]


class _Stores:
    """Empty stores, opened beforehand: opening is no part of an upload."""

    def __init__(self, folder: Path) -> None:
        self._stores = [Database.open(folder / f"{number}.duckdb") for number in range(8)]
        self._free = list(self._stores)
        for store in self._stores:
            metrics.install_views(store)
        self.known: Knowledge = loaders.knowledge(self._stores[0])

    def take(self) -> Database:
        return self._free.pop()

    def close(self) -> None:
        for store in self._stores:
            store.close()


def _ingest(content: bytes, stores: _Stores) -> None:
    store = stores.take()
    upload = loaders.read(content, FILE.name)
    prepared = loaders.prepare(store, upload, "presence", CHOICES, stores.known)
    assert prepared.staged is not None
    loaders.rehearse(store, prepared.staged, observe=_published_numbers)
    receipt = loaders.commit(store, prepared.staged, Office("bench"))
    assert receipt.rows_stored == 31_085


def _published_numbers(cur: Cursor) -> pd.DataFrame:
    return metrics.snapshot(cur, ["SOM"], ["2022-03"], dataset="presence")


def _bare(content: bytes) -> None:
    sheet = fastexcel.read_excel(content).load_sheet("Data", header_row=None, dtypes="string")
    cells = sheet.to_arrow()  # noqa: F841 - DuckDB finds it by name
    with duckdb.connect(":memory:") as connection:
        connection.execute("CREATE TABLE bare AS SELECT * FROM cells")
