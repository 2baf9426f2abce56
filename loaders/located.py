"""Every cell that an issue is about: an issue names the first one and says how many there are."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from core.i18n.folding import identity_key
from loaders.broken_letters import broken_cells
from loaders.groups import NOTHING
from loaders.issues import Code, Issue
from loaders.normalise import clean
from loaders.personal import without_addresses
from loaders.said import short_text
from loaders.upload import Sheet, Upload

_EMPTY_CELLS = frozenset(
    (
        Code.COUNTRY_MISSING, Code.PERIOD_MISSING, Code.CLUSTER_MISSING, Code.ROLE_MISSING,
        Code.ORGANISATION_MISSING,
    )
)  # fmt: skip
# The value is an organisation, in whatever letter case; its cell is perhaps in another column.
_OF_ORGANISATIONS = frozenset(
    (Code.TWO_TYPES, Code.ACRONYM_WITH_SEVERAL_NAMES, Code.NAME_WITH_SEVERAL_ACRONYMS)
)


class Place(NamedTuple):
    """A cell: the row and column as the person sees them, from 1."""

    row: int
    column: int


class Cells:
    """The cells of an upload, searched by what issues say of them.

    Args:
        upload: as it was read.
    """

    def __init__(self, upload: Upload) -> None:
        self._sheets = {sheet.name: _SheetCells(sheet) for sheet in upload.sheets}

    def of(self, issue: Issue) -> tuple[Place, ...]:
        """The cells in question, the one that the issue names first.

        Only what is certain: the rows that the issue names one by one, else those that are found
        to read the same; where they are not those that were counted, the first one stands alone.
        Without a row there is none.
        """
        sheet = self._sheets.get(issue.sheet or "")
        if sheet is None or issue.row is None:
            return ()
        first = Place(issue.row, issue.column or sheet.first_filled(issue.row))
        if issue.rows:
            named = (Place(row, issue.column or sheet.first_filled(row)) for row in issue.rows)
            return tuple(dict.fromkeys((first, *named)))
        # Only one column may tell broken letters, so all of them are asked.
        if issue.count == 1 and issue.code is not Code.TEXT_DOUBLE_ENCODED:
            return (first,)
        others = [place for place in sheet.alike(issue) if place != first]
        return (first, *others)


def at_place(issue: Issue, place: Place) -> Issue:
    """The issue as it is said of one of its cells."""
    column = place.column if issue.column is not None else None
    return replace(issue, row=place.row, column=column)


class _SheetCells:
    """One sheet, its columns coded when they are first asked for."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._columns: dict[int, _Column] = {}

    def first_filled(self, row: int) -> int:
        """The first column that holds something in a row; 1 where none does."""
        if not 1 <= row <= self._sheet.table.num_rows:
            return 1
        cells = self._sheet.table.slice(row - 1, 1).columns
        return next((at for at, cell in enumerate(cells, start=1) if cell[0].as_py()), 1)

    def alike(self, issue: Issue) -> Iterator[Place]:
        """The cells of which an issue holds, from the row that it names downwards."""
        if issue.code is Code.TEXT_DOUBLE_ENCODED:
            yield from (Place(row, column) for row, column in broken_cells(self._sheet))
        elif issue.column is not None and issue.column <= self._sheet.table.num_columns:
            rows = self._rows(issue, issue.column)
            yield from (Place(row, issue.column) for row in rows if row >= (issue.row or 1))

    def _rows(self, issue: Issue, position: int) -> list[int]:
        column = self._column(position)
        if issue.code in _OF_ORGANISATIONS:
            return self._rows_of(issue, position)
        if issue.code in _EMPTY_CELLS and issue.value is None:
            rows = np.flatnonzero((column.codes == NOTHING) & self._filled) + 1
            found = rows[rows >= (issue.row or 1)].tolist()
            return found if len(found) <= issue.count else []
        if issue.code is Code.PERSONAL_DATA_IN_CELL:
            told = column.where(lambda text: without_addresses(text) != text)
            return told if len(told) <= issue.count else []
        if issue.code is Code.VALUE_TOO_LONG and issue.value is not None:
            longest = int(issue.value)
            return column.where(lambda text: len(text) > longest)
        return [] if issue.value is None else column.rows(issue.value)

    def _rows_of(self, issue: Issue, position: int) -> list[int]:
        """The rows of an organisation: by the column where it stands in the row of the issue."""
        if issue.value is None or issue.row is None:
            return []
        key = identity_key(issue.value)
        for at in (position, *range(1, self._sheet.table.num_columns + 1)):
            column = self._column(at)
            own = column.text_at(issue.row)
            if own is not None and identity_key(short_text(own)) == key:
                found = column.where(lambda text: identity_key(short_text(text)) == key)
                return found if len(found) <= issue.count else []
        return []

    def _column(self, position: int) -> "_Column":
        if position not in self._columns:
            self._columns[position] = _Column.of(self._sheet.table.column(position - 1))
        return self._columns[position]

    @cached_property
    def _filled(self) -> np.ndarray:
        """For each row whether it holds anything."""
        filled = np.zeros(self._sheet.table.num_rows, dtype=bool)
        for column in self._sheet.table.columns:
            filled |= pc.is_valid(column).to_numpy()
        return filled


@dataclass(frozen=True, eq=False)
class _Column:
    """A column as its distinct texts, cleaned of stray blanks; NOTHING is an empty cell."""

    texts: tuple[str, ...]
    codes: np.ndarray

    @classmethod
    def of(cls, column: pa.ChunkedArray) -> "_Column":
        """Read a column of text."""
        encoded = pc.dictionary_encode(column.combine_chunks())
        numbers: dict[str, int] = {}
        lookup = [
            numbers.setdefault(text, len(numbers)) if (text := clean(raw)) else NOTHING
            for raw in encoded.dictionary.to_pylist()
        ]
        where = encoded.indices.fill_null(len(lookup)).to_numpy(zero_copy_only=False)
        return cls(tuple(numbers), np.array([*lookup, NOTHING])[where])

    def text_at(self, row: int) -> str | None:
        """The text of a row; None where the cell is empty."""
        code = int(self.codes[row - 1]) if row <= len(self.codes) else NOTHING
        return None if code == NOTHING else self.texts[code]

    def rows(self, value: str) -> list[int]:
        """The rows that hold a text, which may have been cut short to be shown."""
        return self._rows(self._by_value.get(value, ()))

    def where(self, holds: Callable[[str], bool]) -> list[int]:
        """The rows whose text meets a condition; it is asked once for each distinct text."""
        return self._rows([code for code, text in enumerate(self.texts) if holds(text)])

    def _rows(self, codes: Collection[int]) -> list[int]:
        pieces = [self._order[self._starts[code] : self._starts[code + 1]] for code in codes]
        return sorted(int(row) + 1 for piece in pieces for row in piece)

    @cached_property
    def _by_value(self) -> Mapping[str, list[int]]:
        found: dict[str, list[int]] = {}
        for code, text in enumerate(self.texts):
            found.setdefault(short_text(text), []).append(code)
        return found

    @cached_property
    def _order(self) -> np.ndarray:
        order: np.ndarray = np.argsort(self.codes, kind="stable")
        return order

    @cached_property
    def _starts(self) -> np.ndarray:
        starts: np.ndarray = np.searchsorted(
            self.codes[self._order], np.arange(len(self.texts) + 1)
        )
        return starts
