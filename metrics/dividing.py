"""Where numbers of L/NAs may not be divided into kinds of actor outside the team.

One national society among seven members is a name: a country has one. So a membership is divided
only where every kind that is there has five or more, and the same hiding of neighbours holds for
each kind by itself. The scopes 1 and 3 less scope 2 are such kinds, so they are shown where the
number may be divided, and scope 2 wherever there are five organisations. The rest, which is
international, is told by scope 2 already. Structure is divided everywhere: who leads is public.
"""

from collections.abc import Mapping
from dataclasses import replace

from core.storage.cursor import Cursor
from metrics.hiding import closed_under_arithmetic, with_totals
from metrics.lattice import cell_of, whole_lattice
from metrics.lattice_cells import ENOUGH_ORGANISATIONS, Cell, Place
from metrics.registry import Indicator
from metrics.segments import SEGMENTS, divided, has_segments
from metrics.settled import settled

LOCAL = SEGMENTS[:-1]


def undivided_cells(
    cur: Cursor, indicator: Indicator, switches: Mapping[str, str] | None = None
) -> frozenset[Cell]:
    """The cells of the public lattice whose number is shown whole or not at all.

    It asks ten questions of the whole store, each once: keep it as `hidden_cells`.
    """
    if indicator.disclosure != "membership" or not has_segments(indicator):
        return frozenset()
    places: dict[str | None, Place] = {
        code: Place(region, context)
        for code, region, context in cur.rows("SELECT iso3, region, context FROM country")
    }
    opened = {code for code, switch in (switches or {}).items() if switch == "open"}
    undivided: set[Cell] = set()
    for sizes in _by_kind(cur, indicator).values():
        every = with_totals(sizes, places)
        small = {
            cell
            for cell, size in every.items()
            if size < ENOUGH_ORGANISATIONS and not (cell.kind == "country" and cell.place in opened)
        }
        undivided |= closed_under_arithmetic(
            every,
            small,
            places,
            clusters_add=indicator.clusters_add,
            newest_counts=indicator.several_reports == "latest",
        )
    return frozenset(undivided)


def _by_kind(cur: Cursor, indicator: Indicator) -> dict[str, dict[Cell, int]]:
    """How many of each kind there are in the cells of countries; none is left out, as it is."""
    sizes: dict[str, dict[Cell, int]] = {name: {} for name in LOCAL}
    with settled(cur):
        for question in whole_lattice(indicator):
            found = divided(cur, replace(question, segmented=True))
            for row in found.to_dict("records"):
                for name in LOCAL:
                    if row[name]:
                        sizes[name][cell_of(row, question)] = int(row[name])
    return sizes
