"""A chart as a Plotly figure, for pages where readers zoom: the only place that knows Plotly."""

from collections.abc import Callable, Mapping
from typing import Any, Final

import plotly.graph_objects as go

from charts.chart import Chart, Kind, Mark
from charts.drawing.letters import width_of, wrapped
from charts.references import beside_lines, named, on_its_row
from charts.theme import CONTEXT, FONTS, GRID, INK, PAPER, SOFT, mirrored
from charts.traces import NARROW, traces
from charts.written import NOTE, SIGNS, category, written

# Handed to `st.plotly_chart` and to every `to_html`: nothing is sent away, no foreign words shown.
CONFIG: Final[Mapping[str, object]] = {
    "displayModeBar": False,
    "displaylogo": False,
    "showSendToCloud": False,
    "responsive": True,
}
_TEXT = 18
_WIDE = 1000.0
# An axis is centred on the plot, which names and words at its sides make narrow.
_UNDER = 600.0


def figure(chart: Chart) -> go.Figure:
    """The chart with the same numbers and words as its table; mirrored where the language is.

    Nothing depends on hovering. Plotly reads some HTML in text, so every text is escaped.
    """
    drawn = go.Figure(data=traces(chart))
    drawn.update_layout(
        template="none",
        title=_title(chart),
        font={"family": FONTS, "size": _TEXT, "color": INK},
        paper_bgcolor=PAPER,
        plot_bgcolor=PAPER,
        height=_high(chart),
        showlegend=len(chart.series) > 1 and chart.kind != "coverage",
        legend={"orientation": "h", "y": 1.0, "yanchor": "bottom", **_order(chart)},
        barmode="stack" if chart.kind == "segments" else "group",
        bargap=0.35,
        hovermode=False,
        margin=_margin(chart),
    )
    _AXES[chart.kind](drawn, chart)
    return drawn


def _high(chart: Chart) -> float:
    margin = _margin(chart)
    lines = [max(len(_words(chart, row)), 1) for row in _by_row(chart)]
    rows = 46.0 * len(chart.series) if chart.kind == "coverage" else 340.0
    if chart.categories.unit == "category":
        rows = len(lines) * (22 + 20.0 * max(lines, default=1))
    return max(rows, 90.0) + margin["t"] + margin["b"]


def _title(chart: Chart) -> dict[str, object]:
    key = [f"{SIGNS[mark.state]} {mark.text}" for mark in chart.key if mark.state in SIGNS]
    below = [chart.measure, chart.coverage, "\u2003".join(key)]
    small = "<br>".join(written(text, chart.lang, room=_WIDE) for text in below if text)
    text = (
        f"<b>{written(chart.finding, chart.lang, room=_WIDE, size=26)}</b><br>"
        f'<span style="font-size:{NOTE}px;color:{SOFT}">{small}</span>'
    )
    place = {"y": 1, "yref": "container", "yanchor": "top", "pad": {"t": 20, "l": 12, "r": 12}}
    return {"text": text, "font": {"size": 24}, "xref": "container", **place, **_side(chart)}


def _order(chart: Chart) -> dict[str, object]:
    return {**_side(chart), "traceorder": "reversed" if mirrored(chart.lang) else "normal"}


def _side(chart: Chart) -> dict[str, object]:
    right = mirrored(chart.lang)
    return {"x": 1 if right else 0, "xanchor": "right" if right else "left"}


def _margin(chart: Chart) -> dict[str, float]:
    """Room for names and for the words of each row: Plotly counts neither well."""
    below = {"t": 255.0 if chart.kind == "segments" else 185.0, "b": 90.0 + 24 * _note_lines(chart)}
    if chart.categories.unit == "period":
        return {**below, "b": below["b"] + 50, "l": 70.0, "r": 70.0, **_names(chart)}
    rows = _by_row(chart)
    names = (width_of(mark.label, _TEXT) for row in rows for mark in row)
    words = (width_of(line, NOTE) for row in rows for line in _words(chart, row))
    near, far = ("r", "l") if mirrored(chart.lang) else ("l", "r")
    name = min(max(names, default=0.0), 280.0)
    return {**below, near: name + 24, far: max(words, default=0.0) + 30}


def _note_lines(chart: Chart) -> int:
    return sum(_note(text, chart).count("<br>") + 1 for text in chart.notes)


def _names(chart: Chart) -> dict[str, float]:
    if chart.kind != "coverage":
        return {}
    wide = max((width_of(series.name, _TEXT) for series in chart.series), default=0.0)
    return {"r" if mirrored(chart.lang) else "l": wide + 24}


