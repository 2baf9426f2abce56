"""One line for each category, a dot on it for each indicator: what they share is one axis."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from charts.bars import rank
from charts.chart import Mark, Series, State
from charts.headline import whole_mark
from charts.marks import mark_of, measured_by, missing
from charts.words import name_in
from core.i18n import Lang, translations
from metrics.registry import Dimension, Indicator

_OF_A_PART = (
    "numerator", "denominator", "unknown", "value", "low", "high", "reporting", "expected", "state",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Way:
    """One indicator among those whose shares stand on one line.

    Attributes:
        name: of its dots, in English as the catalogue has it.
        indicator: what was measured.
        frame: a measurement split as the chart is.
        needs: the denominator from which on a share is drawn; below, counts are said.
    """

    name: str
    indicator: Indicator
    frame: pd.DataFrame
    needs: int = 0


def parts_of(
    pair: pd.DataFrame, indicator: Indicator, by: Sequence[str] = ()
) -> list[pd.DataFrame]:
    """The measurements of the two that a derived indicator stands on, out of its own."""
    found = []
    for part in indicator.parts:
        names = {f"{part.code.lower()}_{name}": name for name in _OF_A_PART}
        one = pair[[*by, *names]].rename(columns=names)
        found.append(one[one["state"].notna()])
    return found


def series_of(
    ways: Sequence[Way],
    lang: Lang,
    *,
    by: Dimension,
    names: Mapping[str, str],
    among: Iterable[str] = (),
) -> tuple[Series, ...]:
    """A series for each way over the same categories, those with the highest last share first.

    Args:
        ways: two to four.
        lang: the reader's language.
        by: what they are split by.
        names: code to name in that language.
        among: codes that belong here even when no frame has a row.
    """
    found = [measured_by(way.frame, by) for way in ways]
    codes = list(dict.fromkeys([*(code for rows in found for code in rows), *among]))

    def mark(number: int, code: object) -> Mark:
        label, row = name_in(names, code, lang), found[number].get(code)
        if row is None:
            return missing(label, lang)
        way = ways[number]
        return counted_alone(mark_of(row, label, way.indicator, lang), way.needs)

    lines = [tuple(mark(number, code) for number in range(len(ways))) for code in codes]
    lines.sort(key=lambda line: rank(line[-1]))
    return tuple(
        Series(translations(lang).gettext(way.name), tuple(line[number] for line in lines))
        for number, way in enumerate(ways)
    )


def mark_alone(way: Way, label: str, lang: Lang) -> Mark:
    """The one mark of a way that is split by nothing."""
    mark = whole_mark(way.frame, way.indicator, lang)
    return counted_alone(replace(mark, label=label), way.needs)


def counted_alone(mark: Mark, needs: int) -> Mark:
    """The mark without its share where too few stand behind it: `1 of 3` is no third."""
    if mark.value is None or mark.denominator is None or mark.denominator >= needs:
        return mark
    return replace(
        mark,
        value=None,
        low=None,
        high=None,
        low_coverage=False,
        state=State.COUNT_ONLY,
        text=mark.counts,
        short=mark.counts,
    )
