"""A chart is a value before it is a picture: screen, slide and sheet all draw the same one."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from charts.tile_places import TilePlace
from core.i18n import Lang, translations

Kind = Literal["headline", "bars", "segments", "trend", "multiples", "dots", "coverage", "tiles"]
Cell = str | int | float | None


class State(StrEnum):
    """What stands behind a mark; never merged, never told apart by colour alone."""

    VALUE = "value"
    COUNT_ONLY = "count-only"
    ZERO = "zero"
    NOT_REPORTED = "not-reported"
    CLOSED = "closed"
    HIDDEN = "hidden"
    NOT_APPLICABLE = "not-applicable"
    NO_TYPE = "no-type"
    NOTHING_KNOWN = "nothing-known"
    TOO_FEW = "too-few"
    SEVERAL_CURRENCIES = "several-currencies"
    NEVER_REPORTED = "never-reported"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One number, or why there is none.

    Attributes:
        label: the category, in the language of the chart.
        text: what is written beside the mark, such as `56% (5 of 9)`; never empty.
        short: the number alone, such as `56%`, where there is no room for all; empty without one.
        counts: the two halves alone, such as `5 of 9`.
        value: a share from 0 to 1; None where nothing is known, and where only counts may be shown.
        low: the share if every unknown were international.
        high: the share if every unknown were an L/NA.
        low_coverage: fewer than 70 % of the expected mechanisms reported: drawn hollow.
        partial: the period is not over, or incomplete: it ends no line.
        incomplete: too few of those that reported before have reported.
        tile: where the mark stands on a map of tiles, and what it is called there.
    """

    label: str
    text: str
    state: State
    short: str = ""
    counts: str = ""
    value: float | None = None
    low: float | None = None
    high: float | None = None
    numerator: int | None = None
    denominator: int | None = None
    unknown: int | None = None
    reporting: int | None = None
    expected: int | None = None
    low_coverage: bool = False
    partial: bool = False
    incomplete: bool = False
    tile: TilePlace | None = None

    @property
    def uncertain(self) -> bool:
        """Whether unknown types leave an interval around the value."""
        return self.low is not None and self.high is not None and self.low < self.high


@dataclass(frozen=True, slots=True)
class Series:
    """Marks that belong together, under one name; the first of a chart is the highlighted one."""

    name: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Axis:
    """What an axis says. The domain is in shares (0 to 1), its ticks in the reader's writing."""

    title: str
    unit: Literal["category", "percent", "period"]
    domain: tuple[float, float] = (0.0, 1.0)
    ticks: tuple[tuple[float, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """A line to compare with, such as the share of all countries.

    Attributes:
        value: where it stands on the axis.
        label: what it is, in the language of the chart.
        short: its value alone, for a line in time; the label then stands under the chart.
        span: in time, the first and the last mark that it stands beside; None: all.
        series: the number of the series that it belongs to; None: all.
        category: the label of the one row that it belongs to; empty: it belongs to all.
    """

    value: float
    label: str
    short: str = ""
    span: tuple[int, int] | None = None
    series: int | None = None
    category: str = ""


@dataclass(frozen=True, slots=True)
class Annotation:
    """Something that happened, beside the mark at that place in time."""

    at: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Everything that a reader sees, in the reader's language.

    Attributes:
        finding: a sentence made from the numbers: title, slide title.
        measure: what is measured.
        coverage: who reported, when, how many, under which definition.
        notes: how to read the marks, whole sentences.
        alternative: the chart in words, for those who do not see it.
        key: one mark of each sort, its text saying what it means, where marks carry no words.
        references: what to compare with.
        annotations: what happened, in order of time; for charts in time.
    """

    kind: Kind
    finding: str
    measure: str
    coverage: str
    notes: tuple[str, ...]
    alternative: str
    series: tuple[Series, ...]
    categories: Axis
    values: Axis
    lang: Lang
    references: tuple[Reference, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    key: tuple[Mark, ...] = ()

    @property
    def marks(self) -> Iterator[Mark]:
        """All marks, series by series."""
        return (mark for series in self.series for mark in series.marks)


def table(chart: Chart) -> tuple[tuple[Cell, ...], ...]:
    """The same numbers as rows, the first of them the headings in the language of the chart.

    Shares are from 0 to 1; None is a missing number, and the last but one column says why.
    """
    _ = translations(chart.lang).gettext
    headings = (
        _("Series"),
        chart.categories.title,
        _("Share"),
        _("Lowest possible share"),
        _("Highest possible share"),
        _("Counted"),
        _("Out of"),
        _("Of unknown type"),
        _("What is shown"),
        _("Mechanisms that reported"),
        _("Mechanisms expected"),
    )
    rows = tuple(_row(series.name, mark) for series in chart.series for mark in series.marks)
    return (headings, *rows)


def _row(series: str, mark: Mark) -> tuple[Cell, ...]:
    return (
        series,
        mark.label,
        mark.value,
        mark.low,
        mark.high,
        mark.numerator,
        mark.denominator,
        mark.unknown,
        mark.text,
        mark.reporting,
        mark.expected,
    )