def _by_row(chart: Chart) -> list[tuple[Mark, ...]]:
    return list(zip(*(series.marks for series in chart.series), strict=True))


def _words(chart: Chart, row: tuple[Mark, ...]) -> list[str]:
    """The numbers of a row in words, line by line: `56% (5 of 9)`, or the state."""
    named = zip(chart.series, row, strict=True)
    if chart.kind == "segments" and all(mark.value is None for mark in row):
        texts = [row[0].text]
    elif chart.kind == "dots":
        texts = [f"{series.name} {mark.text}" for series, mark in named]
    elif chart.kind == "segments":
        small = [(s.name, m) for s, m in named if m.value and m.value < NARROW]
        texts = [f"{name} {mark.short}" for name, mark in small]
        texts += [mark.text for mark in row[-1:] if mark.numerator]
        texts += [f"▼ {one.label}" for one in chart.references if one.category == row[0].label]
    else:
        texts = [mark.text for mark in row]
    return [line for text in texts for line in wrapped(text, 360, NOTE)]


def _by_category(drawn: go.Figure, chart: Chart) -> None:
    right = mirrored(chart.lang)
    ticks = {**_ticks(chart), "range": [1.0, 0.0] if right else [0.0, 1.0]}
    drawn.update_xaxes(title_text=_axis(chart.values.title, chart), gridcolor=GRID, **ticks)
    drawn.update_yaxes(
        autorange="reversed", side="right" if right else "left", showgrid=False, zeroline=False
    )
    for reference in chart.references:
        if not reference.category:
            drawn.add_vline(reference.value, line={"color": INK, "width": 3, "dash": "dot"})
            drawn.add_annotation(**named(reference, chart))
    for row in _by_row(chart):
        drawn.add_annotation(**_beside(chart, row))
    for reference in chart.references:
        if reference.category:
            drawn.add_annotation(**on_its_row(reference, chart))


def _beside(chart: Chart, row: tuple[Mark, ...]) -> dict[str, Any]:
    """The words of a row, beyond the end of the axis."""
    right = mirrored(chart.lang)
    return {
        "x": 0 if right else 1,
        "xref": "paper",
        "xanchor": "right" if right else "left",
        "xshift": -12 if right else 12,
        "y": category(row[0], chart),
        "text": "<br>".join(written(line, chart.lang) for line in _words(chart, row)),
        "align": "right" if right else "left",
        "showarrow": False,
        "font": {"size": NOTE, "color": INK if row[0].value is not None else CONTEXT},
    }


def _by_period(drawn: go.Figure, chart: Chart) -> None:
    right = mirrored(chart.lang)
    order = [category(mark, chart) for mark in chart.series[0].marks] if chart.series else []
    drawn.update_xaxes(
        title_text=_axis(chart.categories.title, chart),
        categoryorder="array",
        categoryarray=order,
        showgrid=False,
        tickangle=0,
    )
    drawn.update_yaxes(side="right" if right else "left", gridcolor=GRID, zeroline=False)
    if chart.kind == "coverage":
        drawn.update_yaxes(autorange="reversed", showgrid=False)
        return
    drawn.update_yaxes(range=[0.0, 1.08], **_ticks(chart))
    beside_lines(drawn, chart)
    for column in _by_row(chart):
        if all(mark.value is None for mark in column):
            text, x = written(column[0].text, chart.lang), category(column[0], chart)
            drawn.add_annotation(
                x=x, y=0.03, text=text, textangle=-90, yanchor="bottom", showarrow=False,
                font={"size": NOTE, "color": CONTEXT},
            )  # fmt: skip


def _axis(title: str, chart: Chart) -> str:
    """The title of the axis at the foot, and how to read the marks under it."""
    notes = "<br>".join(_note(text, chart) for text in chart.notes)
    small = f'<span style="font-size:{NOTE}px;color:{SOFT}">{notes}</span>'
    return f"{written(title, chart.lang)}<br>{small}" if notes else written(title, chart.lang)


def _note(text: str, chart: Chart) -> str:
    return written(text, chart.lang, room=_UNDER, size=NOTE)


def _ticks(chart: Chart) -> dict[str, Any]:
    return {
        "tickmode": "array",
        "tickvals": [value for value, _ in chart.values.ticks],
        "ticktext": [written(label, chart.lang) for _, label in chart.values.ticks],
    }


_AXES: Mapping[Kind, Callable[[go.Figure, Chart], None]] = {
    "headline": _by_category,
    "bars": _by_category,
    "segments": _by_category,
    "trend": _by_period,
    "dots": _by_category,
    "coverage": _by_period,
}
