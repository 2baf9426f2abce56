"""Indicators made of two others: a ratio, and a pair that is never one figure."""

import pytest

from core.errors import NotAllowed
from core.storage.cursor import Cursor
from metrics import Indicator, hidden_cells, indicators, measure, published

PAIR = indicators()["membership_and_leadership"]
RATIO = indicators()["representation_ratio"]


def with_few_needed(roles: int) -> Indicator:
    return PAIR.model_copy(update={"needs": {"lna_share_of_leadership_roles": roles}})


def test_a_pair_stands_side_by_side_from_enough_roles_on_and_has_no_figure_of_its_own(
    seeded: Cursor,
) -> None:
    only = {"country": "YEM", "period": "2025-Q1"}

    six, seven = (
        measure(seeded, with_few_needed(n), only=only, grain="quarter").iloc[0] for n in (6, 7)
    )

    # Yemen has six roles of known type.
    assert (six["state"], six["p1_value"], six["l2_value"]) == ("value", 7 / 16, 0.5)
    assert seven["state"] == "too-few"
    assert seven[["p1_value", "l2_value", "value"]].isna().all()
    assert six[["value", "low", "high", "numerator", "denominator"]].isna().all()


def test_a_ratio_is_bounded_by_what_its_parts_can_be(seeded: Cursor) -> None:
    found = measure(seeded, RATIO, by=["country"], only={"period": "2025-Q1"})

    assert (found["low"] <= found["value"]).all()
    assert (found["value"] <= found["high"]).all()


def test_outside_the_team_a_derived_number_says_no_more_than_its_parts(seeded: Cursor) -> None:
    only = {"country": "MLI", "period": "2025-Q1"}

    inside = measure(seeded, RATIO, only=only, grain="quarter").iloc[0]
    outside = published(seeded, RATIO, only=only, grain="quarter").iloc[0]

    # Mali's SAG has two seats: a count, no share; so there is no ratio either.
    assert (inside["state"], inside["value"]) == ("value", 0)
    assert (outside["state"], outside["r2_denominator"]) == ("count-only", 2)
    assert outside[["value", "low", "high", "r2_value"]].isna().all()
    assert hidden_cells(seeded, RATIO) == frozenset()


@pytest.mark.parametrize("name", ["lna_members_active", "funded_lna_roles"])
def test_where_the_whole_is_one_of_lnas_one_scope_is_public(name: str, seeded: Cursor) -> None:
    with pytest.raises(NotAllowed):
        published(seeded, indicators()[name], by=["country"], scope=1, grain="all")
