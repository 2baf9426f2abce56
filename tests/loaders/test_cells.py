"""What a batch replaces, and what it leaves standing: through the verbs, on a real store."""

import pytest

from loaders import Difference
from tests.loaders.cells import Extent, Fact, Store


def test_two_clusters_report_the_same_month_side_by_side(store: Store) -> None:
    store.load("Espoir,NNGO,Health,Lac,2022-01")
    store.load("OXFAM,INGO,WASH,Lac,2022-01")

    assert store.facts() == [
        ("Espoir", "HEA", "lac", "2022-01"),
        ("OXFAM", "WSH", "lac", "2022-01"),
    ]


def test_two_provinces_report_the_same_month_side_by_side(store: Store) -> None:
    store.load("Espoir,NNGO,Health,Lac,2022-01")
    store.load("OXFAM,INGO,Health,Kanem,2022-01")

    assert store.facts() == [
        ("Espoir", "HEA", "lac", "2022-01"),
        ("OXFAM", "HEA", "kanem", "2022-01"),
    ]


@pytest.mark.parametrize(
    ("claim", "left"),
    [
        ("whole", [("Sahel", "HEA", "lac", "2022-01")]),
        ("as-found", [("OXFAM", "WSH", "lac", "2022-01"), ("Sahel", "HEA", "lac", "2022-01")]),
    ],
)
def test_a_correction_without_a_cluster_empties_it_only_when_it_claims_the_whole(
    store: Store, claim: Extent, left: list[Fact]
) -> None:
    store.load("Espoir,NNGO,Health,Lac,2022-01", "OXFAM,INGO,WASH,Lac,2022-01")

    receipt = store.load("Sahel,NNGO,Health,Lac,2022-01", claim=claim)

    assert store.facts() == left
    gone = 2 if claim == "whole" else 1
    assert receipt.difference == Difference(new=1, changed=0, unchanged=0, gone=gone)


def test_an_emptied_cluster_says_zero_and_not_nothing(store: Store) -> None:
    store.load("Espoir,NNGO,Health,Lac,2022-01", "OXFAM,INGO,WASH,Lac,2022-01")
    store.load("Espoir,NNGO,Health,Lac,2022-01", claim="whole")

    with store.database.cursor() as cur:
        reports = cur.rows(
            "SELECT cluster, rows FROM report SEMI JOIN v_current_report USING (report) "
            "ORDER BY cluster"
        )

    assert reports == [("HEA", 1), ("WSH", 0)]


def test_a_claim_of_the_whole_leaves_other_months_alone(store: Store) -> None:
    store.load("OXFAM,INGO,WASH,Lac,2022-01", "OXFAM,INGO,WASH,Lac,2022-02")
    store.load("Espoir,NNGO,Health,Lac,2022-02", claim="whole")

    assert store.facts() == [
        ("Espoir", "HEA", "lac", "2022-02"),
        ("OXFAM", "WSH", "lac", "2022-01"),
    ]


def test_a_cumulative_file_replaces_january_and_counts_nothing_twice(store: Store) -> None:
    january = ("Espoir,NNGO,Health,Lac,2022-01", "OXFAM,INGO,Health,Lac,2022-01")
    store.load(*january)

    receipt = store.load(*january, "Espoir,NNGO,Health,Lac,2022-02")

    assert store.facts() == [
        ("Espoir", "HEA", "lac", "2022-01"),
        ("Espoir", "HEA", "lac", "2022-02"),
        ("OXFAM", "HEA", "lac", "2022-01"),
    ]
    assert receipt.difference == Difference(new=1, changed=0, unchanged=2, gone=0)


def test_another_type_for_the_same_organisation_is_a_change(store: Store) -> None:
    store.load("Espoir,INGO,Health,Lac,2022-01")

    receipt = store.load("Espoir,NNGO,Health,Lac,2022-01")

    assert receipt.difference == Difference(new=0, changed=1, unchanged=0, gone=0)


def test_a_month_wins_over_its_quarter_which_stays_while_it_holds_another(store: Store) -> None:
    store.load("Espoir,NNGO,Health,Lac,2022-Q1")
    quarter = ("Espoir", "HEA", "lac", "2022-Q1")

    first = store.load("OXFAM,INGO,Health,Lac,2022-02")

    assert store.facts() == [quarter, ("OXFAM", "HEA", "lac", "2022-02")]
    assert first.difference == Difference(new=1, changed=0, unchanged=0, gone=0)

    store.load("OXFAM,INGO,Health,Lac,2022-01")
    last = store.load("OXFAM,INGO,Health,Lac,2022-03")

    assert quarter not in store.facts()
    assert last.difference == Difference(new=1, changed=0, unchanged=0, gone=1)
