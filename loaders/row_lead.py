"""Who leads what is done in each row: judged by the same rules, and from its own columns alone.

What the file says of an organisation where it implements tells nothing here, and the other way
round: two questions, two answers.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pyarrow as pa

from loaders.choices import Identity
from loaders.columns import TextColumn
from loaders.doubts import lead_doubts
from loaders.evidence import Side
from loaders.issues import Issue
from loaders.known import Knowledge
from loaders.row_organisation import OrganisationColumns, RowOrganisations, row_organisations
from loaders.row_who import nobody, who
from loaders.unknown import unknown_values

_PREFIX = "lead_"


@dataclass(frozen=True, slots=True)
class RowLeads:
    """Columns of `datasets.presence.LEADS`.

    Attributes:
        has_type: whether the file tells a type from which a class can follow, of anybody who leads;
            None: it does not say who leads.
    """

    columns: Mapping[str, pa.Array]
    has_type: bool | None
    issues: tuple[Issue, ...] = ()


def row_leads(
    columns: Mapping[str, TextColumn],
    present: RowOrganisations,
    side: Side,
    country: pa.Array,
    identity: Identity,
    knowledge: Knowledge,
) -> RowLeads:
    """Read who leads in every row.

    Args:
        columns: field by field.
        present: who is there.
        side: whose column that is. A file that names only who leads tells both at once.
        country: of each row.
        identity: what tells organisations apart in this file, name or acronym.
        knowledge: what is known beforehand.
    """
    told = OrganisationColumns(
        columns["lead_organisation"], columns["lead_acronym"], columns["lead_organisation_type"]
    )
    if told.name.position is None and told.acronym.position is None:
        if side == "lead":
            return RowLeads(_prefixed(who(present)), present.has_type)
        return RowLeads(_prefixed(nobody(len(country))), None)
    found = row_organisations(told, country, identity, knowledge)
    issues = (*_unknown_types(told.type, knowledge), *lead_doubts(found, told, knowledge))
    return RowLeads(_prefixed(who(found)), found.has_type, issues)


def _prefixed(columns: Mapping[str, pa.Array]) -> dict[str, pa.Array]:
    return {f"{_PREFIX}{name}": column for name, column in columns.items()}


def _unknown_types(column: TextColumn, knowledge: Knowledge) -> Iterator[Issue]:
    words = knowledge.vocabulary
    codes = [words.code("organisation_type", text) for text in column.texts]
    return unknown_values(column, codes, words, "organisation_type", field="lead_organisation_type")
