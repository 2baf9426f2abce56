"""Measurements kept between runs; every decision empties them, because the data version changes."""

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

import metrics
from core.storage.database import Database
from metrics import Grain, Scope
from pages.components.session import Context

_KEPT = 2000

Filters = Mapping[str, Sequence[str]]


def measure(
    ctx: Context,
    indicator: str,
    *,
    by: Sequence[str] = (),
    only: Filters | None = None,
    scope: Scope = 2,
    grain: Grain = "quarter",
) -> pd.DataFrame:
    """`metrics.measure` as this reader sees it: her store, her day, her disclosure."""
    chosen = tuple(sorted((name, tuple(values)) for name, values in (only or {}).items()))
    return _measured(
        ctx.db,
        (str(ctx.db.path), ctx.data_version, ctx.as_of, ctx.inside),
        indicator,
        tuple(by),
        chosen,
        (scope, grain),
    ).copy()


@st.cache_data(max_entries=_KEPT, show_spinner=False)
def _measured(
    _db: Database,
    seen_from: tuple[str, str, int | None, bool],
    indicator: str,
    by: tuple[str, ...],
    only: tuple[tuple[str, tuple[str, ...]], ...],
    asked: tuple[Scope, Grain],
) -> pd.DataFrame:
    _, _, as_of, inside = seen_from
    scope, grain = asked
    with _db.cursor(as_of=as_of) as cur:
        found = metrics.measure(
            cur, metrics.find(indicator), by=by, only=dict(only), scope=scope, grain=grain
        )
    return found if inside else metrics.suppressed(found, metrics.find(indicator), by)


@st.cache_data(max_entries=20, show_spinner=False)
def names(_db: Database, path: str, reference: str, lang: str) -> Mapping[str, Mapping[str, str]]:
    """Dimension -> code -> name in the language, for countries, regions, clusters and the rest."""
    with _db.cursor() as cur:
        return metrics.names(cur, lang)
