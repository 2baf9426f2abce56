"""What several indicators say beside each other: each by its name, never their difference."""

from collections.abc import Sequence

from charts.chart import Mark, Series
from charts.marks import TOO_FEW
from charts.nouns import Noun, part_of
from charts.words import share
from core.i18n import Lang, translations
from core.i18n.numbers import count


def of_pair(members: Mark, roles: Mark, lang: Lang) -> str:
    """About membership and leadership."""
    _ = translations(lang).gettext
    if members.value is None or roles.value is None:
        return _("Cluster members: {members}; leadership roles: {roles}").format(
            members=members.text, roles=roles.text
        )
    return _("L/NAs: {members} of cluster members, {roles} of leadership roles").format(
        members=share(members.value, lang), roles=share(roles.value, lang)
    )


def of_presence_and_share(presence: Sequence[Mark], seats: Sequence[Mark], lang: Lang) -> str:
    """About the kind of mechanism whose seats are held least by L/NAs."""
    _ = translations(lang).gettext
    told = [
        (any_of, share_of)
        for any_of, share_of in zip(presence, seats, strict=True)
        if any_of.counts and share_of.value is not None
    ]
    if not told:
        return _("Too little reported to put presence beside share")
    any_of, share_of = min(told, key=lambda pair: pair[1].value or 0)
    return _("{forum}: {counts} have an L/NA, {share} of the seats").format(
        forum=any_of.label, counts=any_of.counts, share=share(share_of.value or 0, lang)
    )


def of_dropoff(series: Sequence[Series], noun: Noun | None, lang: Lang) -> str:
    """In how many categories leadership stands below membership, of those that tell both."""
    _ = translations(lang).gettext
    lines = zip(series[-2].marks, series[-1].marks, strict=True)
    both = [
        (members.value, roles.value)
        for members, roles in lines
        if members.value is not None and roles.value is not None
        if (members.denominator or 0) >= TOO_FEW
    ]
    if not both:
        return _("Too few leadership roles to put them beside membership")
    below = sum(roles < members for members, roles in both)
    cases = _("{below} of {whole} compared").format(
        below=count(below, lang), whole=count(len(both), lang)
    )
    return _("In {cases}, L/NAs hold a smaller share of leadership roles than of members").format(
        cases=part_of(below, len(both), noun, lang) if noun else cases
    )
