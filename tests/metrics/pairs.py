"""Combinations of the values of several factors in which every two values meet at least once."""

from collections.abc import Mapping, Sequence
from itertools import combinations, product

Value = str | int | bool | None
Choice = dict[str, Value]
Pair = frozenset[tuple[str, Value]]


def pairwise(factors: Mapping[str, Sequence[Value]]) -> list[Choice]:
    """Few choices, one value of each factor, that hold every two values of two factors together.

    The rule: begin with the first pair that no choice holds yet; then give each factor in turn the
    value that makes most new pairs with what is chosen already, of equals the first. The same
    factors give the same choices.
    """
    missing = [
        frozenset(pair)
        for one, other in combinations(factors, 2)
        for pair in product(_values(one, factors), _values(other, factors))
    ]
    found = []
    while missing:
        choice = _choice(dict(missing[0]), factors, set(missing))
        found.append(choice)
        held = _pairs(choice)
        missing = [pair for pair in missing if pair not in held]
    return found


def _choice(begun: Choice, factors: Mapping[str, Sequence[Value]], missing: set[Pair]) -> Choice:
    choice = dict(begun)
    for name in factors:
        if name not in choice:
            new = [len(_pairs({**choice, name: value}) & missing) for value in factors[name]]
            choice[name] = factors[name][new.index(max(new))]
    return choice


def _pairs(choice: Choice) -> set[Pair]:
    return {frozenset(pair) for pair in combinations(choice.items(), 2)}


def _values(name: str, factors: Mapping[str, Sequence[Value]]) -> list[tuple[str, Value]]:
    return [(name, value) for value in factors[name]]
