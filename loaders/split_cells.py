"""The cells of a list with one row for each organisation, where a cell that names several is split.

Every part stays a row of the file's row: it keeps its number. A type for the whole cell is not
known to be the type of each of its organisations: `WFP / Espoir` under `UN` would count a local one
as international, and the other way round. So a type holds for all only if the cell gives as many of
them as organisations; else each is of unknown type, unless its name, another row or a joined sheet
settles it. An acronym is handed on in the same way.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from core.i18n.folding import fold, identity_key
from loaders.groups import NOTHING, Tuples, tuples_of
from loaders.issues import Code, Issue, Severity
from loaders.known import Knowledge
from loaders.normalise import Conversion, ConversionKind, clean
from loaders.personal import holds_address
from loaders.split import Splitting
from loaders.split_offers import SplitOffer, counted_texts, lone_names, offers, on_one_line
from loaders.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True, eq=False)
class SplitCells:
    """The cells with a row for each organisation.

    Attributes:
        cells: as the sheet's; where nothing was split it is the same.
        numbers: for each of its rows the number of the row in the file.
        conversions: each text that was split.
        offers: signs that would part something, whether chosen or not.
    """

    cells: pa.Table
    numbers: np.ndarray
    issues: tuple[Issue, ...] = ()
    conversions: tuple[Conversion, ...] = ()
    offers: tuple[SplitOffer, ...] = ()


@dataclass(frozen=True, slots=True)
class Positions:
    """Where name, acronym and type stand, A is 1; None for a column that the file has not."""

    name: int | None
    acronym: int | None
    type: int | None

    @property
    def main(self) -> tuple[str, int | None]:
        """The column whose cells are split, and what it holds."""
        return ("organisation", self.name) if self.name else ("acronym", self.acronym)


# Name, acronym, type: as they stand in the cells, or what a part has of them.
_Triple = tuple[str | None, str | None, str | None]


def split_cells(
    cells: pa.Table,
    numbers: np.ndarray,
    positions: Positions,
    signs: Sequence[str],
    knowledge: Knowledge,
) -> SplitCells:
    """Take apart what a person said is several organisations, and offer what else could be.

    Args:
        cells: of the list below its heading.
        numbers: of its rows in the file.
        positions: of the columns that say who.
        signs: chosen ones, of SIGNS; none: nothing is split.
        knowledge: names that are known as one organisation.
    """
    field, main = positions.main
    if main is None:
        return SplitCells(cells, numbers)
    counted = counted_texts(cells.column(main - 1))
    if not counted and not signs:
        return SplitCells(cells, numbers)
    splitting = Splitting(signs, knowledge, lone_names(cells.column(main - 1)))
    offered = tuple(offers(counted, splitting))
    if not signs:
        return SplitCells(cells, numbers, offers=offered)
    made = _Made(cells, numbers, positions, splitting)
    issues, conversions = tuple(made.issues()), tuple(made.conversions(field))
    return SplitCells(*made.rows(), issues, conversions, offered)


@dataclass(frozen=True, slots=True)
class _Kind:
    """A distinct tuple of cells, what became of it, where it stands first, and how often."""

    before: _Triple
    after: tuple[_Triple, ...]
    whole: tuple[str, ...]
    row: int
    rows: int

    @property
    def is_split(self) -> bool:
        return self.after != (self.before,)


class _Made:
    """The split rows of a list, worked out once for each distinct tuple of cells."""

    def __init__(
        self, cells: pa.Table, numbers: np.ndarray, positions: Positions, splitting: Splitting
    ) -> None:
        self._cells, self._numbers, self._splitting = cells, numbers, splitting
        self._positions = (positions.name, positions.acronym, positions.type)
        self._tuples, triples = self._distinct()
        first, rows = self._tuples.first.tolist(), self._tuples.rows.tolist()
        self._kinds = [
            self._kind(triple, int(numbers[at]), count)
            for triple, at, count in zip(triples, first, rows, strict=True)
        ]

    def rows(self) -> tuple[pa.Table, np.ndarray]:
        """The cells and the numbers of their rows."""
        if not any(kind.is_split for kind in self._kinds):
            return self._cells, self._numbers
        lengths = np.array([len(kind.after) for kind in self._kinds])
        starts = np.cumsum(lengths) - lengths
        times = lengths[self._tuples.member]
        source = np.repeat(np.arange(len(times)), times)
        ordinal = np.arange(len(source)) - np.repeat(np.cumsum(times) - times, times)
        at = pa.array(starts[self._tuples.member[source]] + ordinal)
        cells = self._cells.take(pa.array(source))
        for part, position in enumerate(self._positions):
            if position is not None:
                texts = pa.array([one[part] for k in self._kinds for one in k.after], pa.string())
                name = cells.column_names[position - 1]
                cells = cells.set_column(position - 1, name, pa.chunked_array([texts.take(at)]))
        return cells, self._numbers[source]

    def conversions(self, field: str) -> Iterator[Conversion]:
        """What was split, once for each text."""
        found: dict[str, tuple[str, int]] = {}
        for kind in filter(lambda kind: kind.is_split, self._kinds):
            parts = [name or acronym or "" for name, acronym, _ in kind.after]
            before = on_one_line(kind.before[0] or kind.before[1] or "")
            if not any(map(holds_address, [before, *parts])):
                rows = found.get(before, ("", 0))[1] + kind.rows
                found[before] = " · ".join(parts), rows
        for before, (after, rows) in found.items():
            yield Conversion(field, before, after, rows, ConversionKind.SPLIT)

    def issues(self) -> Iterator[Issue]:
        """Names left whole because they are known; types and acronyms that hold for nobody."""
        told: dict[tuple[Code, int, str], Issue] = {}
        for kind in self._kinds:
            for code, part, value in _remarks(kind):
                position = self._positions[part]
                key = code, part, value
                if position is not None and key not in told:
                    told[key] = Issue(
                        code=code,
                        severity=Severity.WARNS,
                        row=kind.row,
                        column=position,
                        field=("organisation", "acronym", "organisation_type")[part],
                        value=value,
                        count=0,
                    )
                if key in told:
                    told[key] = replace(told[key], count=told[key].count + kind.rows)
        yield from told.values()

    def _distinct(self) -> tuple[Tuples, list[_Triple]]:
        codes, texts = [], []
        for position in self._positions:
            column = (
                pa.nulls(self._cells.num_rows, pa.string())
                if position is None
                else self._cells.column(position - 1).combine_chunks()
            )
            encoded = pc.dictionary_encode(column)
            indices = encoded.indices.fill_null(NOTHING).to_numpy(zero_copy_only=False)
            known: list[str | None] = [*encoded.dictionary.to_pylist(), None]
            codes.append((indices, len(known) - 1))
            texts.append((indices, known))
        tuples = tuples_of(codes)
        triples: list[_Triple] = [
            (
                texts[0][1][texts[0][0][at]],
                texts[1][1][texts[1][0][at]],
                texts[2][1][texts[2][0][at]],
            )
            for at in tuples.first.tolist()
        ]
        return tuples, triples

    def _kind(self, before: _Triple, row: int, rows: int) -> _Kind:
        name, acronym, type_text = before
        by_name = bool(name and fold(name))
        found = self._splitting.parts((name if by_name else acronym) or "")
        if len(found.texts) < 2:
            return _Kind(before, (before,), found.whole, row, rows)
        count = len(found.texts)
        acronyms = self._handed_on(acronym, count) if by_name else found.texts
        names = found.texts if by_name else (None,) * count
        types = self._types(type_text, count)
        after: dict[str, _Triple] = {}
        for one in zip(names, acronyms, types, strict=True):
            after.setdefault(identity_key(one[0] or one[1] or ""), one)
        return _Kind(before, tuple(after.values()), found.whole, row, rows)

    def _handed_on(self, text: str | None, count: int) -> tuple[str | None, ...]:
        """One for each organisation where there are as many; else nobody's."""
        pieces = self._splitting.pieces(text) if text else []
        return tuple(pieces) if len(pieces) == count else (None,) * count

    def _types(self, text: str | None, count: int) -> tuple[str | None, ...]:
        words: Vocabulary = self._splitting.knowledge.vocabulary
        is_one = text is not None and words.code_of_all("organisation_type", text) is not None
        return (None,) * count if is_one else self._handed_on(text, count)


def _remarks(kind: _Kind) -> Iterator[tuple[Code, int, str]]:
    """Code, which part of the tuple it is about, and its text."""
    for name in kind.whole:
        yield Code.SPLIT_LEFT_WHOLE, 0 if kind.before[0] else 1, name
    for part in (1, 2):
        text = kind.before[part]
        lost = kind.is_split and text and fold(text) and all(a[part] is None for a in kind.after)
        if lost and text:
            yield Code.SPLIT_NOT_EACH, part, clean(text)
