"""Rows that will be one report, and rows of one organisation, numbered together before a commit.

The store then joins on two whole numbers instead of a dozen texts.
"""

from collections.abc import Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from loaders.columns import NOTHING, tuples_of
from loaders.staged import SCHEMA, SLOT, WHO


def numbered(rows: pa.Table) -> pa.Table:
    """The rows with `slot` and `who`, in the order of SCHEMA; nobody has no `who`.

    Args:
        rows: a table of SCHEMA but for these two columns.
    """
    slot = pa.array(_tuples(rows, SLOT), pa.int32())
    nobody = pc.is_null(rows.column(WHO[-1])).combine_chunks()
    who = pc.if_else(nobody, pa.scalar(None, pa.int32()), pa.array(_tuples(rows, WHO), pa.int32()))
    return rows.append_column("slot", slot).append_column("who", who).select(SCHEMA.names)


def _tuples(rows: pa.Table, names: Sequence[str]) -> np.ndarray:
    codes = []
    for name in names:
        encoded = pc.dictionary_encode(rows.column(name).combine_chunks())
        indices = encoded.indices.fill_null(NOTHING).to_numpy(zero_copy_only=False)
        codes.append((indices, len(encoded.dictionary)))
    member: np.ndarray = tuples_of(codes).member
    return member
