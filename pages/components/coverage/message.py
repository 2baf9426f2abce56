"""A short message that asks for what is late, in a language of the office that it goes to."""

from collections.abc import Sequence

import pandas as pd

from core.i18n import Lang, translations
from core.i18n.folding import fold
from core.i18n.numbers import count
from core.i18n.periods import Period
from pages.components.coverage.words import Words

# More are no message any longer.
_A_FEW = 8


def languages(spoken: Sequence[str]) -> tuple[Lang, ...]:
    """Those of a country's working languages that we write; English where there is none."""
    known = tuple(Lang(code) for code in spoken if code in set(Lang))
    return known or (Lang.EN,)


def written(own: pd.DataFrame, words: Words, period: Period) -> str:
    """The message: a line for each dataset that is missing. It names no person.

    Args:
        own: rows of `metrics.chase` of one country.
        words: of the language in which it is written.
        period: the quarter that is late.
    """
    _ = translations(words.lang).gettext
    country = words.of("country", own["country"].iloc[0])
    asked = _("We have not received these reports for {country}, {period}:").format(
        country=country, period=words.period(str(period))
    )
    closing = _("Please send them, or tell us if a mechanism has closed. Thank you.")
    return "\n".join([_("Dear colleagues,"), "", asked, *_lines(own, words), "", closing])


def by_dataset(own: pd.DataFrame, words: Words) -> list[tuple[str, str, str, str]]:
    """Dataset, mechanisms, late since and last report: one row where all but the second agree."""
    return [
        (dataset, words.listed(mechanisms), since, last)
        for dataset, mechanisms, since, last in _together(own, words)
    ]


def _together(own: pd.DataFrame, words: Words) -> list[tuple[str, list[str], str, str]]:
    found = own.assign(last=own["last"].fillna(""))
    return [
        (
            words.of("dataset", dataset),
            sorted(map(words.mechanism, rows.to_dict("records")), key=fold),
            words.period(since),
            words.period(last),
        )
        for (dataset, since, last), rows in found.groupby(["dataset", "since", "last"])
    ]


def _lines(own: pd.DataFrame, words: Words) -> list[str]:
    _ = translations(words.lang).gettext
    lines = []
    for dataset, mechanisms, _since, last in _together(own, words):
        named = {"dataset": dataset, "mechanisms": _named(mechanisms, words), "period": last}
        template = (
            _("- {dataset} (last received for {period}): {mechanisms}")
            if last
            else _("- {dataset}: {mechanisms}")
        )
        lines.append(template.format(**named))
    return lines


def _named(mechanisms: Sequence[str], words: Words) -> str:
    """A few by name; more than a message can hold by their number, the list goes with it."""
    if len(mechanisms) <= _A_FEW:
        return words.listed(mechanisms)
    template = translations(words.lang).ngettext(
        "{count} mechanism (see the list)", "{count} mechanisms (see the list)", len(mechanisms)
    )
    return template.format(count=count(len(mechanisms), words.lang))
