"""The grid of who reported, as a table that can be edited."""

from pptx.dml.color import RGBColor
from pptx.slide import Slide as Page
from pptx.table import _Cell
from pptx.util import Inches, Pt

from charts.chart import Chart
from charts.coverage import sort_of
from charts.theme import BAND, INK, MAIN, PAPER, mirrored
from core.i18n import Lang
from exports.deck_text import Box, Look, fill
from exports.native import Plot
from exports.written import bare

_NAMES = 2.6  # the width of the column of names, in inches


def add_grid(page: Page, drawn: Plot, box: Box, chart: Chart) -> None:
    """A line a series, a column a period, from left to right; in Arabic the names on the right."""
    lines, columns = len(drawn.rows) + 1, len(drawn.categories) + 1
    frame = page.shapes.add_table(
        lines, columns, Inches(box.left), Inches(box.top), Inches(box.wide), Inches(box.high)
    )
    frame._element.nvGraphicFramePr.cNvPr.set("descr", bare(chart.alternative))
    table = frame.table
    names = columns - 1 if mirrored(chart.lang) else 0
    first = 0 if names else 1
    for column in range(columns):
        wide = _NAMES if column == names else (box.wide - _NAMES) / (columns - 1)
        table.columns[column].width = Inches(wide)
    for line in range(lines):
        table.rows[line].height = Inches(min(box.high / lines, 0.42))
    _write(table.cell(0, names), "", "head", chart.lang)
    for column, name in enumerate(drawn.categories, start=first):
        _write(table.cell(0, column), name, "head", chart.lang)
    for line, row in enumerate(drawn.rows, start=1):
        _write(table.cell(line, names), row.name, "name", chart.lang)
        for column, (mark, text) in enumerate(zip(row.marks, row.texts, strict=True), start=first):
            _write(table.cell(line, column), text, sort_of(mark), chart.lang)


def _write(cell: _Cell, text: str, sort: str, lang: Lang) -> None:
    ground = {"all": MAIN, "some": BAND}.get(sort, PAPER)
    ink = PAPER if sort == "all" else INK
    bold = sort in {"all", "head", "name"}
    cell.fill.solid()
    cell.fill.fore_color.rgb = RGBColor.from_string(ground.removeprefix("#"))
    fill(cell.text_frame, [text], Look(12, ink, bold=bold), lang)
    cell.margin_left = cell.margin_right = Pt(5)
    cell.margin_top = cell.margin_bottom = Pt(2)
