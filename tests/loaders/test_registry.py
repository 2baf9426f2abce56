"""Which organisations are one: decided by a person, followed at reading, always reversible."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import loaders
import metrics
from core.access import Office, Role
from core.errors import NotAllowed, UnknownIndicator
from loaders import Pair, Said
from tests.loaders.registry_store import OFFICE, Store

TWO_NAMES = """\
Association Espoir,,NNGO,WASH,2022-01
Assoc. Espoir,,NNGO,WASH,2022-01
Oxfam,,INGO,WASH,2022-01"""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "store.duckdb")
    yield opened
    opened.database.close()


def test_an_alias_makes_two_organisations_count_as_one(store: Store) -> None:
    store.load(TWO_NAMES)

    before = store.numbers()
    store.approve("Assoc. Espoir", "Association Espoir")

    assert (before, store.numbers()) == ((2, 3, 0), (1, 2, 0))


def test_a_number_as_of_before_the_decision_stays_what_it_was(store: Store) -> None:
    batch = store.load(TWO_NAMES).batch
    event = store.approve("Assoc. Espoir", "Association Espoir")

    assert store.numbers(as_of=batch) == (2, 3, 0)
    assert store.numbers(as_of=event) == (1, 2, 0)


def test_a_revoked_alias_brings_both_back_and_its_days_stay(store: Store) -> None:
    store.load(TWO_NAMES)
    event = store.approve("Assoc. Espoir", "Association Espoir")

    store.revoke("Association Espoir", "ASSOC. ESPOIR")

    assert store.numbers() == (2, 3, 0)
    assert store.numbers(as_of=event) == (1, 2, 0)


def test_a_chain_of_aliases_ends_at_its_last_organisation(store: Store) -> None:
    store.load(TWO_NAMES + "\nEspoir,,NNGO,Health,2022-01")
    store.approve("Espoir", "Assoc. Espoir")
    store.approve("Assoc. Espoir", "Association Espoir")

    chained = store.numbers()
    store.revoke("Assoc. Espoir", "Association Espoir")

    assert (chained, store.numbers()) == ((1, 2, 0), (2, 3, 0))


# Rows of two names, as (rows typed NNGO, rows typed INGO, rows without a type) of each.
@pytest.mark.parametrize(
    ("first", "second"),
    [
        ((3, 0, 0), (0, 1, 0)),
        ((1, 0, 0), (0, 1, 0)),
        ((0, 0, 4), (1, 0, 0)),
        ((2, 0, 0), (0, 1, 5)),
        ((0, 0, 1), (0, 0, 2)),
    ],
    ids=["more rows", "a tie is international", "known", "blank rows do not vote", "unknown"],
)
def test_two_names_and_an_alias_count_like_one_name(
    store: Store, tmp_path: Path, first: tuple[int, ...], second: tuple[int, ...]
) -> None:
    def rows(name: str, counts: tuple[int, ...]) -> list[str]:
        typed = zip(("NNGO", "INGO", ""), counts, strict=True)
        return [f"{name},,{type_},WASH,2022-01" for type_, n in typed for _ in range(n)]

    store.load("\n".join([*rows("A Yes", first), *rows("B Yes", second)]))
    one = Store(tmp_path / "one.duckdb")
    one.load("\n".join([*rows("A Yes", first), *rows("A Yes", second)]))

    store.approve("B Yes", "A Yes")

    assert store.numbers() == one.numbers()
    assert sum(store.numbers()[1:]) == 1
    one.database.close()


def test_what_a_name_of_the_red_cross_settles_goes_before_rows(store: Store) -> None:
    store.load(
        "Croix-Rouge tchadienne,,,WASH,2022-01\n"
        "Volontaires de Chari,,INGO,WASH,2022-01\nVolontaires de Chari,,INGO,Health,2022-01"
    )

    store.approve("Volontaires de Chari", "Croix-Rouge tchadienne")

    assert store.numbers() == (1, 1, 0)


def test_a_role_held_under_two_names_is_held_once_and_is_of_one_class(store: Store) -> None:
    rows = "Association Espoir,NNGO,WASH,Co-lead,2022-01\nAssoc. Espoir,,WASH,Co-lead,2022-01"
    store.load(rows, dataset="roles")
    name = "lna_share_of_leadership_roles"

    before = store.numbers(name)
    store.approve("Assoc. Espoir", "Association Espoir")

    assert (before, store.numbers(name)) == ((1, 1, 1), (1, 1, 0))


def test_the_newest_known_class_of_both_names_holds(store: Store) -> None:
    store.load("Association Espoir,,NNGO,WASH,2022-01")
    store.load("Assoc. Espoir,,INGO,WASH,2022-02")
    store.load("Association Espoir,,,WASH,2022-03")

    store.approve("Assoc. Espoir", "Association Espoir")

    assert store.numbers() == (0, 1, 0)


def test_when_the_file_of_the_counted_one_is_purged_the_others_stay_one(store: Store) -> None:
    batch = store.load("Association Espoir,,NNGO,Health,2022-01").batch
    store.load("Assoc. Espoir,,NNGO,WASH,2022-01\nEspoir,,NNGO,WASH,2022-01")
    store.approve("Assoc. Espoir", "Association Espoir")
    store.approve("Espoir", "Association Espoir")

    loaders.purge(store.database, batch, OFFICE, "asked for")

    assert store.numbers() == (1, 1, 0)


def test_a_traced_number_leads_to_the_rows_of_both_names(store: Store) -> None:
    store.load(TWO_NAMES)
    store.approve("Assoc. Espoir", "Association Espoir")

    with store.database.cursor() as cur:
        frame = metrics.trace(cur, metrics.indicators()["lna_share_of_presence"]).frame

    names, sources = frame["organisation"].tolist(), frame["sources"].tolist()
    found = {name: told[0]["source_rows"] for name, told in zip(names, sources, strict=True)}
    assert found == {"Association Espoir": [2, 3], "Oxfam": [4]}


def test_a_rehearsed_alias_shows_what_would_move_and_leaves_nothing(store: Store) -> None:
    store.load(TWO_NAMES)
    pair = Pair("TCD", "Assoc. Espoir", "Association Espoir")
    events = store.database.event_number()

    seen = loaders.rehearse_alias(
        store.database,
        pair,
        observe=lambda cur: int(
            metrics.measure(
                cur, metrics.indicators()["lna_share_of_presence"], grain="all"
            ).denominator[0]
        ),
    )

    assert seen == (3, 2)
    assert (store.numbers(), store.database.event_number()) == ((2, 3, 0), events)


def test_a_decision_says_who_and_why_and_cannot_be_made_by_a_reader(store: Store) -> None:
    store.load(TWO_NAMES)
    event = store.approve("Assoc. Espoir", "Association Espoir")

    with store.database.cursor() as cur:
        (found,) = loaders.pair_decisions(cur, "TCD")

    assert (found.event, found.kind, found.who, found.why) == (
        event, "alias-approved", "OCHA Chad", "the statutes",
    )  # fmt: skip
    with pytest.raises(NotAllowed):
        loaders.revoke(store.database, found.pair, Office("x", Role.PUBLIC), "no")


@pytest.mark.parametrize(
    ("verb", "first", "second", "code"),
    [
        ("approve", "Nobody", "Oxfam", "unknown-organisation"),
        ("approve", "association espoir", "Assoc. Espoir", "alias-known"),
        ("approve", "Assoc. Espoir", "Oxfam", "alias-taken"),
        ("approve", "Oxfam", "Solidar", "alias-refused"),
        ("approve", "Solidar", "Oxfam", "alias-refused"),
        ("refuse", "Oxfam", "Solidar", "alias-refused"),
        ("refuse", "Assoc. Espoir", "Association Espoir", "alias-known"),
        ("revoke", "Oxfam", "Assoc. Espoir", "no-decision"),
    ],
)
def test_a_decision_against_an_earlier_one_is_refused(
    store: Store, verb: str, first: str, second: str, code: str
) -> None:
    store.load(TWO_NAMES + "\nSolidar,,NNGO,Health,2022-01")
    store.approve("Assoc. Espoir", "Association Espoir")
    store.refuse("Solidar", "Oxfam")

    with pytest.raises(UnknownIndicator) as raised:
        getattr(store, verb)(first, second)

    assert raised.value.code == code


def test_two_refused_organisations_are_not_made_one_by_a_detour(store: Store) -> None:
    store.load(TWO_NAMES + "\nEspoir,,NNGO,Health,2022-01")
    store.refuse("Association Espoir", "Espoir")
    store.approve("Assoc. Espoir", "Espoir")

    with pytest.raises(UnknownIndicator, match="alias-refused"):
        store.approve("Espoir", "Association Espoir")


def test_a_flag_says_who_said_it_and_the_newest_holds(store: Store) -> None:
    store.load(TWO_NAMES)
    for holds, by in ((True, "Women's network"), (False, "NGO forum"), (None, "NGO forum")):
        said = Said("TCD", "Association Espoir", "women-led", holds, by)
        loaders.set_flag(store.database, said, OFFICE, "told")
    said = Said("TCD", "Oxfam", "affiliated", True, "NGO forum")
    loaders.set_flag(store.database, said, OFFICE, "told")

    with store.database.cursor() as cur:
        now = loaders.flags(cur, "TCD")
    with store.database.cursor(as_of=3) as cur:
        then = loaders.flags(cur, "TCD")

    assert now == {("oxfam", "affiliated"): (True, "NGO forum")}
    assert then == {("association espoir", "women-led"): (False, "NGO forum")}
