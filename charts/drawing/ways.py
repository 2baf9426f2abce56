"""Dots of several series on one line for each category, their numbers in columns beside it."""

from charts.chart import Chart, Mark
from charts.drawing import glyphs
from charts.drawing.pen import Drawn, Pen, Style
from charts.drawing.rows import column
from charts.drawing.scale import Scale, grid
from charts.theme import GRID, SERIES, SOFT

_GAP = 18.0
_SIGN = 28.0


def dots(chart: Chart, top: float, pen: Pen) -> Drawn:
    """The heads of the columns name the series: no legend to look up."""
    rows = tuple(zip(*(series.marks for series in chart.series), strict=True))
    columns, scale = _columns(chart, pen)
    head = _heads(chart, columns, top, pen)
    parts: list[str] = []
    y = begin = head.bottom + 8
    for row in rows:
        drawn = (
            _stacked(chart, row, scale, y, pen)
            if pen.narrow
            else _beside(row, scale, columns, y, pen)
        )
        parts.extend(drawn.parts)
        y = drawn.bottom
    axis = grid(chart, scale, begin, y, pen)
    return Drawn((*head.parts, *axis.parts, *parts), axis.bottom)


def _columns(chart: Chart, pen: Pen) -> tuple[list[tuple[float, float]], Scale]:
    """Where each column of numbers begins and how wide it is; and the scale before them."""
    if pen.narrow:
        return [], Scale(pen.left + 10, pen.right - 10)
    most = 0.44 / len(chart.series)
    head = 230.0 if len(chart.series) < 3 else 195.0
    widths = [
        max(
            column([m.text for m in series.marks], pen, most=most),
            min(pen.wide(series.name, Style(size=pen.sizes.text, bold=True)) + _SIGN, head),
        )
        for series in chart.series
    ]
    begin = pen.right - sum(widths) - _GAP * (len(widths) - 1)
    columns = []
    for wide in widths:
        columns.append((begin, wide))
        begin += wide + _GAP
    room = 0.26 if len(chart.series) < 3 else 0.22
    labels = column([mark.label for mark in chart.series[0].marks], pen, most=room)
    return columns, Scale(pen.left + labels + _GAP * 1.5, columns[0][0] - _GAP * 1.5)


def _heads(chart: Chart, columns: list[tuple[float, float]], top: float, pen: Pen) -> Drawn:
    bold = Style(size=pen.sizes.text, bold=True)
    parts: list[str] = []
    bottom = top
    for number, (begin, wide) in enumerate(columns):
        series = chart.series[number]
        full = _solid(series.marks[0]) if series.marks else None
        if full:
            middle = top + bold.size * 0.62
            parts.append(glyphs.of_series(number, full, begin + 9, middle, r=8, pen=pen))
        block = pen.block(series.name, begin + _SIGN, top, bold, room=wide - _SIGN)
        parts.extend(block.parts)
        bottom = max(bottom, block.bottom)
    return Drawn(tuple(parts), bottom)


def _beside(
    row: tuple[Mark, ...],
    scale: Scale,
    columns: list[tuple[float, float]],
    y: float,
    pen: Pen,
) -> Drawn:
    style = Style(size=pen.sizes.text)
    label = pen.block(row[0].label, pen.left, y, style, room=scale.start - _GAP * 1.5 - pen.left)
    parts, bottom = [*label.parts], label.bottom
    for mark, (begin, wide) in zip(row, columns, strict=True):
        look = style if mark.value is not None else Style(size=style.size, fill=SOFT)
        block = pen.block(mark.text, begin, y, look, room=wide)
        parts.extend(block.parts)
        bottom = max(bottom, block.bottom)
    return Drawn((*parts, *line_of(row, scale, y + style.size * 0.66, pen)), bottom + 8)


def _stacked(chart: Chart, row: tuple[Mark, ...], scale: Scale, y: float, pen: Pen) -> Drawn:
    bold = Style(size=pen.sizes.text, bold=True, halo=True)
    style = Style(size=pen.sizes.note, halo=True)
    label = pen.block(row[0].label, pen.left, y, bold, room=pen.room)
    parts, y = [*label.parts], label.bottom
    for number, mark in enumerate(row):
        middle = y + style.size * 0.66
        parts.append(glyphs.of_series(number, _solid(mark), pen.left + 8, middle, r=5, pen=pen))
        words = f"{chart.series[number].name} {mark.text}"
        block = pen.block(words, pen.left + 24, y, style, room=pen.room - 24)
        parts.extend(block.parts)
        y = block.bottom
    return Drawn((*parts, *line_of(row, scale, y + 14, pen)), y + 38)


def line_of(row: tuple[Mark, ...], scale: Scale, y: float, pen: Pen) -> tuple[str, ...]:
    """The dots of a row on their line, and between which shares each could lie."""
    values = [mark.value for mark in row if mark.value is not None]
    track = [pen.path([(scale.start, y), (scale.end, y)], GRID, thick=1)]
    if len(values) > 1:
        ends = [(scale.at(min(values)), y), (scale.at(max(values)), y)]
        track.append(pen.path(ends, GRID, thick=6))
    for number, mark in enumerate(row):
        if mark.uncertain and mark.low is not None and mark.high is not None:
            ends = [(scale.at(mark.low), y), (scale.at(mark.high), y)]
            track.append(pen.path(ends, SERIES[number]))
    # The first series is drawn last: where two dots meet, the highlighted one is seen whole.
    for number, mark in reversed(list(enumerate(row))):
        if mark.value is not None:
            x = scale.at(mark.value)
            track.append(glyphs.of_series(number, mark, x, y, r=9 - number, pen=pen))
    return tuple(track)


def _solid(mark: Mark) -> Mark:
    return Mark(label=mark.label, text=mark.text, state=mark.state)
