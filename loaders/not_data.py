"""Lines of a list that are no rows of it: headings that come again, totals, notes at the end.

Counted as organisations, "Total" and "Source: OCHA" would each be one of unknown type.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from core.i18n.folding import fold
from loaders.columns import TextColumn
from loaders.header import Header
from loaders.issues import Code, Issue, Severity

# A total stands in one of these, or in a first column that has no field.
_TOTALLED = ("organisation", "acronym", "country", "cluster", "place", "hub")
_TOTAL = frozenset((
    "total", "totals", "grand total", "grand totals", "sub total", "subtotal", "sum", "sum total",
    "overall total", "total general", "total generale", "totaux", "sous total", "somme",
    "المجموع", "المجموع الكلي", "الاجمالي", "اجمالي", "المجموع العام", "الاجمالي العام",
    "المجموع الفرعي",
))  # fmt: skip
_PART_OF_TOTAL = ("sub total ", "subtotal ", "sous total ", "المجموع الفرعي ")
# Total of what? An organisation may be called so, but then it has a type.
_TOTAL_OF = ("total ", "totaux ", "مجموع ", "اجمالي ")
_TOTAL_OF_CELL = re.compile(r"[\s:=/|–—-]+")
_NOTE = re.compile(
    r"\s*(?:\*|(?:source|sources|note|notes|nb|n\.b\.|remarque|remarques|المصدر|ملاحظة|ملاحظات)"
    r"\s*(?:[:：.*]|$))",
    re.IGNORECASE,
)
_COLUMNS_OF_A_LIST = 3


@dataclass(frozen=True, slots=True, eq=False)
class NotData:
    """For each row whether it is none of the list, and what is to be said of those."""

    rows: np.ndarray
    issues: tuple[Issue, ...]


def not_data(
    columns: Mapping[str, TextColumn], header: Header, first_column: pa.ChunkedArray | None
) -> NotData:
    """Tell the lines that are no rows.

    Args:
        columns: field by field, all of the same length; those without a position do not count.
        header: of the list.
        first_column: column A below the headings, where it has no field; None where it has one.
    """
    here = {field: column for field, column in columns.items() if column.position is not None}
    if not here:
        return NotData(np.zeros(len(columns["period"].codes), dtype=bool), ())
    again = _headings_again(here, header)
    total = _totals(here, first_column) & ~again
    note = _notes(here, again | total)
    found = (
        (Code.HEADING_REPEATED, again),
        (Code.TOTAL_ROW, total),
        (Code.NOTE_ROW, note),
    )
    issues = (_issue(code, here, rows) for code, rows in found if rows.any())
    return NotData(again | total | note, tuple(issues))


def _issue(code: Code, here: Mapping[str, TextColumn], rows: np.ndarray) -> Issue:
    """Addressed to the cell of the first row that tells it."""
    first = int(rows.argmax())
    filled = [c for c in here.values() if not c.empty[first]]
    totals = code is Code.TOTAL_ROW
    telling = [c for c in filled if totals and _totals_something(c.text_at(first) or "")]
    column = min(
        telling or filled, key=lambda c: c.position or 0, default=next(iter(here.values()))
    )
    return Issue(
        code=code,
        severity=Severity.DROPS_ROW,
        row=int(column.numbers[first]),
        column=column.position,
        value=column.text_at(first),
        count=int(rows.sum()),
    )


def _headings_again(here: Mapping[str, TextColumn], header: Header) -> np.ndarray:
    """Rows of which every filled cell is its own heading, and two at least."""
    same = filled = np.zeros(len(next(iter(here.values())).codes), dtype=np.int32)
    for column in here.values():
        names = _names_of(header, column.position or 0)
        is_name = _where(column, lambda text, names=names: fold(text) in names)  # type: ignore[misc]
        same, filled = same + is_name, filled + ~column.empty
    repeated: np.ndarray = (same == filled) & (same >= 2)
    return repeated


def _names_of(header: Header, position: int) -> frozenset[str]:
    if position > len(header.headings):
        return frozenset()
    texts = (header.headings[position - 1], *header.shorter[position - 1])
    return frozenset(folded for text in texts if (folded := fold(text)))


def _totals(here: Mapping[str, TextColumn], first_column: pa.ChunkedArray | None) -> np.ndarray:
    """Rows whose organisation is a total; or that name no organisation and total something."""
    organisation = [here[name] for name in ("organisation", "acronym") if name in here]
    total = np.zeros(len(next(iter(here.values())).codes), dtype=bool)
    nobody = ~total
    untyped = here["organisation_type"].empty if "organisation_type" in here else ~nobody
    for column in organisation:
        total |= _where(column, _is_total) | (untyped & _where(column, _is_total_of))
        nobody &= column.empty | _where(column, str.isdigit)
    for name in _TOTALLED[2:]:
        if name in here:
            total |= nobody & _where(here[name], _is_total)
    if first_column is not None and nobody.any():
        said = pc.fill_null(pc.utf8_length(first_column), 0).to_numpy()
        for row in np.flatnonzero(nobody & (said > 0)).tolist():
            total[row] = _is_total(first_column[row].as_py())
    return total


def _is_total(text: str) -> bool:
    folded = fold(text)
    parts = [part for part in _TOTAL_OF_CELL.split(text) if part]
    return (
        folded in _TOTAL
        or folded.startswith(_PART_OF_TOTAL)
        or (bool(parts) and all(fold(part) in _TOTAL for part in parts))
    )


def _totals_something(text: str) -> bool:
    return _is_total(text) or _is_total_of(text)


def _is_total_of(text: str) -> bool:
    return fold(text).startswith(_TOTAL_OF)


def _notes(here: Mapping[str, TextColumn], left_out: np.ndarray) -> np.ndarray:
    """Rows below the last whole one that fill one cell only and begin like a note."""
    note = np.zeros(len(left_out), dtype=bool)
    if len(here) < _COLUMNS_OF_A_LIST:
        return note
    filled = sum(~column.empty for column in here.values())
    whole = np.flatnonzero((np.asarray(filled) >= 2) & ~left_out)
    last = int(whole[-1]) if len(whole) else -1
    for row in _single(filled, last):
        texts = [text for column in here.values() if (text := column.text_at(row))]
        note[row] = bool(_NOTE.match(texts[0]))
    return note


def _single(filled: np.ndarray | int, last: int) -> Iterator[int]:
    found = np.flatnonzero(np.asarray(filled) == 1)
    yield from (row for row in found.tolist() if row > last)


def _where(column: TextColumn, holds: Callable[[str], bool]) -> np.ndarray:
    """For each row whether it holds of its text; asked once for each distinct text."""
    answers = np.array([*map(holds, column.texts), False], dtype=bool)
    where: np.ndarray = answers[column.codes]
    return where
