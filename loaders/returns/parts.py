"""A return as the lists of its datasets: each answer in the row of the sheet where it stands.

The rows that are stored thus lead back to the lines of the return. Columns that a list shares with
the sheet keep their letter; what stands elsewhere in the sheet is repeated behind them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count

import pyarrow as pa

from loaders.issues import Issue, column_letter
from loaders.returns.answers import NUMBERS, ROLE, SAYS, SEAT, WHICH
from loaders.returns.layout import FIRST_ANSWER, LAST_COLUMN, columns
from loaders.returns.reading import ReadLine
from loaders.upload import Sheet

SAG = "Strategic Advisory Group (SAG)"
UNLISTED = "Attendance not listed"
_ROLE_AT = dict(zip(ROLE, count(FIRST_ANSWER), strict=False))
_SEAT_AT = dict(zip(SEAT, count(FIRST_ANSWER), strict=False))
_MEETING_AT = {"date": 3, "language": 4, "interpretation": 5, "minutes_translated": 6}

Texts = Mapping[str, str]
Places = Mapping[str, tuple[int, int]]


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """What a return says to one dataset.

    Attributes:
        sheet: of the same name and as long as that of the return; only this dataset stands in it.
        heading_row: where its headings stand.
        columns: (`column:B`, field) of every column.
        places: row of the list -> field -> where in the return the cell really stands.
    """

    dataset: str
    sheet: Sheet
    heading_row: int
    columns: tuple[tuple[str, str], ...]
    places: Mapping[int, Places]

    def placed(self, issue: Issue) -> Issue:
        """The issue with the address of the cell in the return."""
        there = self.places.get(issue.row or 0, {}).get(issue.field or "")
        if there is None:
            beyond = issue.column is not None and issue.column > LAST_COLUMN
            return replace(issue, column=None) if beyond else issue
        return replace(issue, row=there[0], column=there[1])


def parts(sheet: Sheet, lines: Sequence[ReadLine]) -> Iterator[Part]:
    """The datasets that something is said to, the mechanism's own return first."""
    single = _Single.of(lines)
    rows = {
        "mechanisms": dict(_returns(single, lines)),
        "roles": dict(_roles(single, lines)),
        "members": dict(_seats(single, lines)),
        "meetings": dict(_meetings(single, lines)),
    }
    shared = {"mechanisms": {}, "roles": _ROLE_AT, "members": _SEAT_AT, "meetings": _MEETING_AT}
    for dataset, said in rows.items():
        if said:
            yield _part(dataset, sheet, said, shared[dataset])


@dataclass(frozen=True, slots=True)
class _Said:
    """The cells of one row of a list, and where those stand that are not in the row itself."""

    texts: Texts
    places: Places


@dataclass(frozen=True, slots=True)
class _Single:
    """The answers that stand alone in their line."""

    rows: Mapping[str, int]
    cells: Mapping[str, tuple[str | None, ...]]

    @classmethod
    def of(cls, lines: Sequence[ReadLine]) -> "_Single":
        """The first line of each code."""
        first = {line.code: line for line in reversed(lines)}
        return cls({c: n.row for c, n in first.items()}, {c: n.cells for c, n in first.items()})

    def texts(self, names: Sequence[str], at: int = 0) -> dict[str, str]:
        """What is answered, field by field; `at` counts the cells of the line."""
        return {n: text for n in names if n in self.cells and (text := self.cells[n][at])}

    def places(self, names: Sequence[str], at: int = 0) -> dict[str, tuple[int, int]]:
        """Where the cells stand."""
        return {n: (self.rows[n], FIRST_ANSWER + at) for n in names if n in self.rows}

    def about(self, **instead: str) -> _Said:
        """Which mechanism and period; some of it said otherwise."""
        return _Said({**self.texts(WHICH), **instead}, self.places(WHICH))


def _returns(single: _Single, lines: Sequence[ReadLine]) -> Iterator[tuple[int, _Said]]:
    """The mechanism's own row, and that of its advisory group where its seats are counted."""
    own = {**single.texts(SAYS), **single.texts(NUMBERS)}
    row = single.rows.get("mechanism_type") or (lines[0].row if lines else 1)
    if own:
        about = single.about()
        places = {**about.places, **single.places(SAYS), **single.places(NUMBERS)}
        yield row, _Said({**about.texts, **own}, places)
    seats = single.texts(NUMBERS, at=1)
    if seats:
        about = single.about(mechanism_type=SAG, mechanism="")
        places = {**about.places, **single.places(NUMBERS, at=1)}
        yield single.rows[next(iter(seats))], _Said({**about.texts, **seats}, places)


def _roles(single: _Single, lines: Sequence[ReadLine]) -> Iterator[tuple[int, _Said]]:
    """Without an organisation a role is not known; a vacant one says so."""
    about = single.about()
    for row, told in _table(lines, "role", ROLE):
        if told.get("organisation") or told.get("acronym"):
            yield row, _Said({**about.texts, **told}, about.places)


def _seats(single: _Single, lines: Sequence[ReadLine]) -> Iterator[tuple[int, _Said]]:
    about = single.about(mechanism_type=SAG, mechanism="")
    for row, told in _table(lines, "seat", SEAT):
        if told.get("organisation") or told.get("acronym"):
            yield row, _Said({**about.texts, **told}, about.places)


def _meetings(single: _Single, lines: Sequence[ReadLine]) -> Iterator[tuple[int, _Said]]:
    """A meeting has a day of its own; who was there is not asked."""
    about = single.about(organisation=UNLISTED)
    kept = {name: text for name, text in about.texts.items() if name != "period"}
    for row, told in _table(lines, "meeting", tuple(_MEETING_AT)):
        yield row, _Said({**kept, **told}, about.places)


def _table(
    lines: Sequence[ReadLine], code: str, names: Sequence[str]
) -> Iterator[tuple[int, dict[str, str]]]:
    for line in lines:
        told = {n: text for n, text in zip(names, line.cells, strict=False) if text}
        if line.code == code and told:
            yield line.row, told


def _part(dataset: str, sheet: Sheet, said: Mapping[int, _Said], shared: Mapping[str, int]) -> Part:
    heading_row = max(min(said) - 1, 1)
    others = dict.fromkeys(n for one in said.values() for n in one.texts if n not in shared)
    behind = dict(zip(others, count(LAST_COLUMN + 1), strict=False))
    at = {**{n: place for n, place in shared.items() if _used(n, said)}, **behind}
    asked = columns()
    table = {}
    for position in range(1, max(at.values()) + 1):
        field = next((name for name, place in at.items() if place == position), None)
        cells: list[str | None] = [None] * int(sheet.table.num_rows)
        if field is not None:
            cells[heading_row - 1] = asked[field].heading.en
            for row, one in said.items():
                cells[row - 1] = one.texts.get(field) or None
        table[f"c{position}"] = pa.array(cells, pa.string())
    letters = tuple((f"column:{column_letter(place)}", name) for name, place in at.items())
    places = {row: one.places for row, one in said.items()}
    return Part(dataset, Sheet(sheet.name, pa.table(table), True), heading_row, letters, places)


def _used(name: str, said: Mapping[int, _Said]) -> bool:
    return any(one.texts.get(name) for one in said.values())
