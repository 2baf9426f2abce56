"""What holds for every indicator, whatever the data."""

from itertools import cycle, product

import pytest

from core.storage.cursor import Cursor
from core.storage.database import Database
from metrics import DIMENSIONS, Grain, Scope, coverage, indicators, measure, snapshot
from metrics.dimensions import implied, limits, splits
from metrics.measurement import answer
from metrics.overview import EVERY_CLUSTER
from metrics.question import ask
from metrics.settled import settled

GRAINS: tuple[Grain, ...] = ("month", "quarter", "year", "reported", "all")
SCOPES: tuple[Scope, ...] = (1, 2, 3)
BOTH_LEVELS: dict[str, str | tuple[str, ...]] = {"level": ("national", "subnational")}
SUBNATIONAL: dict[str, str | tuple[str, ...]] = {"level": "subnational"}


@pytest.mark.parametrize("name", indicators())
def test_every_text_binds_on_an_empty_store_and_finds_nothing(
    name: str, empty_store: Database
) -> None:
    indicator = indicators()[name]
    only: dict[str, tuple[str | None, ...]] = {d: (None, "x") for d in splits(indicator)}
    only |= dict.fromkeys(set(limits(indicator)) - set(only), (None, "yes"))
    only["period"] = ("2025", "2024-Q1")
    if indicator.view == "v_presence":
        only["role"] = ("lead",)

    with empty_store.cursor() as cur, settled(cur):
        found = [
            len(answer(cur, ask(indicator, by=by, only=asked, grain=grain)))
            for grain in GRAINS
            for by, asked in [
                ((), only),
                (("country", "period"), None),
                (splits(indicator), only),
            ]
        ]

    assert sum(found) == 0


# Each grain with each scope once, in turn: the indicators share them out.
TURNS = [
    (name, *turn)
    for name, turn in zip([*indicators()] * 3, cycle(product(GRAINS, SCOPES)), strict=False)
]


@pytest.mark.parametrize(("name", "grain", "scope"), TURNS)
def test_parts_lie_within_their_whole_and_values_within_their_interval(
    name: str, grain: Grain, scope: Scope, seeded: Cursor
) -> None:
    found = measure(
        seeded, indicators()[name], by=("country", "cluster", "period"), grain=grain, scope=scope
    )

    assert len(found) > 0 or grain == "month"  # hardly anything is told of a single month
    assert ((found.numerator >= 0) & (found.numerator <= found.denominator)).all()
    known = found.denominator + (found.unknown if indicators()[name].unit == "count" else 0)
    assert (found.value.isna() == (known == 0)).all()
    assert (found.low <= found.value).dropna().all()
    assert (found.value <= found.high).dropna().all()
    assert (found.reporting <= found.expected).all()


@pytest.mark.parametrize("name", indicators())
def test_a_wider_scope_never_counts_less(name: str, seeded: Cursor) -> None:
    narrow, middle, wide = (
        measure(seeded, indicators()[name], by=("country", "cluster"), scope=scope).numerator
        for scope in SCOPES
    )

    assert (narrow <= middle).all()
    assert (middle <= wide).all()


@pytest.mark.parametrize("name", [i.id for i in indicators().values() if i.pools == "adds"])
def test_what_adds_sums_to_its_whole(name: str, seeded: Cursor) -> None:
    only = BOTH_LEVELS if "level" in indicators()[name].dimensions else None
    parts = measure(seeded, indicators()[name], by=("country", "cluster"), only=only)
    whole = measure(seeded, indicators()[name], by=(), only=only)

    columns = ["numerator", "denominator"]
    assert parts[columns].sum().to_list() == whole[columns].iloc[0].to_list()


@pytest.mark.parametrize("name", [i.id for i in indicators().values() if i.pools == "distinct"])
def test_what_is_distinct_is_a_union_of_its_parts(name: str, seeded: Cursor) -> None:
    only = BOTH_LEVELS if "level" in indicators()[name].dimensions else None
    parts = measure(seeded, indicators()[name], by=("cluster",), only=only)
    whole = measure(seeded, indicators()[name], by=(), only=only)

    counted = parts.denominator + parts.unknown.fillna(0)
    union = (whole.denominator + whole.unknown.fillna(0)).iloc[0]
    assert counted.max() <= union <= counted.sum()


