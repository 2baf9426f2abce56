"""Bars, dots and segments: one row a category, the name before it, the numbers after it."""

from charts.chart import Chart, Mark
from charts.drawing import glyphs
from charts.drawing.pen import Drawn, Pen, Style
from charts.drawing.scale import Scale, grid, interval, references
from charts.theme import MAIN, PAPER, SOFT

_GAP = 18.0


def bars(chart: Chart, top: float, pen: Pen) -> Drawn:
    """Longest first."""
    marks = chart.series[0].marks
    scale = Scale(pen.left, pen.right)
    if not pen.narrow:
        names = column([mark.label for mark in marks], pen, most=0.34)
        texts = column([mark.text for mark in marks if mark.value is not None], pen, most=0.26)
        scale = Scale(pen.left + names + _GAP, pen.right - texts - _GAP)
    begin = references(chart, scale, top, top, pen).bottom + 6
    rows: list[str] = []
    y = begin
    for mark in marks:
        drawn = _stacked(mark, scale, y, pen) if pen.narrow else _beside(mark, scale, y, pen)
        rows.extend(drawn.parts)
        y = drawn.bottom
    axis = grid(chart, scale, begin, y, pen)
    lines = references(chart, scale, top, y, pen)
    return Drawn((*axis.parts, *lines.parts, *rows), axis.bottom)


def column(texts: list[str], pen: Pen, *, most: float) -> float:
    """The width of a column of texts, at most that part of the room."""
    style = Style(size=pen.sizes.text)
    return min(max((pen.wide(text, style) for text in texts), default=0.0), pen.room * most)


def _beside(mark: Mark, scale: Scale, y: float, pen: Pen) -> Drawn:
    style = Style(size=pen.sizes.text)
    name = pen.block(mark.label, pen.left, y, style, room=scale.start - _GAP - pen.left)
    room = pen.right - scale.end - _GAP
    text = pen.block(mark.text, scale.end + _GAP, y, style, room=room)
    if mark.value is None:
        text = Drawn((), y)
    high = max(name.bottom, text.bottom) - y
    parts = (*name.parts, *text.parts, *_bar(mark, scale, y + style.size * 0.66, pen))
    return Drawn(parts, y + high + 7)


def _stacked(mark: Mark, scale: Scale, y: float, pen: Pen) -> Drawn:
    bold = Style(size=pen.sizes.text, bold=True, halo=True)
    style = Style(size=pen.sizes.text, fill=SOFT, halo=True)
    name = pen.block(mark.label, pen.left, y, bold, room=pen.room)
    if mark.value is None:
        middle = name.bottom + style.size * 0.66
        return Drawn((*name.parts, *_bar(mark, scale, middle, pen)), name.bottom + 34)
    text = pen.block(mark.text, pen.left, name.bottom, style, room=pen.room)
    bar = _bar(mark, scale, text.bottom + 12, pen)
    return Drawn((*name.parts, *text.parts, *bar), text.bottom + 36)


def _bar(mark: Mark, scale: Scale, middle: float, pen: Pen) -> tuple[str, ...]:
    if mark.value is None:
        return without_number(mark, scale.start, middle, pen)
    if mark.value == 0:
        zero = glyphs.of_state(mark.state, scale.start, middle, 10, pen)
        return (*zero, *interval(mark, scale, middle, pen))
    fill, stroke = (PAPER, MAIN) if mark.low_coverage else (MAIN, "")
    long = scale.at(mark.value) - scale.start
    bar = pen.row(scale.start, middle - 9, (max(long, 6), 18), fill, stroke)
    return (bar, *interval(mark, scale, middle, pen))


def without_number(mark: Mark, x: float, middle: float, pen: Pen) -> tuple[str, ...]:
    """The sign of a state and its words, on paper so that the grid does not cross them."""
    style = Style(size=pen.sizes.text, fill=SOFT)
    wide = pen.wide(mark.text, style)
    ground = pen.row(x - 2, middle - style.size * 0.7, (wide + 40, style.size * 1.4), PAPER)
    words = pen.text(mark.text, x + 32, middle + style.size * 0.36, style)
    return (ground, *glyphs.of_state(mark.state, x + 11, middle, 9, pen), words)
