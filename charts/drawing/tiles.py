"""The map of equal tiles. It is no text: in Arabic, too, west stays on the left."""

from dataclasses import replace

from charts.chart import Chart, Mark, State
from charts.drawing import glyphs
from charts.drawing.letters import wrapped
from charts.drawing.pen import Drawn, Pen, Style
from charts.theme import CONTEXT, DEEP, GRID, INK, MAIN, PAPER, SOFT
from charts.tile_places import TilePlace
from charts.tiles import step_of

# White, middle, deep: each three times as bright as the next, and so is white beside its edge.
FILLS = (PAPER, "#6699CC", DEEP)
INKS = (INK, INK, PAPER)
_GAP = 4.0
# Joined letters of Arabic, in ems of Noto Sans Arabic, rounded up (measured); a word ends wider.
_ARABIC = {
    **dict.fromkeys("اأإآل", 0.3),
    **dict.fromkeys("رزدذو", 0.46),
    "ي": 0.36,
    **dict.fromkeys("سشصض", 0.95),
    **dict.fromkeys(" \u00a0.", 0.2),
}
_ARABIC_LETTER, _ARABIC_END = 0.56, 0.1


def tiles(chart: Chart, top: float, pen: Pen) -> Drawn:
    """The key, then every country at its place."""
    key = _key(chart, top, pen)
    marks = [(mark, _at(mark.tile, pen)) for mark in chart.marks if mark.tile is not None]
    columns = max((column for _, (_, column) in marks), default=0) + 1
    rows = max((row for _, (row, _) in marks), default=-1) + 1
    wide = pen.room / columns
    high = min(wide, 70.0) if not pen.narrow else wide
    parts = [*key.parts]
    for mark, (row, column) in marks:
        left = pen.left + column * wide
        x = pen.width - left - wide if pen.mirrored else left
        at = x + _GAP / 2, key.bottom + row * high
        parts.extend(_tile(mark, at, (wide - _GAP, high - _GAP), pen))
    return Drawn(tuple(parts), key.bottom + rows * high)


def _at(tile: TilePlace, pen: Pen) -> tuple[int, int]:
    return (tile.narrow_row, tile.narrow_column) if pen.narrow else (tile.row, tile.column)


def _tile(
    mark: Mark, at: tuple[float, float], size: tuple[float, float], pen: Pen
) -> tuple[str, ...]:
    (x, y), (wide, high) = at, size
    step = step_of(mark)
    ink = INKS[step] if step is not None else INK if _has_number(mark) else SOFT
    name = Style(size=pen.sizes.note, fill=ink, anchor="middle")
    lines = _name(mark, size, name, pen)
    middle = x + wide / 2
    alone = mark.state is State.NEVER_REPORTED
    leading = name.size * 1.12
    start = y + (high - leading * (len(lines) + (not alone))) / 2
    named = tuple(
        pen.text(line, middle, start + leading * number + name.size * 0.92, name)
        for number, line in enumerate(lines)
    )
    below = start + leading * len(lines) + name.size * 0.96
    return (*_frame(mark, at, size, pen), *named, *_below(mark, (middle, below), size, ink, pen))


def _has_number(mark: Mark) -> bool:
    return mark.state in {State.VALUE, State.ZERO, State.COUNT_ONLY}


def _name(mark: Mark, size: tuple[float, float], style: Style, pen: Pen) -> tuple[str, ...]:
    """The first name that fits whole, in one line on a telephone and in two elsewhere."""
    names = mark.tile.names if mark.tile else (mark.label,)
    for name in names:
        for lines in _broken(name, two=not pen.narrow):
            if all(_wide(line, style, pen) <= size[0] - 2 for line in lines):
                return lines
    return (names[-1],)


def _broken(name: str, *, two: bool) -> tuple[tuple[str, ...], ...]:
    """The name in one line, then in two wherever it has a blank."""
    words = name.split(" ")
    cuts = range(1, len(words)) if two else ()
    pairs = ((" ".join(words[:cut]), " ".join(words[cut:])) for cut in cuts)
    return ((name,), *sorted(pairs, key=lambda pair: max(map(len, pair))))


def _wide(line: str, style: Style, pen: Pen) -> float:
    """About how wide a name is; Arabic letters are narrower than what stands for any letter."""
    if "\u0600" <= line[:1] <= "\u06ff":
        return (sum(_ARABIC.get(c, _ARABIC_LETTER) for c in line) + _ARABIC_END) * style.size
    return pen.wide(line, style)


