"""Which reports count, which mechanisms are expected: worlds written, measured, and undone."""

import pandas as pd
import pytest

from core.storage.cursor import Cursor
from core.storage.database import Database
from metrics import indicators, measure

L1 = indicators()["clusters_with_lna_leadership"]
L2 = indicators()["lna_share_of_leadership_roles"]
P8 = indicators()["lna_share_of_presence"]
Q1 = indicators()["reporting_rate"]


def test_one_mechanism_under_two_labels_has_each_role_once(store: Database) -> None:
    with store.rehearsal() as cur:
        _report(cur, 90, like=24, label="Eau et assainissement")
        cur.run(
            "INSERT INTO fact_org SELECT 90, * EXCLUDE (report) FROM fact_org WHERE report = 24"
        )

        found = measure(cur, L2, only={"country": "MLI", "cluster": "WSH", "period": "2025-Q1"})

    assert _halves(found) == [(1, 2, 0)]


def test_two_labels_of_one_mechanism_are_read_together(store: Database) -> None:
    # The second label has no L/NA; the first, of the same batch and period, has one.
    with store.rehearsal() as cur:
        _report(cur, 90, like=24, label="Eau et assainissement")
        _holder(cur, 90, organisation=14, role="lead", scope=None)

        found = measure(cur, L1, only={"country": "MLI", "cluster": "WSH", "period": "2025-Q1"})

    assert _halves(found) == [(1, 1, 0)]


@pytest.mark.parametrize(("scope", "answer"), [(1, (0, 0, 1)), (3, (0, 1, 0)), (None, (0, 1, 0))])
def test_an_lna_in_a_role_that_we_do_not_know_leaves_the_answer_open(
    scope: int | None, answer: tuple[int, int, int], store: Database
) -> None:
    # Mali's Nutrition is led by UNICEF; somebody holds a role that is not in our list.
    with store.rehearsal() as cur:
        _holder(cur, 25, organisation=99, role=None, scope=scope)

        found = measure(cur, L1, only={"country": "MLI", "cluster": "NUT", "period": "2025-Q1"})

    assert _halves(found) == [answer]


def test_a_role_that_is_not_in_our_list_counts_on_neither_side(store: Database) -> None:
    # Mali's Nutrition in the first quarter, with one holder more whose role nobody knows.
    only = {"country": "MLI", "cluster": "NUT", "period": "2025-Q1"}
    with store.rehearsal() as cur:
        before = _halves(measure(cur, L2, only=only))
        _holder(cur, 25, organisation=99, role=None, scope=1)

        after = _halves(measure(cur, L2, only=only))

    assert after == before


def test_a_mechanism_is_expected_for_three_quarters_after_it_last_reported(store: Database) -> None:
    # Libya reported on the first quarter of 2025; Mali's WASH makes the store reach to 2026.
    with store.rehearsal() as cur:
        _report(cur, 90, like=9, label="EHA", first=24300 + 15, last=24300 + 17)

        found = measure(cur, Q1, by=("period",), only={"country": "LBY"}, grain="quarter")

    assert list(zip(found.period, found.reporting, found.expected, strict=True)) == [
        ("2025-Q1", 1, 1),
        ("2025-Q2", 0, 1),
        ("2025-Q3", 0, 1),
        ("2025-Q4", 0, 1),
    ]


def test_a_mechanism_known_only_as_empty_is_neither_reported_nor_expected(store: Database) -> None:
    # Libya's only mechanism was named by mistake, and a correction has emptied it.
    with store.rehearsal() as cur:
        cur.run("UPDATE report SET rows = 0 WHERE country = 'LBY'")

        found = measure(cur, Q1, by=("country",), only={"country": "LBY"}, grain="quarter")

    assert (found.reporting.sum(), found.expected.sum()) == (0, 0)


