"""Which numbers a batch would move: organisations by country, cluster and period."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pyarrow.compute as pc

from core.i18n.periods import Period
from core.storage.cursor import Cursor
from loaders.staged import Staged

# Country, cluster as reported (None: none given), period.
Group = tuple[str, str | None, Period]
Seen = Mapping[Group, int]


@dataclass(frozen=True, slots=True)
class Move:
    """Organisations counted in one cluster of one country and period, before and after."""

    country: str
    cluster: str | None
    period: Period
    before: int
    after: int


_ORGANISATIONS = """
SELECT
    r.country,
    r.cluster_reported,
    r.period_start,
    r.period_end,
    count(DISTINCT coalesce(s.counted_as, f.organisation))
FROM v_current_report AS v
INNER JOIN report AS r ON r.report = v.report
INNER JOIN fact_org AS f ON f.report = r.report
LEFT JOIN v_same_organisation AS s ON s.organisation = f.organisation
WHERE r.dataset = $dataset
    AND list_contains($countries, r.country)
    AND (r.dataset <> 'presence' OR f.role = 'present')
GROUP BY r.country, r.cluster_reported, r.period_start, r.period_end
"""


def observer(staged: Staged) -> Callable[[Cursor], Seen]:
    """What a rehearsal is to look at: organisations of the countries that the file is about."""
    countries = pc.unique(staged.rows.column("country")).to_pylist()

    def organisations(cur: Cursor) -> Seen:
        bound = {"dataset": staged.dataset, "countries": countries}
        return {
            (country, cluster, Period(start, end)): number
            for country, cluster, start, end, number in cur.rows(_ORGANISATIONS, bound)
        }

    return organisations


def moves(before: Seen, after: Seen) -> tuple[Move, ...]:
    """Every number that differs; a group that is not there counts 0."""
    groups = sorted(before.keys() | after.keys(), key=lambda g: (g[0], g[1] or "", g[2]))
    every = (Move(*group, before.get(group, 0), after.get(group, 0)) for group in groups)
    return tuple(move for move in every if move.before != move.after)
