"""How many reported: the finding, and countries, or the clusters of one, by quarter."""

import pandas as pd
import streamlit as st

import metrics
from charts.coverage import coverage
from charts.due import Quarter, of_parts, with_finding
from core.i18n.periods import Period
from metrics.registry import Dimension
from pages.components import cached, draw
from pages.components.coverage.asked import Asked
from pages.components.looked_at import REPORTING


def show(asked: Asked) -> None:
    """The chart with its tools; who may see no mechanism hears of reports alone, not of late."""
    ctx = asked.ctx
    by: Dimension = "cluster" if "country" in asked.limits else "country"
    shown = {str(quarter) for quarter in asked.quarters()}
    found = asked.counted(by, "period")
    found = found[found["period"].isin(shown) & found[by].notna()]
    # Labels such as Coordination belong to no mechanism: nothing is ever expected of them.
    told = found[(found["expected"] > 0) | (found["state"] == "closed")][by].unique()
    found = found[found[by].isin(told)]
    quarter = _quarter(asked)
    declared = metrics.find(REPORTING)
    grid = coverage(
        found, declared, ctx.lang, by=by, names=cached.names_of(ctx, by), today=asked.day
    )
    draw.chart(ctx, with_finding(grid, quarter), declared, "who_reported")
    if quarter.partial:
        st.caption(of_parts(quarter.partial, ctx.lang))


def _quarter(asked: Asked) -> Quarter:
    whole = asked.counted("period")
    own = whole[whole["period"] == str(asked.period)]
    reporting, expected = (
        int(own[column].iloc[0]) if len(own) else 0 for column in ("reporting", "expected")
    )
    states = _states(asked, asked.period) if asked.ctx.inside else None
    return Quarter(
        period=asked.period,
        reporting=reporting,
        expected=expected,
        late=None if states is None else int((states == "late").sum()),
        partial=0 if states is None else int((states == "partial").sum()),
        over=asked.over,
    )


def _states(asked: Asked, period: Period) -> pd.Series:
    return metrics.by_mechanism(asked.due(), [period])["state"]
