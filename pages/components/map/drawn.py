"""The map as a chart: what was measured, and what is known of the countries without a number."""

from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import UTC, datetime

import streamlit as st

import metrics
from charts.chart import Chart
from charts.tile_places import tile_places
from charts.tiles import tiles
from charts.trend import not_over
from charts.words import Setting
from core.errors import NotAllowed
from core.settings import Settings
from core.storage.database import Database
from pages.components import cached, draw
from pages.components.looked_at import REPORTING, LookedAt


def chart(look: LookedAt, indicator: str) -> Chart:
    """The chart of an indicator by country.

    Raises:
        NotAllowed: `outside-the-lattice`, of a question that readers outside may not ask.
    """
    ctx = look.ctx
    return tiles(
        look.measure(indicator, by=("country",)),
        look.declared(indicator),
        ctx.lang,
        places=tile_places(Settings().reference, ctx.lang),
        names=cached.names_of(ctx, "country"),
        told=_told(look),
        without=_without(ctx.db, str(ctx.db.path), ctx.db.reference_hash),
        within=_setting(look, indicator),
        in_progress=not_over(look.period, ctx.day or datetime.now(UTC).date()),
    )


def show(look: LookedAt, indicator: str, drawn: Chart) -> None:
    """Draw it, with its tools."""
    draw.chart(look.ctx, drawn, look.declared(indicator), "map")


def _told(look: LookedAt) -> AbstractSet[str]:
    """Countries from which anything was reported so far, in the cluster that is looked at."""
    found = look.over_time(REPORTING, by=("country",))
    return frozenset(found[found["reporting"] > 0]["country"].dropna())


def _setting(look: LookedAt, indicator: str) -> Setting:
    cluster = dict(look.only).get("cluster")
    place = cached.names_of(look.ctx, "cluster").get(cluster, cluster) if cluster else None
    try:
        setting = look.setting(indicator)
    except NotAllowed:  # of exposure there is no total outside the team
        setting = Setting(period=look.period, scope=look.scope)
    return replace(setting, place=place)


@st.cache_data(max_entries=5, show_spinner=False)
def _without(_db: Database, path: str, reference: str) -> AbstractSet[str]:
    with _db.cursor() as cur:
        return metrics.countries_without_clusters(cur)
