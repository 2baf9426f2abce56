"""A column as its distinct texts: a million rows hold a few hundred of them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from loaders.bounded import bounded
from loaders.groups import NOTHING, first_of_each
from loaders.issues import Code, Issue, Severity
from loaders.normalise import ConversionKind, clean


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A text that was made uniform: as in the file, as it is read; its cells and first row."""

    before: str
    after: str
    cells: int
    row: int


@dataclass(frozen=True, eq=False)
class TextColumn:
    """One column of a sheet below its heading.

    Attributes:
        position: as the person sees it, A is 1; None for a column that the file has not.
        texts: the distinct texts, cleaned of stray blanks, in order of first appearance.
        codes: for each row the index into `texts`; NOTHING where the cell is empty.
        numbers: for each row its number in the file (the first line is 1).
        withheld: rows whose cell told something about a person; the cell counts as empty.
        cleaned: the texts that differ from what stands in the file.
        literal: what a person does not want to be made of the texts.
    """

    position: int | None
    texts: tuple[str, ...]
    codes: np.ndarray
    numbers: np.ndarray
    withheld: np.ndarray
    cleaned: tuple[Cleaned, ...] = ()
    literal: frozenset[ConversionKind] = frozenset()

    @classmethod
    def of(
        cls,
        column: pa.ChunkedArray,
        position: int,
        numbers: np.ndarray,
        is_personal: Callable[[str], bool],
        literal: frozenset[ConversionKind] = frozenset(),
    ) -> "TextColumn":
        """Read a text column; texts that differ only in stray blanks become one.

        Args:
            column: the cells.
            position: A is 1.
            numbers: of the rows.
            is_personal: tells the texts that are not to be kept.
            literal: what is not to be made of the texts; a cell of blanks is empty all the same.
        """
        encoded = pc.dictionary_encode(column).combine_chunks()
        raw: list[str] = encoded.dictionary.to_pylist()
        told = [clean(text) for text in raw]
        kept = raw if ConversionKind.BLANKS in literal else told
        people = np.array([*map(is_personal, told), False])
        texts: dict[str, int] = {}
        lookup = [
            texts.setdefault(shown, len(texts)) if text and not personal else NOTHING
            for text, shown, personal in zip(told, kept, people, strict=False)
        ]
        where = encoded.indices.fill_null(len(raw)).to_numpy(zero_copy_only=False)
        cells = np.bincount(where, minlength=len(raw))
        first = first_of_each(where, len(raw)) if kept != raw else where
        cleaned = (
            Cleaned(before, after, int(cells[at]), int(numbers[first[at]]))
            for at, (before, after) in enumerate(zip(raw, kept, strict=True))
            if before != after and lookup[at] != NOTHING
        )
        codes = np.array([*lookup, NOTHING], dtype=np.int32)[where]
        return cls(position, tuple(texts), codes, numbers, people[where], tuple(cleaned), literal)

    @classmethod
    def absent(cls, numbers: np.ndarray) -> "TextColumn":
        """A column that the file has not: every cell is empty."""
        nothing = np.full(len(numbers), NOTHING, dtype=np.int32)
        return cls(None, (), nothing, numbers, np.zeros(len(numbers), dtype=bool))

    @classmethod
    def constant(cls, text: str, numbers: np.ndarray) -> "TextColumn":
        """A column that the file has not, said by a person or a name for every row."""
        codes = np.zeros(len(numbers), dtype=np.int32)
        return cls(None, (text,), codes, numbers, np.zeros(len(numbers), dtype=bool))

    def at(self, kept: np.ndarray) -> "TextColumn":
        """The column in some of its rows."""
        if kept.all():
            return self
        return replace(
            self,
            codes=self.codes[kept],
            numbers=self.numbers[kept],
            withheld=self.withheld[kept],
        )

    @property
    def empty(self) -> np.ndarray:
        """For each row whether the cell holds nothing."""
        empty: np.ndarray = self.codes == NOTHING
        return empty

    @property
    def coded(self) -> tuple[np.ndarray, int]:
        """What `tuples_of` takes."""
        return self.codes, len(self.texts)

    def text_at(self, index: int) -> str | None:
        """The text of a row, counted from 0."""
        code = int(self.codes[index])
        return None if code == NOTHING else self.texts[code]

    def map(self, meaning: Callable[[str], object], kind: pa.DataType) -> pa.Array:
        """What each row means: the function is asked once for each distinct text."""
        return self.spread([meaning(text) for text in self.texts], kind)

    def spread(
        self, meanings: Sequence[object], kind: pa.DataType, *, empty: object = None
    ) -> pa.Array:
        """For each row the meaning of its text; `empty` where the cell is."""
        return spread([*meanings, empty], self.codes, kind)

    def reported(self) -> pa.Array:
        """The texts themselves, row by row."""
        return self.spread(self.texts, pa.string())

    def counts(self) -> np.ndarray:
        """How many rows hold each distinct text."""
        return np.bincount(self.codes[~self.empty], minlength=len(self.texts))

    def first_rows(self) -> dict[int, int]:
        """Index of a text -> the row of the file where it stands first."""
        first = first_of_each(self.codes, len(self.texts))
        held = np.flatnonzero(first[:-1] != NOTHING)
        return dict(zip(held.tolist(), self.numbers[first[held]].tolist(), strict=True))

    def issues(
        self, code: Code, severity: Severity, field: str, wrong: Sequence[tuple[int, str | None]]
    ) -> Iterator[Issue]:
        """One issue for each wrong text: its first cell, how many rows, what was perhaps meant."""
        if not wrong:
            return
        first, counts = self.first_rows(), self.counts()
        yield from bounded(
            Issue(
                code=code,
                severity=severity,
                row=first[index],
                column=self.position,
                field=field,
                value=self.texts[index],
                suggestion=suggestion,
                count=int(counts[index]),
            )
            for index, suggestion in wrong
            if index in first
        )


def constant(text: str | None, rows: int) -> pa.Array:
    """The same text, or none, in every row."""
    return spread([text], np.zeros(rows, dtype=np.int32), pa.string())


def blanked(texts: pa.Array, where: pa.Array) -> pa.Array:
    """The texts but for some rows, which have none."""
    return pc.if_else(where, pa.scalar(None, texts.type), texts)


def spread(values: Sequence[object], rows: np.ndarray, kind: pa.DataType) -> pa.Array:
    """For each row the value it points at; texts as a dictionary that holds each text once.

    Args:
        values: what may be pointed at; NOTHING points at the last.
        rows: for each row an index into the values.
        kind: type of the values.
    """
    if kind != pa.string():
        return pa.array(values, kind).take(pa.array(np.where(rows < 0, len(values) - 1, rows)))
    numbers: dict[object, int] = {}
    lookup = np.array(
        [NOTHING if text is None else numbers.setdefault(text, len(numbers)) for text in values],
        dtype=np.int32,
    )
    told = lookup[rows]
    return pa.DictionaryArray.from_arrays(
        pa.array(told, mask=told == NOTHING), pa.array(list(numbers), kind)
    )
