"""Lines in time: from left to right in every language, broken where nobody reported."""

from collections.abc import Sequence
from itertools import pairwise

from charts.chart import Chart, Mark, Series
from charts.drawing import glyphs, in_time, line_names
from charts.drawing.letters import wrapped
from charts.drawing.pen import Drawn, Pen, Style
from charts.drawing.scale import Scale
from charts.drawing.times import periods
from charts.theme import BAND, GRID, LINES, PAPER, SOFT

_HIGH = 330.0
_AXIS = 64.0
_GAP_ROOM = 84.0


def trend(chart: Chart, top: float, pen: Pen) -> Drawn:
    """The band of what is not known, the lines, the numbers, then the periods."""
    names = line_names.room(chart, pen)
    start, end = _sides(names, pen)
    key = line_names.above(chart, top, pen)
    happened = in_time.happened_above(chart, key.bottom, (start, end), pen)
    top = happened.bottom
    high = _HIGH if not pen.narrow else 220.0
    up = Scale(top + high, top + pen.sizes.text * 1.6)
    parts = [*key.parts, *_grid(chart, up, start, end, pen)]
    parts.extend(in_time.happened_at(chart, (top, up.start), (start, end), pen))
    parts.extend(happened.parts)
    for number in reversed(range(len(chart.series))):
        parts.extend(_line(chart.series[number], number, up, (start, end), pen))
    numbers, taken = _numbers(chart.series[0], up, (start, end), pen, others=chart.series[1:])
    parts.extend(in_time.references(chart, up, (start, end), taken, pen))
    parts.extend(numbers)
    parts.extend(_gaps(chart, up, (start, end), pen))
    parts.extend(line_names.beside(chart, up, (start, end), pen))
    below = periods(chart, up.start, (start, end), pen)
    compared = in_time.references_below(chart, below.bottom + 4, pen)
    listed = in_time.happened_below(chart, compared.bottom, pen)
    return Drawn((*parts, *below.parts, *compared.parts, *listed.parts), listed.bottom)


def _sides(names: float, pen: Pen) -> tuple[float, float]:
    axis = _AXIS if not pen.narrow else 46.0
    if pen.mirrored and names:
        # The lines end on the right, and so do their names: the axis leaves them the side.
        return pen.left + names, pen.right - axis
    return pen.left + axis, pen.right - names


def _grid(chart: Chart, up: Scale, start: float, end: float, pen: Pen) -> list[str]:
    parts = []
    style = Style(size=pen.sizes.note, fill=SOFT, anchor="end")
    at_end = end < pen.right - _AXIS / 2 and pen.mirrored
    for value, label in chart.values.ticks:
        y = up.at(value)
        parts.append(pen.path([(start, y), (end, y)], GRID, thick=1))
        if at_end:
            look = Style(size=style.size, fill=SOFT)
            parts.append(pen.text(label, end + 10, y + style.size * 0.35, look))
        else:
            parts.append(pen.text(label, start - 10, y + style.size * 0.35, style))
    return parts


def _places(marks: Sequence[Mark], sides: tuple[float, float], pen: Pen) -> list[float]:
    return [pen.in_time(number, len(marks), *sides) for number in range(len(marks))]


def _line(
    series: Series, number: int, up: Scale, sides: tuple[float, float], pen: Pen
) -> list[str]:
    colour = LINES[number]
    places = _places(series.marks, sides, pen)
    placed = list(zip(places, series.marks, strict=True))
    parts = [] if number else _bands(placed, up, pen)
    for (x, mark), (next_x, after) in pairwise(placed):
        # What is not over yet hangs on no line: it would always look like a fall.
        if mark.value is None or after.value is None or mark.partial or after.partial:
            continue
        ends = [(x, up.at(mark.value)), (next_x, up.at(after.value))]
        parts.append(pen.path(ends, colour, thick=4 if number == 0 else 3))
    for x, mark in placed:
        if mark.value is not None:
            r = (7.0 if number == 0 else 5.0) if not pen.narrow else 4.0
            parts.append(
                glyphs.of_series(number, mark, x, up.at(mark.value), r=r, pen=pen, colours=LINES)
            )
    return parts


