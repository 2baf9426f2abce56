"""A rehearsal of several lists of one workbook: each of them, all together, and nothing stored."""

from collections.abc import Callable

import loaders
from loaders import Difference
from tests.loaders.cells import OFFICE, Store
from tests.loaders.taken_together import MONTHS, NATIONAL, both, in_force, organisations, presence


def test_a_rehearsal_shows_each_list_and_all_of_them_together_and_stores_nothing(
    store: Store,
) -> None:
    store.load(f"Aid A,{NATIONAL},WASH,Lac,2022-02", f"Aid Z,{NATIONAL},WASH,Lac,2022-02")
    before = store.everything()

    tried = loaders.rehearse_all(store.database, presence(store, MONTHS), observe=organisations)

    # January: two new. February: one stays, Aid Z is gone. March: one new.
    assert [part.difference for part in tried.parts] == [
        Difference(new=2, changed=0, unchanged=0, gone=0),
        Difference(new=0, changed=0, unchanged=1, gone=1),
        Difference(new=1, changed=0, unchanged=0, gone=0),
    ]
    assert tried.difference == Difference(new=3, changed=0, unchanged=1, gone=1)
    assert (tried.gone_names, tried.cells) == (("Aid Z",), 3)
    january = 2022 * 12
    assert tried.before == {("presence", january + 1): 2}
    assert tried.after == {
        ("presence", january): 2,
        ("presence", january + 1): 1,
        ("presence", january + 2): 1,
    }
    assert store.everything() == before


def test_a_rehearsal_says_what_the_commit_then_does(new_store: Callable[[], Store]) -> None:
    store = new_store()
    tried = loaders.rehearse_all(store.database, both(store), observe=organisations)

    receipts = loaders.commit_all(store.database, both(store), OFFICE)

    assert [r.difference for r in receipts] == [part.difference for part in tried.parts]
    assert in_force(store) == tried.after
