"""A chart as office programs draw it: categories, series of shares, the words beside each mark.

What has no number keeps its reason: in the name of its category, or in a sentence of its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from charts.chart import Chart, Mark, Series, State
from charts.theme import (
    INK,
    LINES,
    ON_SEGMENTS,
    ON_UNDIVIDED,
    SEGMENTS,
    SERIES,
    UNDIVIDED,
    mirrored,
)
from charts.words import numbers, share
from core.i18n import Lang, translations
from exports.written import bare, facing, guarded

Shape = Literal["bars", "stack", "lines", "grid", "none"]

_SHAPES: dict[str, Shape] = {
    "headline": "bars",
    "bars": "bars",
    "dots": "bars",
    "segments": "stack",
    "trend": "lines",
    # More lines than can be told apart in one chart.
    "multiples": "grid",
    "coverage": "grid",
    "tiles": "bars",
}
_FILLS = (*SEGMENTS, UNDIVIDED)
_INKS = (*ON_SEGMENTS, ON_UNDIVIDED)
# A part of a bar that is thinner has no room for its own number.
_ROOM_FOR_NUMBER = 0.07


@dataclass(frozen=True, slots=True)
class Row:
    """One series.

    Attributes:
        name: in the language of the chart.
        colour: of its marks.
        marks: one for each category.
        values: the share of each from 0 to 1, unrounded; None where there is none.
        texts: what is written beside each.
        ink: the colour of what is written.
        joined: whether a line joins the marks.
    """

    name: str
    colour: str
    marks: tuple[Mark, ...]
    values: tuple[float | None, ...]
    texts: tuple[str, ...]
    ink: str = INK
    joined: bool = True

    @property
    def uncertain(self) -> bool:
        """Whether any share has an interval."""
        return any(mark.uncertain for mark in self.marks)


@dataclass(frozen=True, slots=True)
class Plot:
    """A chart without its title.

    Attributes:
        shape: which native chart draws it; `none` where no mark has a share.
        categories: their names, with the reason where nothing is known.
        rows: the series, the highlighted one first.
        silent: sentences about marks without a share that no category name tells.
        mirrored: whether categories stand on the right; never for time.
    """

    shape: Shape
    categories: tuple[str, ...]
    rows: tuple[Row, ...]
    silent: tuple[str, ...]
    mirrored: bool


def plot(chart: Chart) -> Plot:
    """The chart for a sheet or a slide."""
    shape = _SHAPES[chart.kind]
    if shape != "grid" and all(mark.value is None for mark in chart.marks):
        shape = "none"
    rows = tuple(_row(chart, number, shape) for number in range(len(_drawn(chart))))
    if shape == "lines":
        rows = (*rows, *(part for row in rows for part in _in_progress(row, chart.lang)))
        rows = tuple(_finished(row) if row.joined else row for row in rows)
    return Plot(
        shape,
        tuple(facing(name, chart.lang) for name in _categories(chart, shape)),
        rows,
        tuple(facing(sentence, chart.lang) for sentence in _silent(chart, shape)),
        mirrored(chart.lang) and chart.categories.unit != "period",
    )


def _drawn(chart: Chart) -> tuple[Series, ...]:
    """The series that have shares; those of unknown type stand beside the shares of known ones."""
    return chart.series[:-1] if chart.kind == "segments" else chart.series


def _row(chart: Chart, number: int, shape: Shape) -> Row:
    series, lang = _drawn(chart)[number], chart.lang
    colours = {"lines": LINES, "stack": _FILLS, "grid": (INK,)}.get(shape, SERIES)
    return Row(
        name=facing(bare(series.name) or bare(chart.measure), lang),
        colour=colours[number % len(colours)],
        marks=series.marks,
        values=tuple(mark.value for mark in series.marks),
        texts=tuple(facing(_text(mark, shape, lang), lang) for mark in series.marks),
        ink=_INKS[number] if shape == "stack" else INK,
    )


def _text(mark: Mark, shape: Shape, lang: Lang) -> str:
    """What is written beside a mark; beside bars nothing, for the thin lines cross it there."""
    if shape == "grid":
        return bare(mark.text)
    if mark.value is None or shape == "bars":
        return ""
    if shape == "stack":
        return bare(share(mark.value, lang)) if mark.value >= _ROOM_FOR_NUMBER else ""
    return bare(mark.short)


def _in_progress(row: Row, lang: Lang) -> tuple[Row, ...]:
    """What is not over yet hangs on no line: it would always look like a fall."""
    if not any(mark.partial and mark.value is not None for mark in row.marks):
        return ()
    name = translations(lang).gettext("{label} (in progress)").format(label=bare(row.name))
    apart = replace(row, name=facing(name, lang), joined=False)
    return (_kept(apart, [mark.partial for mark in row.marks]),)


def _finished(row: Row) -> Row:
    return _kept(row, [not mark.partial for mark in row.marks])


def _kept(row: Row, wanted: Sequence[bool]) -> Row:
    return replace(
        row,
        values=tuple(v if keep else None for v, keep in zip(row.values, wanted, strict=True)),
        texts=tuple(t if keep else "" for t, keep in zip(row.texts, wanted, strict=True)),
    )


def _categories(chart: Chart, shape: Shape) -> tuple[str, ...]:
    """Names of categories; of bars with their numbers, of all others with the reason for none."""
    if chart.kind == "headline":
        return tuple(_named(bare(chart.measure), (mark,), chart.lang) for mark in chart.marks)
    return tuple(
        _named(bare(column[0].label), column, chart.lang)
        if chart.kind in {"bars", "dots"} or (shape != "grid" and _one_reason(column))
        else bare(column[0].label)
        for column in _columns(chart)
    )


def _named(name: str, column: Sequence[Mark], lang: Lang) -> str:
    """`Health: 40% (20 of 50)`, `Health: 40% · not reported`, `Health: closed`."""
    said = [_number(mark, lang, alone=len(column) == 1) for mark in column]
    words = said[:1] if len(set(said)) == 1 and column[0].value is None else said
    template = translations(lang).gettext("{label}: {text}")
    # Numbers after a Latin acronym would join it, and stand in its direction.
    return template.format(label=guarded(name, lang), text="\u00a0· ".join(words))


def _number(mark: Mark, lang: Lang, *, alone: bool) -> str:
    """Without the words about coverage: a hollow bar says it, and the table."""
    if mark.value is None or mark.numerator is None or mark.denominator is None:
        return bare(mark.text)
    return bare(
        numbers(mark.value, mark.numerator, mark.denominator, lang) if alone else mark.short
    )


def _silent(chart: Chart, shape: Shape) -> tuple[str, ...]:
    """Marks without a share, but for those whose reason stands in the name of the category."""
    if shape == "grid" or chart.kind in {"headline", "bars", "dots"}:
        return ()
    drawn = _drawn(chart)
    found = [
        (series.name, mark)
        for series in drawn
        for mark, column in zip(series.marks, _columns(chart), strict=True)
        if mark.value is None and not _one_reason(column)
    ]
    # Those of unknown type, whose words differ from the reason for which no share is known.
    for series in chart.series[len(drawn) :]:
        for mark, first in zip(series.marks, drawn[0].marks, strict=True):
            if mark.state is not State.ZERO and mark.text != first.text:
                found.append((series.name, mark))
    template = translations(chart.lang).gettext("{series}, {label}: {text}")
    return tuple(
        template.format(series=bare(name), label=bare(mark.label), text=bare(mark.text))
        for name, mark in found
    )


def _columns(chart: Chart) -> list[tuple[Mark, ...]]:
    return list(zip(*(series.marks for series in _drawn(chart)), strict=True))


def _one_reason(column: tuple[Mark, ...]) -> bool:
    """Whether no series has a share here, all of them for the same reason."""
    return all(mark.value is None for mark in column) and len({m.text for m in column}) == 1
