"""Small lines beside each other on the same axes, their context grey behind each of them."""

from itertools import pairwise

from charts.chart import Chart, Series
from charts.drawing import glyphs
from charts.drawing.letters import wrapped
from charts.drawing.pen import Drawn, Pen, Style
from charts.drawing.scale import Scale
from charts.theme import CONTEXT, GRID, INK, LINES, SOFT

_AXIS = 60.0
_GAP = 34.0
_TICKS = (0.0, 0.5, 1.0)


def multiples(chart: Chart, top: float, pen: Pen) -> Drawn:
    """A panel for each series after the first, which is the grey line in all of them."""
    key = _key(chart, top, pen)
    panels = list(enumerate(chart.series))[1:]
    columns = 2 if pen.narrow else _columns(len(panels))
    axis = _AXIS if not pen.narrow else 44.0
    gap = _GAP if not pen.narrow else 14.0
    wide = (pen.room - axis - gap * (columns - 1)) / columns
    parts, y = [*key.parts], key.bottom + 6
    for row in range(0, len(panels), columns):
        bottom = y
        heads = [_head(chart, number, wide, pen) for number, _ in panels[row : row + columns]]
        begin = y + max(heads) + 4
        for place, (number, _) in enumerate(panels[row : row + columns]):
            start = pen.left + axis + place * (wide + gap)
            drawn = _panel(chart, number, (start, y, begin), wide, pen)
            parts.extend(drawn.parts)
            bottom = max(bottom, drawn.bottom)
            if place == 0:
                parts.extend(_axis(chart, _scale(begin, pen), start, pen))
        y = bottom + 14
    style = Style(size=pen.sizes.note, fill=SOFT)
    title = pen.text(chart.categories.title, pen.left, y + style.size, style)
    return Drawn((*parts, title), y + style.size * 1.6)


def _columns(panels: int) -> int:
    """Up to five beside each other, else rows of four."""
    return max(panels, 1) if panels <= 5 else 4


def _scale(begin: float, pen: Pen) -> Scale:
    return Scale(begin + (150.0 if not pen.narrow else 96.0), begin + 8)


def _head(chart: Chart, number: int, wide: float, pen: Pen) -> float:
    """How high the name of a panel and the figures beside it are."""
    return _heading(chart, number, (0.0, 0.0), wide, pen).bottom


def _heading(chart: Chart, number: int, at: tuple[float, float], wide: float, pen: Pen) -> Drawn:
    """The country with its newest whole number, and what others published on it."""
    series, (x, y) = chart.series[number], at
    bold = Style(size=pen.sizes.text, fill=LINES[0], bold=True)
    small = Style(size=pen.sizes.note)
    block = pen.block(_named(series), x, y, bold, room=wide)
    parts, y = [*block.parts], block.bottom
    for reference in chart.references:
        if reference.series == number:
            said = pen.block(reference.label, x, y, small, room=wide)
            parts.extend(said.parts)
            y = said.bottom
    return Drawn(tuple(parts), y)


def _named(series: Series) -> str:
    whole = [mark for mark in series.marks if mark.short and not mark.partial]
    if whole:
        return f"{series.name} {whole[-1].short}"
    return (
        series.name
        if any(mark.short for mark in series.marks)
        else (f"{series.name}: {series.marks[-1].text}" if series.marks else series.name)
    )


def _panel(
    chart: Chart, number: int, at: tuple[float, float, float], wide: float, pen: Pen
) -> Drawn:
    start, y, begin = at
    up, end = _scale(begin, pen), start + wide
    parts = [*_heading(chart, number, (start, y), wide, pen).parts]
    for tick in _TICKS:
        parts.append(pen.path([(start, up.at(tick)), (end, up.at(tick))], GRID, thick=1))
    parts.extend(_line(chart.series[0], up, (start, end), pen, colour=CONTEXT, dots=False))
    for reference in chart.references:
        if reference.series in {None, number}:
            parts.append(_dashed(chart, reference.span, up.at(reference.value), (start, end), pen))
    parts.extend(_line(chart.series[number], up, (start, end), pen, colour=LINES[0], dots=True))
    below = _ends(chart.series[number], up.start, (start, end), pen)
    return Drawn((*parts, *below.parts), below.bottom)


