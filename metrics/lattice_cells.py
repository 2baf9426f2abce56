"""The cells of the public lattice, and how they are tied to each other."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

ALL = "*"
ENOUGH_ORGANISATIONS = 5
Kind = Literal["country", "region", "context", "world"]
# How a total holds its parts: as the sum of countries, as a union of clusters, as the sum of these
# where they add up, as a union of periods, as the newest of these.
Tie = Literal["places", "clusters", "sums", "periods", "newest"]


class Cell(NamedTuple):
    """One cell of the lattice.

    Attributes:
        place: of its kind; None: the world, or no such place is known.
        cluster: None: not in our list; `*`: all of them together.
        period: as written, or `*` and the grain: every period of that grain together.
    """

    kind: Kind
    place: str | None
    cluster: str | None
    period: str


class Place(NamedTuple):
    """Where a country belongs."""

    region: str | None
    context: str | None


@dataclass(frozen=True, slots=True)
class Family:
    """A total and what it is made of."""

    tie: Tie
    total: Cell
    parts: tuple[Cell, ...]