def _frame(
    mark: Mark, at: tuple[float, float], size: tuple[float, float], pen: Pen
) -> tuple[str, ...]:
    """What a tile is cut from: its step, or the frame of its state."""
    (x, y), (wide, high) = at, size
    step = step_of(mark)
    if mark.low_coverage:
        cut = min(wide, high) * 0.28
        corners = [(x + cut, y), (x + wide, y), (x + wide, y + high), (x, y + high), (x, y + cut)]
        return (pen.shape(corners, FILLS[step or 0], MAIN),)
    corners = [(x, y), (x + wide, y), (x + wide, y + high), (x, y + high), (x, y)]
    if mark.state is State.COUNT_ONLY:
        return (pen.row(x, y, size, PAPER), pen.path(corners, MAIN, dash="2 4"))
    if step is not None or _has_number(mark):
        return (pen.row(x, y, size, FILLS[step or 0], MAIN),)
    if mark.state is State.NEVER_REPORTED:
        return (pen.row(x, y, size, "#F4F6F8"),)
    if mark.state is State.NOT_APPLICABLE:
        return (pen.path(corners, GRID, thick=1),)
    dash = "7 5" if mark.state is State.NOT_REPORTED else ""
    return (pen.row(x, y, size, PAPER), pen.path(corners, CONTEXT, thick=2, dash=dash))


def _below(
    mark: Mark, at: tuple[float, float], size: tuple[float, float], ink: str, pen: Pen
) -> tuple[str, ...]:
    """The number, or the drawing of its state."""
    style = Style(size=pen.sizes.note, fill=ink, anchor="middle", bold=True)
    if _has_number(mark):
        *longer, shortest = _numbers(mark, pen)
        text = next((t for t in longer if _fits(t, size[0] - 2, style, pen)), shortest)
        return (pen.text(text, *at, style),)
    return _sign(mark.state, at[0], at[1] - style.size * 0.36, style.size * 0.5, pen)


def _fits(text: str, room: float, style: Style, pen: Pen) -> bool:
    """Figures are narrower than what stands for any letter: they are measured as if not bold."""
    letters = any(character.isalpha() for character in text)
    return pen.wide(text, style if letters else replace(style, bold=False)) <= room


def _numbers(mark: Mark, pen: Pen) -> tuple[str, ...]:
    """The number in words, and shorter: `57 of 104`, `57/104`, `57`; a share has one way only."""
    if mark.value is not None or mark.numerator is None or not mark.short:
        return (mark.short or mark.text,)
    halves = f"{mark.numerator}/{mark.denominator}"
    apart = f"\u2066{halves}\u2069" if pen.mirrored else halves
    return (mark.short, apart, str(mark.numerator))


def _sign(state: State, x: float, y: float, r: float, pen: Pen) -> tuple[str, ...]:
    if state is State.NEVER_REPORTED:
        return ()
    if state is State.NO_TYPE:
        return glyphs.of_unknown(x - r * 1.6, y - r, (3.2 * r, 2 * r), pen)
    if state is State.TOO_FEW:
        return (pen.shape([(x, y - r), (x + r, y + r), (x - r, y + r)], PAPER, CONTEXT),)
    if state is State.SEVERAL_CURRENCIES:
        pair = (x - r * 0.5, x + r * 0.5)
        return tuple(pen.circle(place, y, r * 0.7, "none", CONTEXT) for place in pair)
    return glyphs.of_state(state, x, y, r, pen)


def _key(chart: Chart, top: float, pen: Pen) -> Drawn:
    style = Style(size=pen.sizes.note, fill=SOFT)
    side = style.size * 1.3
    x, y = pen.left, top
    parts: list[str] = []
    for mark in chart.key:
        wide = side + 8 + pen.wide(mark.text, style) + 20
        if x > pen.left and x + wide - 20 > pen.right:
            x, y = pen.left, y + side * 1.4
        parts.extend(_frame(mark, (x, y), (side, side), pen))
        if not _has_number(mark):
            parts.extend(_sign(mark.state, x + side / 2, y + side / 2, side * 0.25, pen))
        text = wrapped(mark.text, pen.right - x - side - 8, style.size)
        block = pen.lines(text, x + side + 8, y - side * 0.06, style)
        parts.extend(block.parts)
        x, y = x + wide, max(y, block.bottom - side * 1.1)
    return Drawn(tuple(parts), y + side * 1.5)
