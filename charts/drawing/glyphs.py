"""A drawing for each state and series: told apart by shape first, by colour second."""

from charts.chart import Mark, State
from charts.drawing.pen import Pen
from charts.theme import CONTEXT, MAIN, PAPER, SERIES

Colours = tuple[str, str, str, str]


def of_state(state: State, x: float, y: float, r: float, pen: Pen) -> tuple[str, ...]:
    """What stands where no number does; its centre is x, y."""
    if state is State.NOT_REPORTED:
        return (pen.path([(x - r, y), (x + r, y)], CONTEXT, dash="4 4"),)
    if state is State.CLOSED:
        return (
            pen.row(x - r, y - r, (2 * r, 2 * r), PAPER, CONTEXT),
            pen.path([(x - r, y - r), (x + r, y + r)], CONTEXT),
            pen.path([(x - r, y + r), (x + r, y - r)], CONTEXT),
        )
    if state is State.HIDDEN:
        return (pen.row(x - r, y - r, (2 * r, 2 * r), CONTEXT),)
    if state is State.NOT_APPLICABLE:
        return (pen.circle(x, y, r * 0.3, CONTEXT, CONTEXT),)
    if state is State.COUNT_ONLY:
        return (pen.circle(x, y, r * 0.7, PAPER, CONTEXT),)
    if state is State.ZERO:
        return (pen.path([(x, y - r), (x, y + r)], MAIN, thick=5),)
    return (
        pen.shape([(x, y - r), (x + r, y), (x, y + r), (x - r, y)], PAPER, CONTEXT),
        pen.path([(x, y - r * 0.4), (x, y + r * 0.4)], CONTEXT),
    )


def of_series(
    number: int, mark: Mark, x: float, y: float, *, r: float, pen: Pen, colours: Colours = SERIES
) -> str:
    """The dot of a series: disc, diamond, square, triangle; hollow where little was reported."""
    colour = colours[number]
    fill = PAPER if mark.low_coverage or mark.partial else colour
    corners = {
        1: [(x, y - r * 1.25), (x + r * 1.25, y), (x, y + r * 1.25), (x - r * 1.25, y)],
        2: [(x - r, y - r), (x + r, y - r), (x + r, y + r), (x - r, y + r)],
        3: [(x, y - r * 1.2), (x + r * 1.2, y + r), (x - r * 1.2, y + r)],
    }.get(number)
    if corners is None:
        return pen.circle(x, y, r, fill, colour)
    return pen.shape(corners, fill, colour)


def of_unknown(x: float, y: float, size: tuple[float, float], pen: Pen) -> tuple[str, ...]:
    """Hatched paper: there, but of unknown type."""
    wide, high = size
    strokes = tuple(
        pen.path([(x + wide * part, y + high), (x + wide * (part + 0.3), y)], CONTEXT, thick=2)
        for part in ((0.05, 0.35, 0.65) if wide > 24 else (0.15, 0.55))
    )
    corners = [(x, y), (x + wide, y), (x + wide, y + high), (x, y + high), (x, y)]
    return (pen.row(x, y, size, PAPER), *strokes, pen.path(corners, CONTEXT, thick=2))
