"""Segments of a whole: known types to 100 %, the unknown ones beside the bar."""

from collections.abc import Sequence

from charts.chart import Chart, Mark, Reference
from charts.drawing import glyphs
from charts.drawing.pen import Drawn, Pen, Style
from charts.drawing.rows import column, without_number
from charts.drawing.scale import Scale, grid
from charts.theme import (
    INK,
    ON_SEGMENTS,
    ON_UNDIVIDED,
    PAPER,
    SEGMENTS,
    SOFT,
    UNDIVIDED,
    UNDIVIDED_EDGE,
)

_GAP = 18.0
# Fill, edge, and what can be read on it.
_LOOKS = (
    *((fill, "", ink) for fill, ink in zip(SEGMENTS, ON_SEGMENTS, strict=True)),
    (UNDIVIDED, UNDIVIDED_EDGE, ON_UNDIVIDED),
)
_DASH = "2 6"


def segments(chart: Chart, top: float, pen: Pen) -> Drawn:
    """A key in the order of the segments, then a bar for each category."""
    rows = tuple(zip(*(series.marks for series in chart.series), strict=True))
    names = [series.name for series in chart.series]
    key = _key(chart, top, pen)
    scale = Scale(pen.left, pen.right)
    single = len(rows) == 1
    if not pen.narrow:
        labels = 0.0 if single else column([row[0].label for row in rows], pen, most=0.3) + _GAP
        unknown = column([row[-1].text for row in rows if row[-1].numerator], pen, most=0.2)
        room = unknown + _GAP + 34 if unknown else _GAP
        scale = Scale(pen.left + labels, pen.right - room)
    parts: list[str] = []
    named = _over_all(chart, key.bottom, pen)
    y = begin = named.bottom + 10
    for row in rows:
        drawn = _row(chart, row, names, scale, y, pen, single=single)
        parts.extend(drawn.parts)
        y = drawn.bottom
    axis = grid(chart, scale, begin, y, pen)
    crossing = [scale.at(r.value) for r in chart.references if not r.category]
    lines = [pen.path([(x, begin), (x, y)], INK, dash=_DASH) for x in crossing]
    return Drawn((*key.parts, *named.parts, *axis.parts, *lines, *parts), axis.bottom)


def _key(chart: Chart, top: float, pen: Pen) -> Drawn:
    """Segments that occur: one that is nowhere needs no colour explained."""
    style = Style(size=pen.sizes.note)
    side = style.size * 0.9
    x, y = pen.left, top
    parts: list[str] = []
    last = len(chart.series) - 1
    for number, series in enumerate(chart.series):
        if not any(mark.numerator for mark in series.marks):
            continue
        wide = side + 8 + pen.wide(series.name, style) + 22
        if x > pen.left and x + wide - 22 > pen.right:
            x, y = pen.left, y + style.size * 1.6
        size = (side, side)
        if number == last:
            parts.extend(glyphs.of_unknown(x, y + 2, size, pen))
        else:
            parts.append(pen.row(x, y + 2, size, *_LOOKS[number][:2]))
        parts.append(pen.text(series.name, x + side + 8, y + style.size, style))
        x += wide
    return Drawn(tuple(parts), y + style.size * 1.6)


def _over_all(chart: Chart, top: float, pen: Pen) -> Drawn:
    """The words of the lines that cross every bar."""
    style = Style(size=pen.sizes.note, bold=True)
    parts: list[str] = []
    y = top + 4
    for reference in chart.references:
        if not reference.category:
            block = pen.block(reference.label, pen.left, y, style, room=pen.room)
            parts.extend(block.parts)
            y = block.bottom
    return Drawn(tuple(parts), y)


