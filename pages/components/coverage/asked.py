"""What the coverage page looks at: a quarter, and one country, cluster or dataset or all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

import pandas as pd
import streamlit as st

import metrics
from charts.trend import not_over
from core.i18n.periods import Period, period_name
from core.storage.database import Database
from pages.components import cached, filters
from pages.components.looked_at import REPORTING
from pages.components.session import Context

_LAST_QUARTERS = 8
Limits = Mapping[str, Sequence[str]]
Listed = tuple[pd.DataFrame, Mapping[str, tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class Asked:
    """A reader, a quarter, and the values that dimensions are limited to."""

    ctx: Context
    period: Period
    limits: Limits

    @property
    def day(self) -> date:
        """The day on which a quarter is over or not: that of the address, or today."""
        return self.ctx.day or datetime.now(UTC).date()

    @property
    def over(self) -> bool:
        """Whether the quarter is over."""
        return not not_over(self.period, self.day)

    def counted(self, *by: str) -> pd.DataFrame:
        """Mechanisms reporting and expected, as this reader may see them."""
        return cached.measure(self.ctx, REPORTING, by=by, only=self.limits, grain="quarter")

    def due(self) -> pd.DataFrame:
        """`metrics.due` within the limits; for inside the team."""
        return _due(self.ctx.db, _seen_from(self.ctx), self.day, _key(self.limits)).copy()

    def late(self) -> Listed:
        """`metrics.chase` of the quarter; for inside the team."""
        return _late(
            self.ctx.db, _seen_from(self.ctx), str(self.period), self.day, _key(self.limits)
        )

    def quarters(self) -> list[Period]:
        """The last quarters up to this one, in order."""
        first = self.period.start - 3 * (_LAST_QUARTERS - 1)
        starts = range(first, self.period.start + 1, 3)
        known = min(map(Period.parse, self.counted("period")["period"].dropna()), default=None)
        return [Period(s, s + 2) for s in starts if known is None or s >= known.start]


def period(ctx: Context) -> Period | None:
    """The quarter; the newest one that is over where the address names none."""
    quarters = filters.reported_quarters(ctx)
    if not quarters:
        return None
    today = ctx.day or datetime.now(UTC).date()
    options = {str(quarter): period_name(quarter, ctx.lang) for quarter in quarters}
    newest = max((q for q in quarters if not not_over(q, today)), default=max(quarters))
    return Period.parse(filters.choice("period", ctx._("Period"), options, str(newest)))


def limits(ctx: Context) -> dict[str, tuple[str, ...]]:
    """One country, cluster and dataset each, or all of them."""
    labels = {
        "country": (ctx._("Country"), ctx._("All countries")),
        "cluster": (ctx._("Cluster"), ctx._("All clusters")),
        "dataset": (ctx._("Dataset"), ctx._("All datasets")),
    }
    chosen: dict[str, tuple[str, ...]] = {}
    for dimension, (label, every) in labels.items():
        found = cached.measure(ctx, REPORTING, by=(dimension,), grain="all")
        names = cached.names_of(ctx, dimension)
        codes = sorted(found[dimension].dropna().unique(), key=lambda c: names.get(c, c))
        code = filters.one_of(ctx, dimension, label, codes, every)
        if code is not None:
            chosen[dimension] = (code,)
    return chosen


def _key(limits: Limits) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple(sorted((name, tuple(values)) for name, values in limits.items()))


def _seen_from(ctx: Context) -> tuple[str, str, int | None]:
    return str(ctx.db.path), ctx.data_version, ctx.as_of


@st.cache_data(max_entries=50, show_spinner=False)
def _due(
    _db: Database,
    seen_from: tuple[str, str, int | None],
    day: date,
    only: tuple[tuple[str, tuple[str, ...]], ...],
) -> pd.DataFrame:
    with _db.cursor(as_of=seen_from[2]) as cur:
        return metrics.due(cur, day=day, only=dict(only))


@st.cache_data(max_entries=50, show_spinner=False)
def _late(
    _db: Database,
    seen_from: tuple[str, str, int | None],
    period: str,
    day: date,
    only: tuple[tuple[str, tuple[str, ...]], ...],
) -> Listed:
    with _db.cursor(as_of=seen_from[2]) as cur:
        return metrics.chase(cur, Period.parse(period), day=day, only=dict(only))
