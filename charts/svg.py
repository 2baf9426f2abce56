"""A chart as inline SVG: no script, no style sheet, nothing that only a pointer finds."""

from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256
from html import escape

from charts.chart import Chart, Kind, Mark, State
from charts.drawing import glyphs
from charts.drawing.cells import coverage
from charts.drawing.header import footer, header
from charts.drawing.headline import headline
from charts.drawing.lines import trend
from charts.drawing.panels import multiples
from charts.drawing.parts import segments
from charts.drawing.pen import Drawn, Pen
from charts.drawing.rows import bars
from charts.drawing.scale import Scale
from charts.drawing.tiles import tiles
from charts.drawing.ways import dots, line_of
from charts.theme import FONTS, NARROW, PAPER, WIDE, direction, mirrored, sizes
from core.i18n import Lang

_DRAW: Mapping[Kind, Callable[[Chart, float, Pen], Drawn]] = {
    "headline": headline,
    "bars": bars,
    "segments": segments,
    "trend": trend,
    "multiples": multiples,
    "dots": dots,
    "coverage": coverage,
    "tiles": tiles,
}
# Which of two drawings shows is decided by the room that a page gives them, without a style sheet.
_BREAK = 720
_STRIP = (440.0, 32.0)
_SHOWN_WIDE = f"width:clamp(0px,calc((100% - {_BREAK}px)*9999),100%)"
_SHOWN_NARROW = f"width:clamp(0px,calc(({_BREAK}px - 100%)*9999),min(100%,560px))"


def svg(chart: Chart, *, width: float = WIDE, style: str = "width:100%") -> str:
    """The chart drawn for a width in pixels; it scales with what it stands in.

    Returns:
        One element on one line, with its title and description for those who do not see it.
    """
    pen = Pen(width, mirrored(chart.lang), sizes(width))
    head = header(chart, pen) if chart.kind != "headline" else Drawn((), 0.0)
    body = _DRAW[chart.kind](chart, head.bottom, pen)
    foot = footer(chart, body.bottom, pen)
    high = round(foot.bottom)
    name = sha256(f"{chart.alternative}{width}".encode()).hexdigest()[:12]
    drawn = "".join((*head.parts, *body.parts, *foot.parts))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {high}" role="img"'
        f' aria-labelledby="t{name} d{name}" lang="{chart.lang}"'
        f' direction="{direction(chart.lang)}" font-family="{escape(FONTS, quote=True)}"'
        f' style="{style};height:auto">'
        f'<title id="t{name}">{_said(chart.finding)}</title>'
        f'<desc id="d{name}">{_said(chart.alternative)}</desc>'
        f'<rect width="{width:g}" height="{high}" fill="{PAPER}"/>{drawn}</svg>'
    )


def inline(chart: Chart) -> str:
    """The chart for a page: a drawing for wide rooms and one for telephones, one of them shown.

    Only the first is announced to screen readers. The text has no line breaks, so that Markdown
    keeps it as it is.
    """
    wide = svg(chart, width=WIDE, style=_SHOWN_WIDE)
    narrow = svg(chart, width=NARROW, style=_SHOWN_NARROW)
    hidden = narrow.replace(' role="img"', ' aria-hidden="true"', 1)
    way = direction(chart.lang)
    return f'<figure class="chart" dir="{way}" style="margin:0">{wide}{hidden}</figure>'


def strip(marks: Sequence[Mark], lang: Lang) -> str:
    """The dots of one line alone, for a tile whose words stand around it; hidden from hearing."""
    pen = Pen(_STRIP[0], mirrored(lang), sizes(_STRIP[0]))
    wide, high = _STRIP
    parts = line_of(tuple(marks), Scale(14, wide - 14), high / 2, pen)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:g} {high:g}"'
        f' aria-hidden="true" style="width:100%;height:auto">{"".join(parts)}</svg>'
    )


def dot(number: int, lang: Lang) -> str:
    """The dot of a series, to stand before its words."""
    pen = Pen(20, mirrored(lang), sizes(20))
    mark = Mark(label="", text="", state=State.VALUE)
    shape = glyphs.of_series(number, mark, 10, 10, r=6, pen=pen)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20" aria-hidden="true"'
        f' class="dot">{shape}</svg>'
    )


def _said(text: str) -> str:
    return escape(" ".join(text.split()), quote=True)
