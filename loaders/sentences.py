"""An issue as a sentence in the reader's language: what is wrong and where, and what to do."""

from collections.abc import Mapping
from functools import cache

from core.i18n import Lang, translations
from core.i18n.numbers import isolate
from core.i18n.periods import Period, period_name
from loaders.choice_lists import choice_lists
from loaders.fields import FIELD_NAMES
from loaders.issues import Code, Issue

_LISTED = 8
_LISTS = {Code.COUNTRY_GUESSED: "country", Code.CLUSTER_GUESSED: "cluster"}


def sentence(issue: Issue, lang: Lang) -> tuple[str, str]:
    """What is wrong, and what to do about it."""
    gettext = translations(lang).gettext
    told = {
        "cell": issue.cell or issue.row,
        "row": issue.row,
        "count": issue.count,
        "field": gettext(FIELD_NAMES.get(issue.field or "", issue.field or "")),
        "sheet": issue.sheet,
        "value": issue.value,
        "more": issue.more,
        "suggestion": _named(issue, lang),
        "others": _listed(issue.others, lang),
    }
    # Set apart one by one: cells and Latin names come apart inside an Arabic sentence.
    facts = {name: isolate(str(fact or "–"), lang) for name, fact in told.items()}
    facts["others"] = str(told["others"])
    template, remedy = issue.words
    return gettext(template).format_map(facts), gettext(remedy).format_map(facts)


def _named(issue: Issue, lang: Lang) -> str | None:
    """What is suggested, by its name where the reader would otherwise be shown a code."""
    told = issue.suggestion
    if told is None:
        return None
    if issue.code is Code.PERIOD_GUESSED:
        return period_name(Period.parse(told), lang)
    if issue.code in _LISTS:
        return _choices(lang)[_LISTS[issue.code]].get(told, told)
    return told


@cache
def _choices(lang: Lang) -> Mapping[str, Mapping[str, str]]:
    return choice_lists(lang)


def _listed(names: tuple[str, ...], lang: Lang) -> str:
    shown = " · ".join(isolate(name, lang) for name in names[:_LISTED])
    return f"{shown} · …" if len(names) > _LISTED else shown or "–"
