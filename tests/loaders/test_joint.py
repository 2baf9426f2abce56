"""Types from another sheet and split cells: offered, taken on a person's word, on record."""

from dataclasses import replace

import pytest

import loaders
from core.access import Office
from loaders import Choices, Pair, Staged
from loaders.issues import Code
from loaders.join import Join, JoinedType
from loaders.recorded import decided
from tests.loaders.cells import Store
from tests.loaders.made_joint import NAME, PARTNERS, workbook

OFFICE = Office("OCHA Chad")
JOIN = Join("Partners", "Organisation", "Organisation type")


def staged(store: Store, choices: Choices, content: bytes | None = None) -> Staged:
    upload = loaders.read(content or workbook(), NAME)
    ready = loaders.prepare(store.database, upload, "presence", choices, store.known)
    assert ready.staged is not None
    return ready.staged


def test_a_hidden_sheet_is_offered_with_the_rows_it_would_settle(store: Store) -> None:
    (offer,) = staged(store, Choices()).join_offers

    # Four rows, all of unknown type; the two that name one organisation each are on the sheet.
    assert (offer.join, offer.visible) == (JOIN, False)
    assert (offer.rows_settled, offer.rows_unknown) == (2, 4)


def test_nothing_is_offered_once_the_list_tells_every_type(store: Store) -> None:
    content = b"Organisation,Organisation type,Cluster\nEspoir,NNGO,WASH\n"

    ready = staged(store, Choices(country="TCD"), content)

    assert (ready.join_offers, ready.split_offers) == ((), ())


def test_every_type_that_was_taken_leads_back_to_its_cell(store: Store) -> None:
    ready = staged(store, Choices(join=JOIN, split=("+",)))

    receipt = loaders.commit(store.database, ready, OFFICE)

    with store.database.cursor() as cur:
        said = decided(cur, receipt.batch)
        rows = cur.rows("SELECT source_row, type_reported FROM fact_presence ORDER BY ALL")
    assert said is not None
    assert said.joined is not None
    assert said.split == ("+",)
    assert said.joined.types == (
        JoinedType("Espoir du Sahel", 2, 2, "NNGO", 2, 2),
        JoinedType("Secours Inventé", 3, 1, "INGO", 3, 2),
        JoinedType("Made Up Relief", 4, 1, "NNGO", 4, 2),
    )
    assert [one.cell for one in said.joined.types] == ["B2", "B3", "B4"]
    assert rows == [(2, "NNGO"), (3, "INGO"), (4, "NNGO"), (4, "NNGO"), (5, None)]


def test_a_split_row_is_still_one_row_of_the_file(store: Store) -> None:
    ready = staged(store, Choices(split=("+",)))

    receipt = loaders.commit(store.database, ready, OFFICE)

    assert (ready.rows_read, receipt.rows_stored, ready.rows.num_rows) == (4, 4, 5)
    (batch,) = store_batches(store)
    assert (batch.rows_read, batch.rows_stored) == (4, 4)


def store_batches(store: Store) -> list[loaders.Batch]:
    with store.database.cursor() as cur:
        return loaders.batches(cur)


@pytest.mark.parametrize("choices", [Choices(join=JOIN), Choices(split=("+",))])
def test_the_same_file_is_news_once_it_is_read_in_another_way(
    store: Store, choices: Choices
) -> None:
    first = loaders.commit(store.database, staged(store, Choices()), OFFICE)

    other = loaders.commit(store.database, staged(store, choices), OFFICE)
    again = loaders.commit(store.database, staged(store, choices), OFFICE)

    assert (first.repeated, other.repeated) == (False, False)
    assert (again.repeated, again.batch) == (True, other.batch)


def test_what_nobody_chose_leaves_the_fingerprint_as_it_was(store: Store) -> None:
    ready = staged(store, Choices())
    bare = replace(ready, join_offers=(), split_offers=())

    assert ready.content_sha256 == bare.content_sha256
    assert ready._of_cells == ()


def test_a_name_that_a_person_decided_about_is_not_split(store: Store) -> None:
    def rows(name: str) -> bytes:
        return f"Organisation,Organisation type,Cluster,Month\n{name},NNGO,WASH,2022-01\n".encode()

    said = Choices(country="TCD", split=("/",))
    parted = staged(store, said, rows("Eau/Vie"))
    loaders.commit(store.database, staged(store, Choices(country="TCD"), rows("Eau/Vie")), OFFICE)
    loaders.commit(store.database, staged(store, Choices(country="TCD"), rows("Eau Vie")), OFFICE)
    pair = Pair("TCD", "Eau/Vie", "Eau Vie")
    loaders.approve(store.database, pair, OFFICE, "the same statutes")

    whole = staged(store, said, rows("Eau/Vie"))

    assert parted.rows["name"].to_pylist() == ["Eau", "Vie"]
    assert whole.rows["name"].to_pylist() == ["Eau/Vie"]
    assert [i.value for i in whole.report.issues if i.code is Code.SPLIT_LEFT_WHOLE] == ["Eau/Vie"]
    assert whole.content_sha256 != parted.content_sha256


def test_a_sign_shows_every_cell_that_it_would_part(store: Store) -> None:
    content = b"Organisation,Cluster\nEau/Vie,WASH\nACTED/IRC,WASH\nEau/Vie,Health\n"

    (offer,) = staged(store, Choices(country="TCD"), content).split_offers

    # ACTED/IRC seems to be two; Eau/Vie would be parted by the same sign, so it is shown first.
    assert (offer.sign, offer.cells, offer.chosen) == ("/", 3, False)
    assert offer.examples == (("Eau/Vie", ("Eau", "Vie")), ("ACTED/IRC", ("ACTED", "IRC")))


def test_two_types_of_one_key_settle_nothing_and_are_said(store: Store) -> None:
    rows = ((*PARTNERS[0],), ("Secours Inventé", "INGO"), ("Secours inventé", "NNGO"))

    ready = staged(store, Choices(), workbook(rows))

    told = [i for i in ready.report.issues if i.code is Code.JOIN_CONTRADICTED]
    assert [(i.sheet, i.cell, i.value, i.others) for i in told] == [
        ("Partners", "B2", "Secours Inventé", ("INGO", "NNGO"))
    ]
    assert ready.join_offers == ()


def test_a_person_on_the_other_sheet_is_neither_offered_nor_found(store: Store) -> None:
    rows = (("Contact person", "Organisation type"), ("Espoir du Sahel", "NNGO"))

    ready = staged(store, Choices(), workbook(rows))
    named = staged(store, Choices(join=replace(JOIN, key="Contact person")), workbook(rows))

    assert ready.join_offers == ()
    assert Code.HEADING_NOT_FOUND in {issue.code for issue in named.report.issues}
    assert named.joined is None
