"""Rows that will be one report, and rows of one organisation, numbered together before a commit.

The store then joins on two whole numbers instead of a dozen texts.
"""

from collections.abc import Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from loaders.columns import NOTHING, tuples_of
from loaders.staged import SCHEMA, SLOT, WHO


def numbered(rows: pa.Table, own: Sequence[str] = ()) -> pa.Table:
    """The rows with `slot`, `who` and `detail`, in the order of SCHEMA; nobody has no `who`.

    Args:
        rows: a table of SCHEMA but for these three columns, and of the dataset's own.
        own: the names of those; rows that agree in all of them have one `detail`.
    """
    nobody = pc.is_null(rows.column(WHO[-1])).combine_chunks()
    nothing = pa.scalar(None, pa.int32())
    numbers = {
        "slot": pa.array(_tuples(rows, SLOT), pa.int32()),
        "who": pc.if_else(nobody, nothing, pa.array(_tuples(rows, WHO), pa.int32())),
        "detail": pa.array(_tuples(rows, own), pa.int32()) if own else _none(rows.num_rows),
    }
    for name, column in numbers.items():
        rows = rows.append_column(name, column)
    return rows.select([*SCHEMA.names, *own])


def _none(rows: int) -> pa.Array:
    return pa.nulls(rows, pa.int32())


def _tuples(rows: pa.Table, names: Sequence[str]) -> np.ndarray:
    codes = []
    for name in names:
        encoded = pc.dictionary_encode(rows.column(name).combine_chunks())
        indices = encoded.indices.fill_null(NOTHING).to_numpy(zero_copy_only=False)
        codes.append((indices, len(encoded.dictionary)))
    member: np.ndarray = tuples_of(codes).member
    return member
