"""A chart as a picture: SVG as it is, PNG drawn on the server without a browser.

The drawing library joins Arabic letters and orders mixed text, but does not know the direction of
a text: it is written into the drawing before this is handed over. The two font files lie with the
program, Latin and Arabic letters in each: with two fonts for one line the library loses letters.
"""

from dataclasses import replace
from typing import Literal
from xml.etree import ElementTree  # reads our own drawing, nothing from outside

import resvg_py

from charts.chart import Chart
from charts.svg import svg
from charts.theme import NARROW, PAPER, WIDE, mirrored
from core.i18n import Lang
from core.settings import ROOT
from exports.origin import Origin, line
from exports.written import embedded

Size = Literal["slide", "message"]

FONTS = tuple(ROOT / "data" / "fonts" / f"NotoSans-{face}.ttf" for face in ("Regular", "Bold"))

# The width of a slide on a large screen; the drawing for telephones at the width that messaging
# applications keep.
_PIXELS: dict[Size, tuple[float, int]] = {"slide": (WIDE, 1920), "message": (NARROW, 1080)}
_SPACE = "http://www.w3.org/2000/svg"
_OPPOSITE = {"start": "end", "end": "start", "middle": "middle"}


def missing_fonts() -> tuple[str, ...]:
    """The names of font files that PNG pictures need and that are not there."""
    return tuple(path.name for path in FONTS if not path.is_file())


def vector(chart: Chart, origin: Origin) -> bytes:
    """The chart as an SVG file with its origin in the last line."""
    return svg(_signed(chart, origin)).encode()


def png(chart: Chart, origin: Origin, *, size: Size) -> bytes:
    """The chart as a PNG with its origin in the last line.

    Args:
        chart: what to draw.
        origin: where its numbers come from.
        size: `slide`, 1920 pixels wide, or `message`, the drawing for telephones at 1080.

    Raises:
        FileNotFoundError: a font file is missing; ask `missing_fonts` before.
    """
    width, pixels = _PIXELS[size]
    drawing = svg(_signed(chart, origin), width=width)
    return rendered(with_directions(drawing, chart.lang), pixels)


def rendered(drawing: str, pixels: int) -> bytes:
    """A drawing as a PNG of that width.

    Raises:
        FileNotFoundError: a font file is missing.
    """
    if missing_fonts():
        raise FileNotFoundError(", ".join(missing_fonts()))
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=drawing,
            width=pixels,
            background=PAPER,
            skip_system_fonts=True,
            font_files=[str(path) for path in FONTS],
        )
    )


def with_directions(drawing: str, lang: Lang) -> str:
    """The drawing with the direction of each text written into its letters and its anchor."""
    ElementTree.register_namespace("", _SPACE)
    root = ElementTree.fromstring(drawing)  # noqa: S314 - see the import
    for text in root.iter(f"{{{_SPACE}}}text"):
        words = embedded(text.text or "", lang)
        if mirrored(lang):
            text.set("text-anchor", _OPPOSITE[text.get("text-anchor", "start")])
            words = f"\u202b{words}\u202c"
        text.text = words
    return ElementTree.tostring(root, encoding="unicode")


def _signed(chart: Chart, origin: Origin) -> Chart:
    return replace(chart, notes=(*chart.notes, line(origin, chart.lang)))
