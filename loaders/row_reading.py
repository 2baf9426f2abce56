"""What every row of a file says, column by column, before any of them is left out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from loaders.choices import Choices
from loaders.columns import TextColumn, constant
from loaders.conversions import conversions_of
from loaders.doubts import doubts
from loaders.issues import Issue
from loaders.known import Knowledge
from loaders.normalise import Conversion
from loaders.row_cluster import RowClusters, row_clusters
from loaders.row_mechanism import settled_kinds, told_mechanisms
from loaders.row_organisation import OrganisationColumns, RowOrganisations, row_organisations
from loaders.row_period import Context, RowPeriods, row_periods
from loaders.row_place import place_keys, row_countries, row_levels, without_levels
from loaders.row_role import RowRoles, leadership_roles, presence_roles
from loaders.unknown import unknown_values
from loaders.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True, eq=False)
class ReadRows:
    """The rows as they were understood.

    Attributes:
        rows: columns of `staged.SCHEMA`, all but those that number them.
        guesses: what was taken from names instead of cells: (field, from which name, value).
    """

    rows: Mapping[str, pa.Array]
    organisations: RowOrganisations
    guesses: tuple[tuple[str, str, str], ...]
    conversions: tuple[Conversion, ...]
    issues: tuple[Issue, ...]


def read_rows(
    columns: Mapping[str, TextColumn],
    names: tuple[str, ...],
    dataset: str,
    choices: Choices,
    knowledge: Knowledge,
) -> ReadRows:
    """Read every row.

    Args:
        columns: field by field, all of the same length.
        names: the sheet's and the file's.
        dataset: presence or roles.
        choices: a person's word.
        knowledge: what is known beforehand.
    """
    vocabulary = knowledge.vocabulary
    if dataset == "roles":
        columns = without_levels(columns, vocabulary)
    countries = row_countries(columns["country"], choices.country, names, vocabulary)
    periods = row_periods(columns, _context(choices, names, vocabulary))
    who = OrganisationColumns(
        columns["organisation"], columns["acronym"], columns["organisation_type"]
    )
    organisations = row_organisations(
        who, countries.country, choices.identity, vocabulary, knowledge.movement
    )
    levels, level_issues = row_levels(columns, dataset, vocabulary)
    rows = {
        "dataset": constant(dataset, len(levels)),
        "country": countries.country,
        "level": levels,
        **_where(columns),
        **_when(periods),
        **_who(organisations),
    }
    roles = _MECHANISMS[dataset](columns, rows, vocabulary)
    asked = doubts(organisations, who, vacant_allowed=dataset == "roles")
    types = _unknown_types(columns["organisation_type"], vocabulary)
    guesses = (("country", countries.guess), ("period", periods.guess))
    return ReadRows(
        {**rows, **roles.columns},
        organisations,
        tuple((field, *guess) for field, guess in guesses if guess),
        (*conversions_of(columns, vocabulary), *periods.conversions),
        (*countries.issues, *periods.issues, *level_issues, *types, *roles.issues, *asked),
    )


def _context(choices: Choices, names: tuple[str, ...], vocabulary: Vocabulary) -> Context:
    today = datetime.now(UTC)
    return Context(choices.period, names, vocabulary.months, today.year * 12 + today.month - 1)


def _presence(
    columns: Mapping[str, TextColumn], rows: Mapping[str, pa.Array], vocabulary: Vocabulary
) -> RowRoles:
    clusters = row_clusters(columns["cluster"], vocabulary)
    roles = presence_roles(clusters.mechanism_type, rows["level"], rows["place_key"])
    return RowRoles({**_cluster(clusters), **roles.columns}, (*clusters.issues, *roles.issues))


def _leadership(
    columns: Mapping[str, TextColumn], rows: Mapping[str, pa.Array], vocabulary: Vocabulary
) -> RowRoles:
    told = told_mechanisms(columns, vocabulary)
    nowhere = np.zeros(len(told.cluster.codes), dtype=bool)
    clusters = row_clusters(told.cluster, vocabulary, needed=nowhere)
    kind, unclear = settled_kinds(told, clusters, columns)
    found = {**_cluster(clusters), "cluster_as_written": columns["cluster"].reported()}
    roles = leadership_roles(columns, {**rows, **found, "mechanism_type": kind}, vocabulary)
    issues = (*told.issues, *clusters.issues, *unclear, *roles.issues)
    return RowRoles({**found, **roles.columns}, issues)


_MECHANISMS = {"presence": _presence, "roles": _leadership}


def _where(columns: Mapping[str, TextColumn]) -> dict[str, pa.Array]:
    place, code, hub = columns["place"], columns["place_code"], columns["hub"]
    return {
        "source_row": pa.array(place.numbers, pa.int32()),
        "country_reported": columns["country"].reported(),
        "hub": hub.reported(),
        "place": pc.coalesce(place.reported(), code.reported()),
        "place_key": place_keys(place, code),
        "place_reported": place.reported(),
        "place_code": code.reported(),
    }


def _when(periods: RowPeriods) -> dict[str, pa.Array]:
    return {
        "period_start": periods.start,
        "period_end": periods.end,
        "period_reported": periods.reported,
    }


def _cluster(clusters: RowClusters) -> dict[str, pa.Array]:
    return {
        "cluster": clusters.code,
        "cluster_key": clusters.key,
        "cluster_reported": clusters.label,
        "cluster_as_written": clusters.as_written,
    }


def _who(organisations: RowOrganisations) -> dict[str, pa.Array]:
    combinations, judged = organisations.combinations, organisations.judgements()
    spread = organisations.spread
    return {
        "identity_key": spread((c.who[1] if c.who else None for c in combinations), pa.string()),
        "name": spread((c.shown for c in combinations), pa.string()),
        "organisation_reported": spread((c.name for c in combinations), pa.string()),
        "acronym_reported": spread((c.acronym for c in combinations), pa.string()),
        "type_reported": spread((c.type_text for c in combinations), pa.string()),
        "row_type_unknown": spread(organisations.types_unknown(), pa.bool_()),
        "judged_type": spread((j.organisation_type if j else None for j in judged), pa.int16()),
        "lna_scope": spread((j.lna_scope if j else None for j in judged), pa.int8()),
        "type_known": spread((j.type_known if j else None for j in judged), pa.bool_()),
    }


def _unknown_types(column: TextColumn, vocabulary: Vocabulary) -> Iterator[Issue]:
    codes = [vocabulary.code("organisation_type", text) for text in column.texts]
    return unknown_values(column, codes, vocabulary, "organisation_type")
