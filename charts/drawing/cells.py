"""The grid of who reported when."""

from charts.chart import Chart, Mark, State
from charts.coverage import sort_of
from charts.drawing import glyphs
from charts.drawing.pen import Drawn, Pen, Style
from charts.drawing.rows import column
from charts.drawing.times import periods
from charts.theme import BAND, INK, MAIN, PAPER, SOFT

_GAP = 14.0


def coverage(chart: Chart, top: float, pen: Pen) -> Drawn:
    """A line a country, the periods from left to right."""
    names = column([series.name for series in chart.series], pen, most=0.3)
    sides = pen.left + names + _GAP, pen.right
    number = max((len(series.marks) for series in chart.series), default=1)
    step = (sides[1] - sides[0]) / number
    high = pen.sizes.text * 1.9
    key = _key(chart, top, pen)
    parts, y = [*key.parts], key.bottom + 10
    style = Style(size=pen.sizes.text)
    for series in chart.series:
        label = pen.block(series.name, pen.left, y + high * 0.17, style, room=names + 4)
        parts.extend(label.parts)
        for place, mark in enumerate(series.marks):
            x = pen.in_time(place, number, *sides) - step / 2
            parts.extend(_cell(mark, (x + 1.5, y), (step - 3, high), pen))
        y = max(label.bottom, y + high) + 4
    below = periods(chart, y, sides, pen)
    return Drawn((*parts, *below.parts), below.bottom)


def _cell(
    mark: Mark, at: tuple[float, float], size: tuple[float, float], pen: Pen
) -> tuple[str, ...]:
    (x, y), (wide, high) = at, size
    sort = sort_of(mark)
    middle = x + wide / 2, y + high / 2
    if sort not in {"all", "some"}:
        frame = (
            pen.row(x, y, size, PAPER)
            if sort == State.NOT_APPLICABLE
            else pen.row(x, y, size, "#F4F6F8")
        )
        r = min(wide * 0.32, high * 0.28)
        return (frame, *glyphs.of_state(mark.state, *middle, r, pen))
    fill, ink = (MAIN, PAPER) if sort == "all" else (BAND, INK)
    style = Style(size=pen.sizes.note, fill=ink, anchor="middle", bold=sort == "all")
    words = mark.short
    shown: tuple[str, ...] = (pen.text(words, middle[0], middle[1] + style.size * 0.35, style),)
    if pen.wide(words, style) > wide - 4:
        level = high * (mark.value or 0)
        shown = () if sort == "all" else (pen.row(x, y + high - level, (wide, level), MAIN),)
    edge = MAIN if sort == "some" else ""
    return (pen.row(x, y, size, fill, edge), *shown)


def _key(chart: Chart, top: float, pen: Pen) -> Drawn:
    style = Style(size=pen.sizes.note, fill=SOFT)
    side = style.size * 1.3
    x, y = pen.left, top
    parts: list[str] = []
    for mark in chart.key:
        wide = side + 8 + pen.wide(mark.text, style) + 24
        if x > pen.left and x + wide - 24 > pen.right:
            x, y = pen.left, y + side * 1.4
        parts.extend(_sample(mark, (x, y), side, pen))
        parts.append(pen.text(mark.text, x + side + 8, y + side * 0.74, style))
        x += wide
    return Drawn(tuple(parts), y + side * 1.3)


def _sample(mark: Mark, at: tuple[float, float], side: float, pen: Pen) -> tuple[str, ...]:
    (x, y) = at
    if sort_of(mark) == "some":
        half = pen.row(x, y + side / 2, (side, side / 2), MAIN) if pen.narrow else ""
        return (pen.row(x, y, (side, side), BAND, MAIN), half)
    if sort_of(mark) == "all":
        return (pen.row(x, y, (side, side), MAIN),)
    return glyphs.of_state(mark.state, x + side / 2, y + side / 2, side * 0.36, pen)
