"""Rows that will be one report, and rows of one organisation, numbered together before a commit.

The store then joins on two whole numbers instead of a dozen texts.
"""

from collections.abc import Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from loaders.groups import NOTHING, tuples_of
from loaders.staged import SCHEMA, SLOT, WHO


def numbered(rows: pa.Table, own: Sequence[str] = ()) -> pa.Table:
    """The rows with `slot`, `who` and `detail`, in the order of SCHEMA; nobody has no `who`.

    Args:
        rows: a table of SCHEMA but for these three columns, and of the dataset's own.
        own: the names of those; rows that agree in all of them have one `detail`.
    """
    said = [name for name in own if rows.column(name).null_count < rows.num_rows]
    numbers = {
        "slot": pa.array(_tuples(rows, SLOT), pa.int32()),
        "detail": pa.array(_tuples(rows, said), pa.int32()) if said else _none(rows.num_rows),
        **_who(rows),
    }
    for name, column in numbers.items():
        rows = rows.append_column(name, column)
    return rows.select([*SCHEMA.names, *own, *(name for name in numbers if name == LEADS)])


LEADS = "lead_who"


def _who(rows: pa.Table) -> dict[str, pa.Array]:
    """The organisation of each row and, where the dataset knows of them, the one that leads.

    Both sides are numbered together: who implements here and leads there is one.
    """
    if _LEAD_KEY not in rows.column_names:
        return {"who": _where_named(_tuples(rows, WHO), rows.column(WHO[-1]))}
    leads = rows.column(_LEAD_KEY)
    if leads.null_count == rows.num_rows:
        named = _where_named(_tuples(rows, WHO), rows.column(WHO[-1]))
        return {"who": named, LEADS: _none(rows.num_rows)}
    both = pa.concat_tables([_named(rows, ""), _named(rows, "lead_")]).unify_dictionaries()
    numbers = _tuples(both, WHO)
    return {
        "who": _where_named(numbers[: rows.num_rows], rows.column(WHO[-1])),
        LEADS: _where_named(numbers[rows.num_rows :], leads),
    }


_LEAD_KEY = "lead_identity_key"


def _where_named(numbers: np.ndarray, keys: pa.ChunkedArray) -> pa.Array:
    nobody = pc.is_null(keys).combine_chunks()
    return pc.if_else(nobody, pa.scalar(None, pa.int32()), pa.array(numbers, pa.int32()))


def _named(rows: pa.Table, prefix: str, *besides: str) -> pa.Table:
    """Country and organisation of one side, under the names of SCHEMA."""
    names = ("identity_key", "name", *besides)
    columns = {name: rows.column(f"{prefix}{name}") for name in names}
    return pa.table({"country": rows.column("country"), **columns})


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
    """One row an organisation, that of its first row: who, country, identity_key, name."""
    sides = [_named(rows, "", "who")]
    if names_leads(rows):
        sides.append(_named(rows, "lead_", "who"))
    named = pa.concat_tables(sides).unify_dictionaries()
    named = named.filter(pc.is_valid(named.column("who")))
    return named.take(_first(named.column("who").to_numpy()))


def names_leads(rows: pa.Table) -> bool:
    """Whether any of the rows says who leads what another organisation does."""
    return LEADS in rows.column_names and rows.column(LEADS).null_count < rows.num_rows


def with_numbers(rows: pa.Table, before: int, organisations: pa.Table) -> pa.Table:
    """The rows with `report` and `organisation`, as the store numbers them.

    Args:
        rows: those of a batch.
        before: the last number of a report before this batch.
        organisations: columns who and organisation.

    Returns:
        The rows with `report`, `organisation` and, where they know of it, `lead_organisation`.
    """
    numbered = rows.append_column(
        "report", pc.add(rows.column("slot"), pa.scalar(before + 1, pa.int32()))
    )
    known = organisations.column("who").combine_chunks()
    stored = organisations.column("organisation").combine_chunks()
    for who, name in (("who", "organisation"), (LEADS, "lead_organisation")):
        if who in rows.column_names:
            at = pc.index_in(rows.column(who).combine_chunks(), value_set=known)
            numbered = numbered.append_column(name, stored.take(at))
    return numbered


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