def test_a_closed_mechanism_is_expected_again_once_it_reports(store: Database) -> None:
    # Nutrition closed in the second quarter, says in the fourth who leads it, then falls silent;
    # WASH makes the store reach to the first quarter of 2026.
    only = {"country": "MLI", "cluster": "NUT"}
    with store.rehearsal() as cur:
        _report(cur, 90, like=25, label="Nutrition", first=24309, last=24311)
        _report(cur, 91, like=9, label="EHA", first=24312, last=24314)

        found = measure(cur, Q1, by=("period",), only=only, grain="quarter")

    assert list(zip(found.period, found.reporting, found.expected, found.state, strict=True)) == [
        ("2025-Q1", 1, 1, "value"),
        ("2025-Q2", 0, 0, "closed"),
        ("2025-Q4", 1, 1, "value"),
        ("2026-Q1", 0, 1, "value"),
    ]


def test_an_empty_claim_does_not_open_a_closed_mechanism_again(store: Database) -> None:
    # Mali's 3W of the third quarter claims the whole country; Nutrition is closed since the second.
    only = {"country": "MLI", "cluster": "NUT", "period": "2025-Q3"}
    with store.rehearsal() as cur:
        cur.run("UPDATE report SET batch = 13 WHERE report = 10")
        cur.run("UPDATE batch_cell SET batch = 13 WHERE report = 10")
        _report(cur, 90, like=10, label="Nutrition", first=24306, last=24308)

        found = measure(cur, Q1, by=("period",), only=only)

    assert found[["period", "reporting", "expected", "state"]].to_numpy().tolist() == [
        ["2025-Q3", 0, 0, "closed"]
    ]


def test_roles_listed_for_a_closed_mechanism_are_none(store: Database) -> None:
    with store.rehearsal() as cur:
        _holder(cur, 27, organisation=11, role="co_lead", scope=1)

        found = [
            _halves(measure(cur, i, only={"country": "MLI", "cluster": "NUT"})) for i in (L1, L2)
        ]

    assert found == [[(0, 0, 0)], [(0, 0, 0)]]


def test_a_withdrawn_batch_counts_as_of_an_earlier_event(store: Database) -> None:
    # Batch 11: one NNGO in Health, withdrawn by event 14.
    only = {"country": "YEM", "cluster": "HEA", "period": "2025-Q2"}

    with store.cursor(as_of=13) as before, store.cursor(as_of=14) as after:
        counted = [_halves(measure(cur, P8, only=only)) for cur in (before, after)]

    assert counted == [[(1, 1, 0)], []]


def test_two_organisations_of_different_batches_take_the_newest_known_type(store: Database) -> None:
    # Hayat is INGO in the first quarter and NNGO in April; a later blank does not unlearn it.
    with store.rehearsal() as cur:
        cur.run("INSERT INTO fact_org VALUES (5, 6, 'present', NULL, false, NULL, 1, 1)")

        found = measure(cur, P8, only={"country": "YEM"}, scope=1)

    # Amal, Nour, Sahara, Hayat of seven.
    assert _halves(found) == [(4, 7, 0)]


def _halves(found: pd.DataFrame) -> list[tuple[int, int, int]]:
    columns = found[["numerator", "denominator", "unknown"]]
    return [(int(n), int(d), int(u)) for n, d, u in columns.itertuples(index=False)]


def _report(
    cur: Cursor,
    number: int,
    *,
    like: int,
    label: str,
    first: int | None = None,
    last: int | None = None,
) -> None:
    """A report like another one, by the same batch, that claims cells of its own."""
    cur.run(
        "INSERT INTO report SELECT * REPLACE ($number AS report, $label AS cluster_reported,"
        " coalesce($first, period_start) AS period_start,"
        " coalesce($last, period_end) AS period_end) FROM report WHERE report = $like",
        {"number": number, "like": like, "label": label, "first": first, "last": last},
    )
    cur.run(
        "INSERT INTO batch_cell SELECT batch, report, 9000 + report FROM report"
        " WHERE report = $number",
        {"number": number},
    )


def _holder(
    cur: Cursor, report: int, *, organisation: int, role: str | None, scope: int | None
) -> None:
    cur.run(
        "INSERT INTO fact_org VALUES ($report, $organisation, $role, $scope, true, NULL, 1, 0)",
        {"report": report, "organisation": organisation, "role": role, "scope": scope},
    )
