"""The attack on the hiding of small numbers, on the demonstration and every indicator.

Of memberships the attacker knows every shown number of every scope over four years, that places
are sums of countries, how clusters and periods make their totals, and that something is there where
something is hidden. Exposure has no totals: it is shown by country and quarter or not at all.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import cast

import pytest

from core.errors import NotAllowed
from core.storage.cursor import Cursor
from core.storage.database import Database
from metrics import (
    Grain,
    Indicator,
    Scope,
    find,
    hidden_cells,
    indicators,
    install_views,
    published,
)
from metrics.lattice import cell_of, whole_lattice
from metrics.lattice_cells import Cell, Place
from metrics.measurement import answer
from metrics.segments import divided, has_segments
from metrics.settled import settled
from tests.metrics import test_attack as solve
from tests.metrics.known_outside import LOCAL, Number, above, kinds_of, told
from tests.metrics.public_lattice import Number as Alone
from tests.stores import demonstration_copy

PLACES = "SELECT iso3, region, context FROM country"
# Memberships have the halves of their share.
MEMBERSHIP = [
    i.id
    for i in indicators().values()
    if i.disclosure == "membership" and not i.over and i.id != "memberships"
]
EXPOSURE = [i.id for i in indicators().values() if i.disclosure == "exposure"]


@pytest.fixture(scope="module")
def cur(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cursor]:
    store = Database.open(demonstration_copy(tmp_path_factory.mktemp("demonstration")))
    install_views(store)
    with store.cursor() as cursor:
        yield cursor
    store.close()


@pytest.mark.parametrize("name", MEMBERSHIP)
def test_no_hidden_number_follows_from_what_is_shown_of_memberships(name: str, cur: Cursor) -> None:
    indicator = indicators()[name]
    cells = lattice(cur, indicator)
    places = {iso3: Place(region, context) for iso3, region, context in cur.rows(PLACES)}

    small = [cell for cell, n in cells.items() if 0 < n.size < 5]

    assert [cell for cell in small if cells[cell].seen] == []
    assert told(cells, indicator, places) == []
    for period in {cell.period for cell in small}:
        alone = one_period(cells, period)
        assert solve.told(alone, solve.conditions(alone, places), places) == []


def test_memberships_and_member_organisations_hide_the_same_cells_of_clusters(cur: Cursor) -> None:
    """Where every list names its members they are the same number."""
    shares, counts = (hidden_cells(cur, find(code)) for code in ("P1", "M2"))

    of_clusters = {cell for cell in shares ^ counts if cell.kind == "country"}

    assert len(shares & counts) > 500
    assert of_clusters == set()


@pytest.mark.parametrize("name", EXPOSURE)
def test_exposure_is_shown_by_country_and_quarter_from_five_on_and_no_other_way(
    name: str, cur: Cursor
) -> None:
    indicator = indicators()[name]

    shown = published(cur, indicator, by=("country", "period")).dropna(subset=["numerator"])

    # Nowhere in the demonstration did five L/NAs speak in one quarter of one country.
    assert (len(shown) > 0) == (name != "lna_share_of_event_voices")
    assert (shown["numerator"] >= 5).all()
    for by in ([], ["country"], ["period"], ["region", "period"], ["country", "cluster", "period"]):
        with pytest.raises(NotAllowed, match="outside-the-lattice"):
            published(cur, indicator, by=by)
    for scope, grain in ((1, "quarter"), (3, "quarter"), (2, "year"), (2, "all"), (2, "month")):
        with pytest.raises(NotAllowed, match="outside-the-lattice"):
            published(
                cur,
                indicator,
                by=["country", "period"],
                scope=cast("Scope", scope),
                grain=cast("Grain", grain),
            )


def one_period(cells: Mapping[Cell, Number], period: str) -> dict[Cell, Alone]:
    """One period alone, as all conditions at once are solved for."""
    return {
        cell._replace(period="alone"): Alone(
            sum(count for kind, count in number.kinds.items() if kind in LOCAL),
            sum(count for kind, count in number.kinds.items() if kind not in LOCAL),
            number.seen,
        )
        for cell, number in cells.items()
        if cell.period == period
    }


def lattice(cur: Cursor, indicator: Indicator) -> dict[Cell, Number]:
    """Every cell of the public lattice; those of regions, contexts and the world as sums."""
    numbers: dict[Cell, dict[str, int]] = {}
    apart = has_segments(indicator)
    places = {iso3: Place(region, context) for iso3, region, context in cur.rows(PLACES)}
    with settled(cur):
        for question in whole_lattice(indicator):
            found = (
                divided(cur, replace(question, segmented=True)) if apart else answer(cur, question)
            )
            for row in found.to_dict("records"):
                numbers[cell_of(row, question)] = kinds_of(row, apart=apart)
    for cell, kinds in list(numbers.items()):
        for total in above(cell, places[cell.place]):
            of = numbers.setdefault(total, dict.fromkeys(kinds, 0))
            numbers[total] = {kind: of[kind] + kinds[kind] for kind in kinds}
    hidden = hidden_cells(cur, indicator)
    undivided = hidden_cells(cur, indicator, scope=1) if apart else hidden
    return {
        cell: Number(kinds, cell not in hidden, apart and cell not in undivided)
        for cell, kinds in numbers.items()
        if sum(kinds.values())
    }
