"""The cluster of each row: our code, and the label as reported in its most frequent spelling."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pyarrow as pa

from core.i18n.folding import fold, identity_key
from loaders.columns import TextColumn
from loaders.groups import NOTHING
from loaders.issues import Code, Issue, Severity
from loaders.unknown import stands_for_nothing, unknown_values
from loaders.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class RowClusters:
    """For each row its cluster.

    Attributes:
        code: null where it is in no list of ours.
        key: the code, else the folded label; null where the cell is empty.
        label: as reported, in the most frequent spelling of the file.
        as_written: as this very cell has it.
        mechanism_type: cluster or aor; null for labels that are neither (Coordination).
    """

    code: pa.Array
    key: pa.Array
    label: pa.Array
    as_written: pa.Array
    mechanism_type: pa.Array
    issues: tuple[Issue, ...]


def row_clusters(
    column: TextColumn, vocabulary: Vocabulary, needed: np.ndarray | None = None
) -> RowClusters:
    """Read the cluster of every row; an unknown one is kept as it is called.

    Args:
        column: the cells.
        vocabulary: the words of three languages.
        needed: rows that belong to some cluster; every row when left out.
    """
    column = _without_placeholders(column, vocabulary)
    codes = [vocabulary.code("cluster", text) for text in column.texts]
    keys = [code or fold(text) for code, text in zip(codes, column.texts, strict=True)]
    kinds = [_mechanism_type(code, vocabulary) for code in codes]
    return RowClusters(
        column.spread(codes, pa.string()),
        column.spread(keys, pa.string()),
        column.spread(_labels(column), pa.string()),
        column.reported(),
        column.spread(kinds, pa.string()),
        (*unknown_values(column, codes, vocabulary, "cluster"), *_empty(column, needed)),
    )


def _mechanism_type(code: str | None, vocabulary: Vocabulary) -> str | None:
    """A label that is neither cluster nor area of responsibility belongs to no mechanism."""
    kind = vocabulary.clusters[code].kind if code else None
    return kind if kind in {"cluster", "aor"} else None


def _labels(column: TextColumn) -> Sequence[str]:
    """Spellings that differ only in case and blanks go by the one with the most rows."""
    counts = column.counts()
    spellings: dict[str, list[int]] = defaultdict(list)
    for index, text in enumerate(column.texts):
        spellings[identity_key(text)].append(index)
    best = {
        key: column.texts[max(indexes, key=lambda i: (counts[i], -i))]
        for key, indexes in spellings.items()
    }
    return [best[identity_key(text)] for text in column.texts]


def _without_placeholders(column: TextColumn, vocabulary: Vocabulary) -> TextColumn:
    """`-` and `n/a` are blanks; `Other` is a label of the list."""
    blank = [
        vocabulary.code("cluster", text) is None and stands_for_nothing(text, vocabulary)
        for text in column.texts
    ]
    if not any(blank):
        return column
    return replace(
        column, codes=np.where(np.array([*blank, True])[column.codes], NOTHING, column.codes)
    )


def _empty(column: TextColumn, needed: np.ndarray | None) -> list[Issue]:
    empty = (column.empty if needed is None else column.empty & needed).nonzero()[0]
    if not len(empty) or column.position is None:
        return []
    return [
        Issue(
            code=Code.CLUSTER_MISSING,
            severity=Severity.WARNS,
            row=int(column.numbers[empty[0]]),
            column=column.position,
            field="cluster",
            count=len(empty),
        )
    ]
