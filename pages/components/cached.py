"""Measurements kept between runs; every decision empties them, because the data version changes."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import NamedTuple

import pandas as pd
import streamlit as st

import metrics
from core.i18n.periods import Period
from core.storage.database import Database
from loaders.country_registry import CountryRegistry, country_registry
from metrics import Grain, Scope
from metrics.derived import derived
from pages.components import store
from pages.components.session import Context

_KEPT = 2000

Filters = Mapping[str, Sequence[str | None]]


class SeenFrom(NamedTuple):
    """What two readers must share to see the same numbers."""

    store: str
    data_version: str
    as_of: int | None
    inside: bool


class Asked(NamedTuple):
    """A question to an indicator, as a key of the cache."""

    indicator: str
    by: tuple[str, ...]
    only: tuple[tuple[str, tuple[str | None, ...]], ...]
    scope: Scope
    grain: Grain


def in_order(only: Filters | None) -> tuple[tuple[str, tuple[str | None, ...]], ...]:
    """Limits as a part of `Asked`: the same ones are one key, however they were given."""
    return tuple(sorted((name, tuple(values)) for name, values in (only or {}).items()))


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
    asked = Asked(indicator, tuple(by), in_order(only), scope, grain)
    return _measured(ctx.db, _seen_from(ctx), asked).copy()


def segments(
    ctx: Context,
    indicator: str,
    *,
    by: Sequence[str] = (),
    only: Filters | None = None,
    scope: Scope = 2,
    grain: Grain = "quarter",
) -> pd.DataFrame:
    """`metrics.segments` as this reader sees it: outside the team small kinds stay undivided."""
    asked = Asked(indicator, tuple(by), in_order(only), scope, grain)
    return _divided(ctx.db, _seen_from(ctx), asked).copy()


@st.cache_data(max_entries=_KEPT, show_spinner=False)
def _divided(_db: Database, seen_from: SeenFrom, asked: Asked) -> pd.DataFrame:
    declared, only = metrics.find(asked.indicator), dict(asked.only)
    by, scope, grain = asked.by, asked.scope, asked.grain
    if seen_from.inside:
        with _db.cursor(as_of=seen_from.as_of) as cur:
            return metrics.segments(cur, declared, by=by, only=only, scope=scope, grain=grain)
    hidden = _hidden(_db, seen_from, asked.indicator, scope)
    undivided = _undivided(_db, seen_from, asked.indicator)
    with _db.cursor(as_of=seen_from.as_of) as cur:
        return metrics.published_segments(
            cur, declared, by=by, only=only, scope=scope, grain=grain,
            hidden=hidden, undivided=undivided,
        )  # fmt: skip


@st.cache_data(max_entries=100, show_spinner=False)
def _undivided(_db: Database, seen_from: SeenFrom, indicator: str) -> metrics.Pattern:
    """Which numbers the public sees whole or not at all: one pattern for a state of the data."""
    with _db.cursor(as_of=seen_from.as_of) as cur:
        return metrics.undivided_cells(cur, metrics.find(indicator))


def tells_leads(ctx: Context, only: Filters | None = None) -> bool:
    """Whether a file in force says who leads, within these limits; no number, so anybody may know.

    Args:
        ctx: the reader.
        only: as for `measure`.
    """
    chosen = {name: tuple(values) for name, values in (only or {}).items()} | {"role": ("lead",)}
    asked = Asked("lna_share_of_presence", (), tuple(sorted(chosen.items())), 2, "quarter")
    return not _measured(ctx.db, _seen_from(ctx)._replace(inside=True), asked).empty


def _seen_from(ctx: Context) -> SeenFrom:
    return SeenFrom(str(ctx.db.path), ctx.data_version, ctx.as_of, ctx.inside)


@st.cache_data(max_entries=_KEPT, show_spinner=False)
def _measured(_db: Database, seen_from: SeenFrom, asked: Asked) -> pd.DataFrame:
    declared = metrics.find(asked.indicator)
    if declared.over and not seen_from.inside:
        # Outside it says what its parts say, each by a pattern that is kept already.
        parts = [_measured(_db, seen_from, asked._replace(indicator=one)) for one in declared.over]
        return derived(declared, asked.by, parts)
    hidden = None if seen_from.inside else _hidden(_db, seen_from, asked.indicator, asked.scope)
    with _db.cursor(as_of=seen_from.as_of) as cur:
        if hidden is None:
            return metrics.measure(
                cur,
                declared,
                by=asked.by,
                only=dict(asked.only),
                scope=asked.scope,
                grain=asked.grain,
            )
        return metrics.published(
            cur,
            declared,
            by=asked.by,
            only=dict(asked.only),
            scope=asked.scope,
            grain=asked.grain,
            hidden=hidden,
        )


@st.cache_data(max_entries=100, show_spinner=False)
def _hidden(_db: Database, seen_from: SeenFrom, indicator: str, scope: Scope) -> metrics.Pattern:
    """Which numbers are hidden from the public: one pattern for a state of the data and a scope."""
    with _db.cursor(as_of=seen_from.as_of) as cur:
        return metrics.hidden_cells(cur, metrics.find(indicator), scope=scope)


def standing(ctx: Context, indicator: str, *, only: Filters | None = None) -> metrics.Standings:
    """`metrics.standing` as this reader sees it: outside the team the counts, and no words."""
    chosen = tuple(sorted((name, tuple(values)) for name, values in (only or {}).items()))
    return _standing(ctx.db, _seen_from(ctx), indicator, chosen)


def contested(
    ctx: Context, indicator: str, *, only: Filters
) -> AbstractSet[tuple[str | None, str | None]]:
    """`metrics.contested` as this reader sees it: country and cluster."""
    chosen = tuple(sorted((name, tuple(values)) for name, values in only.items()))
    return _contested(ctx.db, _seen_from(ctx), indicator, chosen)


@st.cache_data(max_entries=_KEPT, show_spinner=False)
def _contested(
    _db: Database,
    seen_from: SeenFrom,
    indicator: str,
    only: tuple[tuple[str, tuple[str | None, ...]], ...],
) -> AbstractSet[tuple[str | None, str | None]]:
    with _db.cursor(as_of=seen_from.as_of) as cur:
        return metrics.contested(cur, metrics.find(indicator), only=dict(only))


@st.cache_data(max_entries=_KEPT, show_spinner=False)
def _standing(
    _db: Database,
    seen_from: SeenFrom,
    indicator: str,
    only: tuple[tuple[str, tuple[str | None, ...]], ...],
) -> metrics.Standings:
    with _db.cursor(as_of=seen_from.as_of) as cur:
        found = metrics.standing(cur, metrics.find(indicator), only=dict(only))
    return found if seen_from.inside else replace(found, words=())


def snapshot(
    ctx: Context, countries: Sequence[str], span: Period, as_of: int | None
) -> pd.DataFrame:
    """`metrics.snapshot` of some countries within a period, as of an event; for inside the team."""
    seen_from = _seen_from(ctx)._replace(as_of=as_of)
    return _snapshot(ctx.db, seen_from, tuple(countries), span).copy()


@st.cache_data(max_entries=200, show_spinner=False)
def _snapshot(
    _db: Database, seen_from: SeenFrom, countries: tuple[str, ...], span: Period
) -> pd.DataFrame:
    with _db.cursor(as_of=seen_from.as_of) as cur:
        return metrics.snapshot(cur, countries, [span])


def names_of(ctx: Context, dimension: str) -> Mapping[str, str]:
    """Code to name in the reader's language."""
    every = names(ctx.db, str(ctx.db.path), ctx.db.reference_hash, ctx.lang.value)
    return every.get(dimension, {})


