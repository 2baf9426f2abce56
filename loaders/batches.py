"""What was published, and what became of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from core.storage.cursor import Cursor


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """One upload as published.

    Attributes:
        moment: when, in UTC.
        standing: in-force, replaced (newer batches hold all its cells), withdrawn, purged.
        cells: how many it claims, and how many of them it still holds.
        file_name: None once purged, with everything else that the file said.
    """

    batch: int
    dataset: str
    moment: datetime
    who: str
    standing: str
    file_name: str | None
    file_sha256: str | None
    sheet: str | None
    rows_read: int
    rows_stored: int
    has_type: bool
    cells_claimed: int
    cells_held: int
    countries: Sequence[str]
    first_month: int | None
    last_month: int | None
    why: str | None


_BATCHES = """
SELECT
    b.batch,
    b.dataset,
    e.moment,
    e.who,
    CASE
        WHEN p.event IS NOT NULL THEN 'purged'
        WHEN w.event IS NOT NULL THEN 'withdrawn'
        WHEN coalesce(c.held, 0) = 0 THEN 'replaced'
        ELSE 'in-force'
    END AS standing,
    b.file_name,
    b.file_sha256,
    b.sheet,
    b.rows_read,
    b.rows_stored,
    b.has_type,
    coalesce(c.claimed, 0) AS cells_claimed,
    coalesce(c.held, 0) AS cells_held,
    coalesce(r.countries, []) AS countries,
    r.first_month,
    r.last_month,
    coalesce(p.why, w.why) AS why
FROM batch AS b
INNER JOIN event AS e ON e.event = b.batch
LEFT JOIN event AS w
    ON w.batch = b.batch
    AND w.kind = 'withdraw'
    AND w.event <= coalesce(getvariable('as_of')::BIGINT, w.event)
LEFT JOIN event AS p ON p.batch = b.batch AND p.kind = 'purge'
LEFT JOIN (
    SELECT
        k.batch,
        count(DISTINCT k.cell) AS claimed,
        count(DISTINCT k.cell) FILTER (v.batch = k.batch) AS held
    FROM batch_cell AS k
    LEFT JOIN v_current_cell AS v USING (cell)
    GROUP BY k.batch
) AS c ON c.batch = b.batch
LEFT JOIN (
    SELECT
        batch,
        list(DISTINCT country ORDER BY country) AS countries,
        min(period_start) AS first_month,
        max(period_end) AS last_month
    FROM report
    GROUP BY batch
) AS r ON r.batch = b.batch
WHERE b.batch <= coalesce(getvariable('as_of')::BIGINT, b.batch)
ORDER BY b.batch DESC
"""


def batches(cur: Cursor) -> list[Batch]:
    """Every upload published by then, the newest first; as of then, but what is purged is gone."""
    names = [name for name in Batch.__dataclass_fields__]
    return [Batch(**dict(zip(names, row, strict=True))) for row in cur.rows(_BATCHES)]
