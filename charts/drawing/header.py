"""What stands around every chart: finding, measure and coverage above it, notes below."""

from charts.chart import Chart
from charts.drawing.pen import Drawn, Pen, Style
from charts.theme import SOFT


def header(chart: Chart, pen: Pen) -> Drawn:
    """The finding first, what is measured under it, then who reported."""
    sizes = pen.sizes
    parts: list[str] = []
    y = sizes.margin * 0.8
    for text, style in (
        (chart.finding, Style(size=sizes.title, bold=True)),
        (chart.measure, Style(size=sizes.text)),
        (chart.coverage, Style(size=sizes.note, fill=SOFT)),
    ):
        block = pen.block(text, pen.left, y, style, room=pen.room)
        parts.extend(block.parts)
        y = block.bottom + (4 if text else 0)
    return Drawn(tuple(parts), y + sizes.margin * 0.6)


def footer(chart: Chart, top: float, pen: Pen) -> Drawn:
    """How to read the marks."""
    style = Style(size=pen.sizes.note, fill=SOFT)
    parts: list[str] = []
    y = top + 8
    for note in chart.notes:
        block = pen.block(note, pen.left, y, style, room=pen.room)
        parts.extend(block.parts)
        y = block.bottom
    return Drawn(tuple(parts), y + pen.sizes.margin * 0.5)
