"""The lines with their change, as a chart or as a table."""

from dataclasses import replace

import streamlit as st

from pages.components import draw, matched
from pages.components.either import either
from pages.components.trends import choose, figures, table
from pages.components.trends.lines import Lines, changes, drawn


def show(asked: Lines) -> None:
    """Choose lines, then chart or table, then what others published.

    Raises:
        NotAllowed: `outside-the-lattice`.
    """
    ctx, indicator = asked.ctx, asked.indicator
    why_table = table.why_no_chart(ctx, indicator)
    with st.container(key="told_on", horizontal=True):
        asked = replace(asked, grain=choose.grain(ctx))
        told_on = matched.chosen(ctx, indicator)
        forms = {"chart": ctx._("Chart"), "table": ctx._("Table")}
        form = either("form", ctx._("Shown as"), forms, "chart") if why_table is None else "table"
    codes = choose.codes(asked)
    split = asked.split if codes else None
    lines = replace(asked, codes=codes, split=split, matched=told_on)
    if lines.frame().empty:
        draw.nothing(ctx, indicator, "trend")
        return
    chart = drawn(lines)
    if why_table:
        st.caption(why_table)
    if form == "table":
        with st.container(key="card_trend"):
            table.show(lines, chart)
    else:
        draw.chart(ctx, chart, indicator, "trend")
    if lines.matched and len(codes) > 1:
        matched.said(changes(lines))
    figures.show(lines)
