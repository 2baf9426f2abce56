"""Lines in time as this reader may see them, kept between runs: steps, pairs, what stands beside.

Outside the team a membership or exposure indicator has no numbers on matched mechanisms: those of a
few mechanisms less than all would tell what the few reported. Of structure any set of mechanisms
may be asked for, with the rules for small numbers.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime

import pandas as pd
import streamlit as st

import metrics
from core.i18n.periods import Period
from core.storage.database import Database
from metrics import Grain, Scope
from metrics.registry import Dimension
from pages.components import cached
from pages.components.cached import Asked, Filters, SeenFrom, in_order
from pages.components.session import Context

_KEPT = 500


def today() -> date:
    """The day by which a period is over."""
    return datetime.now(UTC).date()


def may_match(ctx: Context, indicator: str) -> bool:
    """Whether this reader may see numbers on matched mechanisms of an indicator that has them."""
    declared = metrics.find(indicator)
    if metrics.no_steps(declared) is not None:
        return False
    return ctx.inside or declared.disclosure == "structure"


def over_time(
    ctx: Context,
    indicator: str,
    *,
    by: Sequence[str] = (),
    only: Filters | None = None,
    scope: Scope = 2,
    grain: Grain = "quarter",
) -> pd.DataFrame:
    """`cached.measure` by `by` and period, with `partial`, as of `metrics.trend`.

    Raises:
        NotAllowed: `outside-the-lattice`.
    """
    found = cached.measure(ctx, indicator, by=(*by, "period"), only=only, scope=scope, grain=grain)
    return metrics.marked_partial(found, metrics.find(indicator), by, today())


def steps(
    ctx: Context,
    indicator: str,
    *,
    only: Filters | None = None,
    scope: Scope = 2,
    grain: Grain = "quarter",
) -> pd.DataFrame | None:
    """`metrics.trend` of one line, for the team; None: there are no steps, or not for this reader.

    Outside, every step would be one more set of mechanisms beside the others.
    """
    if not ctx.inside or not may_match(ctx, indicator):
        return None
    asked = Asked(indicator, (), in_order(only), scope, grain)
    return _steps(ctx.db, _seen_from(ctx), asked, today()).copy()


@st.cache_data(max_entries=_KEPT, show_spinner=False)
def _steps(_db: Database, seen_from: SeenFrom, asked: Asked, day: date) -> pd.DataFrame:
    with _db.cursor(as_of=seen_from.as_of) as cur:
        return metrics.trend(
            cur,
            metrics.find(asked.indicator),
            only=dict(asked.only),
            scope=asked.scope,
            grain="year" if asked.grain == "year" else "quarter",
            today=day,
        )


def pair(
    ctx: Context,
    indicator: str,
    ends: tuple[Period, Period],
    *,
    only: Filters | None = None,
    scope: Scope = 2,
) -> pd.DataFrame:
    """`metrics.matched_pair` of one line; ask `may_match` before."""
    asked = Asked(indicator, (), in_order(only), scope, "quarter")
    return _pair(ctx.db, _seen_from(ctx), asked, ends).copy()


@st.cache_data(max_entries=_KEPT, show_spinner=False)
def _pair(
    _db: Database, seen_from: SeenFrom, asked: Asked, ends: tuple[Period, Period]
) -> pd.DataFrame:
    declared, only = metrics.find(asked.indicator), dict(asked.only)
    with _db.cursor(as_of=seen_from.as_of) as cur:
        found = metrics.matched_pair(cur, declared, *ends, only=only, scope=asked.scope)
        if seen_from.inside:
            return found
        grain: Grain = "year" if len([*ends[0].months()]) == 12 else "quarter"
        hidden = metrics.hidden_cells(cur, declared, scope=asked.scope)
        return metrics.suppressed(
            found, declared, ["period"], only=only, grain=grain, hidden=hidden
        )


def figures_beside(
    ctx: Context,
    indicator: str,
    *,
    by: Dimension | None = None,
    codes: Sequence[str] = (),
    only: Filters | None = None,
    scope: Scope = 2,
) -> pd.DataFrame:
    """`metrics.figures_beside`: what others published is the same for everybody."""
    asked = Asked(indicator, (by,) if by else (), in_order(only), scope, "quarter")
    return _figures(ctx.db, _seen_from(ctx), asked, tuple(codes)).copy()


@st.cache_data(max_entries=_KEPT, show_spinner=False)
def _figures(
    _db: Database, seen_from: SeenFrom, asked: Asked, codes: tuple[str, ...]
) -> pd.DataFrame:
    declared = metrics.find(asked.indicator)
    by = next((name for name in metrics.DIMENSIONS if name in asked.by), None)
    with _db.cursor(as_of=seen_from.as_of) as cur:
        return metrics.figures_beside(
            cur, declared, by=by, codes=codes, only=dict(asked.only), scope=asked.scope
        )


def timeline(ctx: Context, only: Filters | None = None) -> pd.DataFrame:
    """`metrics.timeline`; outside the team without the titles of events."""
    found = _timeline(ctx.db, _seen_from(ctx), in_order(only)).copy()
    untold = pd.Series(pd.NA, index=found.index, dtype="string")
    return found if ctx.inside else found.assign(title=untold)


@st.cache_data(max_entries=_KEPT, show_spinner=False)
def _timeline(
    _db: Database, seen_from: SeenFrom, only: tuple[tuple[str, tuple[str | None, ...]], ...]
) -> pd.DataFrame:
    with _db.cursor(as_of=seen_from.as_of) as cur:
        return metrics.timeline(cur, only=dict(only))


def _seen_from(ctx: Context) -> SeenFrom:
    return SeenFrom(str(ctx.db.path), ctx.data_version, ctx.as_of, ctx.inside)
