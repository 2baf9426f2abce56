"""Several lists of one workbook: published all or none, and as if each had come by itself."""

import dataclasses
import re
from collections.abc import Callable

import pytest

import loaders
from core.i18n import Lang
from core.i18n.errors import explain
from loaders import SheetsOverlap
from tests.loaders.cells import OFFICE, Fact, Store
from tests.loaders.made_workbooks import titles
from tests.loaders.taken_together import (
    HEADINGS,
    MONTHS,
    NATIONAL,
    SAME_MONTH,
    both,
    in_force,
    organisations,
    presence,
)


@pytest.mark.parametrize("lang", list(Lang))
def test_two_lists_of_a_workbook_become_two_batches_with_an_event_each(
    store: Store, lang: Lang
) -> None:
    receipts = loaders.commit_all(store.database, both(store, lang), OFFICE)

    with store.database.cursor() as cur:
        batches = [(b.batch, b.dataset, b.sheet) for b in reversed(loaders.batches(cur))]
    members, roles = titles(lang)
    assert [(r.batch, r.repeated, r.rows_stored) for r in receipts] == [
        (1, False, 2),
        (2, False, 2),
    ]
    assert batches == [(1, "members", members), (2, "roles", roles)]
    assert store.rows_of("event") == 2


def test_one_blocked_list_stores_nothing_of_the_workbook(store: Store) -> None:
    sheets = {
        "Jan 2022": MONTHS["Jan 2022"],
        "Feb 2022": ("Organisation|Organisation type|Province", f"Aid A|{NATIONAL}|Lac"),
    }
    ready = presence(store, sheets)
    before = store.everything()
    assert [staged.report.blocks for staged in ready] == [False, True]

    with pytest.raises(ValueError, match="blocks"):
        loaders.commit_all(store.database, ready, OFFICE)

    assert store.everything() == before


def test_lists_together_give_the_numbers_of_lists_one_by_one(
    new_store: Callable[[], Store],
) -> None:
    together, backwards, apart = new_store(), new_store(), new_store()

    loaders.commit_all(together.database, presence(together, MONTHS), OFFICE)
    loaders.commit_all(backwards.database, presence(backwards, MONTHS)[::-1], OFFICE)
    for staged in presence(apart, MONTHS):
        loaders.commit(apart.database, staged, OFFICE)

    expected: list[Fact] = [
        ("Aid A", "WSH", "lac", "2022-01"),
        ("Aid A", "WSH", "lac", "2022-02"),
        ("Aid B", "WSH", "lac", "2022-01"),
        ("Aid C", "HEA", "lac", "2022-03"),
    ]
    assert together.facts() == backwards.facts() == apart.facts() == expected
    assert {name: rows for name, rows in together.everything().items() if name != "event"} == {
        name: rows for name, rows in backwards.everything().items() if name != "event"
    }


def test_the_same_workbook_again_is_no_news_as_a_whole_and_list_by_list(store: Store) -> None:
    first, second, third = presence(store, MONTHS)
    loaders.commit(store.database, second, OFFICE)

    receipts = loaders.commit_all(store.database, (first, second, third), OFFICE)
    stored = store.everything()
    again = loaders.commit_all(store.database, presence(store, MONTHS), OFFICE)

    assert [(r.batch, r.repeated) for r in receipts] == [(2, False), (1, True), (3, False)]
    assert [(r.batch, r.repeated) for r in again] == [(2, True), (1, True), (3, True)]
    assert store.everything() == stored


def test_withdrawing_one_list_leaves_the_others(store: Store) -> None:
    loaders.commit_all(store.database, both(store), OFFICE)

    loaders.withdraw(store.database, 1, OFFICE, "wrong list")

    assert in_force(store) == {("roles", 2022 * 12): 2}


