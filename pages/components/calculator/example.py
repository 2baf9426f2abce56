"""A fictional cluster, small enough to be worked out in the head."""

from collections.abc import Iterator

from core.i18n import N_, Lang, translations
from pages.components.calculator.lists import About, Line, Lists

# The national society of this country is among the members: societies are known by their names.
ABOUT = About(country="MLI", cluster="HEA", month="2026-03")
_ASSOCIATION = (N_("Example Association"), "441")
_NETWORK = (N_("Example Youth Association"), "504")
_SOCIETY = (N_("Mali Red Cross (example)"), "445")
_INTERNATIONAL = (N_("Example Relief International"), "437")
_OPEN = (N_("Example Solidarity"), "")
_AGENCY = (N_("Example Agency of the United Nations"), "447")
_MINISTRY = (N_("Example Ministry of Health"), "435")

_MEMBERS = (
    ("cluster", _ASSOCIATION), ("cluster", _NETWORK), ("cluster", _SOCIETY),
    ("cluster", _INTERNATIONAL), ("cluster", _OPEN), ("sag", _AGENCY), ("sag", _ASSOCIATION),
    ("sag", _INTERNATIONAL),
)  # fmt: skip
_ROLES = (
    ("lead", "cluster", _AGENCY, ""), ("co_lead", "cluster", _ASSOCIATION, "no"),
    ("co_facilitator", "cluster", _MINISTRY, ""), ("chair", "twg", _NETWORK, "yes"),
)  # fmt: skip
_MEETINGS = (
    ("2026-03-04", "fr", (_ASSOCIATION, _NETWORK, _SOCIETY, _INTERNATIONAL)),
    ("2026-03-18", "local", (_ASSOCIATION, _INTERNATIONAL, _AGENCY)),
)


def lists(lang: Lang) -> Lists:
    """The three lists; types of organisations are codes, their names in the language."""
    return {
        "members": tuple(_members(lang)),
        "roles": tuple(_roles(lang)),
        "meetings": tuple(_meetings(lang)),
    }


def _members(lang: Lang) -> Iterator[Line]:
    for mechanism, who in _MEMBERS:
        yield {**_named(who, lang), "mechanism_type": mechanism, "seat": "full"}


def _roles(lang: Lang) -> Iterator[Line]:
    for role, mechanism, who, funded in _ROLES:
        yield {"role": role, **_named(who, lang), "mechanism_type": mechanism, "funded": funded}


def _meetings(lang: Lang) -> Iterator[Line]:
    for day, language, present in _MEETINGS:
        for who in present:
            yield {
                "date": day, **_named(who, lang), "language": language, "interpretation": "yes",
                "minutes_translated": "no",
            }  # fmt: skip


def _named(who: tuple[str, str], lang: Lang) -> Line:
    name, kind = who
    return {"organisation": translations(lang).gettext(name), "organisation_type": kind}
