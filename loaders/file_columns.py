"""The columns of a file's list, field by field, without blank lines and without people."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow.compute as pc

from loaders.columns import TextColumn
from loaders.datasets.row import WHEN, WHERE, WHO, Row
from loaders.issues import Code, Issue, Severity
from loaders.personal import holds_address, without_addresses
from loaders.progress import Progress, Stage, tell
from loaders.refusals import literal_kinds
from loaders.table import Table

# Every dataset reads these; what a dataset has not is empty in every row.
FIELDS = (*WHERE, *WHO, *WHEN)

# Elsewhere a run of digits in groups is more likely a period or a code of a place.
_NAMES = frozenset(
    ("organisation", "acronym", "mechanism", "role", "fund", "through", "title", "summary")
)


@dataclass(frozen=True, slots=True)
class FileColumns:
    """Every field as a column; one that the file has not is empty, or said by a person.

    Attributes:
        rows_read: rows of the file that hold anything.
        issues: cells that told something about a person.
    """

    by_field: Mapping[str, TextColumn]
    rows_read: int
    issues: tuple[Issue, ...]


def file_columns(
    table: Table, model: type[Row], said: Mapping[str, str | None], refused: Sequence[str] = ()
) -> FileColumns:
    """Read the columns that have a field.

    Args:
        table: where the list stands.
        model: of the dataset: the fields that it reads.
        said: field -> its text for every row, where the file has no column for it.
        refused: conversions that a person does not want.
    """
    columns = _columns(table, model.reads, said, refused)
    own = [~column.empty | column.withheld for column in columns.values() if column.position]
    if model.lists_people:
        own += _somebody_was_there(table)
    filled = np.logical_or.reduce(own) if own else np.zeros(len(columns["period"].codes), bool)
    nobody = _nobody_left(columns)
    return FileColumns(
        {field: column.at(filled & ~nobody) for field, column in columns.items()},
        int(filled.sum()),
        tuple(_withheld(columns, nobody)),
    )


def _columns(
    table: Table, reads: Sequence[str], said: Mapping[str, str | None], refused: Sequence[str]
) -> dict[str, TextColumn]:
    first = table.header.first_data_row
    cells = table.sheet.table.slice(first - 1)
    numbers = np.arange(first, first + cells.num_rows)
    found = {}
    fields = dict.fromkeys((*FIELDS, *reads))
    for at, field in enumerate(fields):
        tell(Progress(Stage.CELLS, at, len(fields), rows=cells.num_rows))
        position = table.mapping.position_of(field) if field in reads else None
        constant = said.get(field)
        if position is not None:
            column = cells.column(position - 1)
            literal = literal_kinds(refused, field)
            found[field] = TextColumn.of(column, position, numbers, _personal_in(field), literal)
        elif constant is not None:
            found[field] = TextColumn.constant(constant, numbers)
        else:
            found[field] = TextColumn.absent(numbers)
    return found


def _somebody_was_there(table: Table) -> list[np.ndarray]:
    """For each column about people the rows that name one: nothing else of it is looked at.

    Who was there for no organisation is said to be left out, not passed over in silence.
    """
    cells = table.sheet.table.slice(table.header.first_data_row - 1)
    return [
        pc.fill_null(pc.not_equal(pc.utf8_trim_whitespace(cells.column(c.position - 1)), ""), False)
        .combine_chunks()
        .to_numpy(zero_copy_only=False)
        for c in table.mapping.columns
        if c.reason == "personal-data"
    ]


def _personal_in(field: str) -> Callable[[str], bool]:
    if field in _NAMES:
        return lambda text: without_addresses(text) != text
    return holds_address


def _nobody_left(columns: Mapping[str, TextColumn]) -> np.ndarray:
    """Rows that name nobody once the person is left out: they are no vacancy either."""
    name, acronym = columns["organisation"], columns["acronym"]
    nobody: np.ndarray = name.empty & acronym.empty & (name.withheld | acronym.withheld)
    return nobody


def _withheld(columns: Mapping[str, TextColumn], nobody: np.ndarray) -> Iterator[Issue]:
    """One issue for each column, and one for its rows that are lost with the cell."""
    for field, column in columns.items():
        lost = nobody if field in {"organisation", "acronym"} else np.zeros_like(nobody)
        for severity, cells in (
            (Severity.DROPS_ROW, column.withheld & lost),
            (Severity.WARNS, column.withheld & ~lost),
        ):
            if cells.any():
                yield Issue(
                    code=Code.PERSONAL_DATA_IN_CELL,
                    severity=severity,
                    row=int(column.numbers[cells.argmax()]),
                    column=column.position,
                    field=field,
                    count=int(cells.sum()),
                )
