"""What is counted, with the number before it: every noun in every form that a language has."""

from enum import Enum

from core.i18n import Lang, translations
from core.i18n.numbers import count
from metrics.registry import Indicator


class Noun(Enum):
    """What an indicator counts."""

    ORGANISATION = 1
    CLUSTER = 2
    MECHANISM = 3
    ROLE = 4
    ROW = 5


def noun_of(indicator: Indicator) -> Noun:
    """What the two halves of an indicator count."""
    if indicator.entity == "organisation":
        return Noun.ORGANISATION
    if indicator.entity == "mechanism":
        clusters = indicator.only.get("mechanism_type") == "cluster"
        return Noun.CLUSTER if clusters else Noun.MECHANISM
    return Noun.ROLE if indicator.view == "v_role" else Noun.ROW


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
