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

from metrics.lattice_cells import ENOUGH_ORGANISATIONS, Cell, Family

_MUCH = 1_000_000
_ROUNDS = 8
_ENOUGH_ROOM = 2


@dataclass(frozen=True, slots=True)
class Group:
    """Hidden countries whose sum is told by totals, and the totals that tell it."""

    cells: frozenset[Cell]
    holds: int
    totals: tuple[Cell, ...]


class Room:
    """The least and the most that each cell of a country can hold, by what is shown elsewhere."""

    def __init__(
        self, families: Iterable[Family], sizes: Mapping[Cell, int], hidden: Collection[Cell]
    ) -> None:
        self._tied = [
            (f.total, f.parts, f.tie == "sums")
            for f in families
            if f.tie != "places"
            and f.total.kind == "country"
            and (f.total in hidden or any(part in hidden for part in f.parts))
        ]
        # What is hidden is there, so it is one at least.
        self.least = {c: 1 if c in hidden else size for c, size in sizes.items()}
        self.most = {c: _MUCH if c in hidden else size for c, size in sizes.items()}
        self._settle([])

    def with_groups(self, groups: Sequence[Group]) -> "Room":
        """The room that is left once it is known what the groups hold."""
        narrower = Room.__new__(Room)
        narrower._tied = self._tied
        narrower.least, narrower.most = dict(self.least), dict(self.most)
        narrower._settle(groups)
        return narrower

    def of(self, cell: Cell) -> int:
        """How many numbers besides one a cell could have."""
        return self.most[cell] - self.least[cell]

    def _settle(self, groups: Sequence[Group]) -> None:
        for _ in range(_ROUNDS):
            before = sum(self.least.values()), sum(self.most.values())
            for total, parts, add in self._tied:
                self._union(total, parts)
                if add:
                    self._whole(total, parts)
            for group in groups:
                self._sum(group)
            if before == (sum(self.least.values()), sum(self.most.values())):
                return

    def _union(self, total: Cell, parts: Sequence[Cell]) -> None:
        """A union holds no less than each part, and no more than all of them together."""
        least, most = self.least, self.most
        together = sum(most[p] for p in parts)
        most[total] = min(most[total], together)
        least[total] = max(least[total], *(least[p] for p in parts))
        for part in parts:
            most[part] = min(most[part], most[total])
            least[part] = max(least[part], least[total] - (together - most[part]))

    def _whole(self, total: Cell, parts: Sequence[Cell]) -> None:
        """A sum holds what its parts hold together, and each part what the others leave over."""
        least, most = self.least, self.most
        fewest = sum(least[p] for p in parts)
        least[total] = max(least[total], fewest)
        for part in parts:
            most[part] = min(most[part], most[total] - (fewest - least[part]))

    def _sum(self, group: Group) -> None:
        """Each holds what the others leave over."""
        fewest = sum(self.least[c] for c in group.cells)
        greatest = sum(self.most[c] for c in group.cells)
        for cell in group.cells:
            low = group.holds - (greatest - self.most[cell])
            high = group.holds - (fewest - self.least[cell])
            greatest -= self.most[cell]
            fewest -= self.least[cell]
            self.least[cell] = max(self.least[cell], low)
            self.most[cell] = min(self.most[cell], high)
            greatest += self.most[cell]
            fewest += self.least[cell]


def break_combinations(
    families: Sequence[Family], sizes: Mapping[Cell, int], hidden: set[Cell]
) -> None:
    """Hide totals while several of them together still tell a hidden country."""
    slices: dict[tuple[str | None, str], list[Family]] = defaultdict(list)
    for family in families:
        if family.tie == "places" and not hidden.isdisjoint(family.parts):
            slices[family.total.cluster, family.total.period].append(family)
    room = Room(families, sizes, hidden)
    while True:
        groups = [g for of in slices.values() for g in _laid_apart(of, sizes, hidden)]
        told = [g for g in groups if len(g.cells) < 2 or g.holds < len(g.cells) + 3]
        told = told or _without_room(groups, sizes, room)
        if not told:
            return
        hidden |= {total for group in told for total in group.totals}


def _without_room(groups: Sequence[Group], sizes: Mapping[Cell, int], room: Room) -> list[Group]:
    """The groups that leave a small number no room, though there was some before."""
    left = room.with_groups(groups)
    small = {
        c
        for group in groups
        for c in group.cells
        if sizes[c] < ENOUGH_ORGANISATIONS and left.of(c) < min(room.of(c), _ENOUGH_ROOM)
    }
    return [group for group in groups if not small.isdisjoint(group.cells)]


def _laid_apart(
    families: Sequence[Family], sizes: Mapping[Cell, int], hidden: set[Cell]
) -> list[Group]:
    """What the totals of a slice tell, once no region crosses a context."""
    unseen = {
        f.total: frozenset(c for c in f.parts if c in hidden)
        for f in families
        if f.total not in hidden
    }
    for total in [t for t in unseen if t.kind == "region"]:
        if any(_crosses(unseen[total], other) for other in unseen.values()):
            hidden.add(total)
            del unseen[total]
    holds = {
        f.total: sizes[f.total] - sum(sizes[c] for c in f.parts if c not in hidden)
        for f in families
        if f.total in unseen
    }
    return _groups(unseen, holds)


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