def test_organisations_of_two_clusters_are_one_in_the_union(seeded: Cursor) -> None:
    # Yemen, first quarter: Amal and UNICEF are in WASH and in Health.
    asked = indicators()["lna_share_of_presence"]
    only = {"country": "YEM", "period": "2025-Q1"}

    parts = measure(seeded, asked, by=("cluster",), only=only)
    whole = measure(seeded, asked, only=only)

    assert (parts.denominator.sum(), whole.denominator.iloc[0]) == (8, 6)


def test_what_is_not_asked_for_is_not_mixed_in(seeded: Cursor) -> None:
    asked = indicators()["lna_share_of_presence"]

    denominators = [
        measure(seeded, asked, only={"country": "YEM", **level}).denominator.iloc[0]
        for level in ({}, SUBNATIONAL, BOTH_LEVELS)
    ]

    # Nour is in both; Aden Youth only in Aden.
    assert denominators == [7, 2, 8]


def test_a_snapshot_holds_every_indicator_and_only_what_was_asked(seeded: Cursor) -> None:
    found = snapshot(seeded, ["MLI", "LBY"], ["2025-Q1"])

    assert list(found.columns[:4]) == ["indicator", "country", "period", "cluster"]
    # Neither country has a fund with a board; what is derived moves with its parts.
    without = {i.id for i in indicators().values() if i.over or i.code == "R6"}
    assert set(found.indicator) == set(indicators()) - without
    assert set(found.country) == {"MLI", "LBY"}
    # Mali's meeting of January and its allocation of February lie in the quarter.
    assert set(found.period) == {"2025-Q1", "2025-01", "2025-02"}


def test_a_snapshot_gives_unions_for_all_clusters_together(seeded: Cursor) -> None:
    found = snapshot(seeded, ["YEM"], ["2022-01..2025-12"])
    share = indicators()["lna_share_of_presence"]
    whole = measure(
        seeded, share, by=["period"], only={"country": "YEM", "period": "2022-01..2025-12"}
    )

    together = found[(found.indicator == share.id) & (found.cluster == EVERY_CLUSTER)]
    assert together.denominator.to_list() == whole.denominator.to_list()
    sums = found[(found.indicator == share.id) & (found.cluster != EVERY_CLUSTER)]
    assert sums.denominator.sum() > together.denominator.sum()


def test_a_snapshot_of_countries_that_nobody_reported_on_has_no_rows(seeded: Cursor) -> None:
    found = snapshot(seeded, ["HTI"], ["2025-Q1"])
    some = snapshot(seeded, ["MLI"], ["2025-Q1"])

    assert found.empty
    assert list(found.dtypes.items()) == list(some.dtypes.items())


def test_a_snapshot_for_a_dataset_leaves_out_what_it_cannot_move(seeded: Cursor) -> None:
    found = snapshot(seeded, ["MLI"], ["2025-Q1"], dataset="presence")

    moved = {"lna_share_of_presence", "unknown_type", "reporting_rate", "lna_members_active"}
    assert set(found.indicator) == moved


def test_with_grain_all_there_is_one_period_from_the_first_month_to_the_last(
    seeded: Cursor,
) -> None:
    found = measure(
        seeded, indicators()["lna_share_of_presence"], by=("country", "period"), grain="all"
    )

    assert list(zip(found.country, found.period, found.denominator, strict=True)) == [
        ("LBY", "2025-Q1", 0),
        ("MLI", "2025-01..2025-06", 3),
        ("YEM", "2025-01..2025-05", 7),
    ]


def test_coverage_is_the_reporting_rate_without_the_rate(seeded: Cursor) -> None:
    found = coverage(seeded, by=("period",), only={"country": "LBY"})

    assert found.to_dict("list") == {
        "period": ["2025-Q1", "2025-Q2"],
        "reporting": [1, 0],
        "expected": [1, 1],
        "state": ["value", "value"],
    }


def test_dimensions_of_the_declarations_are_the_closed_list() -> None:
    used = {dimension for i in indicators().values() for dimension in i.dimensions}

    assert used | implied() == set(DIMENSIONS)
    assert used & implied() == set()
