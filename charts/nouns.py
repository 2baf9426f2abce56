"""What is counted, with the number before it: every noun in every form that a language has."""

from collections.abc import Mapping
from enum import Enum

from core.i18n import Lang, translations
from core.i18n.numbers import count
from metrics.reads import Entity, View
from metrics.registry import Indicator


class Noun(Enum):
    """What an indicator counts."""

    ORGANISATION = 1
    CLUSTER = 2
    MECHANISM = 3
    ROLE = 4
    ROW = 5
    SEAT = 6
    MEMBER = 7
    ATTENDANCE = 8
    VOICE = 9
    AMOUNT = 10


# What is counted where rows of a view are counted as they are.
_OF_VIEWS: Mapping[View, Noun] = {
    "v_role": Noun.ROLE,
    "v_role_funding": Noun.ROLE,
    "v_member": Noun.SEAT,
    "v_attendance": Noun.ATTENDANCE,
    "v_allocation": Noun.AMOUNT,
}
_OF_ENTITIES: Mapping[Entity, Noun] = {
    "organisation": Noun.ORGANISATION,
    "seat": Noun.MEMBER,
    "voice": Noun.VOICE,
}


def noun_of(indicator: Indicator) -> Noun:
    """What the two halves of an indicator count."""
    if indicator.entity == "mechanism":
        clusters = indicator.only.get("mechanism_type") == "cluster"
        return Noun.CLUSTER if clusters else Noun.MECHANISM
    if indicator.entity:
        return _OF_ENTITIES[indicator.entity]
    return _OF_VIEWS.get(indicator.view, Noun.ROW) if indicator.view else Noun.ROW


def part_of(part: int, whole: int, noun: Noun, lang: Lang) -> str:
    """`5 of 9 clusters`."""
    ngettext = translations(lang).ngettext
    template = {
        Noun.ORGANISATION: ngettext(
            "{part} of {whole} organisation", "{part} of {whole} organisations", whole
        ),
        Noun.CLUSTER: ngettext("{part} of {whole} cluster", "{part} of {whole} clusters", whole),
        Noun.MECHANISM: ngettext(
            "{part} of {whole} mechanism", "{part} of {whole} mechanisms", whole
        ),
        Noun.ROLE: ngettext(
            "{part} of {whole} leadership role", "{part} of {whole} leadership roles", whole
        ),
        Noun.ROW: ngettext("{part} of {whole} row", "{part} of {whole} rows", whole),
        Noun.SEAT: ngettext("{part} of {whole} seat", "{part} of {whole} seats", whole),
        Noun.MEMBER: ngettext("{part} of {whole} member", "{part} of {whole} members", whole),
        Noun.ATTENDANCE: ngettext(
            "{part} of {whole} attendance", "{part} of {whole} attendances", whole
        ),
        Noun.VOICE: ngettext(
            "{part} of {whole} speaker or co-author",
            "{part} of {whole} speakers and co-authors",
            whole,
        ),
        Noun.AMOUNT: ngettext(
            "{part} of {whole} unit of currency", "{part} of {whole} units of currency", whole
        ),
    }[noun]
    return template.format(part=count(part, lang), whole=count(whole, lang))


def counted(number: int, noun: Noun, lang: Lang) -> str:
    """`214 organisations`."""
    ngettext = translations(lang).ngettext
    template = {
        Noun.ORGANISATION: ngettext("{count} organisation", "{count} organisations", number),
        Noun.CLUSTER: ngettext("{count} cluster", "{count} clusters", number),
        Noun.MECHANISM: ngettext("{count} mechanism", "{count} mechanisms", number),
        Noun.ROLE: ngettext("{count} leadership role", "{count} leadership roles", number),
        Noun.ROW: ngettext("{count} row", "{count} rows", number),
        Noun.SEAT: ngettext("{count} seat", "{count} seats", number),
        Noun.MEMBER: ngettext("{count} member", "{count} members", number),
        Noun.ATTENDANCE: ngettext("{count} attendance", "{count} attendances", number),
        Noun.VOICE: ngettext(
            "{count} speaker or co-author", "{count} speakers and co-authors", number
        ),
        Noun.AMOUNT: ngettext("{count} unit of currency", "{count} units of currency", number),
    }[noun]
    return template.format(count=count(number, lang))


def reported(reporting: int, expected: int, indicator: Indicator, lang: Lang) -> str:
    """`12 of 15 clusters reported`."""
    ngettext = translations(lang).ngettext
    if noun_of(indicator) is Noun.CLUSTER:
        template = ngettext(
            "{reporting} of {expected} cluster reported",
            "{reporting} of {expected} clusters reported",
            expected,
        )
    else:
        template = ngettext(
            "{reporting} of {expected} mechanism reported",
            "{reporting} of {expected} mechanisms reported",
            expected,
        )
    return template.format(reporting=count(reporting, lang), expected=count(expected, lang))
