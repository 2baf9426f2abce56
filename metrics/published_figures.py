"""What others published, to be drawn beside our numbers where it measured the same, not merged."""

import pandas as pd

from core.storage.cursor import Cursor
from metrics.question import Scope
from metrics.registry import Indicator

_FITTING = """
SELECT
    f.figure,
    f.year,
    m.period,
    f.geography,
    f.iso3,
    m.cluster,
    m.scope,
    m.segment,
    string_split(m.levels, ' ') AS levels,
    string_split(m.mechanism_types, ' ') AS mechanism_types,
    CASE WHEN m.whole IS NOT NULL THEN f.value / m.whole
        WHEN starts_with(f.unit, '%') THEN f.value / 100
        ELSE f.value END AS value,
    f.unit,
    f.source_url
FROM published_measure AS m
INNER JOIN published_figure AS f ON f.mechanism = m.mechanism AND f.measure = m.measure
WHERE m.indicator = $indicator
    AND ($scope::INTEGER IS NULL OR m.scope = $scope)
    AND ($year::INTEGER IS NULL OR f.year = $year)
    AND ($geography::VARCHAR IS NULL OR coalesce(f.iso3, f.geography) = $geography)
    AND ($level::VARCHAR IS NULL OR m.levels = $level)
    AND ($mechanism_type::VARCHAR IS NULL
        OR list_contains(string_split(m.mechanism_types, ' '), $mechanism_type))
    AND ($every_cluster OR m.cluster IS NOT DISTINCT FROM $cluster)
ORDER BY f.year, f.geography, m.levels, m.mechanism_types, f.value, f.source_url
"""
ANY = "any"
WORLD = "World"
_WHOLE = ("year", "scope")
_TEXTS = ("figure", "period", "geography", "iso3", "cluster", "segment", "unit", "source_url")


def published_figures(
    cur: Cursor,
    indicator: Indicator,
    *,
    scope: Scope | None = None,
    level: str | None = None,
    mechanism_type: str | None = None,
    cluster: str | None = ANY,
    year: int | None = None,
    geography: str | None = None,
) -> pd.DataFrame:
    """Figures of others that measured what an indicator measures.

    What is asked for must fit: a figure whose source does not say its scope or level fits none that
    is asked for, and one on both levels together fits neither.

    Args:
        cur: sees the store.
        indicator: ours.
        scope: who counted as an L/NA; None: any, with what the source counted beside it.
        level: `national` or `subnational`; None: any.
        mechanism_type: a kind of mechanism among those that the figure is about; None: any.
        cluster: a code; None: all clusters together; `any`: either.
        year: of the figure; None: any.
        geography: ISO3, or `World`; None: any.

    Returns:
        One row a figure and source, also where two disagree: figure, year, period (where it is no
        year), geography, iso3, cluster, scope, segment (that part alone was measured), levels,
        mechanism_types, value (a share from 0 to 1), unit as published, source_url.
    """
    asked: dict[str, object] = {
        "indicator": indicator.id,
        "scope": scope,
        "level": level,
        "cluster": cluster,
    }
    asked |= {"mechanism_type": mechanism_type, "year": year, "geography": geography}
    asked |= {"every_cluster": cluster == ANY}
    return _shaped(cur.frame(_FITTING, asked))


def _shaped(found: pd.DataFrame) -> pd.DataFrame:
    return found.astype(dict.fromkeys(_WHOLE, "Int64") | dict.fromkeys(_TEXTS, "string"))
