"""What stands beside a number, kept between runs: its last step, and figures of others."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

import pandas as pd
import streamlit as st

import metrics
from core.i18n.periods import Period
from core.storage.database import Database
from metrics import Scope
from metrics.suppression import ENOUGH_FOR_PERCENT
from pages.components import cached
from pages.components.session import Context


def steps(
    ctx: Context,
    indicator: str,
    *,
    by: Sequence[str] = (),
    only: cached.Filters | None = None,
    scope: Scope = 2,
) -> pd.DataFrame:
    """`metrics.trend` by quarter as this reader sees it; no rows of what the public may not see.

    Matched sets of mechanisms lie between two cells of the public lattice: outside the team only
    structure is compared on them, and no percentage is said of fewer than ten.
    """
    asked = cached.Asked(indicator, tuple(by), cached.in_order(only), scope, "quarter")
    return _stepped(ctx.db, _seen_from(ctx), asked, datetime.now(UTC).date()).copy()


@st.cache_data(max_entries=200, show_spinner=False)
def _stepped(
    _db: Database, seen_from: cached.SeenFrom, asked: cached.Asked, today: date
) -> pd.DataFrame:
    declared = metrics.find(asked.indicator)
    with _db.cursor(as_of=seen_from.as_of) as cur:
        found = metrics.trend(
            cur, declared, by=asked.by, only=dict(asked.only), scope=asked.scope, today=today
        )
    if seen_from.inside:
        return found
    if declared.disclosure != "structure":
        return found.iloc[:0]
    told = ["value", "low", "high", "now", "before", "change"]
    enough = found[["denominator", "matched"]].ge(ENOUGH_FOR_PERCENT).all(axis="columns")
    found[told] = found[told].where(enough)
    return found


def figures_beside(ctx: Context, indicator: str, period: Period) -> pd.DataFrame:
    """`metrics.fitting_figures` of a quarter; they are public, so everybody sees them."""
    return _figures_beside(ctx.db, _seen_from(ctx), indicator, period).copy()


@st.cache_data(max_entries=200, show_spinner=False)
def _figures_beside(
    _db: Database, seen_from: cached.SeenFrom, indicator: str, period: Period
) -> pd.DataFrame:
    with _db.cursor(as_of=seen_from.as_of) as cur:
        return metrics.fitting_figures(cur, metrics.find(indicator), period)


def _seen_from(ctx: Context) -> cached.SeenFrom:
    return cached.SeenFrom(str(ctx.db.path), ctx.data_version, ctx.as_of, ctx.inside)
