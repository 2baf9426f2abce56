"""Who leads what is done in each row: judged by the same rules, and from its own columns alone.

What the file says of an organisation where it implements tells nothing here, and the other way
round: two questions, two answers.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

import pyarrow as pa

from loaders.choices import Identity
from loaders.columns import TextColumn
from loaders.datasets.presence import LEAD
from loaders.doubts import lead_doubts
from loaders.evidence import Side
from loaders.issues import Issue
from loaders.known import Knowledge
from loaders.row_organisation import OrganisationColumns, row_organisations
from loaders.row_reading import ReadRows
from loaders.row_who import nobody, who
from loaders.unknown import unknown_values

_PREFIX = "lead_"


def with_leads(
    read: ReadRows,
    columns: Mapping[str, TextColumn],
    side: Side,
    identity: Identity,
    knowledge: Knowledge,
) -> ReadRows:
    """The rows with columns of `datasets.presence.LEADS`.

    Args:
        read: who is there.
        columns: field by field.
        side: whose the column of that organisation is. A file that names only who leads tells both.
        identity: what tells organisations apart in this file, name or acronym.
        knowledge: what is known beforehand.
    """
    told = OrganisationColumns(*(columns[field] for field in LEAD))
    if told.name.position is not None or told.acronym.position is not None:
        return _told(read, told, identity, knowledge)
    if side == "lead":
        has_type: bool | None = read.organisations.has_type
        leads = who(read.organisations)
    else:
        has_type, leads = None, nobody(len(read.rows["country"]))
    return replace(read, rows={**read.rows, **_prefixed(leads)}, lead_has_type=has_type)


def _told(
    read: ReadRows, columns: OrganisationColumns, identity: Identity, knowledge: Knowledge
) -> ReadRows:
    found = row_organisations(columns, read.rows["country"], identity, knowledge)
    types = _unknown_types(columns.type, knowledge)
    return replace(
        read,
        rows={**read.rows, **_prefixed(who(found))},
        issues=(*read.issues, *types, *lead_doubts(found, columns, knowledge)),
        lead_has_type=found.has_type,
    )


def _prefixed(columns: Mapping[str, pa.Array]) -> dict[str, pa.Array]:
    return {f"{_PREFIX}{name}": column for name, column in columns.items()}


def _unknown_types(column: TextColumn, knowledge: Knowledge) -> Iterator[Issue]:
    words = knowledge.vocabulary
    codes = [words.code("organisation_type", text) for text in column.texts]
    return unknown_values(column, codes, words, "organisation_type", field="lead_organisation_type")
