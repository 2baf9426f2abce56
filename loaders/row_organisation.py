"""The organisation of each row: who is told apart, and the class of each in the whole file."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from core.i18n.folding import fold, identity_key
from loaders.acronyms import Acronym
from loaders.choices import Identity
from loaders.columns import TextColumn, spread
from loaders.groups import NOTHING, tuples_of
from loaders.known import Knowledge
from loaders.organisations import RANK, RED_CROSS, Judged, Seen, judge
from loaders.vocabulary import Vocabulary

Who = tuple[str, str]  # country and what tells its organisations apart
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class OrganisationColumns:
    """The columns that say who; absent ones are empty."""

    name: TextColumn
    acronym: TextColumn
    type: TextColumn


@dataclass(frozen=True, slots=True)
class Combination:
    """A distinct tuple of country, name, acronym and declared type, and how often it stands.

    Attributes:
        who: None where it is nobody, or the country is not known.
        shown: the text that tells it apart, as written.
        name: as written; None where it is blank or stands for nobody.
        written: name or acronym as it stands in the file, whatever it stands for.
        placeholder: why it is nobody: none, vacant, unknown, other; None for a blank cell.
        type_code: what the type cell declares; None where it tells nothing.
        row: the row of the file where it stands first.
    """

    who: Who | None
    shown: str | None
    name: str | None
    acronym: str | None
    type_text: str | None
    type_code: int | None
    written: str | None
    placeholder: str | None
    rows: int
    row: int

    @property
    def vacant(self) -> bool:
        """Nobody holds it; `other` and `not in the list` are somebody who is not named."""
        return self.shown is None and self.placeholder in {None, "none", "vacant"}


@dataclass(frozen=True, slots=True, eq=False)
class RowOrganisations:
    """Who stands in each row.

    Attributes:
        combinations: the distinct ones.
        member: for each row which of them it has.
        seen: what the file says about each organisation.
        judged: its class in the whole file.
        informative: codes of types that tell a class; `other` does not.
        apart: acronyms of the file that are several organisations, and were told apart by name.
    """

    combinations: tuple[Combination, ...]
    member: np.ndarray
    seen: Mapping[Who, Seen]
    judged: Mapping[Who, Judged]
    informative: frozenset[int]
    apart: frozenset[Acronym]

    def spread(self, values: Iterable[object], kind: pa.DataType) -> pa.Array:
        """Values of the combinations, row by row."""
        return spread(list(values), self.member, kind)

    def judgements(self) -> list[Judged | None]:
        """The class of each combination's organisation; None for nobody."""
        return [self.judged[c.who] if c.who else None for c in self.combinations]

    @property
    def has_type(self) -> bool:
        """Whether the file tells a type from which a class can follow, of anybody at all."""
        return any(c.type_code in self.informative | {RED_CROSS} for c in self.combinations)

    def types_unknown(self) -> list[bool]:
        """Whether a combination's own type cell tells nothing, and its name neither."""
        return [
            c.type_code not in self.informative and not (judged and judged.by_name)
            for c, judged in zip(self.combinations, self.judgements(), strict=True)
        ]


def row_organisations(
    columns: OrganisationColumns,
    country: pa.Array,
    identity: Identity,
    knowledge: Knowledge,
) -> RowOrganisations:
    """Read who stands in every row, and settle the class of each organisation."""
    vocabulary = knowledge.vocabulary
    apart = knowledge.acronyms.apart if identity == "acronym" else frozenset()
    combinations, member = _combinations(columns, country, _Telling(identity, apart), vocabulary)
    seen = _seen(combinations)
    classes = vocabulary.organisation_types
    judged = {who: judge(told, classes, knowledge.movement) for who, told in seen.items()}
    informative = frozenset(code for code, class_ in classes.items() if class_ in RANK)
    met = frozenset(
        (c.who[0], identity_key(c.acronym)) for c in combinations if c.who and c.acronym
    )
    return RowOrganisations(tuple(combinations), member, seen, judged, informative, apart & met)


@dataclass(frozen=True, slots=True)
class _Telling:
    """What tells organisations apart; an acronym that is several of them does not."""

    identity: Identity
    apart: frozenset[Acronym]

    def shown(self, home: str | None, name: str | None, acronym: str | None) -> str | None:
        several = acronym and home and (home, identity_key(acronym)) in self.apart
        by_acronym = self.identity == "acronym" and not several
        return (acronym or name) if by_acronym else (name or acronym)


def _combinations(
    columns: OrganisationColumns, country: pa.Array, telling: _Telling, vocabulary: Vocabulary
) -> tuple[list[Combination], np.ndarray]:
    countries = pc.dictionary_encode(country)
    place = countries.indices.fill_null(NOTHING).to_numpy(zero_copy_only=False)
    iso3: list[str] = countries.dictionary.to_pylist()
    named = (columns.name, columns.acronym, columns.type)
    tuples = tuples_of([(place, len(iso3)), *(column.coded for column in named)])
    names = [_somebody(text, vocabulary) for text in columns.name.texts]
    acronyms = [_somebody(text, vocabulary) for text in columns.acronym.texts]
    types = [_type_code(text, vocabulary) for text in columns.type.texts]
    found = []
    for row, count in zip(tuples.first.tolist(), tuples.rows.tolist(), strict=True):
        name = _at(names, columns.name, row)
        acronym = _at(acronyms, columns.acronym, row)
        home = iso3[place[row]] if place[row] != NOTHING else None
        shown = telling.shown(home, name, acronym)
        written = columns.name.text_at(row) or columns.acronym.text_at(row)
        found.append(
            Combination(
                who=(home, identity_key(shown)) if home and shown else None,
                shown=shown,
                name=name,
                acronym=acronym,
                type_text=columns.type.text_at(row),
                type_code=_at(types, columns.type, row),
                written=written,
                placeholder=vocabulary.code("placeholder", written) if written else None,
                rows=count,
                row=int(columns.name.numbers[row]),
            )
        )
    return found, tuples.member


def _at(values: Sequence[T], column: TextColumn, row: int) -> T | None:
    index = int(column.codes[row])
    return None if index == NOTHING else values[index]


def _somebody(text: str, vocabulary: Vocabulary) -> str | None:
    """The text, or None where it stands for no organisation."""
    if not fold(text) or vocabulary.code("placeholder", text) is not None:
        return None
    return text


def _type_code(text: str, vocabulary: Vocabulary) -> int | None:
    code = vocabulary.code("organisation_type", text)
    return None if code is None else int(code)


def _seen(combinations: Sequence[Combination]) -> dict[Who, Seen]:
    seen: dict[Who, Seen] = {}
    for c in sorted(combinations, key=lambda combination: combination.row):
        if c.who is None:
            continue
        told = seen.setdefault(c.who, Seen(country=c.who[0], first_row=c.row))
        told.types[c.type_code] += c.rows
        if c.name:
            told.names[c.name] += c.rows
        if c.acronym:
            told.acronyms[c.acronym] += c.rows
        if c.type_text:
            told.type_texts[c.type_text] += c.rows
    return seen
