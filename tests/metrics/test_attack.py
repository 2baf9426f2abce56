"""An attack on the hiding of small numbers: every public answer at once, solved for what is hidden.

The attacker knows every answer that can be asked for, how the cells of the lattice are tied to each
other, that an organisation is of one kind, and that nothing is hidden where nothing is. A region is
written as the sum of its countries, so its ties are those of the countries.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

import pytest

from core.storage.database import Database
from metrics import find
from metrics.lattice_cells import ALL, Cell, Place
from tests.metrics.bounds import Conditions, Corners, Terms
from tests.metrics.made_store import fill
from tests.metrics.public_lattice import YEAR, Number, lattice, made_up

PRESENCE = find("P8")
HALVES = ("local", "others")
PLACES = "SELECT iso3, region, context FROM country"
Cells = Mapping[Cell, Number]
Sum = tuple[dict[str, float], float]


def test_no_hidden_number_follows_from_all_public_answers(empty_store: Database) -> None:
    for seed in (0, 7, 9):  # the first of these told numbers before there was this test
        with empty_store.rehearsal() as cur:
            fill(cur, made_up(seed))
            cells = lattice(cur, PRESENCE)
            places = {iso3: Place(region, context) for iso3, region, context in cur.rows(PLACES)}

        small = [c for c, n in cells.items() if 0 < n.local + n.others < 5]

        assert len(small) > 20
        assert [c for c in small if cells[c].seen] == []
        assert told(cells, conditions(cells, places), places) == []


@pytest.mark.parametrize(
    ("hidden", "found"),
    [
        # Region and country are one: the number stands in the total.
        ({"YEM"}, {("YEM", "size"), ("YEM", "local")}),
        # Two that are 3 and 4 together: 1 to 6.
        ({"YEM", "IRQ"}, set()),
    ],
)
def test_the_attack_finds_what_is_left_open(hidden: set[str], found: set[tuple[str, str]]) -> None:
    places = {"YEM": Place("ROMENA", "mena"), "IRQ": Place("ROMENA", "mena")}
    numbers = {"YEM": (1, 2), "IRQ": (2, 2)}
    cells = {
        Cell("country", p, ALL, "2025"): Number(*n, p not in hidden) for p, n in numbers.items()
    }
    cells[Cell("region", "ROMENA", ALL, "2025")] = Number(3, 4, seen=True)

    got = told(cells, conditions(cells, places), places)

    assert {(cell.place, what) for cell, what in got} == found


def conditions(cells: Cells, places: Mapping[str, Place]) -> Conditions:
    """What the attacker knows of the hidden halves of countries."""
    known = Conditions()
    for half in HALVES:
        for total, number in cells.items():
            if total.kind != "country" and number.seen:
                terms, amount = _sum(cells, half, _parts(total, cells, places))
                known.equal.append((terms, getattr(number, half) - amount))
        for whole, parts in _unions(cells).items():
            known.at_most.append(_difference(cells, half, [whole], parts))
            known.at_most += [_difference(cells, half, [part], [whole]) for part in parts]
    for cell, number in cells.items():
        if cell.kind == "country" and not number.seen:
            known.at_most.append((dict.fromkeys((_name(cell, h) for h in HALVES), -1.0), -1.0))
    return Conditions(
        [(t, b) for t, b in known.equal if t], [(t, b) for t, b in known.at_most if t]
    )


def told(cells: Cells, known: Conditions, places: Mapping[str, Place]) -> list[tuple[Cell, str]]:
    """The hidden cells of fewer than five of which a size, or how many are local, is told exactly.

    The true number is possible; it is told where no other one is. Each corner that is found speaks
    for every cell at once.
    """
    left = {
        (cell, what): (terms, float(number.local + number.others * (what == "size")))
        for cell, number in cells.items()
        if not number.seen and number.local + number.others < 5
        for what, terms in _asked(cell, cells, places).items()
    }
    corners = Corners(known)
    found = []
    while left:
        key, (terms, true) = left.popitem()
        ways = []
        high, low = corners.most(terms), true
        ways.append(corners.corner())
        if high < true + 1 - 1e-6:
            low = corners.least(terms)
            ways.append(corners.corner())
        # None of them local is no number of anybody.
        if high < true + 1 - 1e-6 and low > true - 1 + 1e-6 and true > 0:
            found.append(key)
        for at in ways:
            left = {
                other: (asked, truth)
                for other, (asked, truth) in left.items()
                if abs(sum(at[n] for n in asked) - truth) < 1 - 1e-6
            }
    return found


def _name(cell: Cell, half: str) -> str:
    return f"{half} {cell}"


def _asked(cell: Cell, cells: Cells, places: Mapping[str, Place]) -> dict[str, Terms]:
    """What is open about a cell: the hidden ones of the countries that it is made of."""
    parts = [c for c in _parts(cell, cells, places) if not cells[c].seen]
    local: dict[str, float] = {_name(c, "local"): 1.0 for c in parts}
    return {"size": local | {_name(c, "others"): 1.0 for c in parts}, "local": local}


def _parts(total: Cell, cells: Cells, places: Mapping[str, Place]) -> list[Cell]:
    """The countries of a region, a context or the world; of a country itself."""
    if total.kind == "country":
        return [total]
    return [
        cell
        for cell in cells
        if cell.kind == "country"
        and (cell.cluster, cell.period) == (total.cluster, total.period)
        and (total.kind == "world" or total.place in places[cell.place or ""])
    ]


def _unions(cells: Cells) -> dict[Cell, list[Cell]]:
    """All clusters of a country, and all quarters of the year, and their parts."""
    of: dict[Cell, list[Cell]] = defaultdict(list)
    for cell in cells:
        if cell.kind == "country" and cell.cluster != ALL:
            of[cell._replace(cluster=ALL)].append(cell)
        if cell.kind == "country" and "-Q" in cell.period:
            of[cell._replace(period=YEAR)].append(cell)
    return of


def _sum(cells: Cells, half: str, of: Iterable[Cell]) -> Sum:
    """The hidden ones as terms, the shown ones as their sum."""
    listed = list(of)
    terms = {_name(c, half): 1.0 for c in listed if not cells[c].seen}
    return terms, float(sum(getattr(cells[c], half) for c in listed if cells[c].seen))


def _difference(cells: Cells, half: str, less: list[Cell], more: list[Cell]) -> Sum:
    """The first ones are at most the second ones together."""
    terms, amount = _sum(cells, half, less)
    others, rest = _sum(cells, half, more)
    return terms | {n: -factor for n, factor in others.items()}, rest - amount
