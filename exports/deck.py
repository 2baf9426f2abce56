"""A talk as slides: native charts that can be edited, read from the right in Arabic."""

import io
from collections.abc import Sequence
from dataclasses import replace

from pptx import Presentation
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide as Page
from pptx.util import Inches

from charts.theme import CONTEXT, INK, MAIN, SOFT
from core.i18n import Lang, translations
from exports.deck_chart import add_chart
from exports.deck_table import add_grid
from exports.deck_text import Box, Look, add_text, fill
from exports.native import Plot, plot
from exports.origin import line
from exports.slide import Slide, spoken
from exports.written import bare

_WIDE, _HIGH = 13.333, 7.5
_LEFT, _ROOM = 0.55, 12.23
_TITLE_ONLY = 5  # of the layouts that python-pptx brings
_LINES = 14  # of a list or a grid on one slide
_FEW = 4  # sentences about what has no number
_PER_INCH = 9.3  # letters of the title's size


def deck(slides: Sequence[Slide], title: str, lang: Lang) -> bytes:
    """The talk as PPTX, 16 to 9.

    Args:
        slides: in order, all in one language.
        title: of the talk, for the properties of the file.
        lang: of the talk.

    Returns:
        One slide a chart; a grid of many lines takes several.
    """
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = Inches(_WIDE), Inches(_HIGH)
    presentation.core_properties.title = bare(title)
    presentation.core_properties.language = lang.value
    for slide in slides:
        for part in _parts(plot(slide.chart)):
            _add(presentation, slide, part)
    written = io.BytesIO()
    presentation.save(written)
    return written.getvalue()


def _parts(drawn: Plot) -> list[Plot]:
    """A grid with more lines than a slide has room for, in several."""
    if drawn.shape != "grid":
        return [drawn]
    starts = range(0, len(drawn.rows), _LINES)
    return [replace(drawn, rows=drawn.rows[start : start + _LINES]) for start in starts]


def _add(presentation: Deck, slide: Slide, drawn: Plot) -> None:
    page = presentation.slides.add_slide(presentation.slide_layouts[_TITLE_ONLY])
    top = _write_head(page, slide)
    bottom = _write_foot(page, slide, drawn)
    lang, frame = slide.chart.lang, Box(_LEFT, top, _ROOM, bottom - top)
    if drawn.shape == "grid":
        add_grid(page, drawn, frame, slide.chart)
    elif drawn.shape == "none":
        lines = [*drawn.categories, *drawn.silent][:_LINES]
        add_text(page, lines, frame, Look(20, INK), lang)
    else:
        add_chart(page, drawn, _below_number(page, slide, frame), slide.chart)
    notes = page.notes_slide.notes_text_frame
    if notes is not None:
        fill(notes, spoken(slide), Look(12, INK), lang)


def _write_head(page: Page, slide: Slide) -> float:
    """The finding, what is measured, who reported. Returns where they end, in inches."""
    chart = slide.chart
    lines = 1 + len(bare(slide.heading)) // int(_ROOM * _PER_INCH * 0.62)
    high = 0.52 * lines + 0.1
    title = page.shapes.title
    if title is not None:
        Box(_LEFT, 0.35, _ROOM, high).place(title)
        fill(title.text_frame, [slide.heading], Look(28, INK, bold=True), chart.lang)
    below = [
        (slide.sentence, Look(20, MAIN, bold=True)),
        (chart.measure if chart.measure != slide.heading else "", Look(16, INK)),
        (chart.coverage, Look(14, SOFT)),
    ]
    top = 0.35 + high
    for text, look in below:
        if text:
            rows = 1 + len(bare(text)) * look.size // int(_ROOM * 125)
            step = look.size / 72 * 1.35 * rows
            add_text(page, [text], Box(_LEFT, top, _ROOM, step), look, chart.lang)
            top += step
    return top + 0.1


def _write_foot(page: Page, slide: Slide, drawn: Plot) -> float:
    """How to read it, then where it comes from. Returns where they begin, in inches."""
    chart = slide.chart
    sentences = [*_silent(drawn, chart.lang), *chart.notes]
    look = Look(12, SOFT)
    joined = " · ".join(bare(text) for text in sentences)
    rows = 1 + len(joined) // 165 if joined else 0
    top = _HIGH - 0.5 - 0.22 * rows
    if joined:
        add_text(page, [joined], Box(_LEFT, top, _ROOM, 0.22 * rows), look, chart.lang)
    said = line(slide.origin, chart.lang)
    add_text(page, [said], Box(_LEFT, _HIGH - 0.45, _ROOM, 0.3), Look(12, CONTEXT), chart.lang)
    return top - 0.1


def _silent(drawn: Plot, lang: Lang) -> tuple[str, ...]:
    """What has no number and no place in the chart; where it is much, the notes say it."""
    if drawn.shape == "none" or len(drawn.silent) <= _FEW:
        return drawn.silent if drawn.shape != "none" else ()
    count = len(drawn.silent)
    return (
        translations(lang)
        .ngettext(
            "{count} entry has no share: the notes say why.",
            "{count} entries have no share: the notes say why.",
            count,
        )
        .format(count=count),
    )


def _below_number(page: Page, slide: Slide, frame: Box) -> Box:
    """The big number of a headline, and the frame that is left under it."""
    if slide.chart.kind != "headline":
        return frame
    (mark,) = slide.chart.series[0].marks
    high = min(1.3, frame.high / 3)
    number = Box(frame.left, frame.top, frame.wide, high)
    add_text(page, [mark.label], number, Look(60, MAIN, bold=True), slide.chart.lang)
    return Box(frame.left, frame.top + high, frame.wide, frame.high - high)
