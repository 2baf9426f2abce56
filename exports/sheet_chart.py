"""The chart of a workbook as Excel draws it, on the cells beside it."""

from collections.abc import Mapping
from typing import Any

import xlsxwriter
from xlsxwriter.chart import Chart as NativeChart

from charts.chart import Chart
from charts.theme import BAND, CONTEXT, GRID, INK, PAPER
from exports.native import Plot, Row
from exports.written import bare, facing

_FONT = "Arial"
_TYPES: Mapping[str, dict[str, str]] = {
    "bars": {"type": "bar"},
    "stack": {"type": "bar", "subtype": "stacked"},
    "lines": {"type": "line"},
}


def native_chart(
    book: xlsxwriter.Workbook, sheet: str, chart: Chart, drawn: Plot, *, first: int
) -> NativeChart | None:
    """The chart that reads the matrix whose headings stand in line `first`, counted from 0.

    Returns:
        None where Excel has no chart of this kind, or no mark has a share.
    """
    if drawn.shape not in _TYPES:
        return None
    native = book.add_chart(_TYPES[drawn.shape])
    for column, row in enumerate(drawn.rows, start=1):
        native.add_series(_series(sheet, first, column, row, drawn))
    _set_axes(native, chart, drawn)
    font = {"name": _FONT, "size": 14, "color": INK}
    title = facing(bare(chart.finding), chart.lang)
    native.set_title({"name": title, "name_font": font, "overlay": False})
    small = {"name": _FONT, "size": 11}
    named = [number for number, row in enumerate(drawn.rows) if row.joined]
    apart = [number for number, row in enumerate(drawn.rows) if not row.joined]
    legend = {"position": "top", "font": small, "delete_series": apart}
    native.set_legend(legend if len(named) > 1 else {"none": True})
    native.show_blanks_as("gap")
    bars = len(drawn.rows) if drawn.shape == "bars" else 1
    high = 180 + 34 * len(drawn.categories) * bars
    native.set_size({"width": 1100, "height": 460 if drawn.shape == "lines" else min(high, 1400)})
    return native


def _series(sheet: str, first: int, column: int, row: Row, drawn: Plot) -> dict[str, Any]:
    begin, end = first + 1, first + len(row.marks)
    own = [{"value": text} if text else {"delete": True} for text in row.texts]
    series: dict[str, Any] = {
        "name": [sheet, first, column],
        "categories": [sheet, begin, 0, end, 0],
        "values": [sheet, begin, column, end, column],
        "data_labels": {
            "value": True,
            "custom": own,
            "font": {"name": _FONT, "size": 10, "color": row.ink},
        },
        "points": [_point(row, number, drawn) for number in range(len(row.marks))],
    }
    if drawn.shape == "lines":
        series |= _line(row)
        series["data_labels"]["position"] = "above"
    else:
        series |= {"fill": {"color": row.colour}, "border": {"color": CONTEXT}, "gap": 60}
    if row.uncertain and drawn.shape != "stack":
        series["y_error_bars"] = _interval(row)
    return series


def _line(row: Row) -> dict[str, Any]:
    # Some programs draw no rim: a pale disc is seen there as well.
    fill = {"color": row.colour if row.joined else BAND}
    marker = {"type": "circle", "size": 9, "border": {"color": row.colour}, "fill": fill}
    line = {"color": row.colour, "width": 2.5} if row.joined else {"none": True}
    return {"line": line, "marker": marker}


def _point(row: Row, number: int, drawn: Plot) -> dict[str, Any] | None:
    """Hollow where few reported."""
    if drawn.shape == "stack" or not row.marks[number].low_coverage:
        return None
    pale = BAND if drawn.shape == "lines" else PAPER
    return {"fill": {"color": pale}, "border": {"color": row.colour, "width": 2.25}}


def _interval(row: Row) -> dict[str, Any]:
    pairs = list(zip(row.marks, row.values, strict=True))
    shown = [mark.uncertain and value is not None for mark, value in pairs]
    plus = [
        (mark.high or 0) - (mark.value or 0) if one else 0
        for (mark, _), one in zip(pairs, shown, strict=True)
    ]
    minus = [
        (mark.value or 0) - (mark.low or 0) if one else 0
        for (mark, _), one in zip(pairs, shown, strict=True)
    ]
    ends = {"type": "custom", "plus_values": plus, "minus_values": minus}
    return {**ends, "line": {"color": INK, "width": 1.5}}


def _set_axes(native: NativeChart, chart: Chart, drawn: Plot) -> None:
    font = {"name": _FONT, "size": 10, "color": INK}
    shares = {
        "min": 0,
        "max": 1,
        "major_unit": 0.25,
        "num_format": "0%",
        "name": facing(chart.values.title, chart.lang),
        "num_font": font,
        "name_font": font,
        "major_gridlines": {"visible": True, "line": {"color": GRID}},
    }
    title = facing(chart.categories.title, chart.lang)
    names = {"num_font": font, "name": title, "name_font": font}
    if drawn.shape == "lines":
        native.set_x_axis(names)
        native.set_y_axis(shares)
        return
    # The first category stands on top and the axis of shares below the last; in Arabic the names
    # stand on the right and bars grow leftwards.
    del names["name"], names["name_font"]
    native.set_y_axis({**names, "reverse": True, "crossing": "max"})
    native.set_x_axis({**shares, "reverse": drawn.mirrored})