def _dashed(
    chart: Chart,
    span: tuple[int, int] | None,
    y: float,
    sides: tuple[float, float],
    pen: Pen,
) -> str:
    of = len(chart.series[0].marks)
    first, last = span or (0, of - 1)
    half = (sides[1] - sides[0]) / of / 2
    ends = sorted((pen.in_time(first, of, *sides), pen.in_time(last, of, *sides)))
    return pen.path([(ends[0] - half, y), (ends[1] + half, y)], INK, dash="2 6")


def _line(
    series: Series, up: Scale, sides: tuple[float, float], pen: Pen, *, colour: str, dots: bool
) -> list[str]:
    of = len(series.marks)
    placed = [(pen.in_time(n, of, *sides), mark) for n, mark in enumerate(series.marks)]
    parts = []
    for (x, mark), (next_x, after) in pairwise(placed):
        if mark.value is None or after.value is None or mark.partial or after.partial:
            continue
        ends = [(x, up.at(mark.value)), (next_x, up.at(after.value))]
        parts.append(pen.path(ends, colour, thick=3))
    r = 4.5 if not pen.narrow else 3.0
    for x, mark in placed if dots else ():
        if mark.value is not None:
            y = up.at(mark.value)
            parts.append(glyphs.of_series(0, mark, x, y, r=r, pen=pen, colours=LINES))
        else:
            parts.extend(glyphs.of_state(mark.state, x, up.start - 9, r, pen))
    return parts


def _ends(series: Series, floor: float, sides: tuple[float, float], pen: Pen) -> Drawn:
    """The first period and the last whole one under their places."""
    style = Style(size=pen.sizes.note, fill=SOFT, anchor="middle")
    whole = [n for n, mark in enumerate(series.marks) if not mark.partial]
    parts: list[str] = []
    bottom = floor
    for number in {whole[0], whole[-1]} if whole else ():
        texts = wrapped(series.marks[number].label, (sides[1] - sides[0]) / 2 - 8, style.size)
        half = max(pen.wide(text, style) for text in texts) / 2
        x = pen.in_time(number, len(series.marks), *sides)
        inside = min(max(x, sides[0] + half), sides[1] - half)
        block = pen.lines(texts, inside, floor + 4, style)
        parts.extend(block.parts)
        bottom = max(bottom, block.bottom)
    return Drawn(tuple(parts), bottom)


def _axis(chart: Chart, up: Scale, start: float, pen: Pen) -> list[str]:
    style = Style(size=pen.sizes.note, fill=SOFT, anchor="end")
    return [
        pen.text(label, start - 8, up.at(value) + style.size * 0.35, style)
        for value, label in chart.values.ticks
        if value in _TICKS
    ]


def _key(chart: Chart, top: float, pen: Pen) -> Drawn:
    """What the grey line is, and the signs of what has no number."""
    style = Style(size=pen.sizes.note, fill=SOFT, bold=True)
    parts: list[str] = []
    x, y = pen.left, top
    if chart.series:
        middle = y + style.size * 0.62
        parts.append(pen.path([(x, middle), (x + 34, middle)], CONTEXT, thick=3))
        block = pen.block(_named(chart.series[0]), x + 44, y, style, room=pen.room - 44)
        parts.extend(block.parts)
        y = block.bottom
    plain = Style(size=style.size, fill=SOFT)
    for reference in chart.references:
        if reference.series is None:
            middle = y + plain.size * 0.62
            parts.append(pen.path([(x, middle), (x + 34, middle)], INK, dash="2 6"))
            block = pen.block(reference.label, x + 44, y, plain, room=pen.room - 44)
            parts.extend(block.parts)
            y = block.bottom
    for mark in chart.key:
        r = style.size * 0.36
        middle = y + plain.size * 0.66
        parts.extend(glyphs.of_state(mark.state, x + r, middle, r, pen))
        block = pen.block(mark.text, x + 2 * r + 10, y, plain, room=pen.room - 2 * r - 10)
        parts.extend(block.parts)
        y = block.bottom
    return Drawn(tuple(parts), y + 6)