def _row(
    chart: Chart,
    row: tuple[Mark, ...],
    names: Sequence[str],
    scale: Scale,
    y: float,
    pen: Pen,
    *,
    single: bool,
) -> Drawn:
    style = Style(size=pen.sizes.text, bold=pen.narrow, halo=True)
    high = pen.sizes.text * 1.9
    label = Drawn((), y)
    if not single:
        room = pen.room if pen.narrow else scale.start - _GAP - pen.left
        first = y if pen.narrow else y + pen.sizes.text * 0.28
        label = pen.block(row[0].label, pen.left, first, style, room=room)
    top = label.bottom + 4 if pen.narrow else y
    if all(mark.value is None for mark in row):
        words = without_number(row[0], scale.start, top + high / 2, pen)
        return Drawn((*label.parts, *words), max(label.bottom, top + high) + 12)
    bar = _bar(row, names, scale, (top, high), pen)
    ours = [r for r in chart.references if r.category in {"", row[0].label}]
    marked = _published(ours, scale, top, bar.bottom, pen)
    unknown = _unknown(row[-1], scale, (top, high), marked.bottom, pen)
    parts = (*label.parts, *bar.parts, *marked.parts, *unknown.parts)
    return Drawn(parts, max(label.bottom, marked.bottom, unknown.bottom) + 12)


def _bar(
    row: tuple[Mark, ...],
    names: Sequence[str],
    scale: Scale,
    span: tuple[float, float],
    pen: Pen,
) -> Drawn:
    """Numbers stand in their segment where they fit, else under the bar with their name."""
    top, high = span
    parts: list[str] = []
    small: list[str] = []
    begun = 0.0
    for number, mark in enumerate(row[:-1]):
        fill, edge, ink = _LOOKS[number]
        begin, end = scale.at(begun), scale.at(begun + (mark.value or 0))
        begun += mark.value or 0
        if mark.value:
            parts.append(pen.row(begin, top, (max(end - begin - 3, 2), high), fill, edge))
        style = Style(size=pen.sizes.text, fill=ink, bold=True, anchor="middle")
        if pen.wide(mark.short, style) + 14 <= end - begin:
            baseline = top + high / 2 + style.size * 0.36
            parts.append(pen.text(mark.short, (begin + end) / 2, baseline, style))
        elif mark.value:
            small.append(f"{names[number]} {mark.short}")
    style = Style(size=pen.sizes.note, fill=SOFT, halo=True)
    below = pen.block("\u00a0· ".join(small), scale.start, top + high + 3, style, room=_room(scale))
    return Drawn((*parts, *below.parts), max(below.bottom, top + high))


def _published(
    references: Sequence[Reference],
    scale: Scale,
    top: float,
    below: float,
    pen: Pen,
) -> Drawn:
    """A triangle on the bar; of a figure that is of this bar alone its words stand under it."""
    style = Style(size=pen.sizes.note, halo=True)
    parts: list[str] = []
    y = below
    for reference in references:
        x = scale.at(reference.value)
        parts.append(pen.shape([(x, top + 9), (x - 8, top - 5), (x + 8, top - 5)], INK, PAPER))
        if not reference.category:
            continue
        block = pen.block(reference.label, scale.start, y + 3, style, room=_room(scale))
        parts.extend(block.parts)
        y = block.bottom
    return Drawn(tuple(parts), y)


def _room(scale: Scale) -> float:
    return scale.end - scale.start


def _unknown(mark: Mark, scale: Scale, span: tuple[float, float], below: float, pen: Pen) -> Drawn:
    top, high = span
    if not mark.numerator:
        return Drawn((), top)
    style = Style(size=pen.sizes.note if pen.narrow else pen.sizes.text, halo=True)
    if pen.narrow:
        box = glyphs.of_unknown(scale.start, below + 5, (14, 14), pen)
        words = pen.text(mark.text, scale.start + 22, below + 5 + style.size * 0.9, style)
        return Drawn((*box, words), below + 5 + style.size * 1.4)
    box = glyphs.of_unknown(scale.end + _GAP, top + high / 2 - 10, (20, 20), pen)
    baseline = top + high / 2 + style.size * 0.36
    words = pen.text(mark.text, scale.end + _GAP + 30, baseline, style)
    return Drawn((*box, words), top + high)
