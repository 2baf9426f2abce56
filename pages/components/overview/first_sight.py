"""What is read in ten seconds: two big numbers."""

import streamlit as st

from charts.chart import Chart
from charts.headline import headline
from pages.components import draw
from pages.components.looked_at import LEADERSHIP, PRESENCE, LookedAt


def show(look: LookedAt) -> None:
    """L1 first, then P8."""
    columns = st.columns(2)
    for column, indicator in zip(columns, (LEADERSHIP, PRESENCE), strict=True):
        with column:
            draw.chart(look.ctx, _headline(look, indicator), look.declared(indicator), indicator)


def _headline(look: LookedAt, indicator: str) -> Chart:
    return headline(
        look.measure(indicator),
        look.declared(indicator),
        look.ctx.lang,
        within=look.setting(indicator),
    )
