"""What can be mended in place: the wrong cells of each column, value by value or row by row."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from loaders.issues import Code, Issue, Report
from loaders.located import Cells, Place, at_place
from loaders.mapping import Column
from loaders.mending import Correction, corrected
from loaders.personal import without_addresses
from loaders.said import short_text
from loaders.upload import Sheet, Upload

# More belong into the file itself; each is recorded with the batch.
MOST_CORRECTIONS = 20_000
_BY_VALUE = frozenset(
    (
        Code.VALUE_NOT_IN_LIST, Code.VALUE_NEAR_LIST, Code.VALUE_MISSING, Code.COUNTRY_MISSING,
        Code.PERIOD_MISSING, Code.PERIOD_IMPOSSIBLE, Code.PERIOD_IN_FUTURE, Code.CLUSTER_MISSING,
        Code.ROLE_MISSING, Code.ORGANISATION_PLACEHOLDER, Code.MECHANISM_UNKNOWN,
        Code.DATE_IMPOSSIBLE, Code.DATE_AMBIGUOUS, Code.NUMBER_IMPOSSIBLE, Code.NUMBER_AMBIGUOUS,
        Code.FORMULA_ERROR, Code.TWO_TYPES,
    )
)  # fmt: skip
# Each of their cells asks for an answer of its own.
_BY_ROW = frozenset((Code.VALUE_TOO_LONG, Code.ORGANISATION_MISSING))


@dataclass(frozen=True, slots=True)
class WrongColumn:
    """A column of the list in which cells can be mended.

    Attributes:
        sheet: its name.
        position: A is 1.
        field: what it holds.
        issues: each about one value, or about empty cells; the most frequent first.
    """

    sheet: str
    position: int
    field: str
    issues: tuple[Issue, ...]

    @property
    def values(self) -> tuple[Issue, ...]:
        """Those that can be mended wherever a cell reads the same."""
        return tuple(i for i in self.issues if i.code in _BY_VALUE and not i.more)

    @property
    def cells(self) -> int:
        """Cells in question, those of values that are not listed one by one as well."""
        return sum(issue.count for issue in self.issues)


@dataclass(frozen=True, slots=True)
class WrongRow:
    """One cell in question: the issue as it is said of it, whose row it is, what it reads."""

    issue: Issue
    row: int
    organisation: str | None
    written: str | None


def wrong_columns(report: Report, sheet: str, columns: Sequence[Column]) -> tuple[WrongColumn, ...]:
    """The columns with cells that can be mended, those of the most cells first.

    Args:
        report: what is said about the file.
        sheet: where the list stands.
        columns: of that sheet; one that is not used, as one about people, is never offered.
    """
    fields = {column.position: column.field for column in columns if column.field}
    found: dict[int, list[Issue]] = {}
    for issue in report.issues:
        here = issue.sheet == sheet and issue.row is not None and issue.column in fields
        if here and issue.column and issue.code in _BY_VALUE | _BY_ROW:
            found.setdefault(issue.column, []).append(issue)
    wrong = (
        WrongColumn(sheet, at, fields[at] or "", tuple(sorted(listed, key=_rarity)))
        for at, listed in found.items()
    )
    return tuple(sorted(wrong, key=lambda column: (-column.cells, column.position)))


def _rarity(issue: Issue) -> tuple[bool, int, int]:
    return bool(issue.more), -issue.count, issue.row or 0


def wrong_rows(
    upload: Upload,
    corrections: Sequence[Correction],
    wrong: WrongColumn,
    columns: Sequence[Column],
    most: int,
) -> tuple[tuple[WrongRow, ...], int]:
    """The first rows of a column in question, by their number, and how many there are in all.

    Args:
        upload: as it was read.
        corrections: under which the issues were found.
        wrong: the column.
        columns: of its sheet, of which one tells the organisation.
        most: how many to return.
    """
    mended = corrected(upload, corrections)
    cells, said = Cells(mended), dict[int, Issue]()
    for issue in wrong.issues:
        for place in _in_column(cells.of(issue), wrong.position):
            said.setdefault(place.row, at_place(issue, place))
    sheet = next(sheet for sheet in mended.sheets if sheet.name == wrong.sheet)
    names = [c.position for c in columns if c.field in {"organisation", "acronym"}]
    rows = (
        WrongRow(said[row], row, _first(sheet, row, names), _shown(sheet, row, wrong.position))
        for row in sorted(said)[:most]
    )
    return tuple(rows), max(len(said), wrong.cells)


def _first(sheet: Sheet, row: int, columns: Iterable[int]) -> str | None:
    return next((text for at in sorted(columns) if (text := _shown(sheet, row, at))), None)


def _shown(sheet: Sheet, row: int, column: int) -> str | None:
    """A cell as it may be shown: short, and without people."""
    text = _cell(sheet, row, column)
    return short_text(without_addresses(text)) if text else None


def _cell(sheet: Sheet, row: int, column: int) -> str | None:
    text: str | None = sheet.table.column(column - 1)[row - 1].as_py()
    return text


def _in_column(places: Iterable[Place], column: int) -> Iterator[Place]:
    return (place for place in places if place.column == column)


def everywhere(
    upload: Upload, corrections: Sequence[Correction], wanted: Mapping[Issue, str]
) -> tuple[Correction, ...]:
    """The corrections, and for each issue one more of every cell that it is about.

    Args:
        upload: as it was read.
        corrections: under which the issues were found.
        wanted: issue -> what its cells should read; an empty text empties them.
    """
    cells = Cells(corrected(upload, corrections))
    told = {
        (issue.sheet or "", place): text
        for issue, text in wanted.items()
        for place in _in_column(cells.of(issue), issue.column or 0)
    }
    return _with(upload, corrections, told)


def in_rows(
    upload: Upload,
    corrections: Sequence[Correction],
    sheet: str,
    wanted: Mapping[tuple[int, int], str],
) -> tuple[Correction, ...]:
    """The corrections, and one more for each cell: (row, column) -> what it should read."""
    told = {(sheet, Place(*at)): text for at, text in wanted.items()}
    return _with(upload, corrections, told)


def _with(
    upload: Upload, corrections: Sequence[Correction], told: Mapping[tuple[str, Place], str]
) -> tuple[Correction, ...]:
    """Of several about one cell the last; one that leaves it as it stands in the file is none."""
    sheets = {sheet.name: sheet for sheet in upload.sheets}
    found = {(one.sheet, one.row, one.column): one for one in corrections}
    for (name, (row, column)), text in told.items():
        before = _cell(sheets[name], row, column)
        found[name, row, column] = Correction(name, row, column, before, text or None)
    return tuple(one for _, one in sorted(found.items()) if one.before != one.after)


@dataclass(frozen=True, slots=True, order=True)
class Mended:
    """Corrections alike: one column, one text before, one after.

    Attributes:
        cells: how many.
        row: of the first.
    """

    column: int
    row: int
    before: str | None
    after: str | None
    cells: int


def alike(corrections: Iterable[Correction]) -> tuple[Mended, ...]:
    """The corrections run together, by column and first row."""
    found: dict[tuple[str, int, str | None, str | None], Mended] = {}
    for one in sorted(corrections, key=lambda c: (c.sheet, c.column, c.row)):
        key = (one.sheet, one.column, one.before, one.after)
        known = found.get(key, Mended(one.column, one.row, one.before, one.after, 0))
        found[key] = replace(known, cells=known.cells + 1)
    return tuple(found.values())
