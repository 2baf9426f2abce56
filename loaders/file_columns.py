"""The columns of a file's list, field by field, without blank lines and without people."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from loaders.choices import Choices
from loaders.columns import TextColumn
from loaders.datasets.row import WHEN, WHERE, WHO, Row
from loaders.issues import Code, Issue, Severity
from loaders.known import Knowledge
from loaders.normalise import Conversion
from loaders.not_data import not_data
from loaders.personal import holds_address, without_addresses
from loaders.progress import Progress, Stage, tell
from loaders.refusals import literal_kinds
from loaders.split_cells import Positions, SplitCells, split_cells
from loaders.split_offers import SplitOffer
from loaders.table import Table

# Every dataset reads these; what a dataset has not is empty in every row.
FIELDS = (*WHERE, *WHO, *WHEN)

# Elsewhere a run of digits in groups is more likely a period or a code of a place.
_NAMES = frozenset(
    (
        "organisation",
        "acronym",
        "lead_organisation",
        "lead_acronym",
        "mechanism",
        "role",
        "fund",
        "through",
        "title",
        "summary",
        "source",
        "remarks",
    )
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
    conversions: tuple[Conversion, ...] = ()
    offers: tuple[SplitOffer, ...] = ()


def file_columns(
    table: Table,
    model: type[Row],
    said: Mapping[str, str | None],
    choices: Choices,
    knowledge: Knowledge,
) -> FileColumns:
    """Read the columns that have a field.

    Args:
        table: where the list stands.
        model: of the dataset: the fields that it reads.
        said: field -> its text for every row, where the file has no column for it.
        choices: at which cells that name several organisations are split, and which conversions a
            person does not want.
        knowledge: names that stay whole.
    """
    split = _split(table, model, choices.split, knowledge)
    columns = _columns(table, split, model.reads, said, choices.refused)
    own = [~column.empty | column.withheld for column in columns.values() if column.position]
    if model.lists_people:
        own += _somebody_was_there(table, split.cells)
    filled = np.logical_or.reduce(own) if own else np.zeros(len(columns["period"].codes), bool)
    nobody = _nobody_left(columns)
    others = not_data(columns, table.header, _first_column(table, split.cells))
    kept = filled & ~nobody & ~others.rows
    return FileColumns(
        {field: column.at(kept) for field, column in columns.items()},
        # Numbers rise, and a split row stands several times: counting beats telling them apart.
        int(np.count_nonzero(np.bincount(split.numbers[filled]))),
        (*split.issues, *others.issues, *_withheld(columns, nobody)),
        split.conversions,
        split.offers,
    )


def _first_column(table: Table, cells: pa.Table) -> pa.ChunkedArray | None:
    """Column A below the headings, where it holds no field and nothing about people."""
    first = table.mapping.columns[0] if table.mapping.columns else None
    if first is None or first.field is not None or first.reason == "personal-data":
        return None
    return cells.column(0)


def _split(
    table: Table, model: type[Row], signs: Sequence[str], knowledge: Knowledge
) -> SplitCells:
    """The cells below the heading; an amount for several is no amount of each, and stays whole."""
    first = table.header.first_data_row
    cells = table.sheet.table.slice(first - 1)
    numbers = np.arange(first, first + cells.num_rows)
    of = {f: table.mapping.position_of(f) for f in WHO if f in model.reads}
    positions = Positions(of.get("organisation"), of.get("acronym"), of.get("organisation_type"))
    if "amount" not in model.reads:
        return split_cells(cells, numbers, positions, signs, knowledge)
    field, position = positions.main
    issue = Issue(
        code=Code.SPLIT_NOT_HERE,
        severity=Severity.WARNS,
        sheet=table.sheet.name,
        column=position,
        field=field,
    )
    return SplitCells(cells, numbers, (issue,) if signs else ())


def _columns(
    table: Table,
    split: SplitCells,
    reads: Sequence[str],
    said: Mapping[str, str | None],
    refused: Sequence[str],
) -> dict[str, TextColumn]:
    cells, numbers = split.cells, split.numbers
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


def _somebody_was_there(table: Table, cells: pa.Table) -> list[np.ndarray]:
    """For each column about people the rows that name one: nothing else of it is looked at.

    Who was there for no organisation is said to be left out, not passed over in silence.
    """
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
