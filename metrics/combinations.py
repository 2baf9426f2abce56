"""What several shown totals of a cluster and period tell together about the countries in them.

Regions, contexts and the world overlap. Where a region and a context share a hidden country and
each has another one besides, the region is hidden: what is left lies apart or inside one another,
so that all that sums and differences of totals can tell is how much a few groups of countries hold,
groups that have nothing in common. None of these may tell one of its countries: by being alone, by
being hardly more than nothing, or because the others have no room for another number. Room is what
is told elsewhere: a country's cluster holds no more than all its clusters, and a quarter no more
than its year.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from metrics.lattice_cells import Cell, Family

_MUCH = 1_000_000


@dataclass(frozen=True, slots=True)
class Group:
    """Hidden countries whose sum is told by totals, and the totals that tell it."""

    cells: frozenset[Cell]
    holds: int
    totals: tuple[Cell, ...]


class Room:
    """How much a hidden cell of a country can hold, by what is shown of the same country."""

    def __init__(self, families: Iterable[Family]) -> None:
        self._within: dict[Cell, list[Family]] = defaultdict(list)
        self._made_of: dict[Cell, list[Family]] = defaultdict(list)
        for family in families:
            if family.tie == "places" or family.total.kind != "country":
                continue
            self._made_of[family.total].append(family)
            for part in family.parts:
                self._within[part].append(family)

    def most(self, cell: Cell, sizes: Mapping[Cell, int], hidden: Collection[Cell]) -> int:
        """No more than the least that it is part of."""
        wholes = [
            self.most(f.total, sizes, hidden) if f.total in hidden else sizes[f.total]
            for f in self._within[cell]
        ]
        return min(wholes, default=_MUCH)

    def least(self, cell: Cell, sizes: Mapping[Cell, int], hidden: Collection[Cell]) -> int:
        """What is hidden is there; no less than its greatest part, and than others leave over."""
        parts = [sizes[p] for f in self._made_of[cell] for p in f.parts if p not in hidden]
        left = [
            sizes[f.total]
            - sum(
                self.most(p, sizes, hidden) if p in hidden else sizes[p]
                for p in f.parts
                if p != cell
            )
            for f in self._within[cell]
            if f.total not in hidden
        ]
        return max(1, *parts, *left, 1)


def break_combinations(
    families: Sequence[Family], sizes: Mapping[Cell, int], hidden: set[Cell]
) -> None:
    """Hide totals while several of them together still tell a hidden country."""
    room = Room(families)
    slices: dict[tuple[str | None, str], list[Family]] = defaultdict(list)
    for family in families:
        if family.tie == "places" and not hidden.isdisjoint(family.parts):
            slices[family.total.cluster, family.total.period].append(family)
    for overlapping in slices.values():
        while told := _telling(overlapping, sizes, hidden, room):
            hidden |= set(told)


def _telling(
    families: Sequence[Family], sizes: Mapping[Cell, int], hidden: set[Cell], room: Room
) -> tuple[Cell, ...]:
    """The totals to be hidden next; none: nothing is told."""
    unseen = {
        f.total: frozenset(c for c in f.parts if c in hidden)
        for f in families
        if f.total not in hidden
    }
    for total, cells in unseen.items():
        if total.kind == "region" and any(_crosses(cells, other) for other in unseen.values()):
            return (total,)
    holds = {
        f.total: sizes[f.total] - sum(sizes[c] for c in f.parts if c not in hidden)
        for f in families
        if f.total in unseen
    }
    told = [g for g in _groups(unseen, holds) if _tells(g, sizes, hidden, room)]
    return min(told, key=lambda g: (len(g.cells), str(g.totals))).totals if told else ()


def _crosses(one: frozenset[Cell], other: frozenset[Cell]) -> bool:
    return bool(one & other) and not one <= other and not other <= one


def _groups(unseen: Mapping[Cell, frozenset[Cell]], holds: Mapping[Cell, int]) -> list[Group]:
    """What is left of each set of countries without those of the sets inside it."""
    totals: dict[frozenset[Cell], list[Cell]] = defaultdict(list)
    for total, cells in unseen.items():
        if cells:
            totals[cells].append(total)
    groups = []
    for cells, telling in totals.items():
        inside = [c for c in totals if c < cells]
        inner = [c for c in inside if not any(c < other for other in inside)]
        rest = holds[telling[0]] - sum(holds[totals[c][0]] for c in inner)
        left = cells.difference(*inner)
        if left:
            groups.append(Group(left, rest, tuple(telling)))
    return groups


def _tells(group: Group, sizes: Mapping[Cell, int], hidden: set[Cell], room: Room) -> bool:
    if len(group.cells) < 2 or group.holds < len(group.cells) + 3:
        return True
    most = {c: room.most(c, sizes, hidden) for c in group.cells}
    least = {c: min(room.least(c, sizes, hidden), most[c]) for c in group.cells}
    for cell in group.cells:
        high = min(most[cell], group.holds - (sum(least.values()) - least[cell]))
        low = max(least[cell], group.holds - (sum(most.values()) - most[cell]))
        if high - low < 2:
            return True
    return False
