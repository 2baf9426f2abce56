"""Rows copied from a spreadsheet: read, recognised and cleaned of people as any file is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import loaders
from core.errors import UnreadableFile
from loaders import Knowledge, Table
from loaders.issues import Code, Issue, Severity
from loaders.template_columns import choices_of
from pages.components.calculator.lists import DEFAULTS, GRIDS, Line, Lines

_NAME = "paste.tsv"
_SAID_ELSEWHERE = frozenset({"country", "period", "cluster"})


@dataclass(frozen=True, slots=True)
class Pasted:
    """What was understood.

    Attributes:
        lines: field to code, or to the text where it is in no list.
        unused: headings that were understood and are not asked for here.
        issues: what is wrong; with one that blocks there are no lines.
    """

    lines: Lines
    unused: tuple[str, ...]
    issues: tuple[Issue, ...]


def pasted(text: str, dataset: str, known: Knowledge) -> Pasted:
    """The rows of a text whose cells are parted by tabs, the first line being the headings.

    Raises:
        UnreadableFile: there is no table in it.
    """
    if not text.strip():
        raise UnreadableFile("empty-file", name=_NAME)
    upload = loaders.read(text.encode(), _NAME, encoding="utf-8")
    table, issues = loaders.find_table(upload, dataset, loaders.Choices(), known)
    told = (*upload.issues, *issues, *(table.mapping.issues if table else ()))
    telling = tuple(issue for issue in told if not _is_said_elsewhere(issue))
    if table is None or any(issue.severity is Severity.BLOCKS_FILE for issue in telling):
        return Pasted((), (), telling)
    unused = tuple(
        column.heading
        for column in table.mapping.columns
        if column.field and column.field not in GRIDS[dataset]
    )
    return Pasted(tuple(_lines(table, dataset, known)), unused, telling)


def _is_said_elsewhere(issue: Issue) -> bool:
    """Country, month and cluster are asked for above the lists."""
    return issue.code is Code.COLUMN_MISSING and issue.field in _SAID_ELSEWHERE


def _lines(table: Table, dataset: str, known: Knowledge) -> Iterator[Line]:
    fields = {f: at for f, at in table.mapping.fields.items() if f in GRIDS[dataset]}
    cells: Mapping[str, list[str | None]] = {
        field: table.sheet.table.column(f"c{at}").to_pylist() for field, at in fields.items()
    }
    standing = {f: c for f, c in DEFAULTS.items() if f in GRIDS[dataset] and f not in fields}
    for number in range(table.header.first_data_row - 1, table.sheet.table.num_rows):
        line = {field: _code(field, column[number], known) for field, column in cells.items()}
        told = {field: text for field, text in line.items() if text}
        if told:
            yield {**standing, **told}


def _code(field: str, text: str | None, known: Knowledge) -> str | None:
    clean = " ".join(text.split()) if text else None
    kind = choices_of(field)
    if clean is None or kind is None:
        return clean
    return known.vocabulary.code(kind, clean) or clean
