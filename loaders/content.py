"""What a column holds, judged on a sample: enough to tell a list of clusters from one of places."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pyarrow as pa

from loaders.header import Header
from loaders.upload import Sheet

_SAMPLED_ROWS = 2000
_EXAMPLES = 3
_LONGEST_ACRONYM = 14


@dataclass(frozen=True, eq=False)
class Content:
    """One column below its heading.

    Attributes:
        position: A is 1.
        empty: no cell of the whole column is filled.
        cells: the sampled rows, the same rows in every column of a sheet.
    """

    position: int
    heading: str
    shorter: tuple[str, ...]
    tag: str | None
    empty: bool
    cells: pa.Array

    @cached_property
    def distinct(self) -> dict[str, int]:
        """Text -> how many sampled cells hold it, in order of appearance; no blanks."""
        counts: dict[str, int] = {}
        for pair in self.cells.value_counts().tolist() if not self.empty else ():
            text = " ".join((pair["values"] or "").split())
            if text:
                counts[text] = counts.get(text, 0) + pair["counts"]
        return counts

    @property
    def examples(self) -> tuple[str, ...]:
        """The first different values."""
        return tuple(self.distinct)[:_EXAMPLES]

    def share_of_cells(self, holds: Callable[[str], bool]) -> float:
        """Share of the filled cells for which something holds; 0 for an empty column."""
        filled = sum(self.distinct.values())
        hits = sum(count for text, count in self.distinct.items() if holds(text))
        return hits / filled if filled else 0.0

    def share_of_values(self, holds: Callable[[str], bool]) -> float:
        """Share of the different values for which something holds; 0 for an empty column."""
        return sum(map(holds, self.distinct)) / len(self.distinct) if self.distinct else 0.0

    @property
    def is_like_acronyms(self) -> bool:
        """Short, mostly capitals."""
        return self.share_of_values(_is_like_acronym) >= 0.6


def contents(sheet: Sheet, header: Header) -> tuple[Content, ...]:
    """Every column of a sheet, on up to 2,000 evenly spaced rows."""
    return tuple(_contents(sheet, header))


def _contents(sheet: Sheet, header: Header) -> Iterator[Content]:
    below = sheet.table.slice(header.first_data_row - 1)
    rows = _sampled(below.num_rows)
    for at, column in enumerate(below.columns):
        cells = (column if rows is None else column.take(rows)).combine_chunks()
        yield Content(
            position=at + 1,
            heading=header.headings[at],
            shorter=header.shorter[at],
            tag=header.tags[at],
            empty=_is_blank(cells) and _is_blank(column),
            cells=cells,
        )


def _is_blank(cells: pa.Array | pa.ChunkedArray) -> bool:
    if cells.null_count == len(cells):
        return True
    return all(cell.isspace() or not cell for cell in cells.drop_null().unique().to_pylist())


def _sampled(rows: int) -> pa.Array | None:
    if rows <= _SAMPLED_ROWS:
        return None
    return pa.array(np.linspace(0, rows - 1, _SAMPLED_ROWS).astype(np.int64))


def _is_like_acronym(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    capitals = sum(c.isupper() for c in letters)
    return len(text) <= _LONGEST_ACRONYM and capitals > len(letters) / 2
