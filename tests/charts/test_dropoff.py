"""Shares of different things on one line: drawn where enough stand behind them."""

from typing import Any

import pandas as pd
import pytest

from charts.chart import Mark, State
from charts.dropoff import (
    ENOUGH_ROLES,
    MEMBERS,
    PRESENT,
    ROLES,
    dropoff,
    presence_and_share,
    side_by_side,
)
from charts.ways import Way
from core.i18n import Lang
from tests.charts.measured import BOTH, PRESENCE, declared, frame, row

EN = Lang.EN
OF_MEMBERS = declared("lna_share_of_members")
OF_ROLES = declared("lna_share_of_leadership_roles")


def three(present: pd.DataFrame, members: pd.DataFrame, roles: pd.DataFrame) -> list[Way]:
    return [
        Way(PRESENT, declared(PRESENCE), present),
        Way(MEMBERS, OF_MEMBERS, members),
        Way(ROLES, OF_ROLES, roles, ENOUGH_ROLES),
    ]


def pair(members: dict[str, Any], roles: dict[str, Any], state: str = "value") -> pd.DataFrame:
    """One row of the derived indicator with both parts that it stands on."""
    cells: dict[str, Any] = {f"p1_{name}": cell for name, cell in members.items()}
    cells |= {f"l2_{name}": cell for name, cell in roles.items()}
    return frame(row(None, None, None, state=state)).assign(**cells)


def test_clusters_stand_by_their_share_of_leadership_and_too_few_roles_have_no_dot() -> None:
    present = frame(*(row(n, 20, cluster=c) for n, c in ((10, "A"), (12, "B"), (8, "C"))))
    members = frame(row(30, 50, cluster="A"), row(20, 50, cluster="B"), row(5, 9, cluster="C"))
    # A: 2 of 20 below 60 %. B: 5 of 10 above 40 %. C: one of three roles says too little.
    roles = frame(row(2, 20, cluster="A"), row(5, 10, cluster="B"), row(1, 3, cluster="C"))

    chart = dropoff(three(present, members, roles), EN)

    assert [(s.name, [(m.label, m.value) for m in s.marks]) for s in chart.series] == [
        ("Organisations present (P8)", [("B", 0.6), ("A", 0.5), ("C", 0.4)]),
        ("Cluster members (P1)", [("B", 0.4), ("A", 0.6), ("C", 5 / 9)]),
        ("Leadership roles (L2)", [("B", 0.5), ("A", 0.1), ("C", None)]),
    ]
    last = chart.series[-1].marks[-1]
    assert (last.state, last.text) == (State.COUNT_ONLY, "1 of 3")
    assert chart.finding == (
        "In 1 of 2 clusters, L/NAs hold a smaller share of leadership roles than of members"
    )
    assert any("designated" in note for note in chart.notes)


def test_a_cluster_that_one_of_the_three_does_not_know_is_not_reported_there() -> None:
    present, nobody = frame(row(10, 20, cluster="A")), frame(row(1, 2, cluster="A")).iloc[:0]

    chart = dropoff(three(present, nobody, nobody), EN)

    assert [s.marks[0].state for s in chart.series] == [
        State.VALUE, State.NOT_REPORTED, State.NOT_REPORTED
    ]  # fmt: skip
    assert chart.finding == "Too few leadership roles to put them beside membership"


def test_membership_and_leadership_are_two_dots_and_no_difference() -> None:
    chart = side_by_side(pair(row(57, 100), row(4, 20)), declared(BOTH), EN)

    assert [(s.name, s.marks[0].value, s.marks[0].text) for s in chart.series] == [
        ("Cluster members (P1)", 0.57, "57% (57 of 100)"),
        ("Leadership roles (L2)", 0.2, "20% (4 of 20)"),
    ]
    assert chart.finding == "L/NAs: 57% of cluster members, 20% of leadership roles"
    # 57 - 20: the figure that nobody may read off.
    assert "37" not in chart.alternative + chart.finding


def test_below_ten_roles_counts_stand_beside_each_other_without_dots() -> None:
    hidden = {"value": None, "low": None, "high": None}
    found = pair({**row(57, 100), **hidden}, {**row(2, 9), **hidden}, "too-few")

    chart = side_by_side(found, declared(BOTH), EN)

    assert [(s.marks[0].value, s.marks[0].text) for s in chart.series] == [
        (None, "57 of 100"), (None, "2 of 9")
    ]  # fmt: skip
    assert chart.finding == "Cluster members: 57 of 100; leadership roles: 2 of 9"


def test_a_part_that_nobody_reported_is_said_to_be_so() -> None:
    silent = dict.fromkeys(row(1, 2), None)

    chart = side_by_side(pair(row(57, 100), silent, "not-reported"), declared(BOTH), EN)

    assert chart.series[1].marks[0].state is State.NOT_REPORTED
    assert "37" not in chart.finding


@pytest.mark.parametrize(
    ("forums", "finding"),
    [
        # Fifteen of twenty have one, seven of a hundred seats are theirs: that is told.
        ([("Clusters", (9, 9), (50, 100)), ("HCTs", (15, 20), (7, 100))],
         "HCTs: 15 of 20 have an L/NA, 7% of the seats"),
        ([("Clusters", (9, 9), None)], "Too little reported to put presence beside share"),
    ],
)  # fmt: skip
def test_presence_and_share_are_said_together(
    forums: list[tuple[str, tuple[int, int], tuple[int, int] | None]], finding: str
) -> None:
    def way(halves: tuple[int, int] | None, indicator: str) -> Way:
        measured = frame(row(*(halves or (1, 2))))
        return Way("", declared(indicator), measured if halves else measured.iloc[:0])

    chart = presence_and_share(
        [
            (name, way(some, "mechanisms_with_lna_members"), way(seats, "lna_share_of_members"))
            for name, some, seats in forums
        ],
        EN,
    )

    assert chart.finding == finding
    marks: list[Mark] = [*chart.marks]
    assert len(marks) == 2 * len(forums)
