"""What a reader outside the team knows of the hidden numbers of a whole store, and what follows.

The reader knows every shown number of every scope, that places are sums of countries, how clusters
and periods make their totals, and that something is there where something is hidden.
"""

from collections import defaultdict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass

from metrics import Indicator
from metrics.lattice import Row
from metrics.lattice_cells import ALL, ENOUGH_ORGANISATIONS, Cell, Place
from metrics.segments import SEGMENTS
from tests.metrics.intervals import MUCH, Intervals, differences

YEARS = range(2022, 2026)
HALVES = ("local", "others")
LOCAL = ("local", "ngo", "society")


@dataclass(frozen=True, slots=True)
class Number:
    """What is in a cell, by kind; whether it is seen, and whether its kinds are."""

    kinds: Mapping[str, int]
    seen: bool
    divided: bool

    @property
    def size(self) -> int:
        return sum(self.kinds.values())


def told(
    cells: Mapping[Cell, Number], indicator: Indicator, places: Mapping[str | None, Place]
) -> list[tuple[Cell, str]]:
    """The small hidden numbers that are told exactly: a size, how many are local, or a kind."""
    known = conditions(cells, indicator, places)
    known.settle()
    return [
        (cell, what)
        for cell, number in cells.items()
        if cell.kind == "country"
        for what, kinds in asked(number).items()
        if 0 < sum(number.kinds[kind] for kind in kinds) < 5
        and known.least[cell, what] == known.most[cell, what]
    ]


def asked(number: Number) -> dict[str, tuple[str, ...]]:
    """What must not be told of a cell, and the kinds that make it.

    Of a small one how many there are and how many are local; of every one how many societies and
    authorities there are. How many are neither is nobody's secret.
    """
    apart: dict[str, tuple[str, ...]] = {
        k: (k,) for k in ("society", "authorities") if k in number.kinds and not number.divided
    }
    if number.seen or number.size >= ENOUGH_ORGANISATIONS:
        return apart
    local = {"local": tuple(kind for kind in number.kinds if kind in LOCAL)}
    return {**apart, **local, "size": tuple(number.kinds)}


def sums_of(number: Number) -> dict[str, tuple[str, ...]]:
    """The halves and the whole, which have names of their own."""
    if set(number.kinds) == set(HALVES):
        return {"size": HALVES}
    return {
        "local": ("ngo", "society"),
        "others": ("authorities", "rest"),
        "size": tuple(number.kinds),
    }


def kinds_of(row: Row, *, apart: bool) -> dict[str, int]:
    """The kinds that a row of an answer divides into."""
    if not apart:
        local = int(row["numerator"])
        return {"local": local, "others": int(row["denominator"]) - local}
    ngo, society, authorities, *rest = (int(row[name]) for name in SEGMENTS)
    return {"ngo": ngo, "society": society, "authorities": authorities, "rest": sum(rest)}


def above(cell: Cell, place: Place) -> tuple[Cell, Cell, Cell]:
    """The totals that a cell of a country is part of."""
    return (
        cell._replace(kind="region", place=place.region),
        cell._replace(kind="context", place=place.context),
        cell._replace(kind="world", place=None),
    )


def conditions(
    cells: Mapping[Cell, Number], indicator: Indicator, places: Mapping[str | None, Place]
) -> Intervals:
    """What the attacker knows."""
    known = Intervals()
    countries = {cell: number for cell, number in cells.items() if cell.kind == "country"}
    for cell, number in countries.items():
        for what, kinds in {k: (k,) for k in number.kinds}.items() | sums_of(number).items():
            amount = sum(number.kinds[kind] for kind in kinds)
            fixed = number.divided or (number.seen and what in {"size", *HALVES})
            known.add((cell, what), amount if fixed else what == "size", amount if fixed else MUCH)
        for what, kinds in sums_of(number).items():
            known.equal([(cell, kind) for kind in kinds], [(cell, what)])
    _places(known, cells, countries, places)
    _clusters(known, countries, adds=indicator.entity != "organisation")
    _periods(known, countries, latest=indicator.several_reports == "latest")
    return known


def _places(
    known: Intervals,
    cells: Mapping[Cell, Number],
    countries: Mapping[Cell, Number],
    places: Mapping[str | None, Place],
) -> None:
    """A total is the sum of its countries; and several of them tell what one leaves over."""
    parts: dict[Cell, list[Cell]] = defaultdict(list)
    for cell in countries:
        for total in above(cell, places[cell.place]):
            parts[total].append(cell)
    sums: dict[Hashable, dict[frozenset[Hashable], int]] = defaultdict(dict)
    for total, of in parts.items():
        number = cells[total]
        shown = {kind: (kind,) for kind in number.kinds if number.divided or kind in HALVES}
        for what, kinds in {**shown, **sums_of(number)}.items() if number.seen else ():
            names: list[Hashable] = [(cell, what) for cell in of]
            unseen = frozenset(n for n in names if known.least[n] != known.most[n])
            fixed = sum(known.least[n] for n in names if n not in unseen)
            amount = sum(number.kinds[kind] for kind in kinds) - fixed
            sums[total.cluster, total.period, what][unseen] = amount
    for of_slice in sums.values():
        for together, amount in differences(of_slice).items():
            known.equal(together, (), amount)


def _clusters(known: Intervals, countries: Mapping[Cell, Number], *, adds: bool) -> None:
    """All clusters of a country are their sum, or their union."""
    parts: dict[Cell, list[Cell]] = defaultdict(list)
    for cell in countries:
        if cell.cluster != ALL:
            parts[cell._replace(cluster=ALL)].append(cell)
    for total, of in parts.items():
        for what in _names(countries[total]):
            if adds:
                known.equal([(cell, what) for cell in of], [(total, what)])
            else:
                _union(known, (total, what), [(cell, what) for cell in of])


def _periods(known: Intervals, countries: Mapping[Cell, Number], *, latest: bool) -> None:
    """A longer period is the union of its parts, or what its newest part says."""
    for cell, number in countries.items():
        of = sorted((c for c in _within(cell) if c in countries), key=lambda c: c.period)
        for what in _names(number) if of else ():
            if not latest:
                _union(known, (cell, what), [(part, what) for part in of])
            elif number.kinds == countries[of[-1]].kinds:
                known.equal([(cell, what)], [(of[-1], what)])


def _within(cell: Cell) -> list[Cell]:
    """The parts that a period can have: years of all, quarters of a year."""
    if cell.period.startswith(ALL):
        return [cell._replace(period=str(year)) for year in YEARS]
    if "-Q" in cell.period:
        return []
    return [cell._replace(period=f"{cell.period}-Q{n}") for n in (1, 2, 3, 4)]


def _union(known: Intervals, whole: Hashable, parts: list[Hashable]) -> None:
    for part in parts:
        known.at_most([part], [whole])
    known.at_most([whole], parts)


def _names(number: Number) -> list[str]:
    return list({**dict.fromkeys(number.kinds), **sums_of(number)})
