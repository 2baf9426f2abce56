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


def slots(rows: pa.Table) -> pa.Table:
    """One row a slot, that of its first row: with `rows`, their number, and `closed` if any is."""
    slot = rows.column("slot").to_numpy()
    count = np.bincount(slot)
    closed = np.zeros(len(count), dtype=bool)
    closed[slot[rows.column("closed").to_numpy()]] = True
    found = rows.take(_first(slot)).drop_columns(["closed"])
    return found.append_column("closed", pa.array(closed)).append_column("rows", pa.array(count))


def organisations(rows: pa.Table) -> pa.Table:
    """One row an organisation, that of its first row."""
    named = rows.filter(pc.is_valid(rows.column("who")))
    return named.take(_first(named.column("who").to_numpy()))


def with_numbers(rows: pa.Table, before: int, organisations: pa.Table) -> pa.Table:
    """The rows with `report` and `organisation`, as the store numbers them.

    Args:
        rows: those of a batch.
        before: the last number of a report before this batch.
        organisations: columns who and organisation.
    """
    slot, who = rows.column("slot"), rows.column("who").combine_chunks()
    numbers = pa.scalar(before + 1, pa.int32())
    at = pc.index_in(who, value_set=organisations.column("who").combine_chunks())
    return rows.append_column("report", pc.add(slot, numbers)).append_column(
        "organisation", organisations.column("organisation").combine_chunks().take(at)
    )


def _first(numbers: np.ndarray) -> pa.Array:
    """Where each number stands first."""
    first = np.full(int(numbers.max(initial=NOTHING)) + 1, NOTHING)
    # Backwards, so that the first row of each is the last that is written.
    first[numbers[::-1]] = np.arange(len(numbers))[::-1]
    return pa.array(first[first != NOTHING])


def _tuples(rows: pa.Table, names: Sequence[str]) -> np.ndarray:
    codes = []
    for name in names:
        encoded = pc.dictionary_encode(rows.column(name).combine_chunks())
        indices = encoded.indices.fill_null(NOTHING).to_numpy(zero_copy_only=False)
        codes.append((indices, len(encoded.dictionary)))
    member: np.ndarray = tuples_of(codes).member
    return member
