"""Joins of a file: the one that a person chose, applied; and those that could be, offered."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from rapidfuzz import fuzz, process

from core.i18n.folding import fold
from loaders.choices import Choices
from loaders.columns import TextColumn
from loaders.groups import NOTHING
from loaders.issues import Code, Issue, Severity, column_letter
from loaders.join import (
    Join,
    Joined,
    JoinOffer,
    OtherSheet,
    Readable,
    Told,
    other_sheet,
    readable,
)
from loaders.join_matches import Matches
from loaders.known import Knowledge
from loaders.mapping import Column
from loaders.row_organisation import (
    OrganisationColumns,
    RowOrganisations,
    row_organisations,
)
from loaders.row_place import row_countries
from loaders.table import Table
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
    found = Matches(organisations, who.name.numbers, other, knowledge)
    filled = _filled(columns["organisation_type"], organisations, found.filled)
    return Joining(
        {**columns, "organisation_type": filled},
        Joined(other.join, found.rows_unknown, found.rows_settled, tuple(found.types())),
        (other.sheet.name, frozenset((other.key.position, other.type.position))),
        (*other.issues, *found.issues()),
    )


def join_offers(
    organisations: RowOrganisations,
    numbers: np.ndarray,
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
        found = [
            Matches(organisations, numbers, other, knowledge) for other in _others(read, knowledge)
        ]
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
        missing = join.key if key is None else join.type
        headings = tuple(column.heading for column in offered if column.heading)
        near = process.extractOne(missing, headings, scorer=fuzz.WRatio, processor=fold)
        return Issue(
            code=Code.HEADING_NOT_FOUND,
            severity=Severity.BLOCKS_FILE,
            sheet=read.sheet.name,
            value=missing,
            suggestion=near[0] if near else None,
            others=headings,
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
