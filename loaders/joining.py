"""Joins of a file: the one that a person chose, applied; and those that could be, offered."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from core.i18n.folding import fold, identity_key
from loaders.choices import Choices
from loaders.columns import NOTHING, TextColumn
from loaders.issues import Code, Issue, Severity, column_letter
from loaders.join import (
    Join,
    Joined,
    JoinedType,
    JoinOffer,
    OtherSheet,
    Readable,
    Told,
    other_sheet,
    readable,
)
from loaders.known import Knowledge
from loaders.mapping import Column
from loaders.organisations import RED_CROSS, Seen
from loaders.row_organisation import (
    Combination,
    OrganisationColumns,
    RowOrganisations,
    Who,
    row_organisations,
)
from loaders.row_place import row_countries
from loaders.table import Table
from loaders.unknown import stands_for_nothing
from loaders.upload import Upload

_BY_LETTER = "column:"


@dataclass(frozen=True, slots=True)
class Joining:
    """The columns of a list once the join that a person chose is applied.

    Attributes:
        columns: with the types of the other sheet in empty cells.
        joined: what became of the join; None where none was chosen, or it names what is not there.
        used: of the other sheet, its name and the positions of the two columns.
    """

    columns: Mapping[str, TextColumn]
    joined: Joined | None = None
    used: tuple[str, frozenset[int]] | None = None
    issues: tuple[Issue, ...] = ()


def apply_join(
    columns: Mapping[str, TextColumn],
    upload: Upload,
    names: tuple[str, ...],
    dataset: str,
    choices: Choices,
    knowledge: Knowledge,
) -> Joining:
    """Fill the types that the list leaves unknown from the sheet that a person named."""
    if choices.join is None:
        return Joining(columns)
    other = _chosen(choices.join, upload, dataset, knowledge)
    if isinstance(other, Issue):
        return Joining(columns, issues=(other,))
    vocabulary = knowledge.vocabulary
    country = row_countries(columns["country"], choices.country, names, vocabulary).country
    who = OrganisationColumns(
        columns["organisation"], columns["acronym"], columns["organisation_type"]
    )
    organisations = row_organisations(who, country, choices.identity, knowledge)
    found = _Matches(organisations, other, knowledge)
    filled = _filled(columns["organisation_type"], organisations, found.filled)
    return Joining(
        {**columns, "organisation_type": filled},
        Joined(other.join, found.rows_unknown, found.rows_settled, tuple(found.types())),
        (other.sheet.name, frozenset((other.key.position, other.type.position))),
        (*other.issues, *found.issues()),
    )


def join_offers(
    organisations: RowOrganisations,
    upload: Upload,
    table: Table,
    dataset: str,
    knowledge: Knowledge,
) -> tuple[tuple[JoinOffer, ...], tuple[Issue, ...]]:
    """For each other sheet the join that would settle most, and what stands in its way."""
    if all(judged.type_known for judged in organisations.judged.values()):
        return (), ()
    offers: list[JoinOffer] = []
    issues: list[Issue] = []
    for sheet in upload.sheets:
        if sheet.name == table.sheet.name:
            continue
        read = readable(sheet, dataset, knowledge.vocabulary)
        found = [_Matches(organisations, other, knowledge) for other in _others(read, knowledge)]
        best = max(found, key=lambda one: one.rows_settled, default=None)
        if best is not None:
            issues += best.issues()
            if best.rows_settled:
                join = best.other.join
                offers.append(JoinOffer(join, sheet.visible, best.rows_unknown, best.rows_settled))
    offers.sort(key=lambda offer: (-offer.rows_settled, not offer.visible))
    return tuple(offers), (*map(_possible, offers), *issues)


def _possible(offer: JoinOffer) -> Issue:
    return Issue(
        code=Code.JOIN_POSSIBLE,
        severity=Severity.WARNS,
        sheet=offer.join.sheet,
        field="organisation_type",
        value=offer.join.key,
        suggestion=offer.join.type,
        count=offer.rows_settled,
        others=(str(offer.rows_unknown),),
    )


def _others(read: Readable | None, knowledge: Knowledge) -> Iterator[OtherSheet]:
    """A sheet by its names and by its acronyms, where it has types at all."""
    if read is None:
        return
    by_field = {column.field: column for column in read.mapping.columns if column.field}
    type_column = by_field.get("organisation_type")
    for field in ("organisation", "acronym"):
        if type_column is not None and field in by_field:
            yield other_sheet(read, by_field[field], type_column, knowledge.vocabulary)


def _chosen(join: Join, upload: Upload, dataset: str, knowledge: Knowledge) -> OtherSheet | Issue:
    """The sheet and columns that a person named; what is not there blocks the file."""
    exact = [sheet for sheet in upload.sheets if sheet.name == join.sheet]
    alike = [sheet for sheet in upload.sheets if fold(sheet.name) == fold(join.sheet)]
    sheet = next(iter(exact or (alike if len(alike) == 1 else ())), None)
    read = readable(sheet, dataset, knowledge.vocabulary) if sheet else None
    if read is None:
        return Issue(
            code=Code.SHEET_NOT_FOUND,
            severity=Severity.BLOCKS_FILE,
            value=join.sheet,
            others=tuple(one.name for one in upload.sheets),
        )
    offered = [c for c in read.mapping.columns if c.reason not in {"personal-data", "empty"}]
    found = [_column(heading, offered) for heading in (join.key, join.type)]
    key, type_column = found
    if key is None or type_column is None:
        return Issue(
            code=Code.HEADING_NOT_FOUND,
            severity=Severity.BLOCKS_FILE,
            sheet=read.sheet.name,
            value=join.key if key is None else join.type,
            others=tuple(column.heading for column in offered if column.heading),
        )
    return other_sheet(read, key, type_column, knowledge.vocabulary)


def _column(heading: str, offered: Sequence[Column]) -> Column | None:
    """By letter after `column:`, else as it stands, else but for case, accents and blanks."""
    if heading.startswith(_BY_LETTER):
        letter = heading.removeprefix(_BY_LETTER).strip().upper()
        return next((c for c in offered if column_letter(c.position) == letter), None)
    exact = [c for c in offered if c.heading == " ".join(heading.split())]
    alike = [c for c in offered if fold(heading) and fold(c.heading) == fold(heading)]
    return next(iter(exact + alike), None)


class _Matches:
    """The organisations that the list leaves unknown, and what another sheet says of them."""

    def __init__(
        self, organisations: RowOrganisations, other: OtherSheet, knowledge: Knowledge
    ) -> None:
        self.other = other
        self.rows_unknown = self.rows_settled = 0
        self.filled: dict[int, Told] = {}
        self._organisations, self._knowledge = organisations, knowledge
        self._types: dict[Who, JoinedType] = {}
        self._contradicted: list[Issue] = []
        self._homonyms = _homonyms(organisations)
        for who, mine in _unknown(organisations).items():
            rows = sum(c.rows for _, c in mine)
            self.rows_unknown += rows
            empty = [(at, c) for at, c in mine if self._says_nothing(c)]
            told = {key: one for _, c in empty for key, one in self._told(c)}
            self._settle(who, empty, told, rows)

    def types(self) -> Iterator[JoinedType]:
        """What was taken, in the order of the list."""
        yield from sorted(self._types.values(), key=lambda one: one.row)

    def issues(self) -> Iterator[Issue]:
        """Organisations of the list of which the other sheet says two things."""
        yield from self._contradicted

    def _says_nothing(self, c: Combination) -> bool:
        return c.type_text is None or stands_for_nothing(c.type_text, self._knowledge.vocabulary)

    def _told(self, c: Combination) -> Iterator[tuple[str, Told]]:
        by_acronym = c.who and c.acronym and (c.who[0], identity_key(c.acronym))
        acronym = None if by_acronym in self._homonyms else c.acronym
        for text in filter(None, (c.name, acronym)):
            if fold(text) in self.other.told:
                yield fold(text), self.other.told[fold(text)]

    def _settle(
        self,
        who: Who,
        empty: Sequence[tuple[int, Combination]],
        told: Mapping[str, Told],
        rows: int,
    ) -> None:
        codes = {one.code for one in told.values() if not one.several}
        if any(one.several for one in told.values()) or len(codes) > 1:
            self._contradicted.append(self._contradiction(empty[0][1], told.values()))
            return
        if not codes or None in codes:
            return
        one = min(told.values(), key=lambda told: told.row)
        self.filled |= {at: one for at, _ in empty}
        first = empty[0][1]
        self._types[who] = JoinedType(
            organisation=first.shown or "",
            row=first.row,
            rows=sum(c.rows for _, c in empty),
            type=one.text,
            source_row=one.row,
            source_column=self.other.type.position,
        )
        if self._tells_class(one.code, self._organisations.seen[who]):
            self.rows_settled += rows

    def _tells_class(self, code: int | None, seen: Seen) -> bool:
        if code == RED_CROSS:
            named = (*seen.names, *seen.acronyms)
            return self._knowledge.movement.society(named, declared=True) is not None
        return code in self._organisations.informative

    def _contradiction(self, c: Combination, told: Iterable[Told]) -> Issue:
        listed = sorted(told, key=lambda one: one.row)
        texts = (text for one in listed for text in (one.several or (one.text,)))
        return Issue(
            code=Code.JOIN_CONTRADICTED,
            severity=Severity.WARNS,
            sheet=self.other.sheet.name,
            row=listed[0].row,
            column=self.other.type.position,
            field="organisation_type",
            value=c.shown,
            others=tuple(dict.fromkeys(texts)),
        )


def _unknown(organisations: RowOrganisations) -> dict[Who, list[tuple[int, Combination]]]:
    """Organisations of unknown type: their combinations with their indexes, by first row."""
    found: dict[Who, list[tuple[int, Combination]]] = defaultdict(list)
    for at, c in enumerate(organisations.combinations):
        if c.who is not None and not organisations.judged[c.who].type_known:
            found[c.who].append((at, c))
    return {who: sorted(mine, key=lambda pair: pair[1].row) for who, mine in found.items()}


def _homonyms(organisations: RowOrganisations) -> set[tuple[str, str]]:
    """Acronyms that go with several names, and are not said to tell organisations apart."""
    names: dict[tuple[str, str], set[str]] = defaultdict(set)
    for c in organisations.combinations:
        by_acronym = c.who and c.name and c.acronym and c.who[1] == identity_key(c.acronym)
        if c.who and c.name and c.acronym and not by_acronym:
            names[c.who[0], identity_key(c.acronym)].add(identity_key(c.name))
    several = {acronym for acronym, those in names.items() if len(those) > 1}
    return several | set(organisations.apart)


def _filled(
    column: TextColumn, organisations: RowOrganisations, filled: Mapping[int, Told]
) -> TextColumn:
    """The column of types with those of the other sheet in the rows of some combinations."""
    texts = {text: index for index, text in enumerate(column.texts)}
    instead = np.full(len(organisations.combinations), NOTHING, dtype=np.int32)
    for at, told in filled.items():
        instead[at] = texts.setdefault(told.text, len(texts))
    taken = instead[organisations.member]
    codes = np.where(taken == NOTHING, column.codes, taken)
    return replace(column, texts=tuple(texts), codes=codes)