def test_sheets_that_name_the_same_cell_are_refused_and_both_are_named(store: Store) -> None:
    sheets = {"Jan 2022": MONTHS["Jan 2022"], "Jan 2022 (2)": MONTHS["Jan 2022"]}
    before = store.everything()

    with pytest.raises(SheetsOverlap) as refused:
        loaders.rehearse_all(store.database, presence(store, sheets), observe=organisations)
    with pytest.raises(SheetsOverlap):
        loaders.commit_all(store.database, presence(store, sheets), OFFICE)

    # One cell: WASH in Lac in January.
    assert refused.value.facts == {"first": "Jan 2022", "second": "Jan 2022 (2)", "count": 1}
    for lang in Lang:
        told = re.findall(r"Jan 2022(?: \(2\))?", explain(refused.value, lang)[0])
        assert told == ["Jan 2022", "Jan 2022 (2)"]
    assert store.everything() == before


def test_a_sheet_that_is_in_force_already_is_not_overlapped_either(store: Store) -> None:
    sheets = {"Jan 2022": MONTHS["Jan 2022"], "Jan 2022 (2)": MONTHS["Jan 2022"]}
    loaders.commit(store.database, presence(store, sheets)[0], OFFICE)

    with pytest.raises(SheetsOverlap):
        loaders.commit_all(store.database, presence(store, sheets), OFFICE)

    assert store.rows_of("batch") == 1


def test_sheets_that_are_the_whole_of_a_month_are_so_together(store: Store) -> None:
    store.load(
        f"Aid A,{NATIONAL},WASH,Lac,2022-01",
        f"Aid X,{NATIONAL},Health,Lac,2022-01",
        f"Aid Y,{NATIONAL},Education,Lac,2022-01",
    )

    loaders.commit_all(store.database, presence(store, SAME_MONTH, claim="whole"), OFFICE)

    # Education is in neither sheet: it is empty now, once.
    assert store.facts() == [
        ("Aid A", "WSH", "lac", "2022-01"),
        ("Aid B", "HEA", "lac", "2022-01"),
    ]
    with store.database.cursor() as cur:
        twice = "SELECT cell FROM batch_cell WHERE batch > 1 GROUP BY cell HAVING count(*) > 1"
        assert cur.rows(twice) == []
        assert cur.value("SELECT count(*) FROM report WHERE rows = 0") == 1


def test_a_whole_that_came_alone_before_its_companion_stays_no_news(store: Store) -> None:
    wash, health = presence(store, SAME_MONTH, claim="whole")
    store.load(f"Aid X,{NATIONAL},Health,Lac,2022-01")
    loaders.commit(store.database, wash, OFFICE)  # claims Health as empty

    loaders.commit_all(store.database, (wash, health), OFFICE)
    stored = store.everything()
    again = loaders.commit_all(store.database, (wash, health), OFFICE)
    alone = loaders.commit(store.database, wash, OFFICE)

    assert [r.repeated for r in again] == [True, True]
    assert len(stored["batch"]) == 3
    # By itself it says again that Health is empty: that is news.
    assert not alone.repeated


def test_a_quarter_gives_way_only_when_all_its_months_came(store: Store) -> None:
    store.load(f"Aid Q,{NATIONAL},WASH,Lac,2022-Q1")
    sheets = {
        name: (HEADINGS, f"Aid A|{NATIONAL}|WASH|Lac")
        for name in ("Jan 2022", "Feb 2022", "Mar 2022")
    }

    receipts = loaders.commit_all(store.database, presence(store, sheets), OFFICE)

    assert [r.difference.gone for r in receipts if r.difference] == [0, 0, 1]
    assert {name for name, *_ in store.facts()} == {"Aid A"}


def test_lists_of_two_files_are_not_one_upload(store: Store) -> None:
    one = store.staged(f"Aid A,{NATIONAL},WASH,Lac,2022-01")
    other = dataclasses.replace(one, file_sha256="f" * 64)

    for wrong in ((one, other), ()):
        with pytest.raises(ValueError, match="one file"):
            loaders.commit_all(store.database, wrong, OFFICE)
