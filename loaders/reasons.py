"""Why a rehearsal moves a number: the rows of the file, and the batches it rested on until now."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from core.i18n.periods import Period
from core.storage.cursor import Cursor
from loaders.staged import Staged

_MOST_GONE = 50


@dataclass(frozen=True, slots=True)
class Earlier:
    """A batch that says something of a country, cluster and period before the new one does."""

    country: str
    cluster: str | None
    period: Period
    batch: int


@dataclass(frozen=True, slots=True)
class Gone:
    """An organisation that would disappear: from where, and which batch named it.

    Attributes:
        cluster: as reported; None: none.
        role: what it was: code of a role, or `present`, `member` and the like.
    """

    name: str
    country: str
    cluster: str | None
    place: str | None
    role: str | None
    period: Period
    batch: int


_STANDING = """
SELECT DISTINCT
    r.country,
    r.cluster,
    r.period_start,
    r.period_end,
    r.batch
FROM report AS r
SEMI JOIN v_current_report AS v ON v.report = r.report
WHERE r.dataset = $dataset
    AND list_contains($countries, r.country)
ORDER BY r.batch, r.country, r.cluster, r.period_start, r.period_end
"""

_GONE = """
SELECT DISTINCT
    o.name,
    r.country,
    r.cluster_reported,
    r.place,
    d.role,
    r.period_start,
    r.period_end,
    r.batch
FROM difference AS d
INNER JOIN organisation AS o ON o.organisation = d.organisation
INNER JOIN report AS r ON r.report = d.earlier
WHERE d.fate = 'gone'
ORDER BY o.name, r.country, r.cluster_reported, r.place, d.role, r.period_start
LIMIT $most
"""


def earlier(cur: Cursor, staged: Staged) -> tuple[Earlier, ...]:
    """What is in force of the dataset in the countries of the file, as the cursor sees it."""
    countries = pc.unique(staged.rows.column("country")).drop_null().to_pylist()
    rows = cur.rows(_STANDING, {"dataset": staged.dataset, "countries": countries})
    return tuple(
        Earlier(country, cluster, Period(start, end), batch)
        for country, cluster, start, end, batch in rows
    )


def gone(cur: Cursor) -> tuple[Gone, ...]:
    """Up to fifty of the organisations that the open rehearsal makes disappear, by name."""
    if not cur.value("SELECT count(*) FROM difference WHERE fate = 'gone'"):
        return ()
    return tuple(
        Gone(name, country, cluster, place, role, Period(start, end), batch)
        for name, country, cluster, place, role, start, end, batch in cur.rows(
            _GONE, {"most": _MOST_GONE}
        )
    )


def batches_behind(
    known: Iterable[Earlier],
    country: str,
    cluster: str | None,
    period: Period,
    *,
    every_cluster: bool = False,
) -> tuple[int, ...]:
    """The batches behind a number before: of its country, its cluster and a month of its period.

    Args:
        known: what was in force.
        country: ISO3.
        cluster: code; None: no cluster of the list.
        period: of the number.
        every_cluster: the number is of all clusters together.
    """
    found = {
        one.batch
        for one in known
        if one.country == country
        and (every_cluster or one.cluster == cluster)
        and _meet(one.period, period)
    }
    return tuple(sorted(found))


def _meet(one: Period, other: Period) -> bool:
    return one.start <= other.end and other.start <= one.end


class StagedRows:
    """The rows of a file by country, cluster and period.

    Args:
        rows: of `Staged`.
    """

    def __init__(self, rows: pa.Table) -> None:
        self._numbers = rows.column("source_row").to_numpy()
        self._start = rows.column("period_start").to_numpy()
        self._end = rows.column("period_end").to_numpy()
        self._country, self._cluster = (
            rows.column(name).cast(pa.string()) for name in ("country", "cluster")
        )

    def of(
        self, country: str, cluster: str | None, period: Period, *, every_cluster: bool = False
    ) -> Sequence[int]:
        """The rows, as numbered in the file, that a number is made of."""
        mask = _plain(pc.equal(self._country, country))
        if not every_cluster:
            none = cluster is None
            mask &= _plain(pc.is_null(self._cluster) if none else pc.equal(self._cluster, cluster))
        mask &= (self._start <= period.end) & (self._end >= period.start)
        rows: list[int] = self._numbers[mask].tolist()
        return rows


def _plain(mask: pa.ChunkedArray) -> np.ndarray:
    return np.asarray(pc.fill_null(mask, False).to_numpy(), dtype=bool)
