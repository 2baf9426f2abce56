"""What happened, as annotations on an axis of time: one for each period, in words."""

from collections.abc import Mapping, Sequence

import pandas as pd

from charts.chart import Annotation
from charts.marks import Record, records
from charts.words import name_in, plain
from core.i18n import Lang, translations
from core.i18n.numbers import count, isolate
from core.i18n.periods import Period

_MOST_NAMED = 2
_OWN_NAME = ("cluster", "aor")


def happened(
    found: pd.DataFrame,
    periods: Sequence[Period],
    lang: Lang,
    names: Mapping[str, Mapping[str, str]],
) -> tuple[Annotation, ...]:
    """One annotation for each period in which something happened.

    Args:
        found: from `metrics.timeline`.
        periods: those of the marks, in order.
        lang: the reader's language.
        names: dimension (country, cluster, mechanism_type) to code to name in that language.
    """
    rows = records(found)
    said = []
    for number, period in enumerate(periods):
        of_period = [row for row in rows if period.start <= int(row["month"]) <= period.end]
        words = _in_words(of_period, lang, names)
        if words:
            said.append(Annotation(number, words))
    return tuple(said)


def _in_words(rows: Sequence[Record], lang: Lang, names: Mapping[str, Mapping[str, str]]) -> str:
    closed = [row for row in rows if row["kind"] == "closed"]
    held = [row for row in rows if row["kind"] != "closed"]
    parts = [_closed(closed, lang, names), _held(held, lang)]
    return translations(lang).gettext("; ").join(filter(None, parts))


def _closed(rows: Sequence[Record], lang: Lang, names: Mapping[str, Mapping[str, str]]) -> str:
    _, ngettext = translations(lang).gettext, translations(lang).ngettext
    if len(rows) > _MOST_NAMED:
        template = ngettext("{count} mechanism closed", "{count} mechanisms closed", len(rows))
        return template.format(count=count(len(rows), lang))
    each = [
        _("Closed: {mechanism}, {country}").format(
            mechanism=_mechanism(row, lang, names),
            country=name_in(names.get("country", {}), row["country"], lang),
        )
        for row in rows
    ]
    return _("; ").join(each)


def _mechanism(row: Record, lang: Lang, names: Mapping[str, Mapping[str, str]]) -> str:
    """The cluster of what closed; its kind where it is no cluster."""
    kind, cluster = row["mechanism_type"], row["cluster"]
    if isinstance(cluster, str) and kind in _OWN_NAME:
        return name_in(names.get("cluster", {}), cluster, lang)
    return name_in(names.get("mechanism_type", {}), kind, lang)


def _held(rows: Sequence[Record], lang: Lang) -> str:
    """An event by its title, several by their number."""
    if len(rows) == 1 and isinstance(rows[0]["title"], str):
        return isolate(plain(rows[0]["title"]), lang)
    if not rows:
        return ""
    template = translations(lang).ngettext(
        "{count} learning event", "{count} learning events", len(rows)
    )
    return template.format(count=count(len(rows), lang))
