"""Every cluster, and who has reported."""

from datetime import UTC, datetime

import pandas as pd
import streamlit as st

import metrics
from charts.bars import bars
from charts.coverage import coverage
from charts.segments import segments
from pages.components import cached, draw
from pages.components.looked_at import LEADERSHIP, PRESENCE, REPORTING, LookedAt

_LAST_QUARTERS = 8


def show(look: LookedAt) -> None:
    """Leadership and presence by cluster; labels that are no cluster stand in no ranking."""
    ctx = look.ctx
    names = cached.names_of(ctx, "cluster")
    st.header(ctx._("By cluster"))
    by_cluster = bars(
        look.measure(LEADERSHIP, by=("cluster",)),
        look.declared(LEADERSHIP),
        ctx.lang,
        by="cluster",
        names=names,
        within=look.setting(LEADERSHIP),
    )
    draw.chart(ctx, by_cluster, look.declared(LEADERSHIP), "clusters_leadership")
    made_of = segments(
        _ranked(look),
        look.declared(PRESENCE),
        ctx.lang,
        by="cluster",
        names=names,
        within=look.setting(PRESENCE),
    )
    draw.chart(ctx, made_of, look.declared(PRESENCE), "clusters_presence")


def who_reported(look: LookedAt) -> None:
    """Country by quarter: reported, part, not reported, closed."""
    ctx = look.ctx
    st.header(ctx._("Who has reported"))
    found = look.over_time(REPORTING, by=("country",))
    newest = sorted(found["period"].unique())[-_LAST_QUARTERS:]
    grid = coverage(
        found[found["period"].isin(newest)],
        metrics.find(REPORTING),
        ctx.lang,
        names=cached.names_of(ctx, "country"),
        today=datetime.now(UTC).date(),
    )
    draw.chart(ctx, grid, look.declared(REPORTING), "who_reported")


def _ranked(look: LookedAt) -> pd.DataFrame:
    found = look.segments(PRESENCE, by=("cluster",))
    return found[found["cluster"].isin(cached.ranked_clusters(look.ctx))]
