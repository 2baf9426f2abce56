"""Which mechanism each row of a list of roles is about: by its type, its name or its cluster."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from loaders.columns import TextColumn
from loaders.groups import NOTHING
from loaders.issues import Code, Issue, Severity
from loaders.row_cluster import RowClusters
from loaders.unknown import stands_for_nothing, unknown_values
from loaders.vocabulary import Vocabulary

_OF_CLUSTERS = pa.array(["aor", "cluster"])
# One of these in a country or place; what stands in a cluster's cell beside it is no cluster.
_WITHOUT_CLUSTER = pa.array(["hct", "iccg", "pooled_fund_board", "outside_iasc"])
_LONGEST_RUN = 8


@dataclass(frozen=True, slots=True)
class Told:
    """What the cells say about the mechanism, before the list of clusters is asked.

    Attributes:
        kind: type of mechanism, row by row; null where the cells do not say.
        cluster: the cluster's column, filled from the mechanism's name where it is blank.
    """

    kind: pa.Array
    cluster: TextColumn
    issues: tuple[Issue, ...]


def told_mechanisms(columns: Mapping[str, TextColumn], vocabulary: Vocabulary) -> Told:
    """Read type, name and cluster of the mechanism of every row."""
    types, name, cluster = columns["mechanism_type"], columns["mechanism"], columns["cluster"]

    def meaning(text: str) -> str | None:
        return vocabulary.code("mechanism_type", text)

    def in_cluster(text: str) -> str | None:
        return None if vocabulary.code("cluster", text) else meaning(text)

    declared = [meaning(text) for text in types.texts]
    kind = pc.coalesce(
        types.spread(declared, pa.string()),
        name.map(lambda text: _within(text, meaning)[1], pa.string()),
        cluster.map(in_cluster, pa.string()),
    )
    filled = _filled(columns, kind, vocabulary)
    return Told(kind, filled, tuple(unknown_values(types, declared, vocabulary, "mechanism_type")))


def settled_kinds(
    told: Told, clusters: RowClusters, columns: Mapping[str, TextColumn]
) -> tuple[pa.Array, tuple[Issue, ...]]:
    """The type of mechanism of every row; null where the row cannot be stored.

    The list of clusters knows best which of them are areas of responsibility. A cluster in no
    list of ours is a cluster all the same.
    """
    name = columns["mechanism"]
    listed = pc.coalesce(clusters.mechanism_type, told.kind, _unlisted(clusters))
    of_cluster = pc.fill_null(pc.is_in(told.kind, value_set=_OF_CLUSTERS), fill_value=False)
    open_ = pc.or_(of_cluster, pc.is_null(told.kind))
    kind = pc.if_else(open_, listed, told.kind)
    nameless = pc.and_(
        pc.is_in(kind, value_set=_OF_CLUSTERS),
        pc.and_(pc.is_null(clusters.key), pa.array(name.empty)),
    )
    kind = pc.if_else(nameless, pa.scalar(None, pa.string()), kind)
    return kind, (*_not_a_cluster(kind, clusters, name), *_unclear(kind, columns))


def _unlisted(clusters: RowClusters) -> pa.Array:
    unknown = pc.and_(pc.is_null(clusters.code), pc.is_valid(clusters.key))
    return pc.if_else(unknown, "cluster", pa.scalar(None, pa.string()))


def _filled(
    columns: Mapping[str, TextColumn], kind: pa.Array, vocabulary: Vocabulary
) -> TextColumn:
    """The cluster's column: blanks filled from `Cluster WASH` and the like."""
    cluster, name = columns["cluster"], columns["mechanism"]

    def listed(text: str) -> str | None:
        code = vocabulary.code("cluster", text)
        return code if code and vocabulary.clusters[code].kind in {"cluster", "aor"} else None

    borrowed = [_within(text, listed)[0] for text in name.texts]
    found = np.array([*(text is not None for text in borrowed), False])
    blank = cluster.empty | _blank_texts(cluster, vocabulary)[cluster.codes]
    lent = np.where(found[name.codes], name.codes + len(cluster.texts), NOTHING)
    alone = pc.is_in(kind, value_set=_WITHOUT_CLUSTER).to_numpy(zero_copy_only=False)
    codes = np.where(alone, NOTHING, np.where(blank, lent, cluster.codes))
    texts = (*cluster.texts, *(text or "" for text in borrowed))
    return _one_each(replace(cluster, texts=texts, codes=codes))


def _blank_texts(cluster: TextColumn, vocabulary: Vocabulary) -> np.ndarray:
    """Texts that name no cluster: marks for nothing, and mechanisms such as `HCT`."""
    return np.array(
        [
            *(
                vocabulary.code("cluster", text) is None
                and (
                    stands_for_nothing(text, vocabulary)
                    or vocabulary.code("mechanism_type", text) is not None
                )
                for text in cluster.texts
            ),
            True,
        ]
    )


def _one_each(column: TextColumn) -> TextColumn:
    """Texts that are used, each once."""
    texts: dict[str, int] = {}
    used = set(column.codes.tolist())
    lookup = [
        texts.setdefault(text, len(texts)) if index in used else NOTHING
        for index, text in enumerate(column.texts)
    ]
    return replace(column, texts=tuple(texts), codes=np.array([*lookup, NOTHING])[column.codes])


def _within(text: str, known: Callable[[str], str | None]) -> tuple[str | None, str | None]:
    """The longest run of words that is known, and its meaning; nothing where two contradict."""
    words = text.split()
    for size in range(min(len(words), _LONGEST_RUN), 0, -1):
        runs = [" ".join(words[at : at + size]) for at in range(len(words) - size + 1)]
        meanings = {code: run for run in runs if (code := known(run)) is not None}
        if meanings:
            code, run = next(iter(meanings.items()))
            return (run, code) if len(meanings) == 1 else (None, None)
    return None, None


def _not_a_cluster(kind: pa.Array, clusters: RowClusters, name: TextColumn) -> Iterator[Issue]:
    """Names of mechanisms of a cluster in which none is found: said, and kept apart by name."""
    of_cluster = pc.fill_null(pc.is_in(kind, value_set=_OF_CLUSTERS), fill_value=False)
    unnamed = pc.and_(of_cluster, pc.is_null(clusters.key)).to_numpy(zero_copy_only=False)
    wrong = sorted(set(name.codes[unnamed].tolist()) - {NOTHING})
    yield from name.issues(
        Code.VALUE_NOT_IN_LIST, Severity.WARNS, "cluster", [(index, None) for index in wrong]
    )


def _unclear(kind: pa.Array, columns: Mapping[str, TextColumn]) -> Iterator[Issue]:
    """Rows of which nobody can say what mechanism they are about."""
    order = [columns[field] for field in ("mechanism", "mechanism_type", "cluster")]
    there = next((column for column in order if column.position), order[0])
    rows: dict[str | None, list[int]] = {}
    for row in np.flatnonzero(pc.is_null(kind).to_numpy(zero_copy_only=False)).tolist():
        text = next((text for column in order if (text := column.text_at(row))), None)
        rows.setdefault(text, []).append(row)
    for text, listed in rows.items():
        yield Issue(
            code=Code.MECHANISM_UNKNOWN,
            severity=Severity.DROPS_ROW,
            row=int(there.numbers[listed[0]]),
            column=there.position,
            field="mechanism",
            value=text,
            count=len(listed),
        )
