"""A return that came back: recognised by its sign, its answers found by the codes of its lines."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from loaders.normalise import clean
from loaders.returns.answers import NUMBERS, SAYS, VACANT, WHICH, Answers, Line
from loaders.returns.layout import (
    CODE_COLUMN,
    FIRST_ANSWER,
    LAST_COLUMN,
    SIGN,
    TABLES,
    columns,
)
from loaders.row_detail import languages_in
from loaders.upload import Sheet, Upload
from loaders.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class ReadLine:
    """One line of the sheet with its answers.

    Attributes:
        row: as the person sees it.
        cells: the texts from the first answer cell on; None where one is empty.
    """

    row: int
    code: str
    cells: tuple[str | None, ...]


def is_return(upload: Upload) -> bool:
    """Whether one of the sheets is the return of a mechanism."""
    return return_sheet(upload) is not None


def return_sheet(upload: Upload) -> Sheet | None:
    """The sheet of the return; None where the file is something else."""
    return next((sheet for sheet in upload.sheets if _first_cell(sheet) == SIGN), None)


def _first_cell(sheet: Sheet) -> str | None:
    if not sheet.table.num_columns or not sheet.table.num_rows:
        return None
    cell: str | None = sheet.table.column(0)[0].as_py()
    return cell


def read_lines(sheet: Sheet) -> list[ReadLine]:
    """The lines that have a code, from the top down."""
    width = min(LAST_COLUMN, sheet.table.num_columns)
    read = [column.to_pylist() for column in sheet.table.columns[:width]]
    padded = [*read, *([None] * sheet.table.num_rows for _ in range(LAST_COLUMN - width))]
    rows = zip(*padded, strict=True)
    return [
        ReadLine(number, str(cells[CODE_COLUMN - 1]), tuple(map(_text, cells[FIRST_ANSWER - 1 :])))
        for number, cells in enumerate(rows, start=1)
        if cells[CODE_COLUMN - 1]
    ]


def _text(cell: str | None) -> str | None:
    return (clean(cell) or None) if cell else None


def answers_in(upload: Upload, vocabulary: Vocabulary) -> Answers:
    """What a return says, as codes where a list of ours has the word.

    Raises:
        ValueError: the file is no return.
    """
    sheet = return_sheet(upload)
    if sheet is None:
        raise ValueError("the file is no return of a mechanism")
    found = read_lines(sheet)
    single = {line.code: line.cells for line in found}
    return Answers(
        which=_coded(_first(single, WHICH), vocabulary),
        says=_coded(_first(single, SAYS), vocabulary),
        members=_first(single, NUMBERS),
        sag={name: text for name in NUMBERS if name in single and (text := single[name][1])},
        roles=tuple(_table(found, "role", vocabulary)),
        seats=tuple(_table(found, "seat", vocabulary)),
        meetings=tuple(_table(found, "meeting", vocabulary)),
    )


def _first(single: Mapping[str, tuple[str | None, ...]], names: tuple[str, ...]) -> dict[str, str]:
    return {name: text for name in names if name in single and (text := single[name][0])}


def _table(found: list[ReadLine], table: str, vocabulary: Vocabulary) -> Iterator[Line]:
    for line in found:
        if line.code == table:
            told = {n: t for n, t in zip(TABLES[table], line.cells, strict=False) if t}
            # A role is offered line by line: alone it answers nothing.
            if told and told.keys() != {"role"}:
                yield _coded(told, vocabulary)


def _coded(told: Mapping[str, str], vocabulary: Vocabulary) -> dict[str, str]:
    asked = columns()
    return {name: _code(asked[name].choices, name, text, vocabulary) for name, text in told.items()}


def _code(kind: str | None, name: str, text: str, vocabulary: Vocabulary) -> str:
    if name == "organisation" and vocabulary.code("placeholder", text) == VACANT:
        return VACANT
    if name == "language":
        return languages_in(text, vocabulary) or text
    return (vocabulary.code(kind, text) if kind else None) or text
