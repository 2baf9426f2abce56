"""A CSV of a million rows and a workbook of 275,000, from bytes to a published batch.

The bare limit reads the same bytes into Arrow and writes them into a DuckDB file, as our store is
one; nothing is recognised, judged, rehearsed or measured there.
"""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import duckdb
import fastexcel
import pandas as pd
import pyarrow as pa
import pyarrow.csv as pacsv

import loaders
import metrics
from core.access import Office
from core.i18n.periods import Period
from core.storage.cursor import Cursor
from core.storage.database import Database
from loaders import Choices, Knowledge
from tests.bench import generated
from tests.bench.memory import forget_peak, peak, peak_of_fence
from tests.bench.table import Line, best_of

CHOICES = Choices(country="SOM")
MONTHS = [str(Period.month(2021 + at // 12, at % 12 + 1)) for at in range(48)]
_ROUNDS = 3
_MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Large:
    """A generated file, and how it is read without us."""

    what: str
    name: str
    rows: int
    content: bytes
    bare: Callable[[bytes], pa.Table | pa.RecordBatch]


def lines() -> list[Line]:
    """Two lines: the CSV and the workbook."""
    files = (
        Large("ingest of a CSV of 1,000,000 rows", "3w.csv", 1_000_000,
              generated.csv_of(1_000_000), _bare_csv),
        Large("ingest of a workbook of 275,000 rows", "3w.xlsx", 275_000,
              generated.xlsx_of(275_000), _bare_workbook),
    )  # fmt: skip
    return [_line(file) for file in files]


def _line(file: Large) -> Line:
    with tempfile.TemporaryDirectory() as folder:
        stores = _stores(Path(folder))
        ways = (partial(_ingest, file, stores), partial(_write_bare, file, Path(folder)))
        # Ours once alone: what the bare way uses is not to be counted as ours.
        forget_peak()
        ways[0]()
        own = peak()
        ours, bare = best_of(*ways, rounds=_ROUNDS)
    fenced = peak_of_fence()
    size = len(file.content) / _MEGABYTE
    note = f"{size:.0f} MB; peak memory {own} MB, reading fence {fenced} MB, 1500 allowed"
    return Line(file.what, ours, bare, 5.0, note)


def _stores(folder: Path) -> list[tuple[Database, Knowledge]]:
    """Empty stores, opened beforehand: opening is no part of an upload."""
    opened = [Database.open(folder / f"{number}.duckdb") for number in range(_ROUNDS + 1)]
    for store in opened:
        metrics.install_views(store)
    return [(store, loaders.knowledge(store)) for store in opened]


def _ingest(file: Large, stores: list[tuple[Database, Knowledge]]) -> None:
    """Read, prepare, rehearse with all published numbers, commit, into an empty store."""
    store, known = stores.pop()
    upload = loaders.read(file.content, file.name)
    prepared = loaders.prepare(store, upload, "presence", CHOICES, known)
    assert prepared.staged is not None
    loaders.rehearse(store, prepared.staged, observe=_published_numbers)
    receipt = loaders.commit(store, prepared.staged, Office("bench"))
    assert receipt.rows_stored == file.rows
    store.close()


def _published_numbers(cur: Cursor) -> pd.DataFrame:
    return metrics.snapshot(cur, ["SOM"], MONTHS, dataset="presence")


def _write_bare(file: Large, folder: Path) -> None:
    cells = file.bare(file.content)  # noqa: F841 - DuckDB finds it by name
    path = folder / "bare.duckdb"
    with duckdb.connect(path) as connection:
        connection.execute("CREATE TABLE bare AS SELECT * FROM cells")
    path.unlink()


def _bare_csv(content: bytes) -> pa.Table:
    texts = dict.fromkeys(generated.HEADINGS, pa.string())
    return pacsv.read_csv(
        pa.BufferReader(content), convert_options=pacsv.ConvertOptions(column_types=texts)
    )


def _bare_workbook(content: bytes) -> pa.RecordBatch:
    sheet = fastexcel.read_excel(content).load_sheet(0, header_row=None, dtypes="string")
    return sheet.to_arrow()
