"""The chosen indicator by kind of actor, with figures that others published where they fit."""

from html import escape

import pandas as pd
import streamlit as st

import metrics
from charts.segments import segments
from metrics.published_figures import WORLD
from metrics.segments import has_segments
from pages.components import beside, cached, draw
from pages.components.clusters.chart import ranked, split_of
from pages.components.looked_at import LookedAt


def show(look: LookedAt, indicator: str) -> None:
    """Nothing where the indicator counts no actors."""
    ctx, by, declared = look.ctx, split_of(look), look.declared(indicator)
    if not has_segments(metrics.find(indicator)):
        return
    st.header(ctx._("Kinds of actor"))
    fitting = _fitting(look, indicator)
    drawn = segments(
        ranked(look, look.segments(indicator, by=(by,))),
        declared,
        ctx.lang,
        by=by,
        names=cached.names_of(ctx, by),
        within=look.setting(indicator),
        published=fitting,
    )
    draw.chart(ctx, drawn, declared, "made_of")
    if drawn.references:
        _sources(look, fitting)


def _fitting(look: LookedAt, indicator: str) -> pd.DataFrame:
    """Figures about what is looked at: of its cluster, else of all; of its country, else the world.

    Those about lead organisations are none: nobody published them.
    """
    limits, found = dict(look.only), beside.figures_beside(look.ctx, indicator, look.period)
    if limits.get("role") == "lead":
        return found.iloc[:0]
    if "cluster" in limits:
        of_it = found[found["cluster"] == limits["cluster"]]
        return of_it[of_it["iso3"] == limits["country"]] if "country" in limits else of_it
    place = found["iso3"] if "country" in limits else found["geography"]
    return found[place == limits.get("country", WORLD)]


def _sources(look: LookedAt, fitting: pd.DataFrame) -> None:
    addresses = "".join(
        f"<li><a href='{escape(address)}' target='_blank' rel='noreferrer'>"
        f"<bdi>{escape(address)}</bdi></a></li>"
        for address in fitting["source_url"].drop_duplicates()
    )
    label = escape(look.ctx._("Sources of the published figures"))
    st.html(f"<h3 class='tile-name'>{label}</h3><ul class='sources'>{addresses}</ul>")