def ranked_clusters(ctx: Context) -> AbstractSet[str]:
    """Codes of clusters and areas of responsibility: Coordination and Cash rank nowhere."""
    return _ranked_clusters(ctx.db, str(ctx.db.path), ctx.db.reference_hash)


@st.cache_data(max_entries=5, show_spinner=False)
def _ranked_clusters(_db: Database, path: str, reference: str) -> AbstractSet[str]:
    with _db.cursor() as cur:
        return metrics.ranked_clusters(cur)


@st.cache_data(max_entries=20, show_spinner=False)
def names(_db: Database, path: str, reference: str, lang: str) -> Mapping[str, Mapping[str, str]]:
    """Dimension -> code -> name in the language, for countries, regions, clusters and the rest."""
    with _db.cursor() as cur:
        return metrics.names(cur, lang)


def registry(ctx: Context, country: str) -> CountryRegistry:
    """All that is to be said about the organisations of a country; for inside the team."""
    return _registry(ctx.db, _seen_from(ctx), country)


@st.cache_data(max_entries=20, show_spinner=False)
def _registry(_db: Database, seen_from: SeenFrom, country: str) -> CountryRegistry:
    with _db.cursor(as_of=seen_from.as_of) as cur:
        return country_registry(cur, country, store.known().families)
