"""Figures that others published, as lines beside ours; never part of them."""

from collections.abc import Mapping, Sequence

import pandas as pd

from charts.chart import Reference
from charts.marks import Record, is_true, records
from charts.words import name_in, share
from core.i18n import N_, Lang, translations
from core.i18n.periods import Period

_WORLD = N_("World")


def published_lines(
    found: pd.DataFrame,
    periods: Sequence[Period],
    lang: Lang,
    names: Mapping[str, str],
    kinds: Mapping[str, str] | None = None,
) -> tuple[Reference, ...]:
    """A line over the year of each figure that fits; none where that year is not shown.

    Args:
        found: from `metrics.figures_beside`.
        periods: those of the marks, in order.
        lang: the reader's language.
        names: ISO3 to the name of the country in that language.
        kinds: kind of mechanism to its name, where lines are of several kinds.
    """
    lines = []
    for row in records(found):
        if not is_true(row["fits"]):
            continue
        span = _within(Period.year(int(row["year"])), periods)
        if span is not None:
            label = published_label(row, lang, names, kinds or {})
            value = float(row["value"])
            lines.append(Reference(value, label, share(value, lang), span))
    return tuple(dict.fromkeys(lines))


def published_label(
    row: Record, lang: Lang, names: Mapping[str, str], kinds: Mapping[str, str]
) -> str:
    """`Published for 2023, World: 45%`; with the kind of mechanism where that is told apart."""
    _ = translations(lang).gettext
    words = {
        "year": row["year"],
        "place": place_name(row, lang, names),
        "share": share(float(row["value"]), lang),
    }
    of = row.get("mechanism_types")
    named = [name_in(kinds, code, lang) for code in of] if kinds and of is not None else []
    if named:
        template = _("Published for {year}, {place}, {kinds}: {share}")
        return template.format(**words, kinds=_(", ").join(named))
    return _("Published for {year}, {place}: {share}").format(**words)


def place_name(row: Record, lang: Lang, names: Mapping[str, str]) -> str:
    """The country of a figure, or the world, in the language."""
    if isinstance(row["iso3"], str):
        return name_in(names, row["iso3"], lang)
    return translations(lang).gettext(_WORLD)


def _within(year: Period, periods: Sequence[Period]) -> tuple[int, int] | None:
    """The first and the last of the periods that lie in the year."""
    places = [number for number, period in enumerate(periods) if year.contains(period)]
    return (places[0], places[-1]) if places else None
