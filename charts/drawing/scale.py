"""The axis of shares, from 0 to 100 percent, with its grid, its ticks and its reference lines."""

from dataclasses import dataclass

from charts.chart import Chart, Mark
from charts.drawing.pen import Drawn, Pen, Style
from charts.theme import GRID, INK, LINE, PAPER, SOFT


@dataclass(frozen=True, slots=True)
class Scale:
    """Where a share lies between start and end."""

    start: float
    end: float

    def at(self, share: float) -> float:
        """The place of a share from 0 to 1."""
        return self.start + (self.end - self.start) * share


def grid(chart: Chart, scale: Scale, top: float, bottom: float, pen: Pen) -> Drawn:
    """Thin lines from top to bottom, ticks under them, the title of the axis under these."""
    style = Style(size=pen.sizes.note, fill=SOFT, anchor="middle")
    parts = []
    for value, label in chart.values.ticks:
        x = scale.at(value)
        half = pen.wide(label, style) / 2
        inside = min(max(x, half + 2), pen.width - half - 2)
        parts.append(pen.path([(x, top), (x, bottom)], GRID, thick=1))
        parts.append(pen.text(label, inside, bottom + style.size * 1.25, style))
    titled = pen.text(
        chart.values.title,
        (scale.start + scale.end) / 2,
        bottom + style.size * 2.6,
        style,
    )
    return Drawn((*parts, titled), bottom + style.size * 3)


def references(chart: Chart, scale: Scale, top: float, bottom: float, pen: Pen) -> Drawn:
    """Dashed lines to compare with, named above; `top` is where the name begins."""
    style = Style(size=pen.sizes.note, anchor="middle", bold=True)
    low = top + style.size * 1.5 if chart.references else top
    parts = []
    for reference in chart.references:
        x = scale.at(reference.value)
        half = pen.wide(reference.label, style) / 2
        middle = min(max(x, pen.left + half), pen.right - half)
        parts.append(pen.text(reference.label, middle, top + style.size, style))
        parts.append(pen.path([(x, low), (x, bottom)], INK, dash="2 6"))
    return Drawn(tuple(parts), low)


def interval(mark: Mark, scale: Scale, y: float, pen: Pen) -> tuple[str, ...]:
    """From the lowest to the highest possible share, with a rim that shows on a bar as well."""
    if not mark.uncertain or mark.low is None or mark.high is None:
        return ()
    low, high = scale.at(mark.low), scale.at(mark.high)
    strokes = (
        [(low, y), (high, y)],
        [(low, y - 7), (low, y + 7)],
        [(high, y - 7), (high, y + 7)],
    )
    halo = tuple(pen.path(points, PAPER, thick=LINE + 2) for points in strokes)
    return halo + tuple(pen.path(points, INK) for points in strokes)
