"""The big number, a unit for each thing counted, and the interval."""

from charts.chart import Chart, Mark
from charts.drawing import glyphs
from charts.drawing.pen import Drawn, Pen, Style
from charts.drawing.scale import Scale, grid, interval
from charts.theme import CONTEXT, GRID, MAIN, PAPER, SOFT

_MOST_UNITS = 24


def headline(chart: Chart, top: float, pen: Pen) -> Drawn:
    """Everything of the chart, its notes excepted: here the number comes before the sentence."""
    (series,) = chart.series
    (mark,) = series.marks
    sizes = pen.sizes
    y = sizes.margin * 0.8
    parts: list[str] = []
    for text, style in (
        (chart.measure, Style(size=sizes.text, fill=SOFT, bold=True)),
        (mark.label, _big(mark, pen)),
        (chart.finding if mark.short else "", Style(size=sizes.title * 0.85, bold=True)),
        ("\u00a0· ".join(filter(None, (mark.short, series.name))), Style(size=sizes.text)),
        (chart.coverage, Style(size=sizes.note, fill=SOFT)),
    ):
        block = pen.block(text, pen.left, y, style, room=pen.room)
        parts.extend(block.parts)
        y = block.bottom + (6 if text else 0)
    picture = _picture(chart, mark, max(y + 12, top), pen)
    return Drawn((*parts, *picture.parts), picture.bottom)


def _big(mark: Mark, pen: Pen) -> Style:
    size = pen.sizes.figure if mark.short else pen.sizes.title
    fits = pen.room / max(pen.wide(mark.label, Style(size=1, bold=True)), 1)
    colour = MAIN if mark.short else SOFT
    return Style(size=max(min(size, fits * 0.97), pen.sizes.title), fill=colour, bold=True)


def _picture(chart: Chart, mark: Mark, y: float, pen: Pen) -> Drawn:
    number = (mark.denominator or 0) + (mark.unknown or 0)
    if mark.denominator and mark.numerator is not None and number <= _MOST_UNITS:
        return _units(chart, mark, y, pen)
    if mark.value is None:
        return Drawn((), y)
    scale = Scale(pen.left + 24, pen.right - 24)
    fill, stroke = (PAPER, MAIN) if mark.low_coverage else (MAIN, "")
    long = max(scale.at(mark.value) - scale.start, 6)
    axis = grid(chart, scale, y, y + 52, pen)
    track = pen.row(scale.start, y + 14, (scale.end - scale.start, 24), "#EEF1F4")
    bar = pen.row(scale.start, y + 14, (long, 24), fill, stroke)
    return Drawn((track, *axis.parts, bar, *interval(mark, scale, y + 26, pen)), axis.bottom)


def _units(chart: Chart, mark: Mark, y: float, pen: Pen) -> Drawn:
    """A disc for each one that counts, a ring for each that does not, a hatched box for unknown."""
    number = (mark.denominator or 0) + (mark.unknown or 0)
    step = min(pen.room / number, 64.0) if not pen.narrow else min(pen.room / min(number, 9), 38.0)
    each_row = max(int(pen.room / step + 0.01), 1)
    r = step * 0.36
    parts: list[str] = []
    for place in range(number):
        x = pen.left + step * (place % each_row) + r + 2
        middle = y + step * (place // each_row) + r + 2
        if place >= (mark.denominator or 0):
            parts.extend(glyphs.of_unknown(x - r, middle - r, (2 * r, 2 * r), pen))
        elif place < (mark.numerator or 0):
            parts.append(pen.circle(x, middle, r, PAPER if mark.low_coverage else MAIN, MAIN))
        else:
            parts.append(pen.circle(x, middle, r, GRID, CONTEXT))
    key = _key(chart, y + step * -(-number // each_row) + 6, pen)
    return Drawn((*parts, *key.parts), key.bottom)


def _key(chart: Chart, y: float, pen: Pen) -> Drawn:
    """What disc, ring and hatched box stand for."""
    style = Style(size=pen.sizes.note, fill=SOFT)
    r = style.size * 0.42
    x = pen.left
    parts: list[str] = []
    for number, entry in enumerate(chart.key):
        if number == 2:
            parts.extend(glyphs.of_unknown(x, y, (2 * r, 2 * r), pen))
        else:
            fill, edge = ((MAIN, MAIN), (GRID, CONTEXT))[number]
            parts.append(pen.circle(x + r, y + r, r - 1, fill, edge))
        parts.append(pen.text(entry.text, x + 2 * r + 8, y + style.size * 0.8, style))
        x += 2 * r + 34 + pen.wide(entry.text, style)
    return Drawn(tuple(parts), y + style.size * 1.6)
