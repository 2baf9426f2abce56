"""What stands beside the marks of a Plotly figure: figures to compare with, and what happened."""

from typing import Any

import plotly.graph_objects as go

from charts.chart import Chart, Reference
from charts.theme import GRID, INK
from charts.written import LABEL, NOTE, written

_LABEL_ROOM = 300.0


def named(reference: Reference, chart: Chart) -> dict[str, Any]:
    """The words of a line across all rows, above it."""
    return {
        "x": reference.value,
        "y": 1,
        "yref": "paper",
        "yanchor": "bottom",
        "text": f"<b>{written(reference.label, chart.lang)}</b>",
        "showarrow": False,
        "font": {"size": NOTE},
    }


def on_its_row(reference: Reference, chart: Chart) -> dict[str, Any]:
    """A triangle on the bar; its words stand beside the row."""
    return {
        "x": reference.value,
        "y": written(reference.category, chart.lang, room=LABEL),
        "text": "▼",
        "showarrow": False,
        "yshift": 22,
        "font": {"size": NOTE, "color": INK},
    }


def beside_lines(drawn: go.Figure, chart: Chart) -> None:
    """Figures to compare with, and what happened: places on an axis of categories are numbers."""
    note = {"showarrow": False, "font": {"size": NOTE}}
    last = len(chart.series[0].marks) - 1 if chart.series else 0
    for reference in chart.references:
        first, end = reference.span or (0, last)
        ends = {"x0": first - 0.5, "x1": end + 0.5, "y0": reference.value, "y1": reference.value}
        drawn.add_shape(type="line", line={"color": INK, "width": 3, "dash": "dot"}, **ends)
        label = f"<b>{written(reference.label, chart.lang)}</b>"
        drawn.add_annotation(
            x=(first + end) / 2, y=reference.value, text=label, yanchor="bottom", **note
        )
    for annotation in chart.annotations:
        drawn.add_vline(annotation.at, line={"color": GRID, "width": 2, "dash": "dot"})
        text = written(annotation.label, chart.lang, room=_LABEL_ROOM, size=NOTE)
        drawn.add_annotation(
            x=annotation.at, y=0.02, text=text, textangle=-90, yanchor="bottom", **note
        )
