"""A table in place of the chart: every period of every line, its change, and what happened."""

import html
from dataclasses import replace

import pandas as pd
import streamlit as st

from charts.chart import Chart
from charts.marks import Record, records
from charts.words import notes_for
from core.i18n.numbers import count, isolate, points
from metrics.registry import Indicator
from pages.components import compared, table
from pages.components.session import Context
from pages.components.trends.lines import Lines


def show(lines: Lines, chart: Chart) -> None:
    """The numbers of the chart, newest first, with each step on matched mechanisms where told."""
    ctx = lines.ctx
    st.html(f"<h2 class='finding'>{html.escape(chart.finding)}</h2>")
    st.caption(chart.coverage)
    happened = {annotation.at: annotation.label for annotation in chart.annotations}
    places = {str(period): number for number, period in enumerate(lines.periods())}
    stepped = lines.matched and ctx.inside
    rows = []
    for series, code in zip(chart.series, lines.codes or ("",), strict=True):
        line = lines.of(code)
        told = _steps(line) if stepped else {}
        for period, number in reversed(places.items()):
            mark = series.marks[number]
            own = [series.name] if lines.codes else []
            steps = [_step(ctx, told.get(period))] if stepped else []
            rows.append([*own, mark.label, mark.text, *steps, happened.get(number, "")])
    heads = [ctx._("Lines")] if lines.codes else []
    heads += [ctx._("Period"), ctx._("What is shown")]
    heads += [ctx._("Since the period before, on matched mechanisms")] if stepped else []
    table.show([*heads, ctx._("What happened")], rows, caption=chart.finding)
    shapes = notes_for((replace(m, partial=False, incomplete=False) for m in chart.marks), ctx.lang)
    for note in chart.notes:
        if note not in shapes:
            st.caption(note)


def _steps(line: Lines) -> dict[str, Record]:
    found = compared.steps(
        line.ctx, line.indicator.id, only=line.only, scope=line.scope, grain=line.grain
    )
    return {} if found is None else {str(row["period"]): row for row in records(found)}


def _step(ctx: Context, row: Record | None) -> str:
    """`+0.9 points on 42; left out: 1`; a dash without a period before, or in one incomplete."""
    if row is None or any(pd.isna(row[name]) for name in ("change", "matched", "dropped")):
        return "–"
    template = ctx._("{change} on {matched}; left out: {dropped}")
    return template.format(
        change=isolate(points(float(str(row["change"])), ctx.lang), ctx.lang),
        matched=count(int(str(row["matched"])), ctx.lang),
        dropped=count(int(str(row["dropped"])), ctx.lang),
    )


def why_no_chart(ctx: Context, indicator: Indicator) -> str | None:
    """Why an indicator has no lines: what is no share has no place between 0 and 100 percent."""
    if indicator.over:
        return ctx._("This indicator stands on two others: here is a table with both of them.")
    if indicator.unit == "count":
        return ctx._("This indicator is a number and no share of a whole: here it is as a table.")
    return None
