"""The heading rows and the hashtag row of a sheet, searched in its first 25 rows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from loaders.heading_text import Block, column_headings
from loaders.hxl import is_tag_row, split_heading
from loaders.upload import Sheet
from loaders.vocabulary import Vocabulary

_SEARCHED = 25
# A heading does not come back below itself; the values of a table do.
_LOOKED_BELOW = 60
_HIGHEST_BLOCK = 3
_LONGEST_HEADING = 120

Row = tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Header:
    """Where a table begins and what its columns are called.

    Attributes:
        heading_rows: 1 is the first line; empty where the only heading row is hashtags.
        hxl_row: the row of hashtags; None where there is none or they stand inside the headings.
        first_data_row: the first line below the headings that is not blank.
        headings: one for each column, the rows of headings joined; empty where there is none.
        shorter: for each column, shorter readings of its heading: its last row, its first line.
        tags: the hashtag of each column, such as `#org+name`.
        confidence: 0 to 1.
    """

    heading_rows: tuple[int, ...]
    hxl_row: int | None
    first_data_row: int
    headings: tuple[str, ...]
    shorter: tuple[tuple[str, ...], ...]
    tags: tuple[str | None, ...]
    confidence: float

    @property
    def row(self) -> int:
        """The line that a person would point at: the lowest heading row, else the hashtags."""
        return self.heading_rows[-1] if self.heading_rows else self.hxl_row or 1


def find_header(
    sheet: Sheet, vocabulary: Vocabulary, dataset: str, *, row: int | None = None
) -> Header | None:
    """The headings of a sheet; None where no row of the first 25 looks like one.

    Args:
        sheet: as it was read.
        vocabulary: known headings and values.
        dataset: whose headings are looked for.
        row: the heading row that a person chose (1 is the first line); it is not questioned.
    """
    rows = top_rows(sheet, max(_SEARCHED + _LOOKED_BELOW, (row or 0) + 2))
    if row is not None:
        return _chosen(rows, row)
    known = _Known(vocabulary, dataset)
    searched = rows[:_SEARCHED]
    hxl = next((at for at, cells in enumerate(searched) if is_tag_row(cells)), None)
    if hxl is not None:
        return _around_tags(rows, hxl, known)
    best = max(range(len(searched)), key=lambda at: (known.headings(searched[at]), -at), default=0)
    if searched and known.headings(searched[best]) >= 2 and _is_heading(rows, best, known):
        block = (*_upwards(rows, best), *_below(rows, best, known))
        return _header(rows, block, None, 0.9)
    return _by_shape(rows, known)


def top_rows(sheet: Sheet, limit: int) -> list[Row]:
    """The first rows of a sheet as texts; blank cells are None."""
    columns = [
        [cell if cell and not cell.isspace() else None for cell in column.to_pylist()]
        for column in sheet.table.slice(0, limit).columns
    ]
    return list(zip(*columns, strict=True))


class _Known:
    """What the vocabulary says about the cells of a row."""

    def __init__(self, vocabulary: Vocabulary, dataset: str) -> None:
        self._vocabulary, self._dataset = vocabulary, dataset
        # The values of a list come again row after row.
        self._named: dict[str, str | None] = {}

    def headings(self, cells: Row) -> int:
        """How many different fields the cells name; a hashtag behind a heading counts as one."""
        return len({self._name(cell) for cell in cells if cell} - {None})

    def _name(self, cell: str) -> str | None:
        if cell not in self._named:
            text, tag = split_heading(cell)
            self._named[cell] = str(tag) if tag else self._vocabulary.heading(self._dataset, text)
        return self._named[cell]

    def values(self, cells: Row) -> int:
        """How many cells are values of a table: a cluster, a type, a country, a month."""
        kinds = ("cluster", "organisation_type", "country", "month")
        return sum(
            self._vocabulary.heading(self._dataset, cell) is None
            and any(self._vocabulary.code(kind, cell) is not None for kind in kinds)
            for cell in filter(None, cells)
        )


def _chosen(rows: list[Row], row: int) -> Header | None:
    at = row - 1
    if not 0 <= at < len(rows):
        return None
    if is_tag_row(rows[at]):
        return _header(rows, (), at, 1.0)
    hxl = next(
        (near for near in (at + 1, at - 1) if 0 <= near < len(rows) and is_tag_row(rows[near])),
        None,
    )
    return _header(rows, (at,), hxl, 1.0)


def _around_tags(rows: list[Row], hxl: int, known: _Known) -> Header:
    """Headings stand above the hashtags as a rule, sometimes below, sometimes nowhere."""
    above, below = hxl - 1, hxl + 1
    named_below = known.headings(rows[below]) if below < len(rows) else 0
    if above >= 0 and _filled(rows[above]) >= 2 and known.headings(rows[above]) >= named_below:
        return _header(rows, _upwards(rows, above), hxl, 1.0)
    if named_below >= 2 and _is_heading(rows, below, known):
        return _header(rows, (below,), hxl, 1.0)
    return _header(rows, (), hxl, 0.9)


def _by_shape(rows: list[Row], known: _Known) -> Header | None:
    """A row of different short texts over rows of values, where no heading is known."""
    width = max((_filled(cells) for cells in rows), default=0)
    for at, cells in enumerate(rows[:_SEARCHED]):
        wide_enough = _filled(cells) >= max(2, width / 2)
        if wide_enough and _is_heading(rows, at, known) and at + 1 < len(rows):
            return _header(rows, _upwards(rows, at), None, 0.4)
    return None


def _is_heading(rows: list[Row], at: int, known: _Known) -> bool:
    """Texts, none of which stands again below or is a value of a table.

    Unknown ones must also be short and all different.
    """
    texts = [cell.strip() for cell in rows[at] if cell]
    if any(map(_is_figure, texts)):
        return False
    repeats = len({text.casefold() for text in texts}) < len(texts)
    if known.headings(rows[at]) < 2 and (repeats or max(map(len, texts)) > _LONGEST_HEADING):
        return False
    # A list that was put together of several has the same headings again.
    below = [row for row in rows[at + 1 : at + 1 + _LOOKED_BELOW] if row != rows[at]]
    repeated = sum(
        any(row[column] == cell for row in below) for column, cell in enumerate(rows[at]) if cell
    )
    strange = repeated + known.values(rows[at])
    return strange == 0 or strange < known.headings(rows[at])


def _upwards(rows: list[Row], lowest: int) -> tuple[int, ...]:
    """The heading rows: the lowest, and those above it that group its columns (merged cells)."""
    block = [lowest]
    while len(block) < _HIGHEST_BLOCK and block[0] > 0 and _groups(rows, block[0] - 1, block[0]):
        block.insert(0, block[0] - 1)
    return tuple(block)


def _groups(rows: list[Row], upper: int, lower: int) -> bool:
    """Several different headings over several columns, and not a title, legend or total."""
    cells = rows[upper]
    texts = [cell for cell in cells if cell]
    spans = any(above is None and under for above, under in zip(cells, rows[lower], strict=True))
    return spans and len(set(texts)) >= 2 and not any(map(_is_figure, texts))


def _below(rows: list[Row], upper: int, known: _Known) -> tuple[int, ...]:
    """The row that completes the headings where the better known row is the upper of two."""
    lower = upper + 1
    if lower + 1 >= len(rows) or not _groups(rows, upper, lower):
        return ()
    joined = column_headings(Block((rows[upper], rows[lower]), None, len(rows[upper])))
    named = known.headings(tuple(one.text for one in joined))
    completes = named > known.headings(rows[upper]) and _is_heading(rows, lower, known)
    return (lower,) if completes and _filled(rows[lower]) < _filled(rows[lower + 1]) else ()


def _header(
    rows: list[Row], heading_rows: Sequence[int], hxl: int | None, confidence: float
) -> Header:
    block = Block(
        headings=tuple(rows[at] for at in heading_rows),
        tags=rows[hxl] if hxl is not None else None,
        width=len(rows[0]),
    )
    read = column_headings(block)
    return Header(
        heading_rows=tuple(at + 1 for at in heading_rows),
        hxl_row=None if hxl is None else hxl + 1,
        first_data_row=_first_filled(rows, after=max((*heading_rows, hxl or 0))) + 1,
        headings=tuple(one.text for one in read),
        shorter=tuple(one.shorter for one in read),
        tags=tuple(one.tag for one in read),
        confidence=confidence,
    )


def _first_filled(rows: list[Row], *, after: int) -> int:
    filled: Iterable[int] = (at for at in range(after + 1, len(rows)) if _filled(rows[at]))
    return next(iter(filled), after + 1)


def _filled(cells: Row) -> int:
    return sum(cell is not None for cell in cells)


def _is_figure(text: str) -> bool:
    """Whether a text is a number or a date and not a heading; a year may be a heading."""
    bare = text.strip().replace(",", "").replace(".", "").replace("%", "").replace(" ", "")
    stamp = bare.replace("-", "").replace("/", "").replace(":", "")
    return stamp.isdigit() and not (len(bare) == 4 and bare[:2] in {"19", "20"})
