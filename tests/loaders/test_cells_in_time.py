"""Withdrawn, purged, seen as of an earlier day, repeated, in either order."""

from collections.abc import Callable

import pytest

import loaders
from core.errors import UnknownIndicator
from loaders import Choices, Difference
from tests.loaders.cells import CONTENT, HEADINGS, OFFICE, OTHER, Store


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
