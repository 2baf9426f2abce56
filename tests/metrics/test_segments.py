"""What a number of L/NAs is made of."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import UnknownIndicator
from core.storage.cursor import Cursor
from core.storage.database import Database
from metrics import Scope, find, measure
from metrics.segments import SEGMENTS, segments
from tests.metrics.made_store import TYPES, Told, fill

PRESENCE = find("P8")
ROLES = find("L2")
SCOPES: tuple[Scope, ...] = (1, 2, 3)

# WASH in Q1: two NGOs, the society, a ministry, one authority de facto, UNICEF, one unknown.
# Health: Amal again, the authority again. In Q2 the authority is typed as a government.
TOLD = (
    Told(
        country="YEM",
        cluster="WSH",
        period="2025-Q1",
        who={
            "Amal": "NNGO", "Nour": "NNGO", "Crescent": "NS", "Ministry": "GOV", "Council": "DFA",
            "UNICEF": "UN", "Sahara": "?",
        },
    ),
    Told(
        country="YEM", cluster="HEA", period="2025-Q1", who={"Amal": "NNGO", "Council": "DFA"}
    ),
    Told(country="YEM", cluster="WSH", period="2025-Q2", who={"Council": "GOV", "UNICEF": "UN"}),
    Told(
        country="YEM",
        cluster="WSH",
        period="2025-Q1",
        dataset="roles",
        who={"UNICEF": "lead:UN", "Council": "co_lead:DFA", "Crescent": "co_lead:NS"},
    ),
)  # fmt: skip


@pytest.fixture
def cur(empty_store: Database) -> Iterator[Cursor]:
    with empty_store.rehearsal() as cursor:
        fill(cursor, TOLD)
        yield cursor


def test_authorities_de_facto_stand_apart_and_in_no_scope(cur: Cursor) -> None:
    found = segments(cur, PRESENCE, by=["cluster"], only={"period": "2025-Q1"})

    assert found[
        ["cluster", "numerator", "denominator", "unknown", *SEGMENTS]
    ].to_numpy().tolist() == [
        ["HEA", 1, 2, 0, 1, 0, 0, 1, 0],
        ["WSH", 3, 6, 1, 2, 1, 1, 1, 1],
    ]


def test_an_organisation_is_in_the_segment_of_its_newest_type(cur: Cursor) -> None:
    found = segments(cur, PRESENCE)

    # The council is a government by now.
    assert found[list(SEGMENTS)].iloc[0].tolist() == [2, 1, 2, 0, 1]


def test_roles_have_segments_too(cur: Cursor) -> None:
    found = segments(cur, ROLES)

    assert found[["numerator", "denominator", *SEGMENTS]].iloc[0].tolist() == [
        1, 3, 0, 1, 0, 1, 1,
    ]  # fmt: skip


@pytest.mark.parametrize("code", ["L1", "Q1", "Q2"])
def test_what_counts_no_actors_has_no_segments(code: str, cur: Cursor) -> None:
    with pytest.raises(UnknownIndicator, match="no-segments"):
        segments(cur, find(code))


REPORTS = st.lists(
    st.tuples(
        st.sampled_from(["WSH", "HEA"]),
        st.sampled_from(["2025-Q1", "2025-Q2"]),
        st.dictionaries(st.sampled_from("abcdef"), st.sampled_from(sorted(TYPES)), max_size=6),
    ),
    min_size=1,
    max_size=4,
)


@settings(max_examples=8, deadline=None)
@given(reports=REPORTS)
def test_segments_add_up_to_the_denominator_and_agree_with_every_scope(
    reports: list[tuple[str, str, dict[str, str]]], empty_store: Database
) -> None:
    with empty_store.rehearsal() as cur:
        fill(cur, [Told(country="YEM", cluster=c, period=p, who=w) for c, p, w in reports])
        found = segments(cur, PRESENCE, by=["cluster"])
        scopes = [measure(cur, PRESENCE, by=["cluster"], scope=s).numerator for s in SCOPES]

    assert (found[list(SEGMENTS)].sum(axis=1) == found.denominator).all()
    assert (found[list(SEGMENTS)] >= 0).all(axis=None)
    nested = [found[list(SEGMENTS[:n])].sum(axis=1) for n in SCOPES]
    assert [n.tolist() for n in nested] == [s.tolist() for s in scopes]
