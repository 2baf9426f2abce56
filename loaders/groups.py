"""Rows grouped by the codes of several columns."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

NOTHING = -1  # an empty cell
_ROOM = 2**62  # of a 64-bit key


@dataclass(frozen=True, slots=True, eq=False)
class Tuples:
    """The distinct tuples that several columns form together.

    Attributes:
        first: for each tuple the index of the row where it stands first.
        rows: how many rows have it.
        member: for each row the index of its tuple.
    """

    first: np.ndarray
    rows: np.ndarray
    member: np.ndarray


def tuples_of(codes: Sequence[tuple[np.ndarray, int]]) -> Tuples:
    """Group rows that agree in every column.

    Args:
        codes: for each column its codes (NOTHING for an empty cell) and how many there are.
    """
    keys, span = codes[0][0].astype(np.int64) + 1, codes[0][1] + 1
    for more, size in codes[1:]:
        if not size or (size == 1 and not more.any()):
            continue  # the same in every row
        if span * (size + 1) > _ROOM:
            keys = _numbered(keys)
            span = int(keys.max(initial=0)) + 1
        keys = keys * (size + 1) + more + 1
        span *= size + 1
    member = _numbered(keys)
    rows = np.bincount(member)
    return Tuples(first_of_each(member, len(rows))[:-1], rows, member)


def first_of_each(rows: np.ndarray, size: int) -> np.ndarray:
    """Index -> the first row that has it, or NOTHING; the last is for rows that have none."""
    first = np.full(size + 1, NOTHING, dtype=np.int64)
    # Backwards, so that the first row of each is the last that is written.
    first[rows[::-1]] = np.arange(len(rows))[::-1]
    return first


def _numbered(keys: np.ndarray) -> np.ndarray:
    """Each key by its number in the order of first appearance; hashing is faster than sorting."""
    numbers: np.ndarray = pa.array(keys).dictionary_encode().indices.to_numpy().astype(np.int64)
    return numbers
