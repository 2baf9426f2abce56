"""Which figures of others may stand on a bar of ours: same period, level and kind of mechanism."""

from collections.abc import Iterable

import pandas as pd

from core.i18n.periods import Period
from core.storage.cursor import Cursor
from metrics.published_figures import published_figures
from metrics.registry import Indicator

_NATIONAL = "national"


def fitting_figures(
    cur: Cursor,
    indicator: Indicator,
    period: Period,
    *,
    geography: str | None = None,
    cluster: str | None = "any",
) -> pd.DataFrame:
    """Figures about the national level that measured a segment of the indicator in the period.

    A figure of a month fits the quarter that holds it, one of a year every quarter of that year.
    What a source counted as an L/NA must be known: no figure is put where it may not belong.

    Args:
        cur: sees the store.
        indicator: ours, with the limits that it is declared with.
        period: that our number is about.
        geography: ISO3, or `World`; None: any.
        cluster: a code; None: all clusters together; `any`: either.

    Returns:
        The columns of `published_figures`; `scope` or `segment` is there in every row.
    """
    found = published_figures(cur, indicator, level=_NATIONAL, geography=geography, cluster=cluster)
    own = _mechanism_types(indicator)
    fits = [
        _in_time(row["period"], int(row["year"]), period)
        and (pd.notna(row["scope"]) or pd.notna(row["segment"]))
        and (own is None or _types(row["mechanism_types"]) in (None, own))
        for row in found.to_dict("records")
    ]
    # A list of no rows would choose no columns.
    return found[pd.Series(fits, index=found.index, dtype="bool")]


def _in_time(told: object, year: int, period: Period) -> bool:
    theirs = Period.parse(told) if isinstance(told, str) else Period.year(year)
    return period.contains(theirs) or theirs.contains(period)


def _mechanism_types(indicator: Indicator) -> frozenset[str] | None:
    own = indicator.only.get("mechanism_type")
    return None if own is None else frozenset([own] if isinstance(own, str) else own)


def _types(said: object) -> frozenset[str] | None:
    return frozenset(map(str, said)) if isinstance(said, Iterable) else None
