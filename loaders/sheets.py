"""The sheet that holds the list: found by its columns, and asked for where several could be it."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from core.i18n.folding import fold
from loaders.header import Header, find_header, top_rows
from loaders.issues import Code, Issue, Severity
from loaders.mapping import ColumnMapping, propose
from loaders.mapping_issues import missing
from loaders.upload import Sheet, Upload
from loaders.vocabulary import Vocabulary

_LOOKED_AT = 50
# What makes a sheet plausible, or more plausible than another.
_TELLING = frozenset(
    ("organisation", "acronym", "organisation_type", "cluster", "role", "mechanism")
)


class SheetChoice(NamedTuple):
    """The sheet to be read; the first three are None where an issue says that there is none.

    `issues` are those of the choice; what is to be said of the columns is in `mapping.issues`.
    """

    sheet: Sheet | None
    header: Header | None
    mapping: ColumnMapping | None
    issues: tuple[Issue, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """How to read a sheet: whose headings, and what a person or another source already says.

    Attributes:
        row: the heading row that a person chose.
        choices: a person's (heading, field) pairs.
        given: fields that come from elsewhere and need no column.
    """

    dataset: str
    vocabulary: Vocabulary
    row: int | None = None
    choices: Sequence[tuple[str, str]] = ()
    given: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class _Candidate:
    sheet: Sheet
    header: Header
    mapping: ColumnMapping

    @property
    def rows(self) -> int:
        return int(self.sheet.table.num_rows) - self.header.first_data_row + 1

    @property
    def telling(self) -> frozenset[str]:
        return frozenset(self.mapping.fields) & _TELLING

    def lacks(self, reading: Reading) -> int:
        """How many required fields and headings that a person named are not in this sheet."""
        absent = missing(reading.dataset, {*self.mapping.fields, *reading.given})
        unknown = [i for i in self.mapping.issues if i.code is Code.HEADING_NOT_FOUND]
        return len(absent) + len(unknown)

    def is_better_than(self, other: "_Candidate") -> bool:
        """It has all that the other has and more, and is no small extract of it."""
        return self.telling > other.telling and self.rows >= other.rows


def choose_sheet(
    upload: Upload,
    dataset: str,
    vocabulary: Vocabulary,
    wanted: str | None = None,
    *,
    row: int | None = None,
    choices: Sequence[tuple[str, str]] = (),
    given: Collection[str] = (),
) -> SheetChoice:
    """Find the sheet with the list, its headings and its columns.

    Args:
        upload: the file as it was read.
        dataset: a name of DATASETS.
        vocabulary: known headings and values.
        wanted: the name of the sheet that a person chose.
        row: the heading row that a person chose, the first line is 1.
        choices: a person's (heading, field) pairs, see `propose`.
        given: fields that come from elsewhere and need no column.
    """
    reading = Reading(dataset, vocabulary, row, choices, given)
    if wanted is not None:
        named = _named(upload.sheets, wanted)
        if named is None:
            return SheetChoice(None, None, None, (_not_found(upload.sheets, wanted),))
        return _chosen((named,), reading)
    return _chosen(upload.sheets, reading)


def _chosen(sheets: Sequence[Sheet], reading: Reading) -> SheetChoice:
    """Of the complete tables the best, visible before hidden; else the nearest to one."""
    candidates: list[_Candidate] = []
    for visible in (True, False):
        alike = [sheet for sheet in sheets if sheet.visible is visible]
        candidates += [found for sheet in alike if (found := _candidate(sheet, reading))]
        complete = [c for c in candidates if not c.lacks(reading)]
        if complete:
            return _best(complete)
    if not candidates:
        return SheetChoice(None, None, None, (_nothing(sheets),))
    nearest = min(candidates, key=lambda c: (c.lacks(reading), not c.sheet.visible, -c.rows))
    return SheetChoice(nearest.sheet, nearest.header, nearest.mapping, ())


def _best(shown: list[_Candidate]) -> SheetChoice:
    """The one that no other betters; where several are left, the longest, and the question."""
    left = [c for c in shown if not any(other.is_better_than(c) for other in shown)]
    longest = max(left, key=lambda c: c.rows)
    several = Issue(
        code=Code.SEVERAL_SHEETS,
        severity=Severity.BLOCKS_FILE,
        sheet=longest.sheet.name,
        others=tuple(c.sheet.name for c in left),
    )
    issues = (several,) if len(left) > 1 else ()
    return SheetChoice(longest.sheet, longest.header, longest.mapping, issues)


def _candidate(sheet: Sheet, reading: Reading) -> _Candidate | None:
    if not _is_table(sheet):
        return None
    header = find_header(sheet, reading.vocabulary, reading.dataset, row=reading.row)
    if header is None or sheet.table.num_rows < header.first_data_row:
        return None
    mapping = propose(
        sheet, header, reading.dataset, reading.vocabulary, reading.choices, given=reading.given
    )
    return _Candidate(sheet, header, mapping)


def _is_table(sheet: Sheet) -> bool:
    """At least two rows that fill two columns: instructions and notes fill one."""
    if sheet.table.num_rows < 2:
        return False
    rows = top_rows(sheet, _LOOKED_AT)
    return sum(sum(cell is not None for cell in cells) >= 2 for cells in rows) >= 2


def _named(sheets: Iterable[Sheet], wanted: str) -> Sheet | None:
    """The sheet of exactly this name, else of this name but for case, accents and blanks."""
    by_name = {sheet.name: sheet for sheet in sheets}
    alike = [sheet for name, sheet in by_name.items() if fold(name) == fold(wanted)]
    return by_name.get(wanted) or (alike[0] if len(alike) == 1 else None)


def _not_found(sheets: Iterable[Sheet], wanted: str) -> Issue:
    return Issue(
        code=Code.SHEET_NOT_FOUND,
        severity=Severity.BLOCKS_FILE,
        value=wanted,
        others=tuple(sheet.name for sheet in sheets),
    )


def _nothing(sheets: Sequence[Sheet]) -> Issue:
    """No heading row in what may be a table, or no table at all."""
    tables = [sheet for sheet in sheets if _is_table(sheet)]
    if not tables:
        return Issue(code=Code.NO_TABLE_FOUND, severity=Severity.BLOCKS_FILE)
    shown = max(tables, key=lambda sheet: (sheet.visible, sheet.table.num_rows))
    return Issue(code=Code.HEADER_NOT_FOUND, severity=Severity.BLOCKS_FILE, sheet=shown.name)
