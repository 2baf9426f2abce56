"""Cells corrected by hand after a file was read: the upload with them, and what is kept of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from loaders.personal import holds_address
from loaders.table import Table
from loaders.upload import Sheet, Upload

# A sheet by its name, and positions of columns.
Beside = tuple[str, frozenset[int]]


@dataclass(frozen=True, slots=True, order=True)
class Correction:
    """One cell as it stands in the file, and as a person says that it should read.

    Attributes:
        row: as the person sees it, the first line is 1.
        column: as the person sees it, A is 1.
        before: None for an empty cell.
        after: None to empty the cell.
    """

    sheet: str
    row: int
    column: int
    before: str | None
    after: str | None


def corrected(upload: Upload, corrections: Sequence[Correction]) -> Upload:
    """The upload with its cells corrected; the given one stays as it is.

    Args:
        upload: as it was read.
        corrections: of several about one cell the last holds; `before` is what the file says.

    Raises:
        ValueError: a correction is about a cell that is not there, or that reads otherwise: it was
            made for another file.
    """
    if not corrections:
        return upload
    by_sheet: dict[str, dict[tuple[int, int], Correction]] = {}
    for one in corrections:
        by_sheet.setdefault(one.sheet, {})[one.row, one.column] = one
    unknown = by_sheet.keys() - {sheet.name for sheet in upload.sheets}
    if unknown:
        raise ValueError(f"no such sheet: {sorted(unknown)}")
    sheets = (_mended(sheet, by_sheet.get(sheet.name, {})) for sheet in upload.sheets)
    return replace(upload, sheets=tuple(sheets))


def kept_corrections(
    corrections: Iterable[Correction], table: Table, beside: Beside | None = None
) -> tuple[Correction, ...]:
    """What is recorded: the cells that were used, in their order, and nothing about people.

    Args:
        corrections: as they were made.
        table: where the list stands.
        beside: of another sheet that was joined to it, its name and the columns that were used.
    """
    used = {table.sheet.name: {column.position for column in table.mapping.columns if column.field}}
    if beside is not None:
        used[beside[0]] = used.get(beside[0], set()) | beside[1]
    order = list(used)
    last = {
        (order.index(one.sheet), one.row, one.column): one
        for one in corrections
        if one.sheet in used
    }
    return tuple(
        replace(one, before=_kept(one.before), after=_kept(one.after))
        for (_, _, column), one in sorted(last.items())
        if column in used[one.sheet] and one.before != one.after
    )


def _kept(text: str | None) -> str | None:
    return None if text is None or holds_address(text) else text


def _mended(sheet: Sheet, cells: Mapping[tuple[int, int], Correction]) -> Sheet:
    table = sheet.table
    for position in sorted({column for _, column in cells}):
        listed = [one for one in cells.values() if one.column == position]
        if position > table.num_columns:
            raise ValueError(f"no such column: {position}")
        name = table.column_names[position - 1]
        column = _column(table.column(position - 1), sorted(listed))
        table = table.set_column(position - 1, name, column)
    return replace(sheet, table=table)


def _column(column: pa.ChunkedArray, listed: Sequence[Correction]) -> pa.ChunkedArray:
    """One column with its corrections, which are in the order of the rows."""
    rows = np.array([one.row - 1 for one in listed])
    if rows.min() < 0 or rows.max() >= len(column):
        raise ValueError("no such row")
    if column.take(pa.array(rows)).to_pylist() != [one.before for one in listed]:
        raise ValueError("the cells read otherwise")
    mask = np.zeros(len(column), dtype=bool)
    mask[rows] = True
    instead = pa.array([one.after or None for one in listed], pa.string())
    mended = pc.replace_with_mask(column.combine_chunks(), pa.array(mask), instead)
    return pa.chunked_array([mended])
