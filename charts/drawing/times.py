"""The axis of periods, from left to right in every language."""

from collections.abc import Sequence

from charts.chart import Chart
from charts.drawing.letters import wrapped
from charts.drawing.pen import Drawn, Pen, Style
from charts.theme import SOFT


def periods(chart: Chart, top: float, sides: tuple[float, float], pen: Pen) -> Drawn:
    """Every period that has room, counted from the last; then which way time runs."""
    marks = chart.series[0].marks if chart.series else ()
    style = Style(size=pen.sizes.note, fill=SOFT, anchor="middle")
    places = [pen.in_time(number, len(marks), *sides) for number in range(len(marks))]
    step = abs(sides[1] - sides[0]) / max(len(marks), 1)
    longest = max(
        (pen.wide(word, style) for m in marks if not m.partial for word in m.label.split(" ")),
        default=0.0,
    )
    every = max(1, -(-int(longest + 8) // max(int(step), 1)))
    parts: list[str] = []
    bottom = top
    for number, (x, mark) in enumerate(zip(places, marks, strict=True)):
        if (len(marks) - 1 - number) % every:
            continue
        # What is said in brackets is longer than a period: it stands under its neighbours.
        head, bracket, aside = mark.label.partition(" (")
        own = max(pen.wide(word, style) for word in head.split(" "))
        texts = wrapped(head, max(step * every - 4, own + 2), style.size)
        block = pen.lines(texts, _inside(x, texts, style, pen), top + 6, style)
        parts.extend(block.parts)
        if bracket:
            under = (f"({aside}",)
            block = pen.lines(under, _inside(x, under, style, pen), block.bottom, style)
            parts.extend(block.parts)
        bottom = max(bottom, block.bottom)
    middle = (sides[0] + sides[1]) / 2
    title = pen.text(chart.categories.title, middle, bottom + style.size * 1.3, style)
    return Drawn((*parts, title), bottom + style.size * 1.8)


def _inside(x: float, texts: Sequence[str], style: Style, pen: Pen) -> float:
    """The middle of lines of text that would not fit where they belong."""
    half = max(pen.wide(text, style) for text in texts) / 2
    return min(max(x, half + 2), pen.width - half - 2)
