"""The laws of every number, on stores that nobody thought of."""

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from core.storage.cursor import Cursor
from core.storage.database import Database
from metrics import find
from metrics.measurement import answer
from metrics.question import Grain, Scope, ask
from metrics.settled import settled
from tests.metrics.made_store import Told, fill

SCOPES: tuple[Scope, ...] = (1, 2, 3)
HALVES = ["numerator", "denominator", "unknown"]
PRESENCE, UNKNOWN, ROLES, LED, RATE = (find(code) for code in ("P8", "Q2", "L2", "L1", "Q1"))
EVERY = (PRESENCE, UNKNOWN, ROLES, LED, RATE)
# An organisation is of one kind, in whatever list.
KINDS = {"a": "NNGO", "b": "NNGO", "c": "NS", "d": "GOV", "e": "INGO", "f": "UN", "g": "?"}
SAID = st.tuples(
    st.sampled_from(["YEM", "MLI"]),
    st.sampled_from(["WSH", "HEA", "PRO-CPN"]),
    st.sampled_from(["2025-Q1", "2025-04", "2025-Q2"]),
    st.sampled_from(["presence", "roles"]),
)
WORLDS = st.dictionaries(
    SAID, st.frozensets(st.sampled_from(sorted(KINDS))), min_size=2, max_size=7
)
World = dict[tuple[str, str, str, str], frozenset[str]]
FEW = settings(max_examples=8, deadline=None)

_BATCH_OF_EACH = (
    "INSERT INTO batch BY NAME SELECT 100 + r.report AS batch, r.dataset, true AS has_type"
    " FROM report AS r",
    "INSERT INTO event SELECT 100 + report, TIMESTAMP '2026-02-01', 'office', 'commit',"
    " 100 + report, NULL FROM report",
    "UPDATE head SET event = 999",
)
_GIVE = (
    "UPDATE report SET batch = 100 + $order[report]",
    "UPDATE batch_cell SET batch = 100 + $order[report]",
)
_REPLACE = (
    "INSERT INTO batch BY NAME SELECT 1001 AS batch, 'presence' AS dataset, true AS has_type",
    "INSERT INTO event VALUES (1001, TIMESTAMP '2026-03-01', 'office', 'commit', 1001, NULL)",
    "INSERT INTO report BY NAME SELECT r.* REPLACE (1000 + r.report AS report, 1001 AS batch,"
    " 'presence' AS dataset, 0 AS rows) FROM report AS r WHERE r.dataset = 'presence'",
    "INSERT INTO batch_cell SELECT 1001, 1000 + c.report, c.cell FROM batch_cell AS c"
    " INNER JOIN report AS r ON r.report = c.report AND r.dataset = 'presence' AND r.batch < 1001",
    "UPDATE head SET event = 1001",
)
_WITHDRAW = (
    "INSERT INTO event VALUES (1002, TIMESTAMP '2026-03-02', 'office', 'withdraw', 1001, 'wrong')",
    "UPDATE head SET event = 1002",
)


@FEW
@given(world=WORLDS, grain=st.sampled_from(["quarter", "reported", "all"]))
def test_parts_wholes_scopes_and_intervals_agree(
    world: World, grain: Grain, empty_store: Database
) -> None:
    with empty_store.rehearsal() as cur:
        made(cur, world)
        with settled(cur):
            for indicator in EVERY:
                by_scope = [
                    answer(cur, ask(indicator, by=["country", "cluster"], scope=s, grain=grain))
                    for s in SCOPES
                ]
                whole = answer(cur, ask(indicator, grain=grain))
                for found in by_scope:
                    within(found)
                narrow, middle, wide = (found["numerator"] for found in by_scope)
                assert (narrow <= middle).all()
                assert (middle <= wide).all()
                pooled(by_scope[1], whole, union=indicator.entity == "organisation")


def made(cur: Cursor, world: World) -> None:
    """A store with a report of each."""
    told = []
    for (country, cluster, period, dataset), names in world.items():
        role = "" if dataset == "presence" else "co_lead:"
        who = {name: f"{role}{KINDS[name]}" for name in names}
        told.append(Told(country=country, cluster=cluster, period=period, dataset=dataset, who=who))
    fill(cur, told)


def within(found: pd.DataFrame) -> None:
    """A numerator lies in its denominator, a value in its interval; of nothing there is none."""
    assert ((found["numerator"] >= 0) & (found["numerator"] <= found["denominator"])).all()
    assert (found["value"].isna() == (found["denominator"] == 0)).all()
    assert (found["low"] <= found["value"]).dropna().all()
    assert (found["value"] <= found["high"]).dropna().all()


def pooled(parts: pd.DataFrame, whole: pd.DataFrame, *, union: bool) -> None:
    """A whole is the sum of its parts, or their union: as much as the largest, no more than all."""
    for half in HALVES:
        total = whole[half].fillna(0).sum()
        if not union:
            assert total == parts[half].fillna(0).sum()
    if union:
        counted = parts["denominator"] + parts["unknown"]
        every = (whole["denominator"] + whole["unknown"]).sum()
        assert (counted.max() if len(counted) else 0) <= every <= counted.sum()


@FEW
@given(world=WORLDS, order=st.permutations(range(1, 8)))
def test_batches_that_claim_different_cells_say_the_same_in_any_order(
    world: World, order: list[int], empty_store: Database
) -> None:
    answers = []
    for numbers in (sorted(order), order):
        with empty_store.rehearsal() as cur:
            made(cur, apart(world))
            for statement in _BATCH_OF_EACH:
                cur.run(statement)
            ranks = sorted(numbers[: len(apart(world))])
            given_to = [ranks.index(number) + 1 for number in numbers[: len(apart(world))]]
            for statement in _GIVE:
                cur.run(statement, {"order": given_to})
            answers.append(everything(cur))

    first, second = answers
    assert_frame_equal(first, second)


def apart(world: World) -> World:
    """Only quarters: a month of a quarter is a cell of both."""
    return {said: names for said, names in world.items() if said[2] != "2025-04"}


def everything(cur: Cursor) -> pd.DataFrame:
    """All indicators by country, cluster and period."""
    with settled(cur):
        found = [
            answer(cur, ask(i, by=["country", "cluster", "period"], grain="reported"))
            for i in EVERY
        ]
    return pd.concat(found, ignore_index=True)


@FEW
@given(world=WORLDS)
def test_withdrawing_restores_what_was_there(world: World, empty_store: Database) -> None:
    with empty_store.rehearsal() as cur:
        made(cur, world)
        before = everything(cur)
        for statement in _REPLACE:
            cur.run(statement)
        emptied = everything(cur)
        for statement in _WITHDRAW:
            cur.run(statement)
        after = everything(cur)

    present = [said for said, names in world.items() if said[3] == "presence" and names]
    assert emptied.equals(before) == (not present)
    assert_frame_equal(after, before)
