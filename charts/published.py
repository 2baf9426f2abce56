"""Figures of others on the segment that they measured: beside our numbers, never merged."""

from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

import pandas as pd

from charts.chart import Reference
from charts.marks import Record, records
from charts.words import share
from core.i18n import Lang, translations
from core.i18n.numbers import isolate
from core.i18n.periods import Period, period_name
from metrics.segments import SEGMENTS

_COLUMN = {"country": "iso3", "cluster": "cluster"}
# What each definition counts from the start of the bar.
_ENDS = {1: 1, 2: 2, 3: 3}
Known = Mapping[str | None, tuple[str, Sequence[int] | None]]


def beside(
    published: pd.DataFrame | None,
    rows: Known,
    lang: Lang,
    *,
    by: str | None,
    kinds: Sequence[str],
) -> tuple[Reference, ...]:
    """One mark a figure.

    Args:
        published: as `metrics.fitting_figures` gives them; None: there are none.
        rows: code of a bar to its label and how many of each kind it has; None: it is not divided.
        lang: the reader's language.
        by: what the bars are; a figure about one of them stands on it, others on all.
        kinds: the English name of each of `SEGMENTS`.
    """
    if published is None:
        return ()
    column = _COLUMN.get(by or "")
    found = []
    for figure in records(published):
        code = figure[column] if column and isinstance(figure[column], str) else None
        if code is not None and code not in rows:
            continue
        alone = isinstance(figure["segment"], str)
        label, known = rows.get(code, ("", None)) if by else next(iter(rows.values()), ("", None))
        if alone and not known:
            continue  # where a segment begins is not known, so neither where it would end
        before = _before(figure, known or ()) if alone else 0.0
        words = _words(figure, kinds, lang, of_all=bool(by) and code is None)
        found.append(Reference(before + float(figure["value"]), words, category=label))
    return tuple(found)


def note_on_published(references: Sequence[Reference], lang: Lang) -> tuple[str, ...]:
    """Whose numbers these are."""
    if not references:
        return ()
    _ = translations(lang).gettext
    return (_("Triangle on a bar: a figure that others published, not merged with ours."),)


def source_name(address: str) -> str:
    """The site of a source, such as `reliefweb.int`."""
    return (urlsplit(address).hostname or address).removeprefix("www.")


def _before(figure: Record, known: Sequence[int]) -> float:
    number = SEGMENTS.index(str(figure["segment"]))
    return sum(known[:number]) / sum(known) if sum(known) else 0.0


def _words(figure: Record, kinds: Sequence[str], lang: Lang, *, of_all: bool) -> str:
    _ = translations(lang).gettext
    alone = figure["segment"] if isinstance(figure["segment"], str) else None
    measured = [alone] if alone else SEGMENTS[: _ENDS[int(figure["scope"])]]
    told = figure["period"] if isinstance(figure["period"], str) else str(figure["year"])
    template = _("Published: {kinds} {share}, {period} ({source})")
    if of_all:
        template = _("Published for all together: {kinds} {share}, {period} ({source})")
    return template.format(
        kinds=_(" + ").join(_(kinds[SEGMENTS.index(name)]) for name in measured),
        share=share(float(figure["value"]), lang),
        period=isolate(period_name(Period.parse(told), lang), lang),
        source=isolate(source_name(str(figure["source_url"])), lang),
    )
