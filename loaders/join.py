"""Two sheets that belong together: the type of an organisation stands on another one.

Texts are matched once folded, exactly and never by likeness. What the list says itself comes first:
only organisations that it leaves unknown are looked up, and only empty cells are filled.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np

from core.i18n.folding import fold
from loaders.columns import TextColumn
from loaders.groups import tuples_of
from loaders.header import Header, find_header
from loaders.issues import Issue, column_letter
from loaders.mapping import Column, ColumnMapping, propose
from loaders.personal import holds_address, without_addresses
from loaders.unknown import stands_for_nothing, unknown_values
from loaders.upload import Sheet
from loaders.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True, order=True)
class Join:
    """A person's word that two sheets belong together.

    Attributes:
        sheet: the other sheet, visible or hidden.
        key: heading of its column of organisations, names or acronyms.
        type: heading of its column of types.
    """

    sheet: str
    key: str
    type: str


@dataclass(frozen=True, slots=True)
class JoinOffer:
    """A join that a person may accept.

    Attributes:
        visible: whether the other sheet is.
        rows_unknown: rows of the file with an organisation of unknown type without it.
        rows_settled: how many of these would have none.
    """

    join: Join
    visible: bool
    rows_unknown: int
    rows_settled: int


@dataclass(frozen=True, slots=True)
class JoinedType:
    """One organisation of the list that has its type from the other sheet.

    Attributes:
        organisation: as the list writes it.
        row: of the list, where such a cell was filled first; `rows` is how many were.
        type: as the other sheet writes it.
        source_row: of the other sheet; `source_column` likewise, A is 1.
    """

    organisation: str
    row: int
    rows: int
    type: str
    source_row: int
    source_column: int

    @property
    def cell(self) -> str:
        """Where the type stands, as a spreadsheet names it."""
        return f"{column_letter(self.source_column)}{self.source_row}"


@dataclass(frozen=True, slots=True)
class Joined:
    """What became of a join: the counts of `JoinOffer`, and every type that was taken."""

    join: Join
    rows_unknown: int
    rows_settled: int
    types: tuple[JoinedType, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What the other sheet says of one key: a type that is in our list.

    Attributes:
        code: of organisation_types.csv.
        row: where it stands first.
        several: the different types, where it has more than one: it then tells nothing.
    """

    code: int | None
    text: str
    row: int
    several: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class OtherSheet:
    """A sheet that holds organisations and their types, and what it says of each.

    Attributes:
        told: folded name or acronym -> its type.
        issues: types that are in no list; they tell nothing.
    """

    join: Join
    sheet: Sheet
    key: Column
    type: Column
    told: Mapping[str, Told]
    issues: tuple[Issue, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Readable:
    """A sheet with its heading and its columns."""

    sheet: Sheet
    header: Header
    mapping: ColumnMapping

    def name_of(self, column: Column) -> str:
        """As a person names a column: by its heading, or by its letter where that tells nothing."""
        alike = [c for c in self.mapping.columns if fold(c.heading) == fold(column.heading)]
        if fold(column.heading) and len(alike) == 1:
            return column.heading
        return f"column:{column_letter(column.position)}"


def readable(sheet: Sheet, dataset: str, vocabulary: Vocabulary) -> Readable | None:
    """A sheet as it can be looked things up in; None without a heading or anything below it."""
    header = find_header(sheet, vocabulary, dataset)
    if header is None or sheet.table.num_rows < header.first_data_row:
        return None
    return Readable(sheet, header, propose(sheet, header, dataset, vocabulary))


def other_sheet(
    read: Readable, key: Column, type_column: Column, vocabulary: Vocabulary
) -> OtherSheet:
    """What a sheet says of each organisation."""
    sheet = read.sheet
    keys = _text_column(read, key, names=True)
    types = _text_column(read, type_column, names=False)
    codes = [vocabulary.code("organisation_type", text) for text in types.texts]
    issues = unknown_values(types, codes, vocabulary, "organisation_type")
    return OtherSheet(
        Join(sheet.name, read.name_of(key), read.name_of(type_column)),
        sheet,
        key,
        type_column,
        dict(_told(keys, types, codes, vocabulary)),
        tuple(replace(issue, sheet=sheet.name) for issue in issues),
    )


def _text_column(read: Readable, column: Column, *, names: bool) -> TextColumn:
    first = read.header.first_data_row
    cells = read.sheet.table.slice(first - 1)
    numbers = np.arange(first, first + cells.num_rows)
    is_personal = _tells_person if names else holds_address
    return TextColumn.of(cells.column(column.position - 1), column.position, numbers, is_personal)


def _tells_person(text: str) -> bool:
    return without_addresses(text) != text


def _told(
    keys: TextColumn, types: TextColumn, codes: list[str | None], vocabulary: Vocabulary
) -> Iterator[tuple[str, Told]]:
    found: dict[str, dict[str, Told]] = {}
    for at in tuples_of([keys.coded, types.coded]).first.tolist():
        key, text = keys.text_at(at), types.text_at(at)
        if not key or not text or stands_for_nothing(key, vocabulary):
            continue
        if stands_for_nothing(text, vocabulary):
            continue
        code = codes[int(types.codes[at])]
        one = Told(None if code is None else int(code), text, int(keys.numbers[at]))
        found.setdefault(fold(key), {}).setdefault(code or fold(text), one)
    for key, meanings in found.items():
        first, *others = meanings.values()
        several = tuple(told.text for told in (first, *others)) if others else ()
        yield key, Told(None if others else first.code, first.text, first.row, several)
