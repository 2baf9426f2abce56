"""Small sheets written out by hand, and the vocabulary of the reference files."""

import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pyarrow as pa

from core.storage.database import Database
from loaders.header import Header, find_header
from loaders.mapping import ColumnMapping, propose
from loaders.upload import Sheet, Upload
from loaders.vocabulary import Vocabulary, vocabulary


@cache
def known() -> Vocabulary:
    """The vocabulary as it is read from data/reference."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database.open(Path(folder) / "reference.duckdb")
        try:
            with database.cursor() as cur:
                return vocabulary(cur)
        finally:
            database.close()


def sheet_of(
    lines: str | Sequence[str], *, name: str = "Sheet1", visible: bool = True, sign: str = "|"
) -> Sheet:
    """A sheet from lines of text; cells are parted by `|`, an empty one is NULL."""
    listed = lines.strip("\n").splitlines() if isinstance(lines, str) else lines
    rows = [[cell.strip() or None for cell in line.split(sign)] for line in listed]
    width = max(map(len, rows), default=0)
    columns = [[row[at] if at < len(row) else None for row in rows] for at in range(width)]
    table = pa.table({f"c{at + 1}": pa.array(c, pa.string()) for at, c in enumerate(columns)})
    return Sheet(name, table, visible)


def upload_of(*sheets: Sheet) -> Upload:
    """A file of these sheets."""
    return Upload("made.xlsx", "0" * 64, "xlsx", None, None, sheets, ())


def header_of(sheet: Sheet, dataset: str = "presence", *, row: int | None = None) -> Header:
    """The header, which must be there."""
    header = find_header(sheet, known(), dataset, row=row)
    assert header is not None
    return header


def mapping_of(
    sheet: Sheet,
    dataset: str = "presence",
    choices: Sequence[tuple[str, str]] = (),
    given: Sequence[str] = (),
) -> ColumnMapping:
    """What is proposed for a sheet."""
    return propose(sheet, header_of(sheet, dataset), dataset, known(), choices, given=given)


def headings_by_field(mapping: ColumnMapping) -> dict[str, str]:
    """Field -> heading of its column."""
    return {column.field: column.heading for column in mapping.columns if column.field}
