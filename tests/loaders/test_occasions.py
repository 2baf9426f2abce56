"""Meetings, allocations and events: what a later file replaces, and what it leaves standing."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import loaders
from core.access import Office
from core.i18n.periods import Period
from core.storage.database import Database
from loaders import Choices, Difference, Receipt
from loaders.choices import Extent

OFFICE = Office("test")
HEADINGS = {
    "members": "Mechanism type,Cluster,Period,Organisation,Organisation type,Seat",
    "meetings": "Cluster,Meeting date,Organisation,Organisation type",
    "mechanisms": "Mechanism type,Cluster,Period,Plan in place",
    "funding": "Fund,Reference,Date,Recipient,Organisation type,Amount,Currency",
    "events": "Title,Kind,Date,Organisation,Organisation type",
}
ASKED = {
    "members": "o.name, r.period_start, r.period_end, f.seat FROM fact_member AS f",
    "meetings": "o.name, r.period_start, r.period_end, f.date FROM fact_meeting AS f",
    "funding": "o.name, r.period_start, r.period_end, f.amount FROM fact_funding AS f",
    "events": "o.name, r.period_start, r.period_end, f.title FROM fact_event AS f",
}


class Store:
    """A store with the verbs at hand."""

    def __init__(self, database: Database) -> None:
        self.database, self.known = database, loaders.knowledge(database)

    def load(self, dataset: str, *rows: str, claim: Extent = "as-found") -> Receipt:
        """Publish rows of Chad."""
        upload = loaders.read("\n".join((HEADINGS[dataset], *rows)).encode(), "upload.csv")
        choices = Choices(country="TCD", claim=claim)
        ready = loaders.prepare(self.database, upload, dataset, choices, self.known)
        assert ready.staged is not None
        assert not ready.report.blocks
        return loaders.commit(self.database, ready.staged, OFFICE)

    def facts(self, dataset: str) -> list[tuple[object, ...]]:
        """Organisation, period, and seat, day, amount or title, of every row in force."""
        with self.database.cursor() as cur:
            found = [
                (name, str(Period(start, end)), said)
                for name, start, end, said in cur.rows(
                    f"SELECT {ASKED[dataset]} JOIN report AS r USING (report) "
                    "SEMI JOIN v_current_report AS v USING (report) "
                    "LEFT JOIN organisation AS o USING (organisation)"
                )
            ]
        return sorted(found, key=lambda fact: (fact[0] or "", *fact[1:]))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    database = Database.open(tmp_path / "store.duckdb")
    yield Store(database)
    database.close()


def test_meetings_of_one_month_stand_side_by_side(store: Store) -> None:
    store.load("meetings", "WASH,2022-02-14,Espoir,NNGO", "WASH,2022-02-28,Espoir,NNGO")
    store.load("meetings", "Health,2022-02-14,Espoir,NNGO", "WASH,2022-02-21,OXFAM,INGO")

    assert store.facts("meetings") == [
        ("Espoir", "2022-02", "2022-02-14"),
        ("Espoir", "2022-02", "2022-02-14"),
        ("Espoir", "2022-02", "2022-02-28"),
        ("OXFAM", "2022-02", "2022-02-21"),
    ]


def test_a_list_of_a_meeting_replaces_that_meeting_and_no_other(store: Store) -> None:
    store.load("meetings", "WASH,2022-02-14,Espoir,NNGO", "WASH,2022-02-28,Espoir,NNGO")

    receipt = store.load("meetings", "WASH,2022-02-14,OXFAM,INGO")

    assert receipt.difference == Difference(new=1, changed=0, unchanged=0, gone=1)
    assert store.facts("meetings") == [
        ("Espoir", "2022-02", "2022-02-28"),
        ("OXFAM", "2022-02", "2022-02-14"),
    ]


def test_withdrawing_a_list_brings_the_earlier_one_of_the_meeting_back(store: Store) -> None:
    store.load("meetings", "WASH,2022-02-14,Espoir,NNGO")
    newer = store.load("meetings", "WASH,2022-02-14,OXFAM,INGO").batch

    loaders.withdraw(store.database, newer, OFFICE, "wrong file")

    assert store.facts("meetings") == [("Espoir", "2022-02", "2022-02-14")]


def test_a_file_that_claims_the_month_empties_the_meetings_it_does_not_name(store: Store) -> None:
    store.load("meetings", "WASH,2022-02-14,Espoir,NNGO", "WASH,2022-03-01,Espoir,NNGO")

    receipt = store.load("meetings", "WASH,2022-02-28,Espoir,NNGO", claim="whole")

    assert receipt.difference == Difference(new=1, changed=0, unchanged=0, gone=1)
    assert store.facts("meetings") == [
        ("Espoir", "2022-02", "2022-02-28"),
        ("Espoir", "2022-03", "2022-03-01"),
    ]


def test_an_allocation_whose_date_was_corrected_is_not_added_up_twice(store: Store) -> None:
    store.load("funding", "HF,R-1,2022,Espoir,NNGO,100,USD", "HF,R-2,2022,Espoir,NNGO,50,USD")

    store.load("funding", "HF,R-1,2022-03,Espoir,NNGO,120,USD")

    assert store.facts("funding") == [
        ("Espoir", "2022", 50.0),
        ("Espoir", "2022-03", 120.0),
    ]


def test_a_file_that_repeats_january_adds_only_february(store: Store) -> None:
    january = "HF,,2022-01-10,Espoir,NNGO,100,USD"
    store.load("funding", january)

    receipt = store.load("funding", january, "HF,,2022-02-10,Espoir,NNGO,40,USD")

    assert receipt.difference == Difference(new=1, changed=0, unchanged=1, gone=0)
    assert store.facts("funding") == [
        ("Espoir", "2022-01", 100.0),
        ("Espoir", "2022-02", 40.0),
    ]


@pytest.mark.parametrize(
    ("dataset", "before", "after"),
    [
        ("funding", "HF,R-1,2022,Espoir,NNGO,100,USD", "HF,R-1,2022,Espoir,NNGO,90,USD"),
        ("mechanisms", "Cluster,WASH,2022-01,Yes", "Cluster,WASH,2022-01,No"),
        ("events", "Atelier,Workshop,2022-01,Espoir,NNGO", "Atelier,Lesson,2022-01,Espoir,NNGO"),
    ],
)
def test_what_is_said_otherwise_is_changed_and_the_rest_is_not(
    dataset: str, before: str, after: str, store: Store
) -> None:
    store.load(dataset, before)

    same = store.load(dataset, before, "")
    other = store.load(dataset, after)

    assert same.difference == Difference(new=0, changed=0, unchanged=1, gone=0)
    assert other.difference == Difference(new=0, changed=1, unchanged=0, gone=0)


def test_an_event_is_known_by_its_title_and_date(store: Store) -> None:
    store.load("events", "Atelier,Workshop,2022-01,Espoir,NNGO", "Atelier,Workshop,2022-02,,")

    store.load("events", "ATELIER,Workshop,2022-01,OXFAM,INGO")

    assert store.facts("events") == [
        (None, "2022-02", "Atelier"),
        ("OXFAM", "2022-01", "ATELIER"),
    ]


def test_a_month_of_members_leaves_the_rest_of_the_quarter_standing(store: Store) -> None:
    store.load("members", "Cluster,WASH,2022-Q1,Espoir,NNGO,Full member")

    store.load("members", "Cluster,WASH,2022-02,OXFAM,INGO,Observer")

    assert store.facts("members") == [
        ("Espoir", "2022-Q1", "full"),
        ("OXFAM", "2022-02", "observer"),
    ]


def test_an_advisory_group_does_not_replace_the_members_of_its_cluster(store: Store) -> None:
    store.load("members", "Cluster,WASH,2022-01,Espoir,NNGO,Full member")

    store.load("members", "SAG,WASH,2022-01,OXFAM,INGO,Full member")

    assert [name for name, _, _ in store.facts("members")] == ["Espoir", "OXFAM"]


@pytest.mark.parametrize("dataset", HEADINGS)
def test_a_purge_leaves_nothing_of_any_dataset(dataset: str, store: Store) -> None:
    row = {
        "members": "Cluster,WASH,2022-01,Espoir,NNGO,Full member",
        "meetings": "WASH,2022-02-14,Espoir,NNGO",
        "mechanisms": "Cluster,WASH,2022-01,Yes",
        "funding": "HF,R-1,2022,Espoir,NNGO,100,USD",
        "events": "Atelier,Workshop,2022-01,Espoir,NNGO",
    }[dataset]
    batch = store.load(dataset, row).batch

    loaders.purge(store.database, batch, OFFICE, "asked for")

    with store.database.cursor() as cur:
        tables = [name for (name,) in cur.rows(_CONTENT)]
        left = {name: cur.value(f"SELECT count(*) FROM {name}") for name in tables}  # noqa: S608
    assert set(left.values()) == {0}


_CONTENT = """
SELECT table_name
FROM duckdb_tables()
WHERE database_name = 'store'
    AND (table_name LIKE 'fact_%' OR table_name IN ('cell', 'report', 'batch_cell', 'organisation',
        'mechanism'))
"""
