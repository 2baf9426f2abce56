"""What stands beside lines in time: figures to compare with, and what happened meanwhile."""

from collections.abc import Sequence
from itertools import pairwise

from charts.chart import Annotation, Chart, Reference
from charts.drawing.letters import balanced
from charts.drawing.pen import Drawn, Pen, Style
from charts.drawing.scale import Scale
from charts.theme import GRID, INK, PAPER, SOFT

# Left, top, right, bottom; x in reading order, as the pen has it.
Box = tuple[float, float, float, float]
_LABEL_ROOM = 250.0


def references(
    chart: Chart, up: Scale, sides: tuple[float, float], taken: Sequence[Box], pen: Pen
) -> list[str]:
    """Dashed lines over the periods that they are of, their values where nothing else stands."""
    style = Style(size=pen.sizes.note, bold=True, halo=True, anchor="middle")
    spans = [(r, _span(r, chart, sides, pen)) for r in chart.references]
    dashed = [(a, up.at(r.value) - 2, b, up.at(r.value) + 2) for r, (a, b) in spans]
    boxes: list[Box] = [*taken, *_along(chart, up, sides, pen), *dashed]
    parts: list[str] = []
    for reference, ends in spans:
        y = up.at(reference.value)
        parts.append(pen.path([(ends[0], y), (ends[1], y)], INK, dash="2 6"))
        half = pen.wide(reference.short, style) / 2 + 3
        box = _free(boxes, ends, y, (half, style.size * 1.2))
        boxes.append(box)
        middle = (box[0] + box[2]) / 2
        parts.append(pen.text(reference.short, middle, box[3] - style.size * 0.22, style))
    return parts


def references_below(chart: Chart, top: float, pen: Pen) -> Drawn:
    """What each dashed line is."""
    style = Style(size=pen.sizes.note)
    parts: list[str] = []
    y = top
    for reference in chart.references:
        middle = y + style.size * 0.66
        parts.append(pen.path([(pen.left, middle), (pen.left + 36, middle)], INK, dash="2 6"))
        block = pen.block(reference.label, pen.left + 46, y, style, room=pen.room - 46)
        parts.extend(block.parts)
        y = block.bottom
    return Drawn(tuple(parts), y)


def _along(chart: Chart, up: Scale, sides: tuple[float, float], pen: Pen) -> list[Box]:
    """Where the lines are, piece by piece."""
    boxes = []
    for series in chart.series:
        for at, (mark, after) in enumerate(pairwise(series.marks)):
            if mark.value is None or after.value is None:
                continue
            across = sorted((_x(at, chart, sides, pen), _x(at + 1, chart, sides, pen)))
            down = sorted((up.at(mark.value), up.at(after.value)))
            boxes.append((across[0], down[0] - 9, across[1], down[1] + 9))
    return boxes


def happened_above(chart: Chart, top: float, sides: tuple[float, float], pen: Pen) -> Drawn:
    """The names of what happened, in rows above the lines, none on another."""
    if not chart.annotations or pen.narrow:
        return Drawn((), top)
    style = Style(size=pen.sizes.note, fill=SOFT, anchor="middle", halo=True)
    rows: list[list[tuple[Annotation, float, float]]] = []
    for annotation in chart.annotations:
        lines = balanced(annotation.label, _LABEL_ROOM, style.size)
        half = max(pen.wide(line, style) for line in lines) / 2
        x = _x(annotation.at, chart, sides, pen)
        middle = min(max(x, pen.left + half), pen.right - half)
        fits = (row for row in rows if all(abs(middle - m) > half + h + 14 for _, m, h in row))
        row = next(fits, None)
        if row is None:
            rows.append(row := [])
        row.append((annotation, middle, half))
    parts: list[str] = []
    y = top
    for row in rows:
        blocks = [
            pen.block(annotation.label, middle, y, style, room=_LABEL_ROOM)
            for annotation, middle, _ in row
        ]
        parts.extend(part for block in blocks for part in block.parts)
        y = max(block.bottom for block in blocks)
    return Drawn(tuple(parts), y + 6)


def happened_at(
    chart: Chart, ends: tuple[float, float], sides: tuple[float, float], pen: Pen
) -> list[str]:
    """A thin line and a wedge on the axis, where something happened."""
    top, floor = ends
    parts = []
    for annotation in chart.annotations:
        x = _x(annotation.at, chart, sides, pen)
        parts.append(pen.path([(x, top), (x, floor)], GRID, thick=2, dash="3 4"))
        parts.append(pen.shape([(x - 7, floor), (x + 7, floor), (x, floor - 11)], PAPER, INK))
    return parts


def happened_below(chart: Chart, top: float, pen: Pen) -> Drawn:
    """What happened as lines of text, where there is no room above."""
    if not pen.narrow:
        return Drawn((), top)
    style = Style(size=pen.sizes.note, fill=SOFT)
    parts, y = [], top
    for annotation in chart.annotations:
        middle = y + style.size * 0.62
        wedge = [(pen.left, middle + 5), (pen.left + 12, middle + 5), (pen.left + 6, middle - 5)]
        parts.append(pen.shape(wedge, PAPER, INK))
        when = chart.series[0].marks[annotation.at].label
        block = pen.block(
            f"{when} · {annotation.label}", pen.left + 20, y, style, room=pen.room - 20
        )
        parts.extend(block.parts)
        y = block.bottom
    return Drawn(tuple(parts), y)


def _free(
    taken: Sequence[Box], ends: tuple[float, float], y: float, size: tuple[float, float]
) -> Box:
    """A place for a value at its line: above or below it, in the middle or at an end."""
    half, high = size
    inside = (ends[0] + half, ends[1] - half)
    places = [(x, top) for x in ((ends[0] + ends[1]) / 2, *inside) for top in (y - high - 3, y + 3)]
    places += [(inside[0], y - 2 * high), (inside[1], y + high)]
    boxes = [(x - half, top, x + half, top + high) for x, top in places]
    return next((box for box in boxes if not any(_meet(box, one) for one in taken)), boxes[0])


def _meet(first: Box, second: Box) -> bool:
    across = min(first[2], second[2]) - max(first[0], second[0])
    down = min(first[3], second[3]) - max(first[1], second[1])
    return across > 0 and down > 0


def _span(
    reference: Reference, chart: Chart, sides: tuple[float, float], pen: Pen
) -> tuple[float, float]:
    marks = chart.series[0].marks
    first, last = reference.span or (0, len(marks) - 1)
    half = abs(sides[1] - sides[0]) / max(len(marks), 1) / 2
    ends = sorted((_x(first, chart, sides, pen), _x(last, chart, sides, pen)))
    return ends[0] - half, ends[1] + half


def _x(at: int, chart: Chart, sides: tuple[float, float], pen: Pen) -> float:
    return pen.in_time(at, len(chart.series[0].marks), *sides)
