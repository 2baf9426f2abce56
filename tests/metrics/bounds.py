"""How large and how small numbers can be under linear conditions: a simplex for many questions.

The conditions are brought into shape once; every question starts from the answer to the last one.
The numbers are small whole ones, so floats do.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

Terms = Mapping[str, float]
Floats = npt.NDArray[np.float64]
_NOTHING = 1e-7


@dataclass(slots=True)
class Conditions:
    """What is known of unknown numbers, none of them below 0."""

    equal: list[tuple[Terms, float]] = field(default_factory=list)
    at_most: list[tuple[Terms, float]] = field(default_factory=list)


class Corners:
    """Goes from corner to corner of what fulfils the conditions.

    Raises:
        ValueError: nothing does.
    """

    def __init__(self, known: Conditions) -> None:
        rows = [*known.equal, *known.at_most]
        self.names = sorted({name for terms, _ in rows for name in terms})
        self._column = {name: number for number, name in enumerate(self.names)}
        table = np.zeros((len(rows), len(self.names) + len(known.at_most)))
        for number, (terms, _) in enumerate(rows):
            for name, factor in terms.items():
                table[number, self._column[name]] += factor
        slack = np.arange(len(known.at_most))
        table[len(known.equal) + slack, len(self.names) + slack] = 1.0
        self._begin(table, np.array([bound for _, bound in rows], dtype=float))

    def most(self, wanted: Terms) -> float:
        """The most that a sum can be; infinite where nothing limits it."""
        goal = np.zeros(self._full.shape[1] - 1)
        for name, factor in wanted.items():
            goal[self._column[name]] = factor
        if not self._improve(goal):
            return float("inf")
        return float(goal[self._basis] @ self._full[:, -1])

    def least(self, wanted: Terms) -> float:
        """The least that it can be."""
        return -self.most({name: -factor for name, factor in wanted.items()})

    def corner(self) -> dict[str, float]:
        """The numbers where it stands."""
        at = np.zeros(self._full.shape[1] - 1)
        at[self._basis] = self._full[:, -1]
        return {name: float(at[number]) for name, number in self._column.items()}

    def _begin(self, table: Floats, right: Floats) -> None:
        """Phase one: artificial numbers that must go to nothing."""
        sign = np.where(right < 0, -1.0, 1.0)
        count, width = table.shape
        self._full = np.hstack([table * sign[:, None], np.eye(count), (right * sign)[:, None]])
        self._basis = np.arange(width, width + count)
        self._improve(np.concatenate([np.zeros(width), -np.ones(count)]))
        if self._full[self._basis >= width, -1].sum() > 1e-5:
            raise ValueError("nothing fulfils the conditions")
        for row in np.flatnonzero(self._basis >= width):
            usable = np.flatnonzero(np.abs(self._full[row, :width]) > 1e-5)
            if len(usable):
                self._pivot(int(row), int(usable[0]))
        kept = self._basis < width
        self._full = np.delete(self._full[kept], np.s_[width : width + count], axis=1)
        self._basis = self._basis[kept]

    def _improve(self, goal: Floats) -> bool:
        """Pivot until nothing gets better; False: it can get better without end."""
        for step in range(20_000):
            gain = goal - goal[self._basis] @ self._full[:, :-1]
            better = np.flatnonzero(gain > _NOTHING)
            if not len(better):
                return True
            # The greatest gain first; after a while the rule that cannot go round in circles.
            entering = int(better[gain[better].argmax()] if step < 2_000 else better[0])
            rising = np.flatnonzero(self._full[:, entering] > _NOTHING)
            if not len(rising):
                return False
            steps = self._full[rising, -1] / self._full[rising, entering]
            ties = rising[steps <= steps.min() + 1e-9]
            self._pivot(int(ties[self._basis[ties].argmin()]), entering)
        raise ValueError("no end in sight")

    def _pivot(self, row: int, entering: int) -> None:
        self._full[row] /= self._full[row, entering]
        others = np.flatnonzero(np.abs(self._full[:, entering]) > 0)
        others = others[others != row]
        self._full[others] -= np.outer(self._full[others, entering], self._full[row])
        self._full[:, -1] = np.maximum(self._full[:, -1], 0.0)
        self._basis[row] = entering
