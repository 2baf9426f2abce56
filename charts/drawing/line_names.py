"""The names of lines, direct: at their ends where there is room, else above them."""

from charts.chart import Chart, Mark, Series, State
from charts.drawing import glyphs
from charts.drawing.letters import balanced
from charts.drawing.pen import Anchor, Drawn, Pen, Style
from charts.drawing.scale import Scale
from charts.theme import LINES

_MOST = 300.0


def room(chart: Chart, pen: Pen) -> float:
    """The room for names at the end of the lines; none where one line needs no name."""
    if len(chart.series) == 1 or pen.narrow:
        return 0.0
    style = Style(size=pen.sizes.text, bold=True)
    return min(max(pen.wide(name_of(series), style) for series in chart.series), _MOST) + 20


def beside(chart: Chart, up: Scale, sides: tuple[float, float], pen: Pen) -> list[str]:
    """Each line's name at its right end, pushed apart where lines end close to each other."""
    if len(chart.series) == 1 or pen.narrow:
        return []
    ends = []
    for number, series in enumerate(chart.series):
        known = [mark.value for mark in series.marks if mark.value is not None]
        if known:
            ends.append((up.at(known[-1]), number, name_of(series)))
    parts: list[str] = []
    floor = float("-inf")
    anchor: Anchor = "end" if pen.mirrored else "start"
    x = sides[0] - 12 if pen.mirrored else sides[1] + 12
    for y, number, name in sorted(ends):
        style = Style(size=pen.sizes.text, fill=LINES[number], bold=True, anchor=anchor)
        texts = balanced(name, _MOST, style.size, bold=True)
        half = len(texts) * style.size * pen.sizes.leading / 2
        block = pen.lines(texts, x, max(y - half, floor), style)
        floor = block.bottom
        parts.extend(block.parts)
    return parts


def above(chart: Chart, top: float, pen: Pen) -> Drawn:
    """The names above the lines, where there is no room beside them."""
    if len(chart.series) == 1 or not pen.narrow:
        return Drawn((), top)
    parts: list[str] = []
    for number, series in enumerate(chart.series):
        style = Style(size=pen.sizes.note, fill=LINES[number], bold=True)
        sample = Mark(label=series.name, text=series.name, state=State.VALUE)
        middle = top + style.size * 0.66
        parts.append(
            glyphs.of_series(number, sample, pen.left + 6, middle, r=5, pen=pen, colours=LINES)
        )
        block = pen.block(name_of(series), pen.left + 22, top, style, room=pen.room - 22)
        parts.extend(block.parts)
        top = block.bottom
    return Drawn(tuple(parts), top)


def name_of(series: Series) -> str:
    """The name of a line, with its number where the line reaches the end."""
    return f"{series.name} {series.marks[-1].short}".rstrip()
