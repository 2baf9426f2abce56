"""Writes SVG elements in reading order: x grows from where a line of text begins.

In Arabic x therefore grows leftwards, and every drawing mirrors itself. Every text that goes into
the picture passes through here and nowhere else, and is escaped here.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Literal

from charts.drawing.letters import balanced, width_of
from charts.theme import INK, LINE, PAPER, Sizes

Anchor = Literal["start", "middle", "end"]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Drawn:
    """Elements, and how far down they reach."""

    parts: tuple[str, ...]
    bottom: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How text looks; with a halo, lines behind it do not cross it."""

    size: float
    fill: str = INK
    bold: bool = False
    halo: bool = False
    anchor: Anchor = "start"


@dataclass(frozen=True, slots=True)
class Pen:
    """Draws for one width, one direction and one set of sizes."""

    width: float
    mirrored: bool
    sizes: Sizes

    @property
    def left(self) -> float:
        """Where reading starts."""
        return self.sizes.margin

    @property
    def right(self) -> float:
        """Where reading ends."""
        return self.width - self.sizes.margin

    @property
    def room(self) -> float:
        """What lies between the margins."""
        return self.right - self.left

    @property
    def narrow(self) -> bool:
        """Whether labels stand above what they name, not beside it."""
        return self.width < 700

    def in_time(self, number: int, of: int, start: float, end: float) -> float:
        """The middle of a step in time: time runs from left to right in every language."""
        step = (end - start) / of
        return end - step * (number + 0.5) if self.mirrored else start + step * (number + 0.5)

    def text(self, text: str, x: float, y: float, style: Style) -> str:
        """One line of text on the baseline y."""
        way = "rtl" if self.mirrored else "ltr"
        weight = ' font-weight="700"' if style.bold else ""
        halo = f' stroke="{PAPER}" stroke-width="5" paint-order="stroke"' if style.halo else ""
        return (
            f'<text x="{_n(self._x(x))}" y="{_n(y)}" font-size="{_n(style.size)}"'
            f' fill="{style.fill}" text-anchor="{style.anchor}" direction="{way}"'
            f' unicode-bidi="embed"{weight}{halo}>{escape(text, quote=True)}</text>'
        )

    def lines(self, texts: Sequence[str], x: float, y: float, style: Style) -> Drawn:
        """Lines of text under each other, the first line's top at y."""
        step = style.size * self.sizes.leading
        parts = (
            self.text(text, x, y + step * number + style.size, style)
            for number, text in enumerate(texts)
        )
        return Drawn(tuple(parts), y + step * len(texts))

    def block(self, text: str, x: float, y: float, style: Style, *, room: float) -> Drawn:
        """Text broken into lines that fit the room."""
        if not text:
            return Drawn((), y)
        return self.lines(balanced(text, room, style.size, bold=style.bold), x, y, style)

    def row(
        self, x: float, y: float, size: tuple[float, float], fill: str, stroke: str = ""
    ) -> str:
        """A rectangle that begins at x; with a stroke, the stroke lies inside it."""
        wide, high = size
        inset = LINE / 2 if stroke else 0.0
        left = self.width - x - wide if self.mirrored else x
        edge = f' stroke="{stroke}" stroke-width="{LINE:g}"' if stroke else ""
        return (
            f'<rect x="{_n(left + inset)}" y="{_n(y + inset)}"'
            f' width="{_n(max(wide - 2 * inset, 0))}" height="{_n(max(high - 2 * inset, 0))}"'
            f' fill="{fill}"{edge}/>'
        )

    def path(
        self, points: Iterable[Point], stroke: str, *, thick: float = LINE, dash: str = ""
    ) -> str:
        """A line through points."""
        dashed = f' stroke-dasharray="{dash}"' if dash else ""
        return (
            f'<polyline points="{self._points(points)}" fill="none" stroke="{stroke}"'
            f' stroke-width="{thick:g}" stroke-linejoin="round"{dashed}/>'
        )

    def shape(self, points: Iterable[Point], fill: str, stroke: str = "") -> str:
        """A filled polygon."""
        edge = f' stroke="{stroke}" stroke-width="{LINE:g}"' if stroke else ""
        return f'<polygon points="{self._points(points)}" fill="{fill}"{edge}/>'

    def circle(self, x: float, y: float, radius: float, fill: str, stroke: str) -> str:
        """A disc, or a ring when filled with paper."""
        return (
            f'<circle cx="{_n(self._x(x))}" cy="{_n(y)}" r="{_n(radius)}" fill="{fill}"'
            f' stroke="{stroke}" stroke-width="{LINE:g}"/>'
        )

    def wide(self, text: str, style: Style) -> float:
        """About how wide a text will be."""
        return width_of(text, style.size, bold=style.bold)

    def _x(self, x: float) -> float:
        return self.width - x if self.mirrored else x

    def _points(self, points: Iterable[Point]) -> str:
        return " ".join(f"{_n(self._x(x))},{_n(y)}" for x, y in points)


def _n(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
