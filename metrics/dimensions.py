"""Dimensions that follow from those that an indicator declares: cluster lists, languages, flags.

Cluster lists are a closed set, beside `cluster`, the code as reported: both lists side by side and
areas of responsibility alone.

    cluster_before               the list of before September 2025; areas of responsibility alone
    cluster_before_with_aors     the same; an area of responsibility is part of its cluster
    cluster_reduced              the reduced list, as the crosswalk says: areas of responsibility
                                 are part of Protection; Housing, Land and Property of SLS
    cluster_reduced_aors_apart   the reduced list of clusters; areas of responsibility alone

No value: in no cluster of that list. It may be one no longer (Early Recovery in the reduced list),
or not yet, and cannot be split (SLS in the list of before). A group is a union: an organisation in
Shelter and in CCCM counts once in SLS. A mechanism stays what it was: two clusters that were merged
later are two mechanisms in the periods in which they met, and in the year of the merger there are
three with the new one. Shares are never added.

Working languages: a country has one context and one or more of these, so their groups overlap.

Flags are what somebody said about an organisation; they limit and never split. Who is not known to
have a flag is not said to lack it: such an organisation is among the unknown, in neither half.
"""

from collections.abc import Mapping

from metrics.registry import Dimension, Indicator

CLUSTER_LISTS: tuple[Dimension, ...] = (
    "cluster_before",
    "cluster_before_with_aors",
    "cluster_reduced",
    "cluster_reduced_aors_apart",
)
# The flag of each dimension, as decisions about organisations write it.
FLAGS: Mapping[Dimension, str] = {
    "affiliated": "affiliated",
    "women_led": "women-led",
    "refugee_led": "refugee-led",
}
# Groups of these have members in common: they must never be added up.
OVERLAPPING: frozenset[Dimension] = frozenset({"working_language"})
_FOLLOWING: Mapping[Dimension, tuple[Dimension, ...]] = {
    "cluster": CLUSTER_LISTS,
    "country": ("working_language",),
}


def splits(indicator: Indicator) -> tuple[Dimension, ...]:
    """What an indicator can be split by: its own dimensions, and those that follow from them."""
    following = [name for own in indicator.dimensions for name in _FOLLOWING.get(own, ())]
    return (*indicator.dimensions, *following)


def limits(indicator: Indicator) -> tuple[Dimension, ...]:
    """What an indicator can be limited to; flags where it counts organisations of known type."""
    flags = tuple(FLAGS) if _counts_organisations(indicator) else ()
    return (*splits(indicator), *flags)


def implied() -> frozenset[Dimension]:
    """The dimensions that no declaration names, because they follow from others."""
    following = {name for names in _FOLLOWING.values() for name in names}
    return frozenset(following | set(FLAGS))


def overlapping(by: tuple[str, ...] | list[str]) -> bool:
    """Whether the groups of an answer have members in common, so that no sum of them is a total."""
    return not OVERLAPPING.isdisjoint(by)


def _counts_organisations(indicator: Indicator) -> bool:
    """Whether what it counts are organisations, or their roles, and unknown ones are kept apart."""
    if indicator.unknown is None or indicator.entity == "mechanism":
        return False
    return "type_known" in f"{indicator.denominator} {indicator.unknown}"
