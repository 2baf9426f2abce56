"""Which cells of the public lattice are hidden: one pattern for a store and an indicator.

Indicators that count the same members have one pattern together. A cluster has as many member
organisations as memberships, so what one of them hides must not stand in the other.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from numbers import Integral
from typing import Literal

from core.storage.cursor import Cursor
from metrics.dividing import undivided_cells
from metrics.hiding import closed_under_arithmetic, with_totals
from metrics.lattice import Row, cell_of, whole_lattice
from metrics.lattice_cells import ENOUGH_ORGANISATIONS, Cell, Place
from metrics.measurement import answer
from metrics.question import Question, Scope
from metrics.registry import Indicator, indicators
from metrics.settled import settled

Switch = Literal["open", "national", "context-only"]
Switches = Mapping[str, Switch]
Pattern = frozenset[Cell]
Places = Mapping[str | None, Place]


@dataclass(frozen=True, slots=True)
class _Lattice:
    """The cells of an indicator, totals included, and those that are hidden for their own sake."""

    indicator: Indicator
    sizes: Mapping[Cell, int]
    first: frozenset[Cell]

    def hidden(self, besides: Pattern, places: Places) -> Pattern:
        """What is hidden where these cells are hidden as well."""
        return closed_under_arithmetic(
            self.sizes,
            self.first | (besides & self.sizes.keys()),
            places,
            clusters_add=self.indicator.clusters_add,
            newest_counts=self.indicator.several_reports == "latest",
        )


def hidden_cells(
    cur: Cursor, indicator: Indicator, switches: Switches | None = None, *, scope: Scope = 2
) -> Pattern:
    """The cells of the lattice that are hidden, small ones and those that would give them away.

    In the scopes 1 and 3 those as well that must not be divided. It asks ten questions of the whole
    store for each indicator that counts the same, and ten more in those scopes: keep it for as long
    as the data version holds.
    """
    divided = undivided_cells(cur, indicator, switches) if scope != 2 else frozenset()
    return divided | _hidden_cells(cur, indicator, switches or {})


def hidden_itself(country: str | None, known: int, switches: Switches, *, membership: bool) -> bool:
    """Whether a cell is hidden for its own sake: it is small, or its country is closed."""
    switch = switches.get(country or "", "national")
    if switch not in {"open", "national"}:
        return True
    return membership and switch == "national" and known < ENOUGH_ORGANISATIONS


def closed_countries(switches: Switches) -> set[str]:
    """The countries of which nothing is shown."""
    return {code for code, switch in switches.items() if switch not in {"open", "national"}}


def number(count: object) -> int:
    """A count; an indicator that cannot have unknown ones has none."""
    return int(count) if isinstance(count, Integral) else 0


def _hidden_cells(cur: Cursor, indicator: Indicator, switches: Switches) -> Pattern:
    membership = indicator.disclosure == "membership"
    if indicator.over or indicator.disclosure == "exposure":
        return frozenset()
    if not (membership or closed_countries(switches)):
        return frozenset()
    places = {
        code: Place(region, context)
        for code, region, context in cur.rows("SELECT iso3, region, context FROM country")
    }
    with settled(cur):
        lattices = [_lattice(cur, one, switches, places) for one in _counting_the_same(indicator)]
    hidden: Pattern = frozenset()
    while True:
        more = hidden.union(*(lattice.hidden(hidden, places) for lattice in lattices))
        if more == hidden:
            return hidden & lattices[0].sizes.keys()
        hidden = more


def _counting_the_same(indicator: Indicator) -> list[Indicator]:
    """The indicator, and one for each other way of counting the same members."""
    if indicator.disclosure != "membership":
        return [indicator]
    found = {(indicator.numerator, indicator.entity): indicator}
    for other in indicators().values():
        same = (other.view, other.only, other.disclosure)
        if same == (indicator.view, indicator.only, "membership"):
            found.setdefault((other.numerator, other.entity), other)
    return list(found.values())


def _lattice(cur: Cursor, indicator: Indicator, switches: Switches, places: Places) -> _Lattice:
    membership = indicator.disclosure == "membership"
    own: dict[Cell, int] = {}
    first: set[Cell] = set()
    for row, question in _lattice_rows(cur, indicator):
        known, unknown = number(row["denominator"]), number(row["unknown"])
        cell = cell_of(row, question)
        if known == 0 and not 0 < unknown < ENOUGH_ORGANISATIONS:
            continue
        own[cell] = known
        if hidden_itself(cell.place, known, switches, membership=membership):
            first.add(cell)
    sizes = with_totals(own, places)
    if membership:
        first |= {
            cell
            for cell, size in sizes.items()
            if cell.kind != "country" and size < ENOUGH_ORGANISATIONS
        }
    return _Lattice(indicator, sizes, frozenset(first))


def _lattice_rows(cur: Cursor, indicator: Indicator) -> Iterator[tuple[Row, Question]]:
    for question in whole_lattice(indicator):
        for row in answer(cur, question).to_dict("records"):
            yield row, question
