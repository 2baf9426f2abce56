"""The traces of a figure as plain values: what Plotly draws, without knowing Plotly.

Plotly reads some HTML in text, and joins texts without regard to direction: see `written`.
"""

from collections.abc import Callable, Mapping
from typing import Any

from charts.chart import Chart, Kind, Mark, Series
from charts.coverage import sort_of
from charts.theme import (
    BAND,
    GRID,
    INK,
    LINES,
    MAIN,
    ON_SEGMENTS,
    ON_UNDIVIDED,
    PAPER,
    SEGMENTS,
    SERIES,
    UNDIVIDED,
    UNDIVIDED_EDGE,
)
from charts.written import SIGNS, category, written

Trace = dict[str, Any]

_SHAPES = ("circle", "diamond", "square", "triangle-up")


# Segments narrower than this have their numbers beside the bar.
NARROW = 0.16


def traces(chart: Chart) -> list[Trace]:
    """One trace a series; `customdata` holds numerator, denominator and words of each mark."""
    return _DRAW[chart.kind](chart)


def _bars(chart: Chart) -> list[Trace]:
    return [_bar(chart, series, _fills(series)) for series in chart.series]


def _bar(chart: Chart, series: Series, fills: list[str]) -> Trace:
    marks = series.marks
    return _trace(
        "bar",
        name=written(series.name, chart.lang),
        orientation="h",
        x=[mark.value for mark in marks],
        y=[category(mark, chart) for mark in marks],
        customdata=_halves(marks),
        marker={"color": fills, "line": {"color": MAIN, "width": 3}},
        error_x={**_errors(marks), "color": INK, "thickness": 3, "width": 6},
        hoverinfo="skip",
    )


def _fills(series: Series) -> list[str]:
    return [PAPER if mark.low_coverage else MAIN for mark in series.marks]


def _segments(chart: Chart) -> list[Trace]:
    known = chart.series[:-1]
    fills, inks = (*SEGMENTS, UNDIVIDED), (*ON_SEGMENTS, ON_UNDIVIDED)
    edges = (*[PAPER] * len(SEGMENTS), UNDIVIDED_EDGE)
    return [
        _trace(
            "bar",
            name=written(series.name, chart.lang),
            orientation="h",
            x=[mark.value for mark in series.marks],
            y=[category(mark, chart) for mark in series.marks],
            customdata=_halves(series.marks),
            text=[
                written(mark.short, chart.lang) if (mark.value or 0) >= NARROW else ""
                for mark in series.marks
            ],
            textposition="inside",
            insidetextanchor="middle",
            textfont={"color": inks[number]},
            marker={"color": fills[number], "line": {"color": edges[number], "width": 3}},
            hoverinfo="skip",
        )
        for number, series in enumerate(known)
    ]


def _dots(chart: Chart) -> list[Trace]:
    return [
        _trace(
            "scatter",
            name=written(series.name, chart.lang),
            mode="markers",
            x=[mark.value for mark in series.marks],
            y=[category(mark, chart) for mark in series.marks],
            customdata=_halves(series.marks),
            marker=_markers(series, SERIES[number], number),
            error_x={**_errors(series.marks), "color": SERIES[number], "thickness": 3, "width": 0},
            hoverinfo="skip",
        )
        for number, series in enumerate(chart.series)
    ]


def _trend(chart: Chart) -> list[Trace]:
    return [
        _trace(
            "scatter",
            name=written(series.name, chart.lang),
            mode="lines+markers+text",
            x=[category(mark, chart) for mark in series.marks],
            y=[mark.value for mark in series.marks],
            customdata=_halves(series.marks),
            text=_numbers(series, chart) if number == 0 else None,
            textposition="top center",
            # Plotly joins neighbours only where neither is missing; see also `_loose`.
            connectgaps=False,
            line={"color": LINES[number], "width": 4 if number == 0 else 3},
            marker=_markers(series, LINES[number], number),
            error_y={**_errors(series.marks), "color": LINES[number], "thickness": 3, "width": 0},
            hoverinfo="skip",
        )
        for number, series in enumerate(map(_settled, chart.series))
    ] + [
        _loose(chart, series, number)
        for number, series in enumerate(chart.series)
        if _partial(series)
    ]


def _numbers(series: Series, chart: Chart) -> list[str]:
    """Above every point of a single line; where lines cross, above the ends of the first."""
    last = len(series.marks) - 1
    return [
        written(mark.short, chart.lang) if len(chart.series) == 1 or place in {0, last} else ""
        for place, mark in enumerate(series.marks)
    ]


def _partial(series: Series) -> tuple[Mark, ...]:
    return tuple(mark for mark in series.marks if mark.partial)


def _settled(series: Series) -> Series:
    """The line without what is not over: a line to it would always look like a fall."""
    return Series(series.name, tuple(mark for mark in series.marks if not mark.partial))


def _loose(chart: Chart, series: Series, number: int) -> Trace:
    marks = _partial(series)
    return _trace(
        "scatter",
        name=written(series.name, chart.lang),
        mode="markers+text",
        x=[category(mark, chart) for mark in marks],
        y=[mark.value for mark in marks],
        customdata=_halves(marks),
        text=[written(mark.short, chart.lang) for mark in marks],
        textposition="top center",
        marker=_markers(Series(series.name, marks), LINES[number], number),
        showlegend=False,
        hoverinfo="skip",
    )


def _coverage(chart: Chart) -> list[Trace]:
    colours = {"all": MAIN, "some": BAND}
    return [
        _trace(
            "scatter",
            name=written(series.name, chart.lang),
            mode="markers+text",
            x=[category(mark, chart) for mark in series.marks],
            y=[written(series.name, chart.lang)] * len(series.marks),
            customdata=_halves(series.marks),
            text=[
                written(mark.short, chart.lang) or SIGNS.get(mark.state, "")
                for mark in series.marks
            ],
            textfont={
                "size": 14,
                "color": [PAPER if sort_of(mark) == "all" else INK for mark in series.marks],
            },
            marker={
                "symbol": "square",
                "size": 44,
                "color": [colours.get(sort_of(mark), PAPER) for mark in series.marks],
                "line": {"color": GRID, "width": 1},
            },
            hoverinfo="skip",
        )
        for series in chart.series
    ]


def _markers(series: Series, colour: str, number: int) -> dict[str, object]:
    hollow = [mark.low_coverage or mark.partial for mark in series.marks]
    return {
        "symbol": _SHAPES[number],
        "size": 14,
        "color": [PAPER if empty else colour for empty in hollow],
        "line": {"color": colour, "width": 3},
    }


def _errors(marks: tuple[Mark, ...]) -> dict[str, object]:
    return {
        "type": "data",
        "symmetric": False,
        "array": [(m.high or 0) - (m.value or 0) if m.uncertain else None for m in marks],
        "arrayminus": [(m.value or 0) - (m.low or 0) if m.uncertain else None for m in marks],
    }


def _halves(marks: tuple[Mark, ...]) -> list[list[object]]:
    return [[mark.numerator, mark.denominator, mark.text] for mark in marks]


def _trace(kind: str, **looks: Any) -> Trace:  # noqa: ANN401 - as loose as Plotly's own
    return {"type": kind, **looks}


_DRAW: Mapping[Kind, Callable[[Chart], list[Trace]]] = {
    "headline": _bars,
    "bars": _bars,
    "segments": _segments,
    "trend": _trend,
    "dots": _dots,
    "coverage": _coverage,
}
