"""What an attacker makes of the cells that are shown."""

from collections.abc import Mapping, Sequence
from itertools import product

import pytest

from metrics.hiding import closed_under_arithmetic, with_totals
from metrics.lattice_cells import ALL, Cell, Place

QUARTER = "2025-Q1"

# Two regions that cross two contexts.
PLACES: dict[str | None, Place] = {
    "YEM": Place("ROMENA", "mena"),
    "IRQ": Place("ROMENA", "mena"),
    "SYR": Place("ROMENA", "mena"),
    "DJI": Place("ROMENA", "francophone"),
    "TCD": Place("ROWCA", "francophone"),
    "MLI": Place("ROWCA", "francophone"),
    "NER": Place("ROWCA", "francophone"),
}


def pattern(countries: Mapping[str, int], cluster: str = ALL) -> set[str]:
    """The hidden countries and totals, by place."""
    own = {Cell("country", code, cluster, QUARTER): size for code, size in countries.items()}
    sizes = with_totals(own, PLACES)
    small = {cell for cell, size in sizes.items() if size < 5}
    hidden = closed_under_arithmetic(sizes, small, PLACES)
    return {cell.place or "world" for cell in hidden}


@pytest.mark.parametrize(
    ("countries", "hidden"),
    [
        ({"YEM": 20, "IRQ": 30, "TCD": 40}, set()),
        # Region less the others would give 3: the next smallest goes too.
        ({"YEM": 3, "IRQ": 30, "SYR": 6, "TCD": 40}, {"YEM", "SYR"}),
        # 1 and 1: a rest of 2 is told as well as one.
        ({"YEM": 1, "IRQ": 30, "SYR": 1, "TCD": 40}, {"YEM", "SYR", "IRQ"}),
        # The rest is 10 and the next smallest is 6 at most: 4 for who knows the rule. The tie goes.
        ({"YEM": 4, "IRQ": 6, "SYR": 6, "DJI": 30, "TCD": 40}, {"YEM", "IRQ", "SYR"}),
    ],
)
def test_a_region_does_not_tell_its_hidden_country(
    countries: Mapping[str, int], hidden: set[str]
) -> None:
    got = pattern(countries)

    assert got == hidden


def test_a_total_is_hidden_where_its_only_part_is() -> None:
    got = pattern({"TCD": 3, "YEM": 20, "IRQ": 30, "SYR": 40})

    # Region and context are Chad alone, and so would be the world less ROMENA.
    assert got == {"TCD", "ROWCA", "francophone", "world"}


def test_unknown_types_alone_cost_no_other_country_its_number() -> None:
    # Yemen: a few organisations, none of known type. Its region and context go, Iraq stays.
    got = pattern({"YEM": 0, "IRQ": 30, "TCD": 40})

    assert got == {"YEM", "ROMENA", "mena", "world"}


def test_no_combination_of_regions_and_contexts_tells_a_country() -> None:
    """Djibouti is ROMENA less mena, whatever is hidden in Yemen and Iraq."""
    countries = {"YEM": 9, "IRQ": 8, "SYR": 70, "DJI": 30, "TCD": 90, "MLI": 95, "NER": 80}
    own = {Cell("country", code, ALL, QUARTER): size for code, size in countries.items()}
    sizes = with_totals(own, PLACES)
    first = {Cell("country", code, ALL, QUARTER) for code in ("YEM", "IRQ", "DJI", "TCD")}

    hidden = closed_under_arithmetic(sizes, first, PLACES)

    def total(kind: str, place: str) -> bool:
        return Cell(kind, place, ALL, QUARTER) not in hidden  # type: ignore[arg-type]

    assert not (total("region", "ROMENA") and total("context", "mena"))


