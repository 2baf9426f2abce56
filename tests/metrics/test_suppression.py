"""What a reader outside the team sees, and what an attacker makes of it."""

from collections.abc import Mapping, Sequence
from itertools import product

import pandas as pd
import pytest

from core.errors import NotAllowed
from core.storage.cursor import Cursor
from metrics import Only, indicators, measure
from metrics.hiding import ALL, Cell, Place, closed_under_arithmetic, with_totals
from metrics.suppression import hidden_cells, published, suppressed

PRESENCE = indicators()["lna_share_of_presence"]
ROLES = indicators()["lna_share_of_leadership_roles"]
EXPOSURE = PRESENCE.model_copy(update={"disclosure": "exposure"})
QUARTER = "2025-Q1"

# Two regions that cross two contexts.
PLACES = {
    "YEM": Place("ROMENA", "mena"),
    "IRQ": Place("ROMENA", "mena"),
    "SYR": Place("ROMENA", "mena"),
    "DJI": Place("ROMENA", "francophone"),
    "TCD": Place("ROWCA", "francophone"),
    "MLI": Place("ROWCA", "francophone"),
    "NER": Place("ROWCA", "francophone"),
}


def row(name: str, part: int, whole: int, unknown: int = 0, state: str = "value") -> list[object]:
    shares = [part / whole] * 3 if whole else [None] * 3
    return [name, part, whole, unknown, *shares, 1, 1, state]


def frame(by: str, *rows: list[object]) -> pd.DataFrame:
    columns = ["numerator", "denominator", "unknown", "value", "low", "high"]
    found = pd.DataFrame(list(rows), columns=[by, *columns, "reporting", "expected", "state"])
    whole = dict.fromkeys((*columns[:3], "reporting", "expected"), "Int64")
    return found.astype(
        {by: "string", "state": "string"} | whole | dict.fromkeys(columns[3:], "Float64")
    )


def seen(found: pd.DataFrame) -> dict[str, tuple[object, ...]]:
    """Numerator, denominator, unknown, share and state by group; None: not to be seen."""
    columns = ["numerator", "denominator", "unknown", "value", "state"]
    rows = found.astype(object).where(found.notna(), None)
    return {r[0]: tuple(r[1:]) for r in rows[[found.columns[0], *columns]].itertuples(index=False)}


def test_structure_shows_counts_always_and_a_share_from_ten_on() -> None:
    found = frame(
        "cluster",
        row("HEA", 1, 3),
        row("WSH", 5, 10),
        row("NUT", 0, 9),
        row("EDU", 0, 0, state="zero"),
    )

    shown = suppressed(found, ROLES, ["cluster"], grain="quarter", hidden=frozenset())

    assert seen(shown) == {
        "HEA": (1, 3, 0, None, "count-only"),
        "WSH": (5, 10, 0, 0.5, "value"),
        "NUT": (0, 9, 0, None, "count-only"),
        "EDU": (0, 0, 0, None, "zero"),
    }
    assert shown["low"].isna().tolist() == [True, False, True, True]


def test_membership_is_hidden_below_five_of_known_type() -> None:
    found = frame(
        "country",
        row("YEM", 3, 4, 7),
        row("MLI", 3, 5),
        row("TCD", 0, 0, state="zero"),
        row("LBY", 0, 0, 60, state="no-type"),
        row("NER", 0, 0, 4, state="nothing-known"),
    )

    shown = suppressed(found, PRESENCE, ["country"], grain="quarter", hidden=frozenset())

    assert seen(shown) == {
        "YEM": (None, None, None, None, "hidden"),
        "MLI": (3, 5, 0, 0.6, "value"),
        "TCD": (0, 0, 0, None, "zero"),
        "LBY": (None, None, None, None, "no-type"),
        "NER": (None, None, None, None, "hidden"),
    }


def test_exposure_is_shown_with_five_lnas_and_only_by_country_and_quarter() -> None:
    found = frame("country", row("YEM", 5, 9), row("MLI", 4, 90))
    only = {"period": QUARTER}

    shown = suppressed(found, EXPOSURE, ["country"], only=only, grain="quarter", hidden=frozenset())

    assert [state for *_, state in seen(shown).values()] == ["value", "hidden"]
    for by, wrong in product([["region"], ["country", "cluster"], []], [only]):
        with pytest.raises(NotAllowed, match="outside-the-lattice"):
            suppressed(found, EXPOSURE, by, only=wrong, grain="quarter", hidden=frozenset())


@pytest.mark.parametrize(
    ("by", "only", "grain"),
    [
        (["place"], {}, "quarter"),
        (["cluster_reported"], {}, "quarter"),
        (["hub"], {}, "quarter"),
        (["country"], {"place": "Aden"}, "quarter"),
        (["country"], {"level": "subnational"}, "quarter"),
        (["country"], {"mechanism_type": "cluster"}, "quarter"),
        (["country", "period"], {}, "month"),
        (["country", "period"], {}, "reported"),
        (["country", "period"], {"period": "2025-01"}, "quarter"),
        (["country"], {"period": "2025"}, "quarter"),
        (["country"], {"period": ("2025-Q1", "2025-Q2")}, "quarter"),
        (["country"], {"period": "2025"}, "all"),
        (["country"], {"cluster": ("WSH", "HEA")}, "quarter"),
        (["cluster"], {"country": ("YEM", "MLI")}, "quarter"),
        (["region", "context"], {}, "quarter"),
        (["region"], {"context": "mena"}, "quarter"),
    ],
)
def test_membership_outside_the_lattice_is_refused(by: list[str], only: Only, grain: str) -> None:
    with pytest.raises(NotAllowed, match="outside-the-lattice"):
        suppressed(
            frame("country"),
            PRESENCE,
            by,
            only=only,
            grain=grain,
            hidden=frozenset(),  # type: ignore[arg-type]
        )


