"""How large and how small many whole numbers can be, each condition taken by itself, all in turn.

Weaker than solving all conditions at once (tests/metrics/bounds.py), and fit for a whole store.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field

MUCH = 1_000_000
_ROUNDS = 30


@dataclass(slots=True)
class Intervals:
    """Unknown whole numbers by name, none below 0, and what is known of them.

    Attributes:
        least: the least that each can be; so `most`.
    """

    least: dict[Hashable, int] = field(default_factory=dict)
    most: dict[Hashable, int] = field(default_factory=dict)
    _limits: list[tuple[tuple[Hashable, ...], tuple[Hashable, ...], int]] = field(
        default_factory=list
    )

    def add(self, name: Hashable, least: int = 0, most: int = MUCH) -> None:
        """A number, with what is known of it alone."""
        self.least[name], self.most[name] = least, most

    def at_most(self, more: Iterable[Hashable], less: Iterable[Hashable], bound: int = 0) -> None:
        """The first ones together, less the second ones, are at most so many."""
        self._limits.append((tuple(more), tuple(less), bound))

    def equal(self, more: Iterable[Hashable], less: Iterable[Hashable], amount: int = 0) -> None:
        """The first ones together, less the second ones, are so many."""
        first, second = tuple(more), tuple(less)
        self.at_most(first, second, amount)
        self.at_most(second, first, -amount)

    def settle(self) -> None:
        """Narrow everything as far as it goes.

        Raises:
            ValueError: nothing fulfils the conditions.
        """
        touching = defaultdict(list)
        for number, (more, less, _) in enumerate(self._limits):
            for name in (*more, *less):
                touching[name].append(number)
        waiting = set(range(len(self._limits)))
        for _ in range(_ROUNDS):
            changed: set[Hashable] = set()
            for number in waiting:
                changed |= self._narrow(*self._limits[number])
            waiting = {number for name in changed for number in touching[name]}
            if not waiting:
                return

    def _narrow(
        self, more: tuple[Hashable, ...], less: tuple[Hashable, ...], bound: int
    ) -> set[Hashable]:
        room = bound - sum(self.least[n] for n in more) + sum(self.most[n] for n in less)
        if room < 0:
            raise ValueError("nothing fulfils the conditions")
        changed = set()
        for name in more:
            if self.most[name] > self.least[name] + room:
                self.most[name] = self.least[name] + room
                changed.add(name)
        for name in less:
            if self.least[name] < self.most[name] - room:
                self.least[name] = self.most[name] - room
                changed.add(name)
        return changed


def differences(
    sums: Mapping[frozenset[Hashable], int],
) -> dict[frozenset[Hashable], int]:
    """Sums of sets, and what sums of sets inside others leave over."""
    every = dict(sums)
    fresh = list(every)
    while fresh:
        one = fresh.pop()
        for other in list(every):
            for small, large in ((one, other), (other, one)):
                rest = large - small
                if small < large and rest not in every:
                    every[rest] = every[large] - every[small]
                    fresh.append(rest)
    return every
