"""A chart as a workbook: as Excel draws it, its table, and how it was made."""

import io

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from charts.chart import Cell, Chart
from charts.coverage import sort_of
from charts.theme import BAND, INK, MAIN, PAPER, SOFT, mirrored
from core.i18n import translations
from exports.native import Plot, plot
from exports.origin import Origin, line
from exports.sheet_chart import native_chart
from exports.tables import about, rows
from exports.written import bare, embedded

_FONT = "Arial"
_SHARES = range(2, 5)
_WIDTHS = (40, 40, 10, 12, 12, 10, 10, 12, 48, 14, 14)
_HEAD = 4  # the line of headings on the sheet of the chart
_LINE_HIGH = 15.0


def workbook(chart: Chart, origin: Origin) -> bytes:
    """The chart as XLSX.

    Returns:
        A sheet with the chart and the numbers that it draws, a sheet with the whole table, and
        one on coverage, method and origin. In Arabic all read from right to left.
    """
    written = io.BytesIO()
    _ = translations(chart.lang).gettext
    # A name out of a file must stay text, even where it begins like a formula or an address.
    plain = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(written, plain) as book:
        book.set_properties({"title": bare(chart.finding), "comments": bare(chart.coverage)})
        sheets = [
            book.add_worksheet(name)
            for name in (_("Chart"), _("Numbers"), _("Method and coverage"))
        ]
        for sheet in sheets:
            _set_page(sheet, chart)
        _write_chart(book, sheets[0], chart, origin)
        _write_table(book, sheets[1], chart)
        _write_method(book, sheets[2], chart, origin)
    return written.getvalue()


def _set_page(sheet: Worksheet, chart: Chart) -> None:
    """Right to left where read so; on paper as wide as the page, A4 across."""
    if mirrored(chart.lang):
        sheet.right_to_left()
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def _format(book: xlsxwriter.Workbook, chart: Chart, **look: object) -> Format:
    order = 2 if mirrored(chart.lang) else 1
    return book.add_format(
        {"font_name": _FONT, "font_color": INK, "valign": "top", "reading_order": order, **look}
    )


def _write_chart(book: xlsxwriter.Workbook, sheet: Worksheet, chart: Chart, origin: Origin) -> None:
    drawn = plot(chart)
    big, plain = _format(book, chart, bold=True, font_size=16), _format(book, chart)
    soft = _format(book, chart, font_color=SOFT)
    sheet.set_row(0, 2 * _LINE_HIGH)
    sheet.set_column(0, 0, 48)
    sheet.set_column(1, max(len(drawn.categories), len(drawn.rows)), 24)
    for at, (text, look) in enumerate(
        ((chart.finding, big), (chart.measure, plain), (chart.coverage, soft))
    ):
        sheet.write_string(at, 0, embedded(text, chart.lang), look)
    below = _write_grid if drawn.shape == "grid" else _write_matrix
    at = below(book, sheet, chart, drawn) + 1
    for text in (*drawn.silent, *chart.notes, line(origin, chart.lang)):
        sheet.write_string(at, 0, embedded(text, chart.lang), soft)
        at += 1
    native = native_chart(book, sheet.get_name(), chart, drawn, first=_HEAD)
    if native is not None:
        sheet.insert_chart(at + 1, 0, native, {"description": bare(chart.alternative)[:4000]})


def _write_matrix(book: xlsxwriter.Workbook, sheet: Worksheet, chart: Chart, drawn: Plot) -> int:
    """A line a category, a column a series: what the native chart reads. Returns the next line."""
    head = _format(book, chart, bold=True, bottom=2, bottom_color=MAIN, text_wrap=True)
    text, share = _format(book, chart), _format(book, chart, num_format="0.0%")
    sheet.write_string(_HEAD, 0, chart.categories.title, head)
    sheet.set_row(_HEAD, 3 * _LINE_HIGH)
    for column, row in enumerate(drawn.rows, start=1):
        sheet.write_string(_HEAD, column, row.name, head)
        for at, value in enumerate(row.values, start=_HEAD + 1):
            _write(sheet, (at, column), value, share)
    for at, name in enumerate(drawn.categories, start=_HEAD + 1):
        sheet.write_string(at, 0, name, text)
    return _HEAD + 1 + len(drawn.categories)


def _write_grid(book: xlsxwriter.Workbook, sheet: Worksheet, chart: Chart, drawn: Plot) -> int:
    """A line a series, a column a period: the grid of who reported. Returns the next line.

    On a sheet that is read from the right the last period comes first: time runs left to right.
    """
    head = _format(book, chart, bold=True, bottom=2, bottom_color=MAIN)
    text = _format(book, chart)
    looks = {
        "all": _format(book, chart, bg_color=MAIN, font_color=PAPER, bold=True),
        "some": _format(book, chart, bg_color=BAND, border=1, border_color=MAIN),
    }
    columns = list(range(1, len(drawn.categories) + 1))
    if mirrored(chart.lang):
        columns.reverse()
    for column, name in zip(columns, drawn.categories, strict=True):
        sheet.write_string(_HEAD, column, name, head)
    for at, row in enumerate(drawn.rows, start=_HEAD + 1):
        sheet.write_string(at, 0, row.name, text)
        for column, mark, words in zip(columns, row.marks, row.texts, strict=True):
            sheet.write_string(at, column, words, looks.get(sort_of(mark), text))
    return _HEAD + 1 + len(drawn.rows)


def _write_table(book: xlsxwriter.Workbook, sheet: Worksheet, chart: Chart) -> None:
    head = _format(book, chart, bold=True, bottom=2, bottom_color=MAIN, text_wrap=True)
    text, share = _format(book, chart), _format(book, chart, num_format="0.0%")
    number = _format(book, chart, num_format="#,##0")
    headings, *body = rows(chart)
    sheet.set_row(0, 3 * _LINE_HIGH)
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, str(headings[column]), head)
    for at, row in enumerate(body, start=1):
        for column, cell in enumerate(row):
            look = share if column in _SHARES else number
            _write(sheet, (at, column), cell, text if isinstance(cell, str) else look)
    sheet.freeze_panes(1, 2)


def _write(sheet: Worksheet, at: tuple[int, int], cell: Cell, look: Format) -> None:
    if isinstance(cell, str):
        sheet.write_string(*at, cell, look)
    elif cell is not None:
        sheet.write_number(*at, cell, look)


def _write_method(
    book: xlsxwriter.Workbook, sheet: Worksheet, chart: Chart, origin: Origin
) -> None:
    name = _format(book, chart, bold=True, text_wrap=True)
    text = _format(book, chart, text_wrap=True)
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, 1, 110)
    for at, (what, said) in enumerate(about(chart, origin)):
        sheet.set_row(at, _LINE_HIGH * (1 + len(said) // 100))
        sheet.write_string(at, 0, what, name)
        sheet.write_string(at, 1, said, text)