def solutions(shown: Mapping[Cell, int], unseen: Sequence[Cell]) -> dict[Cell, set[int]]:
    """By trying out: the sizes up to 9 that each hidden country may have."""
    possible: dict[Cell, set[int]] = {cell: set() for cell in unseen}
    for sizes in product(range(1, 10), repeat=len(unseen)):
        tried = dict(zip(unseen, sizes, strict=True))
        known = {c: s for c, s in shown.items() if c.kind == "country"} | tried
        totals = with_totals(known, PLACES)
        if all(totals[c] == size for c, size in shown.items() if c.kind != "country"):
            for cell, size in tried.items():
                possible[cell].add(size)
    return possible


@pytest.mark.parametrize(
    "sizes",
    [(1, 6, 7, 8, 5), (9, 9, 5, 3, 9), (1, 1, 9, 9, 2), (4, 6, 6, 9, 9), (9, 8, 2, 7, 6)],
)
def test_trying_out_every_table_leaves_each_hidden_country_open(sizes: tuple[int, ...]) -> None:
    own = {
        Cell("country", code, ALL, QUARTER): size for code, size in zip(PLACES, sizes, strict=False)
    }
    every = with_totals(own, PLACES)
    small = {cell for cell, size in every.items() if size < 5}
    hidden = closed_under_arithmetic(every, small, PLACES)
    shown = {cell: size for cell, size in every.items() if cell not in hidden}
    unseen = sorted((cell for cell in hidden if cell.kind == "country"), key=str)

    possible = solutions(shown, unseen)

    assert small <= hidden
    assert min(len(options) for options in possible.values()) > 1


def clusters(**sizes: int) -> set[str | None]:
    """The hidden clusters of one country; `total` is their union."""
    names = {"total": ALL}
    own = {Cell("country", "YEM", names.get(n, n), QUARTER): size for n, size in sizes.items()}
    small = {cell for cell, size in own.items() if size < 5}
    return {cell.cluster for cell in closed_under_arithmetic(own, small, {})}


def test_who_knows_the_members_of_the_other_clusters_cannot_count_the_rest() -> None:
    # WASH {1..8}, Health {5..11}, Nutrition {11, 12, 13}, together 13. Told WASH and Health by
    # their members, 13 less 11 would be the two in Nutrition alone. Health goes too.
    assert clusters(WSH=8, HEA=7, NUT=3, total=13) == {"NUT", "HEA"}
    # A country of one cluster: the total is the cluster.
    assert clusters(NUT=3, total=9) == {"NUT", ALL}
    assert clusters(WSH=8, HEA=7, total=13) == set()


def periods(**sizes: int) -> set[str]:
    written = {"q1": "2025-Q1", "q2": "2025-Q2", "q3": "2025-Q3", "year": "2025"}
    own = {Cell("country", "YEM", ALL, written[n]): size for n, size in sizes.items()}
    small = {cell for cell, size in own.items() if size < 5}
    return {cell.period for cell in closed_under_arithmetic(own, small, {})}


def test_a_year_hides_a_second_quarter_only_where_it_tells_the_first() -> None:
    # The same organisations every quarter: 22 less 41 tells nothing of the first.
    assert periods(q1=3, q2=20, q3=21, year=22) == {"2025-Q1"}
    # Others in every quarter: 24 less 21 is at least 3, which is all there can be.
    assert periods(q1=3, q2=10, q3=11, year=24) == {"2025-Q1", "2025-Q2"}
    # A total that is nothing but the hidden part.
    assert periods(q1=3, year=3) == {"2025-Q1", "2025"}


def test_where_clusters_add_up_the_rest_of_a_total_tells_no_two_that_are_one_each() -> None:
    """12 seats, 10 of them in a shown cluster: the two hidden ones would hold one each."""
    country = Cell("country", "TCD", ALL, "2025-Q1")
    sizes = {country: 12} | {
        country._replace(cluster=name): size for name, size in (("A", 1), ("B", 1), ("C", 10))
    }
    small = [country._replace(cluster=name) for name in ("A", "B")]

    union, sums = (
        closed_under_arithmetic(sizes, small, {}, clusters_add=adds) for adds in (False, True)
    )

    assert union == frozenset(small)
    assert country._replace(cluster="C") in sums or country in sums
