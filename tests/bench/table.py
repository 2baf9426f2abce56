"""Measured lines, and how they are printed."""

import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

_ROUNDS = 7


@dataclass(frozen=True, slots=True)
class Line:
    """One thing measured.

    Attributes:
        ours: seconds, the best of the rounds; `bare` likewise for the leanest way.
        allowed: the ratio that we promise, or None where none is promised.
        note: memory, bytes, rows.
    """

    what: str
    ours: float
    bare: float
    allowed: float | None
    note: str = ""

    @property
    def ratio(self) -> float:
        """How many times the bare limit."""
        return self.ours / self.bare


def best_of(*ways: Callable[[], object], rounds: int = _ROUNDS) -> list[float]:
    """Seconds of each way, run in turns so that a noisy moment hits all of them; the best round."""
    best = [float("inf")] * len(ways)
    for _ in range(rounds):
        for index, way in enumerate(ways):
            began = time.perf_counter()
            way()
            best[index] = min(best[index], time.perf_counter() - began)
    return best


def write(lines: Sequence[Line]) -> None:
    """Print what was measured."""
    sys.stdout.write(f"{'what':58} {'ours s':>8} {'bare s':>8} {'ratio':>7} {'allowed':>8}  note\n")
    for line in lines:
        allowed = "" if line.allowed is None else f"{line.allowed:.1f}"
        sys.stdout.write(
            f"{line.what:58} {line.ours:8.3f} {line.bare:8.3f} {line.ratio:7.2f} {allowed:>8}"
            f"  {line.note}\n"
        )
