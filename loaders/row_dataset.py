"""What the rows of one dataset say beside where, when and who: a reader for each dataset."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from loaders.columns import TextColumn
from loaders.row_cluster import RowClusters, row_clusters
from loaders.row_event import events
from loaders.row_funding import allocations
from loaders.row_mechanism import settled_kinds, told_mechanisms
from loaders.row_meeting import attendances
from loaders.row_member import members
from loaders.row_return import returns
from loaders.row_role import (
    RowRoles,
    leadership_roles,
    mechanism_columns,
    of_no_mechanism,
    presence_roles,
)
from loaders.vocabulary import Vocabulary

Columns = Mapping[str, TextColumn]
Rows = Mapping[str, pa.Array]
Reader = Callable[[Columns, Rows, Vocabulary], RowRoles]


def dataset_rows(dataset: str, columns: Columns, rows: Rows, vocabulary: Vocabulary) -> RowRoles:
    """Read what is the dataset's own.

    Args:
        dataset: a name of DATASETS.
        columns: the columns of the file.
        rows: what is known of the rows already: level, place_key, day, period_start, period_end,
            identity_key.
        vocabulary: the words of three languages.
    """
    return _READERS[dataset](columns, rows, vocabulary)


@dataclass(frozen=True, slots=True)
class _OfMechanism:
    """The mechanism of every row, and then what is said about it."""

    read: Reader

    def __call__(self, columns: Columns, rows: Rows, vocabulary: Vocabulary) -> RowRoles:
        told = told_mechanisms(columns, vocabulary)
        nowhere = np.zeros(len(told.cluster.codes), dtype=bool)
        clusters = row_clusters(told.cluster, vocabulary, needed=nowhere)
        kind, unclear = settled_kinds(told, clusters, columns)
        found = {**_cluster(clusters), "cluster_as_written": columns["cluster"].reported()}
        known = {**rows, **found, "mechanism_type": kind}
        said = self.read(columns, known, vocabulary)
        issues = (*told.issues, *clusters.issues, *unclear, *said.issues)
        named = mechanism_columns(columns, known)
        return RowRoles({**found, **said.columns, **named}, issues, said.conversions)


@dataclass(frozen=True, slots=True)
class _OfNoMechanism:
    """The cluster of every row, if it has one, and then what is said about it."""

    read: Reader

    def __call__(self, columns: Columns, rows: Rows, vocabulary: Vocabulary) -> RowRoles:
        column = columns["cluster"]
        nowhere = np.zeros(len(column.codes), dtype=bool)
        clusters = row_clusters(column, vocabulary, needed=nowhere)
        said = self.read(columns, {**rows, **_cluster(clusters)}, vocabulary)
        found = {**_cluster(clusters), **of_no_mechanism(len(column.codes)), **said.columns}
        return RowRoles(found, (*clusters.issues, *said.issues), said.conversions)


def _presence(columns: Columns, rows: Rows, vocabulary: Vocabulary) -> RowRoles:
    clusters = row_clusters(columns["cluster"], vocabulary)
    roles = presence_roles(clusters.mechanism_type, rows["level"], rows["place_key"])
    return RowRoles({**_cluster(clusters), **roles.columns}, (*clusters.issues, *roles.issues))


def _cluster(clusters: RowClusters) -> dict[str, pa.Array]:
    return {
        "cluster": clusters.code,
        "cluster_key": clusters.key,
        "cluster_reported": clusters.label,
        "cluster_as_written": clusters.as_written,
    }


_READERS: Mapping[str, Reader] = {
    "presence": _presence,
    "members": _OfMechanism(members),
    "roles": _OfMechanism(leadership_roles),
    "meetings": _OfMechanism(attendances),
    "mechanisms": _OfMechanism(returns),
    "funding": _OfNoMechanism(allocations),
    "events": _OfNoMechanism(events),
}