@pytest.mark.parametrize(
    ("by", "only"),
    [
        (["cluster"], {"country": "YEM", "period": QUARTER}),
        (["country"], {"context": ("mena", "francophone"), "cluster": "WSH"}),
        (["cluster", "period"], {"cluster": ("WSH", "HEA"), "period": ("2025-Q1", "2025-Q2")}),
        (["region", "period"], {"period": "2025"}),
    ],
)
def test_membership_inside_the_lattice_is_answered(
    by: list[str], only: Only, seeded: Cursor
) -> None:
    found = published(seeded, PRESENCE, by=by, only=only, grain="quarter")

    assert len(found) == len(measure(seeded, PRESENCE, by=by, only=only, grain="quarter")) > 0


def pattern(countries: Mapping[str, int], cluster: str = ALL) -> tuple[set[str], dict[Cell, int]]:
    """The hidden countries and totals, by place, and all sizes."""
    own = {Cell("country", code, cluster, QUARTER): size for code, size in countries.items()}
    sizes = with_totals(own, PLACES)
    small = {cell for cell, size in sizes.items() if size < 5}
    hidden = closed_under_arithmetic(sizes, small, PLACES)
    return {cell.place or "world" for cell in hidden}, sizes


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
    got, _ = pattern(countries)

    assert got == hidden


def test_a_total_is_hidden_where_its_only_part_is() -> None:
    got, _ = pattern({"TCD": 3, "YEM": 20, "IRQ": 30, "SYR": 40})

    # Region and context are Chad alone; the world less Yemen, Iraq and Syria would be Chad.
    assert {"TCD", "ROWCA", "francophone", "YEM"} <= got
    # Yemen in turn must not follow from its own region and context.
    assert {"YEM", "IRQ"} <= got


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
    """By trying out: the sizes that each hidden country may have, all shown totals being right."""
    possible: dict[Cell, set[int]] = {cell: set() for cell in unseen}
    for sizes in product(range(1, 13), repeat=len(unseen)):
        tried = dict(zip(unseen, sizes, strict=True))
        known = {c: s for c, s in shown.items() if c.kind == "country"} | tried
        totals = with_totals(known, PLACES)
        if all(totals[c] == size for c, size in shown.items() if c.kind != "country"):
            for cell, size in tried.items():
                possible[cell].add(size)
    return possible


@pytest.mark.parametrize(
    "sizes",
    [(1, 6, 7, 8, 5, 9, 11), (4, 12, 5, 3, 9, 9, 9), (2, 2, 9, 9, 1, 12, 9), (9, 9, 9, 2, 8, 7, 6)],
)
def test_trying_out_every_table_leaves_each_hidden_country_open(sizes: tuple[int, ...]) -> None:
    _, every = pattern(dict(zip(PLACES, sizes, strict=True)))
    small = {cell for cell, size in every.items() if size < 5}
    hidden = closed_under_arithmetic(every, small, PLACES)
    shown = {cell: size for cell, size in every.items() if cell not in hidden}
    unseen = sorted((cell for cell in hidden if cell.kind == "country"), key=str)[:7]

    possible = solutions(shown, unseen) if len(unseen) < 6 else {}

    assert {cell.place for cell, options in possible.items() if len(options) < 2} == set()
    assert small <= hidden


def clusters(**sizes: int) -> set[str | None]:
    """The hidden clusters of one country; `total` is their union."""
    names = {"total": ALL}
    own = {Cell("country", "YEM", names.get(n, n), QUARTER): size for n, size in sizes.items()}
    small = {cell for cell, size in own.items() if size < 5}
    return {cell.cluster for cell in closed_under_arithmetic(own, small, {})}


def test_who_knows_the_members_of_the_other_clusters_cannot_count_the_rest() -> None:
    # WASH {1..8}, Health {5..11}, Nutrition {11, 12, 13}, together 13. Told WASH and Health by their
    # members, 13 less 11 would be the two that are in Nutrition alone. Health goes too.
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


def test_a_part_hidden_in_one_answer_is_hidden_in_every_other(seeded: Cursor) -> None:
    """Yemen: WASH and Health have few organisations of known type, their union has five or more."""
    hidden = hidden_cells(seeded, PRESENCE)
    small = {c for c in hidden if c.place == "YEM" and c.period == QUARTER}

    one = published(seeded, PRESENCE, by=["cluster"], only={"country": "YEM", "period": QUARTER})
    two = published(seeded, PRESENCE, by=["country", "period"], only={"cluster": "WSH"})

    assert {c.cluster for c in small} >= {"WSH", "HEA"}
    assert set(one.loc[one["cluster"].isin(["WSH", "HEA"]), "state"]) == {"hidden"}
    assert (
        two.loc[(two["country"] == "YEM") & (two["period"] == QUARTER), "state"].item() == "hidden"
    )


def test_a_country_may_open_its_memberships_or_close_everything(seeded: Cursor) -> None:
    only = {"period": QUARTER}
    by = ["country"]

    closed = published(seeded, ROLES, by=by, only=only, switches={"YEM": "context-only"})
    opened = published(seeded, PRESENCE, by=by, only=only, switches={"MLI": "open"})

    assert seen(closed)["YEM"] == (None, None, None, None, "hidden")
    # Mali, first quarter: Benkadi and the national society of three with WFP.
    assert seen(opened)["MLI"][:2] == (2, 3)
    with pytest.raises(NotAllowed):
        published(seeded, ROLES, by=["role"], switches={"YEM": "context-only"})
