"""Text on a slide, in the direction of its language."""

from collections.abc import Sequence
from dataclasses import dataclass

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR
from pptx.oxml.ns import qn
from pptx.shapes.base import BaseShape
from pptx.slide import Slide as Page
from pptx.text.text import TextFrame, _Paragraph
from pptx.util import Inches, Pt

from charts.theme import mirrored
from core.i18n import Lang
from exports.written import embedded

# On every machine that opens slides, with Latin and Arabic letters.
FONT = "Arial"


@dataclass(frozen=True, slots=True)
class Box:
    """A place on a slide, in inches."""

    left: float
    top: float
    wide: float
    high: float

    def place(self, shape: BaseShape) -> None:
        """Put a shape there."""
        shape.left, shape.top = Inches(self.left), Inches(self.top)
        shape.width, shape.height = Inches(self.wide), Inches(self.high)


@dataclass(frozen=True, slots=True)
class Look:
    """Size in points, colour as `#RRGGBB`, weight."""

    size: int
    colour: str
    bold: bool = False


def add_text(page: Page, lines: Sequence[str], box: Box, look: Look, lang: Lang) -> None:
    """A box of paragraphs."""
    shape = page.shapes.add_textbox(
        Inches(box.left), Inches(box.top), Inches(box.wide), Inches(box.high)
    )
    fill(shape.text_frame, lines, look, lang)


def fill(frame: TextFrame, lines: Sequence[str], look: Look, lang: Lang) -> None:
    """Put paragraphs into a frame, from its top, without room around them."""
    frame.word_wrap = True
    frame.vertical_anchor = MSO_ANCHOR.TOP
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    for number, text in enumerate(lines):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        write(paragraph, text, look, lang)


def write(paragraph: _Paragraph, text: str, look: Look, lang: Lang) -> None:
    """One paragraph; python-pptx knows no direction of text, so it is set in the XML."""
    run = paragraph.add_run()
    run.text = embedded(text, lang)
    run.font.size, run.font.bold, run.font.name = Pt(look.size), look.bold, FONT
    run.font.color.rgb = RGBColor.from_string(look.colour.removeprefix("#"))
    properties = run.font._element
    properties.set("lang", lang.value)
    script = properties.makeelement(qn("a:cs"), {"typeface": FONT})
    properties.append(script)
    turn(paragraph, lang)


def turn(paragraph: _Paragraph, lang: Lang) -> None:
    """Set the direction of a paragraph, and the side on which it begins."""
    properties = paragraph._p.get_or_add_pPr()
    properties.set("rtl", "1" if mirrored(lang) else "0")
    properties.set("algn", "r" if mirrored(lang) else "l")
