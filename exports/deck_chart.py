"""A native chart on a slide; what python-pptx cannot say is written as XML."""

from pptx.chart.chart import Chart as NativeChart
from pptx.chart.data import CategoryChartData
from pptx.chart.series import BarSeries, LineSeries
from pptx.dml.color import RGBColor
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
)
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.slide import Slide as Page
from pptx.util import Inches, Pt

from charts.chart import Chart
from charts.theme import BAND, CONTEXT, GRID, INK, PAPER
from exports.deck_text import FONT, Box, Look, write
from exports.native import Plot, Row
from exports.written import bare

_TYPES = {
    "bars": XL_CHART_TYPE.BAR_CLUSTERED,
    "stack": XL_CHART_TYPE.BAR_STACKED,
    "lines": XL_CHART_TYPE.LINE_MARKERS,
}
_UPWARDS = '<c:errDir val="y"/>'
_PLACES = {
    "bars": XL_LABEL_POSITION.OUTSIDE_END,
    "stack": XL_LABEL_POSITION.CENTER,
    "lines": XL_LABEL_POSITION.ABOVE,
}


def add_chart(page: Page, drawn: Plot, box: Box, chart: Chart) -> None:
    """The chart with its numbers, its words beside the marks, and its alternative text."""
    numbers = CategoryChartData(number_format="0%")
    numbers.categories = drawn.categories
    for row in drawn.rows:
        numbers.add_series(row.name, row.values)
    frame = page.shapes.add_chart(
        _TYPES[drawn.shape],
        Inches(box.left),
        Inches(box.top),
        Inches(box.wide),
        Inches(box.high),
        numbers,
    )
    frame._element.nvGraphicFramePr.cNvPr.set("descr", bare(chart.alternative))
    native = frame.chart
    native.font.size, native.font.name = Pt(_size(drawn)), FONT
    native.font.color.rgb = _rgb(INK)
    native.has_title = False
    for series, row in zip(native.plots[0].series, drawn.rows, strict=True):
        _draw(series, row, drawn, chart)
    if drawn.shape != "lines":
        native.plots[0].gap_width = 60
        native.plots[0].overlap = 100 if drawn.shape == "stack" else 0
    _set_axes(native, drawn, chart)
    _set_legend(native, drawn)


def _size(drawn: Plot) -> int:
    """Of letters, in points: smaller where many categories stand under each other."""
    many = len(drawn.categories) * (len(drawn.rows) if drawn.shape == "bars" else 1)
    return 14 if many <= 8 else 12 if many <= 12 else 10


def _draw(series: BarSeries | LineSeries, row: Row, drawn: Plot, chart: Chart) -> None:
    if drawn.shape == "lines":
        _draw_line(series, row)
    else:
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = _rgb(row.colour)
        series.format.line.color.rgb = _rgb(PAPER if drawn.shape == "stack" else row.colour)
        series.invert_if_negative = False
    look = Look(_size(drawn), row.ink, bold=drawn.shape != "bars")
    for number, (mark, text) in enumerate(zip(row.marks, row.texts, strict=True)):
        if text:
            label = series.points[number].data_label
            write(label.text_frame.paragraphs[0], text, look, chart.lang)
            label.position = _PLACES[drawn.shape]
        if mark.low_coverage and drawn.shape != "stack" and row.values[number] is not None:
            _make_hollow(series, number, row, drawn)
    if row.uncertain and drawn.shape != "stack":
        _add_interval(series, row)


def _draw_line(series: LineSeries, row: Row) -> None:
    series.smooth = False
    series.marker.style, series.marker.size = XL_MARKER_STYLE.CIRCLE, 11
    series.marker.format.fill.solid()
    series.marker.format.fill.fore_color.rgb = _rgb(row.colour if row.joined else BAND)
    series.marker.format.line.color.rgb = _rgb(row.colour)
    if row.joined:
        series.format.line.color.rgb = _rgb(row.colour)
        series.format.line.width = Pt(3)
    else:
        series.format.line.fill.background()


def _make_hollow(series: BarSeries | LineSeries, number: int, row: Row, drawn: Plot) -> None:
    """Few reported."""
    point = series.points[number]
    look = point.marker.format if drawn.shape == "lines" else point.format
    look.fill.solid()
    look.fill.fore_color.rgb = _rgb(BAND if drawn.shape == "lines" else PAPER)
    look.line.color.rgb = _rgb(row.colour)
    look.line.width = Pt(2.25)
    if drawn.shape == "lines":
        point.format.line.color.rgb = _rgb(row.colour)


def _add_interval(series: BarSeries | LineSeries, row: Row) -> None:
    """The lowest and the highest possible share, as bars of error of their own lengths."""
    plus, minus = [], []
    for mark, value in zip(row.marks, row.values, strict=True):
        known = mark.uncertain and value is not None
        plus.append((mark.high or 0) - (mark.value or 0) if known else 0.0)
        minus.append((mark.value or 0) - (mark.low or 0) if known else 0.0)
    element = series._element
    xml = (
        f"<c:errBars {nsdecls('c', 'a')}>"
        f"{_UPWARDS if element.find(qn('c:marker')) is not None else ''}"
        '<c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="0"/>'
        f"<c:plus>{_literal(plus)}</c:plus><c:minus>{_literal(minus)}</c:minus>"
        f'<c:spPr><a:ln w="22225"><a:solidFill><a:srgbClr val="{INK.removeprefix("#")}"/>'
        "</a:solidFill></a:ln></c:spPr></c:errBars>"
    )
    element.find(qn("c:cat")).addprevious(parse_xml(xml))


def _literal(numbers: list[float]) -> str:
    points = "".join(f'<c:pt idx="{n}"><c:v>{v!r}</c:v></c:pt>' for n, v in enumerate(numbers))
    return (
        "<c:numLit><c:formatCode>General</c:formatCode>"
        f'<c:ptCount val="{len(numbers)}"/>{points}</c:numLit>'
    )


def _set_axes(native: NativeChart, drawn: Plot, chart: Chart) -> None:
    shares, names = native.value_axis, native.category_axis
    shares.minimum_scale, shares.maximum_scale, shares.major_unit = 0, 1, 0.25
    shares.tick_labels.number_format, shares.tick_labels.number_format_is_linked = "0%", False
    shares.major_gridlines.format.line.color.rgb = _rgb(GRID)
    shares.format.line.fill.background()
    names.format.line.color.rgb = _rgb(CONTEXT)
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    look = Look(12, INK)
    title = names if drawn.shape == "lines" else shares
    said = chart.categories.title if drawn.shape == "lines" else chart.values.title
    title.has_title = True
    write(title.axis_title.text_frame.paragraphs[0], said, look, chart.lang)
    if drawn.shape == "lines":
        return
    # The first category on top, the axis of shares below the last; in Arabic names stand on the
    # right and bars grow leftwards.
    names.reverse_order = True
    shares.reverse_order = drawn.mirrored
    shares._element.find(qn("c:crosses")).set("val", "max")
    # Every category keeps its name, however little room there is.
    every = parse_xml(f'<c:tickLblSkip {nsdecls("c")} val="1"/>')
    names._element.find(qn("c:noMultiLvlLbl")).addprevious(every)


def _set_legend(native: NativeChart, drawn: Plot) -> None:
    native.has_legend = sum(row.joined for row in drawn.rows) > 1
    if native.has_legend and native.legend is not None:
        native.legend.position = XL_LEGEND_POSITION.TOP
        native.legend.include_in_layout = False


def _rgb(colour: str) -> RGBColor:
    return RGBColor.from_string(colour.removeprefix("#"))