def _bands(placed: list[tuple[float, Mark]], up: Scale, pen: Pen) -> list[str]:
    parts = []
    for (x, mark), (next_x, after) in pairwise(placed):
        if mark.partial or after.partial or not (mark.uncertain or after.uncertain):
            continue
        if None in {mark.low, mark.high, after.low, after.high}:
            continue
        corners = [
            (x, up.at(mark.low or 0)),
            (x, up.at(mark.high or 0)),
            (next_x, up.at(after.high or 0)),
            (next_x, up.at(after.low or 0)),
        ]
        parts.append(pen.shape(corners, BAND))
    for x, mark in placed:
        if mark.uncertain:
            ends = [(x, up.at(mark.low or 0)), (x, up.at(mark.high or 0))]
            parts.append(pen.path(ends, LINES[0], thick=3))
    return parts


def _numbers(
    series: Series, up: Scale, sides: tuple[float, float], pen: Pen, *, others: Sequence[Series]
) -> tuple[list[str], list[in_time.Box]]:
    """The numbers of the first line, as many as stand apart; the ends and the extremes first.

    Beside them the boxes that they stand in.
    """
    places, alone = _places(series.marks, sides, pen), not others
    shown = [(x, m) for x, m in zip(places, series.marks, strict=True) if m.value is not None]
    values = [mark.value or 0.0 for _, mark in shown]
    ends = {places.index(x) for x, _ in (*shown[:1], *shown[-1:])}

    def urgency(pair: tuple[float, Mark]) -> tuple[bool, bool]:
        return places.index(pair[0]) not in ends, pair[1].value not in {min(values), max(values)}

    style = Style(size=pen.sizes.text, bold=True, anchor="middle", halo=True)
    small = Style(size=pen.sizes.note, fill=SOFT, anchor="middle", halo=True)
    step = abs(sides[1] - sides[0]) / max(len(places), 1)
    roomy = alone and all(pen.wide(mark.counts, small) < step for _, mark in shown)
    taken: list[tuple[float, float]] = []
    parts, boxes = [], []
    for x, mark in sorted(shown if alone else shown[:1], key=urgency):
        half = pen.wide(mark.short, style) / 2 + 5
        if any(abs(x - other) < half + wide for other, wide in taken):
            continue
        taken.append((x, half))
        top = up.at(max(mark.high or 0, mark.value or 0)) - 14
        if roomy:
            parts.append(pen.text(mark.counts, x, top, small))
        above = top - (small.size * 1.25 if roomy else 0)
        if _lies_above(series, others, places.index(x)):
            above = up.at(min(mark.low or 1, mark.value or 0)) + style.size + 10
        boxes.append((x - half, above - style.size, x + half, above + 6))
        parts.append(pen.text(mark.short, x, above, style))
    return parts, boxes


def _lies_above(series: Series, others: Sequence[Series], place: int) -> bool:
    """Whether another line is where a number above this one would stand."""
    value = series.marks[place].value or 0
    return any(0 < (other.marks[place].value or 0) - value < 0.2 for other in others)


def _gaps(chart: Chart, up: Scale, sides: tuple[float, float], pen: Pen) -> list[str]:
    """The signs of periods without a number, where no line has one; a word for each run."""
    columns = list(zip(*(series.marks for series in chart.series), strict=True))
    places = _places(columns[0] and [c[0] for c in columns], sides, pen) if columns else []
    parts: list[str] = []
    before, last, floor = None, float("-inf"), 0.0
    for x, column in zip(places, columns, strict=True):
        if any(mark.value is not None for mark in column):
            before = None
            continue
        state = column[0].state
        r = 9.0 if not pen.narrow else 5.0
        parts.extend(glyphs.of_state(state, x, up.start - 16, r, pen))
        if state != before:
            said = _gap_words(
                column[0].text, (x, floor if abs(x - last) < _GAP_ROOM else up.start - 30), pen
            )
            parts.extend(said.parts)
            last, floor = x, said.bottom
        before = state
    return parts


def _gap_words(text: str, at: tuple[float, float], pen: Pen) -> Drawn:
    """The words of a gap, standing on a line; their `bottom` is where they begin, on top."""
    x, floor = at
    style = Style(size=pen.sizes.note, fill=SOFT, anchor="middle")
    texts = wrapped(text, _GAP_ROOM, style.size)
    top = floor - len(texts) * style.size * pen.sizes.leading
    wide = max(pen.wide(line, style) for line in texts)
    ground = pen.row(x - wide / 2, top, (wide, floor - top), PAPER)
    return Drawn((ground, *pen.lines(texts, x, top, style).parts), top)
