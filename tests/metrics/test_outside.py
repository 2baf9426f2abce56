"""What a page offers outside the team is what is answered there, and nothing else."""

import pytest

import metrics
from core.errors import NotAllowed
from core.storage.cursor import Cursor

# One of each class of disclosure, and one that stands on two others.
ASKED = ("lna_share_of_presence", "clusters_with_lna_leadership", "lna_share_of_attendance",
         "representation_ratio")  # fmt: skip


@pytest.mark.parametrize("name", ASKED)
def test_it_is_allowed_exactly_where_it_is_answered(seeded: Cursor, name: str) -> None:
    indicator = metrics.find(name)
    questions = [
        (by, only)
        for by in (("country",), ("cluster",), ("level",), ("country", "cluster"))
        for only in ({"period": "2022-Q1"}, {})
    ]

    for by, only in questions:
        allowed = metrics.allowed_outside(indicator, by=by, only=only)
        assert allowed == answered(seeded, indicator, by, only), (by, only)


def test_levels_are_structure_and_membership_by_level_is_not() -> None:
    outside = {
        name: metrics.allowed_outside(metrics.find(name), by=["level"], only={"period": "2022-Q1"})
        for name in ASKED
    }

    assert outside == {
        "lna_share_of_presence": False,
        "clusters_with_lna_leadership": True,
        "lna_share_of_attendance": False,
        "representation_ratio": False,  # one of its two parts is membership
    }


def answered(
    cur: Cursor, indicator: metrics.Indicator, by: tuple[str, ...], only: dict[str, str]
) -> bool:
    try:
        metrics.published(cur, indicator, by=by, only=only, hidden=frozenset())
    except NotAllowed:
        return False
    return True
