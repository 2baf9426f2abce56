"""What a batch replaces, and what it leaves standing: through the verbs, on a real store."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

import pytest

import loaders
from core.access import Office
from core.errors import UnknownIndicator
from core.i18n.periods import Period
from core.storage.database import Database
from loaders import Choices, Difference, Knowledge, Receipt, Staged

OFFICE = Office("OCHA Chad")
HEADINGS = "Organisation,Organisation type,Cluster,Province,Month"
Fact = tuple[str, str, str | None, str]
Extent = Literal["whole", "as-found"]

# What says nothing about any file: the words of three languages, the list of decisions.
OTHER = {"reference_version", "country", "cluster", "cluster_crosswalk", "organisation_type",
         "term", "alias", "published_figure", "migration", "batch", "event", "head",
         "organisation_alias", "acronym_decision", "organisation_flag"}  # fmt: skip
# What a commit, a withdrawal or a purge could leave something in.
CONTENT = ("report", "batch_cell", "cell", "mechanism", "organisation", "fact_org",
           "fact_presence", "fact_role", "fact_member", "fact_meeting", "fact_mechanism",
           "fact_funding", "fact_event")  # fmt: skip


class Store:
    """A store with the verbs at hand."""

    def __init__(self, database: Database, known: Knowledge) -> None:
        self.database, self.known = database, known

    def staged(self, *rows: str, claim: Extent = "as-found") -> Staged:
        """Rows of Chad, ready to be published."""
        content = "\n".join((HEADINGS, *rows)).encode()
        upload = loaders.read(content, "upload.csv")
        choices = Choices(country="TCD", claim=claim)
        ready = loaders.prepare(self.database, upload, "presence", choices, self.known)
        assert ready.staged is not None
        assert not ready.report.blocks
        return ready.staged

    def load(self, *rows: str, claim: Extent = "as-found") -> Receipt:
        """Publish rows of Chad."""
        return loaders.commit(self.database, self.staged(*rows, claim=claim), OFFICE)

    def facts(self, *, as_of: int | None = None) -> list[Fact]:
        """Organisation, cluster, place and period of every fact in force."""
        with self.database.cursor(as_of=as_of) as cur:
            return sorted(
                (name, cluster, place, str(Period(start, end)))
                for name, cluster, place, start, end in cur.rows(
                    "SELECT o.name, r.cluster, r.place_key, r.period_start, r.period_end "
                    "FROM fact_org AS f JOIN report AS r USING (report) "
                    "SEMI JOIN v_current_report AS v ON v.report = r.report "
                    "JOIN organisation AS o ON o.organisation = f.organisation"
                )
            )

    def rows_of(self, table: str) -> int:
        """How many rows a table holds."""
        with self.database.cursor() as cur:
            return int(cur.value(f"SELECT count(*) FROM {table}"))  # noqa: S608 - of CONTENT

    def tables(self) -> set[str]:
        """Every table of the store."""
        with self.database.cursor() as cur:
            found = cur.rows("SELECT table_name FROM duckdb_tables() WHERE database_name = 'store'")
            return {name for (name,) in found}

    def everything(self) -> dict[str, list[tuple[object, ...]]]:
        """The whole content of the store."""
        with self.database.cursor() as cur:
            tables = (*CONTENT, "batch", "event", "head")
            return {name: cur.rows(f"FROM {name} ORDER BY ALL") for name in tables}


@pytest.fixture
def new_store(tmp_path: Path) -> Iterator[Callable[[], Store]]:
    opened: list[Database] = []

    def opener() -> Store:
        database = Database.open(tmp_path / f"store{len(opened)}.duckdb")
        opened.append(database)
        return Store(database, loaders.knowledge(database))

    yield opener
    for database in opened:
        database.close()


@pytest.fixture
def store(new_store: Callable[[], Store]) -> Store:
    return new_store()


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


def test_withdrawing_brings_the_earlier_batch_back(store: Store) -> None:
    store.load("Espoir,NNGO,Health,Lac,2022-01")
    newer = store.load("OXFAM,INGO,Health,Lac,2022-01").batch

    loaders.withdraw(store.database, newer, OFFICE, "wrong file")

    assert store.facts() == [("Espoir", "HEA", "lac", "2022-01")]
    with pytest.raises(UnknownIndicator, match="batch-withdrawn"):
        loaders.withdraw(store.database, newer, OFFICE, "again")


def test_a_purge_leaves_a_tombstone_and_nothing_else(store: Store) -> None:
    batch = store.load("Espoir,NNGO,Health,Lac,2022-01", "OXFAM,INGO,WASH,Lac,2022-01").batch

    event = loaders.purge(store.database, batch, OFFICE, "asked for")

    assert store.tables() == {*CONTENT, *OTHER}
    assert {table: store.rows_of(table) for table in CONTENT} == dict.fromkeys(CONTENT, 0)
    with store.database.cursor() as cur:
        told = cur.rows(
            "SELECT batch, file_name, file_sha256, content_sha256, sheet, heading_row, identity, "
            "choices FROM batch"
        )
        events = cur.rows("SELECT event, kind, batch, why FROM event ORDER BY event")
    assert told == [(batch, *[None] * 7)]
    assert events == [(batch, "commit", batch, None), (event, "purge", batch, "asked for")]
    with pytest.raises(UnknownIndicator, match="batch-purged"):
        loaders.purge(store.database, batch, OFFICE, "again")


def test_a_purge_leaves_what_another_batch_names_too(store: Store) -> None:
    store.load("Espoir,NNGO,Health,Lac,2022-01")
    newer = store.load("Espoir,NNGO,Health,Lac,2022-01", "OXFAM,INGO,WASH,Lac,2022-01").batch

    loaders.purge(store.database, newer, OFFICE, "asked for")

    assert store.facts() == [("Espoir", "HEA", "lac", "2022-01")]
    assert store.rows_of("organisation") == 1
    assert store.rows_of("mechanism") == 1


def test_as_of_an_earlier_event_the_store_is_what_it_was(store: Store) -> None:
    first = store.load("Espoir,NNGO,Health,Lac,2022-01").batch
    second = store.load("OXFAM,INGO,Health,Lac,2022-01").batch
    third = loaders.withdraw(store.database, second, OFFICE, "wrong file")

    espoir = [("Espoir", "HEA", "lac", "2022-01")]
    assert store.facts(as_of=0) == []
    assert store.facts(as_of=first) == espoir
    assert store.facts(as_of=second) == [("OXFAM", "HEA", "lac", "2022-01")]
    assert store.facts(as_of=third) == espoir


def test_a_rehearsal_leaves_nothing_and_tells_what_the_commit_does(store: Store) -> None:
    store.load("Espoir,NNGO,Health,Lac,2022-01", "OXFAM,INGO,WASH,Lac,2022-01")
    staged = store.staged("Sahel,NNGO,Health,Lac,2022-01", claim="whole")
    before = store.everything()

    rehearsal = loaders.rehearse(
        store.database, staged, observe=lambda cur: cur.value("SELECT event FROM head")
    )

    assert store.everything() == before
    assert (rehearsal.before, rehearsal.after) == (1, 2)
    assert rehearsal.gone_names == ("Espoir", "OXFAM")
    assert rehearsal.difference == Difference(new=1, changed=0, unchanged=0, gone=2)
    assert loaders.commit(store.database, staged, OFFICE).difference == rehearsal.difference


def test_the_same_file_again_is_no_news_until_something_replaced_it(store: Store) -> None:
    rows = ("Espoir,NNGO,Health,Lac,2022-01", "OXFAM,INGO,WASH,Lac,2022-01")
    first = store.load(*rows)
    again = store.load(*rows)
    store.load("Sahel,NNGO,Health,Lac,2022-01")
    after = store.load(*rows)

    assert (again.batch, again.repeated, again.rows_stored) == (first.batch, True, 0)
    assert not after.repeated
    assert after.difference == Difference(new=1, changed=0, unchanged=1, gone=1)


def test_a_withdrawn_file_is_news_again(store: Store) -> None:
    batch = store.load("Espoir,NNGO,Health,Lac,2022-01").batch
    loaders.withdraw(store.database, batch, OFFICE, "wrong file")

    assert not store.load("Espoir,NNGO,Health,Lac,2022-01").repeated
    assert store.facts() == [("Espoir", "HEA", "lac", "2022-01")]


def test_disjoint_claims_give_the_same_in_either_order(new_store: Callable[[], Store]) -> None:
    health = ("Espoir,NNGO,Health,Lac,2022-01", "OXFAM,INGO,Health,Kanem,2022-01")
    wash = ("OXFAM,INGO,WASH,Lac,2022-01", "Sahel,NNGO,WASH,Lac,2022-02")
    one, other = new_store(), new_store()

    one.load(*health)
    one.load(*wash)
    other.load(*wash)
    other.load(*health)

    assert len(one.facts()) == 4
    assert one.facts() == other.facts()


def test_a_blocked_file_is_never_published(store: Store) -> None:
    upload = loaders.read(f"{HEADINGS}\nEspoir,NNGO,Health,Lac,2022-01\n".encode(), "upload.csv")
    blocked = loaders.prepare(store.database, upload, "presence", Choices(), store.known)

    assert blocked.staged is not None
    with pytest.raises(ValueError, match="blocks"):
        loaders.commit(store.database, blocked.staged, OFFICE)
    assert store.rows_of("report") == 0
