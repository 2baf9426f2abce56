"""Which cells of the public lattice a reader outside the team must not see.

The lattice: a country, a region, a context or the world; a cluster or all of them; a quarter, a
year or every period. Its cells are tied to each other in three ways, and what is hidden in one
place must not follow from what is shown in another:

    places    A region is the sum of its countries, because an organisation belongs to one country.
              Hidden countries of a shown total are two at least, and more than the fewest that
              they can be; no combination of regions, contexts and the world gives one of them
              (metrics/combinations.py).
    clusters  A country is the union of its clusters. Total less the shown clusters is the least
              that the hidden ones hold, and who knows the others' lists can count those that are in
              no other. So hidden clusters of a shown total are two at least. Where clusters add up
              (seats, roles) they are hidden as countries are.
    periods   A year is the union of its quarters. One hidden quarter is left alone unless the year
              less the shown quarters says more than that there is something. So is the cluster of a
              region, a context or the world.
    newest    Where the newest list counts, a year is what its newest quarter says. Then the two are
              one number, hidden or shown together: each stands in sums of its own.

What is hidden besides is the next smallest, and where nothing is left to hide, the total; the world
goes at once, because a country of another region would protect nothing. Readers know this rule: it
is repeated while knowing it would give a number. All of this looks at the whole lattice and never
at one question, so no two answers disagree.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from metrics.combinations import break_combinations
from metrics.lattice_cells import ALL, Cell, Family, Place, Tie


def with_totals(sizes: Mapping[Cell, int], places: Mapping[str | None, Place]) -> dict[Cell, int]:
    """The cells of countries, and their sums by region, context and world."""
    every = defaultdict(int, sizes)
    for cell, size in sizes.items():
        for total in _above(cell, places):
            every[total] += size
    return dict(every)


def closed_under_arithmetic(
    sizes: Mapping[Cell, int],
    first: Iterable[Cell],
    places: Mapping[str | None, Place],
    *,
    clusters_add: bool = False,
    newest_counts: bool = False,
) -> frozenset[Cell]:
    """The cells to be hidden, so that none of them can be computed from the others.

    Args:
        sizes: denominators, totals included; a cell of which nothing is there is left out.
        first: the cells that are hidden for their own sake.
        places: where each country belongs.
        clusters_add: whether all clusters together are the sum of them, and no union.
        newest_counts: whether a longer period is what its newest part says, and no union.
    """
    hidden = set(first)
    families = _families(sizes, places, "sums" if clusters_add else "clusters")
    if newest_counts:
        families = tuple(known for family in families for known in _by_newest(family, sizes))
    settled = -1
    while settled < len(hidden):
        settled = len(hidden)
        for family in families:
            _cover(family, sizes, hidden)
        if settled == len(hidden):
            break_combinations(families, sizes, hidden)
    return frozenset(hidden)


def _above(cell: Cell, places: Mapping[str | None, Place]) -> tuple[Cell, ...]:
    region, context = places.get(cell.place, Place(None, None))
    return (
        Cell("region", region, cell.cluster, cell.period),
        Cell("context", context, cell.cluster, cell.period),
        Cell("world", None, cell.cluster, cell.period),
    )


def _families(
    sizes: Mapping[Cell, int], places: Mapping[str | None, Place], of_clusters: Tie
) -> tuple[Family, ...]:
    parts: dict[tuple[Tie, Cell], list[Cell]]
    parts = defaultdict(list)
    for cell in sorted(sizes, key=str):
        if cell.kind == "country":
            for total in _above(cell, places):
                parts["places", total].append(cell)
        if cell.cluster != ALL:
            parts[of_clusters, cell._replace(cluster=ALL)].append(cell)
        for period in _longer(cell.period):
            parts["periods", cell._replace(period=period)].append(cell)
    return tuple(
        Family(tie, total, tuple(of)) for (tie, total), of in parts.items() if total in sizes
    )


def _by_newest(family: Family, sizes: Mapping[Cell, int]) -> tuple[Family, ...]:
    """A family of periods as pairs of cells that are one number."""
    if family.tie != "periods":
        return (family,)
    newest = max(family.parts, key=lambda cell: (not cell.period.startswith(ALL), cell.period))
    same = [
        cell
        for cell in family.parts
        if (cell == newest or cell.period.startswith(ALL)) and sizes[cell] == sizes[family.total]
    ]
    return tuple(Family("newest", family.total, (cell,)) for cell in same)


def _longer(period: str) -> tuple[str, ...]:
    """What a period is directly part of."""
    if period.startswith(ALL):
        return {"*quarter": ("*year",), "*year": ("*all",)}.get(period, ())
    return (period[:4], "*quarter") if "-Q" in period else ("*year",)


def _cover(family: Family, sizes: Mapping[Cell, int], hidden: set[Cell]) -> None:
    if family.tie == "newest":
        both = {family.total, *family.parts}
        hidden |= both if both & hidden else set()
        return
    while family.total not in hidden and _tells(family, sizes, hidden):
        shown = [cell for cell in family.parts if cell not in hidden]
        besides = [] if family.tie == "places" and _no_cover(family, sizes, hidden) else shown
        hidden.add(min(besides, key=lambda cell: (sizes[cell], str(cell)), default=family.total))


def _no_cover(family: Family, sizes: Mapping[Cell, int], hidden: set[Cell]) -> bool:
    """Whether the total goes at once.

    A country of another region protects nothing: its own region would tell it. Where no type is
    known, a few unknown ones are all that is hidden, and not worth the number of another country.
    """
    unseen = sum(sizes[cell] for cell in family.parts if cell in hidden)
    return family.total.kind == "world" or unseen == 0


def _tells(family: Family, sizes: Mapping[Cell, int], hidden: set[Cell]) -> bool:
    """Whether the shown total, less what is shown of its parts, tells a hidden part."""
    unseen = [sizes[cell] for cell in family.parts if cell in hidden]
    if not unseen:
        return False
    shown = [sizes[cell] for cell in family.parts if cell not in hidden]
    rest = sizes[family.total] - sum(shown)
    if family.tie == "periods" or (family.tie == "clusters" and family.total.kind != "country"):
        return len(unseen) == 1 and 2 <= rest <= unseen[0]
    if len(unseen) < 2:
        return True
    # Each hidden part is at least 1: where they are hardly more than that, they are known.
    if family.tie in {"places", "sums"} and rest < len(unseen) + 3:
        return True
    # The others are at most the smallest shown: what they cannot hold is in the first.
    return bool(shown) and max(unseen) <= min(shown) and rest - (len(unseen) - 1) * min(shown) > 3
