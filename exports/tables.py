"""A chart as rows: CSV for people, and with a row of HXL tags for programs."""

from charts.chart import Cell, Chart, table
from charts.words import DIMENSIONS
from core.i18n import translations
from core.i18n.spreadsheets import csv_bytes
from exports.origin import Origin, facts
from exports.written import bare

_SPLIT_BY = {
    "country": "#country+name",
    "region": "#region+name",
    "cluster": "#sector+cluster+name",
    "period": "#date+period",
}
_TAGS = (
    "#indicator+value",
    "#indicator+value+min",
    "#indicator+value+max",
    "#indicator+counted",
    "#indicator+total",
    "#indicator+unknown",
    "#description+shown",
    "#meta+reporting",
    "#meta+expected",
)
_TAGS_OF_ORIGIN = ("#indicator+name", "#meta+coverage", "#meta+source", "#meta+version", "#date")


def rows(chart: Chart) -> tuple[tuple[Cell, ...], ...]:
    """The table of the chart as cells of a sheet, its headings first.

    Shares run from 0 to 1 and are not rounded; None is a missing number.
    """
    return tuple(tuple(_cell(cell) for cell in row) for row in table(chart))


def about(chart: Chart, origin: Origin) -> tuple[tuple[str, str], ...]:
    """What stands around the numbers, as name and text: finding, coverage, method, origin."""
    _ = translations(chart.lang).gettext
    indicator, lang = origin.indicator, chart.lang
    pairs = (
        (_("Finding"), chart.finding),
        (_("Indicator"), chart.measure),
        (_("Coverage"), chart.coverage),
        *((_("Please note"), notice) for notice in origin.notices),
        (_("How to read"), indicator.reading.in_(lang)),
        (_("What it does not say"), indicator.caution.in_(lang)),
        *((_("Note"), note) for note in chart.notes),
        *facts(origin, lang),
    )
    return tuple((name, bare(text)) for name, text in pairs if text)


def csv(chart: Chart, origin: Origin) -> bytes:
    """The table, a blank line, then what there is to know about it."""
    return csv_bytes([*rows(chart), (), *about(chart, origin)])


def csv_with_hxl(chart: Chart, origin: Origin) -> bytes:
    """The table with a row of HXL tags; coverage, source and version are columns of each row."""
    _ = translations(chart.lang).gettext
    known = dict(facts(origin, chart.lang))
    headings, *body = rows(chart)
    names = (_("Indicator"), _("Coverage"), _("Source"), _("Data version"), _("Made on"))
    ends = (
        bare(chart.measure),
        bare(chart.coverage),
        "; ".join((*origin.notices, known[_("Source")])),
        origin.version,
        origin.taken.isoformat(),
    )
    tags = ("#meta+series", _split_tag(chart), *_TAGS, *_TAGS_OF_ORIGIN)
    return csv_bytes([(*headings, *names), tags, *((*row, *ends) for row in body)])


def _split_tag(chart: Chart) -> str:
    if chart.categories.unit == "period":
        return _SPLIT_BY["period"]
    _ = translations(chart.lang).gettext
    by = next((code for code, name in DIMENSIONS.items() if _(name) == chart.categories.title), "")
    return _SPLIT_BY.get(by, "#meta+category")


def _cell(cell: Cell) -> Cell:
    return bare(cell) if isinstance(cell, str) else cell
