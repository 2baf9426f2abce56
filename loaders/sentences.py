"""An issue as a sentence in the reader's language: what is wrong and where, and what to do."""

from core.i18n import Lang, translations
from core.i18n.numbers import isolate
from loaders.fields import FIELD_NAMES
from loaders.issues import Issue

_LISTED = 8


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
        "suggestion": issue.suggestion,
        "others": _listed(issue.others, lang),
    }
    # Set apart one by one: cells and Latin names come apart inside an Arabic sentence.
    facts = {name: isolate(str(fact or "–"), lang) for name, fact in told.items()}
    facts["others"] = str(told["others"])
    template, remedy = issue.words
    return gettext(template).format_map(facts), gettext(remedy).format_map(facts)


def _listed(names: tuple[str, ...], lang: Lang) -> str:
    shown = " · ".join(isolate(name, lang) for name in names[:_LISTED])
    return f"{shown} · …" if len(names) > _LISTED else shown or "–"
