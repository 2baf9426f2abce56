"""A drawing whose marks answer to pointer and keyboard: a band for each category says its numbers.

The bands lie where the drawing wrote the names of the categories, so that nothing about the way in
which charts are drawn is known here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from xml.etree import ElementTree  # reads our own drawing, nothing from outside

from charts.chart import Chart, Mark, Series
from charts.marks import low_to_high
from charts.svg import svg
from core.i18n import translations
from metrics.registry import Indicator

_SPACE = "http://www.w3.org/2000/svg"
_TEXT = f"{{{_SPACE}}}text"
# Their marks stand in no one row or column: the drawing is focused whole, its table has the marks.
_FOCUSED_WHOLE = frozenset(("multiples", "tiles"))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the name of a category is written: its words, its point, its size."""

    words: str
    x: float
    y: float
    size: float


def alive(chart: Chart, indicator: Indicator, *, width: float) -> str:
    """The chart as SVG for a page of HTML, with a band for each category that can be focused."""
    root = ElementTree.fromstring(svg(chart, width=width))  # noqa: S314 - see the import
    _, _, wide, high = map(float, str(root.get("viewBox")).split())
    for place, words in _bands(chart, indicator, root):
        root.append(_band(place, words, wide, high))
    ElementTree.register_namespace("", _SPACE)
    # Inside HTML an <svg> needs no name space, and the file names no address at all.
    return ElementTree.tostring(root, encoding="unicode").replace(f' xmlns="{_SPACE}"', "")


def categories(chart: Chart, indicator: Indicator) -> tuple[tuple[str, str], ...]:
    """Of each category its name and all that is known about it."""
    if chart.kind == "coverage":
        return tuple((series.name, _reported(chart, series)) for series in chart.series)
    columns = zip(*(series.marks for series in chart.series), strict=True)
    return tuple((column[0].label, _said(chart, indicator, column)) for column in columns)


def _reported(chart: Chart, series: Series) -> str:
    _ = translations(chart.lang).gettext
    told = (_("{label}: {text}").format(label=m.label, text=m.text) for m in series.marks)
    return _("{label}: {text}").format(label=series.name, text=_("; ").join(told))


def _said(chart: Chart, indicator: Indicator, column: Sequence[Mark]) -> str:
    _ = translations(chart.lang).gettext
    found = []
    for series, mark in zip(chart.series, column, strict=True):
        several = len(chart.series) > 1
        text = _("{label}: {text}").format(label=series.name, text=mark.text)
        found.append(text if several else mark.text)
        interval = low_to_high(mark, indicator, chart.lang)
        if interval:
            found.append(interval)
    return _("{label}: {text}").format(label=column[0].label, text=_("; ").join(found))


def _bands(
    chart: Chart, indicator: Indicator, root: ElementTree.Element
) -> Iterator[tuple[tuple[float, float, float, float] | None, str]]:
    """Each band as x, y, width, height; None for all of the drawing."""
    if chart.kind in _FOCUSED_WHOLE:
        yield None, " ".join(chart.alternative.split())
        return
    known = categories(chart, indicator)
    if chart.kind == "headline":
        yield None, known[0][1]
        return
    written = [_place(text) for text in root.iter(_TEXT)]
    found = list(_named([name for name, _ in known], written))
    upright = chart.kind == "trend"
    for (_, words), place, after in zip(known, found, [*found[1:], None], strict=True):
        if place is None:
            continue
        if upright:
            step = _step(found, axis="x")
            yield (place.x - step / 2, 0.0, step, -1.0), words
        else:
            top = place.y - place.size * 1.1
            below = after.y - after.size * 1.1 if after else top + _step(found, axis="y")
            yield (0.0, top, -1.0, max(below - top, place.size)), words


def _named(names: Sequence[str], written: Sequence[_Place]) -> Iterator[_Place | None]:
    """Where each name begins, searched in order; None where the drawing had no room for it."""
    begin = 0
    for name in names:
        at = next(
            (n for n in range(begin, len(written)) if _begins(name, written[n].words)),
            None,
        )
        yield None if at is None else written[at]
        begin = begin if at is None else at + 1


def _begins(name: str, words: str) -> bool:
    """Whether the words are the first line of a name: all of it, or whole words of it."""
    first, wanted = words.strip("…"), " ".join(name.split())
    return bool(first) and (wanted == first or wanted.startswith(f"{first} "))


def _step(found: Sequence[_Place | None], *, axis: str) -> float:
    places = sorted(getattr(place, axis) for place in found if place)
    gaps = [after - before for before, after in pairwise(places)]
    return min((gap for gap in gaps if gap > 0), default=60.0)


def _place(text: ElementTree.Element) -> _Place:
    x, y, size = (float(str(text.get(name))) for name in ("x", "y", "font-size"))
    return _Place(" ".join((text.text or "").split()), x, y, size)


def _band(
    place: tuple[float, float, float, float] | None, words: str, wide: float, high: float
) -> ElementTree.Element:
    x, y, width, height = place or (0.0, 0.0, -1.0, -1.0)
    band = ElementTree.Element(
        f"{{{_SPACE}}}rect",
        {
            "class": "mark",
            "x": f"{x:.1f}",
            "y": f"{y:.1f}",
            "width": f"{wide if width < 0 else width:.1f}",
            "height": f"{high if height < 0 else height:.1f}",
            "tabindex": "0",
            "role": "img",
            "aria-label": words,
        },
    )
    return band
