"""The second upload of the same layout needs no question; what is another's is not taken over."""

from collections.abc import Callable
from dataclasses import fields, replace

import pytest

import loaders
from core.access import Office
from core.i18n.periods import Period
from loaders import Choices, Prepared, Remembered
from loaders.layouts import OF_LAYOUT, OF_THIS_FILE
from tests.loaders.cells import Store

CHAD, MALI = Office("OCHA Tchad"), Office("OCHA Mali")
# Most of the headings say nothing to us, so a person has to.
PRESENCE = "Qui ?;Genre;Groupe;Où;Mois\n{name};ONG nationale;EHA;Moundou;{month}\n"
SAID = Choices(
    country="TCD",
    period=Period.month(2021, 10),
    claim="whole",
    columns=(
        ("Qui ?", "organisation"),
        ("column:B", "organisation_type"),
        ("Groupe", "cluster"),
        ("Où", "place"),
    ),
)
# Which organisation, its type, the mechanism, its kind, the month, the country.
MEMBERS = (
    "المنظمة,نوع المنظمة,الآلية,نوع الآلية,الشهر,البلد\n"
    "جمعية المثال,منظمة غير حكومية وطنية,مجموعة الصحة,مجموعة قطاعية,{month},اليمن\n"
)


def file_of(text: str, **words: str) -> bytes:
    return text.format(**words).encode()


def prepared(store: Store, content: bytes, dataset: str, choices: Choices) -> Prepared:
    upload = loaders.read(content, "list.csv")
    return loaders.prepare(store.database, upload, dataset, choices, store.known)


def published(
    store: Store, content: bytes, dataset: str, choices: Choices, office: Office = CHAD
) -> int:
    found = prepared(store, content, dataset, choices)
    assert found.staged is not None
    assert not found.report.blocks, found.report
    return loaders.commit(store.database, found.staged, office).batch


def recalled(
    store: Store, content: bytes, office: Office | None = None, name: str = "list.csv"
) -> Remembered | None:
    upload, label = loaders.read(content, name), office.label if office else None
    with store.database.cursor() as cur:
        return loaders.remembered(cur, upload, store.known.vocabulary, office=label)


def months(found: Prepared) -> list[int]:
    assert found.staged is not None
    return sorted(set(found.staged.rows["period_start"].to_pylist()))


def test_every_choice_is_of_the_layout_or_of_this_one_file() -> None:
    named = [*OF_LAYOUT, *OF_THIS_FILE]

    assert sorted(named) == sorted(field.name for field in fields(Choices))


@pytest.mark.parametrize(
    ("dataset", "text", "said"),
    [
        ("members", MEMBERS, Choices(identity="acronym", claim="whole")),
        ("presence", PRESENCE, SAID),
    ],
)
def test_the_next_month_is_read_as_the_last_one_was(
    dataset: str, text: str, said: Choices, store: Store
) -> None:
    first, second = (file_of(text, name="Espoir", month=m) for m in ("2022-01", "2022-02"))
    batch = published(store, first, dataset, said)
    before = prepared(store, first, dataset, said).staged

    found = recalled(store, second, CHAD)

    assert found is not None
    assert (found.batch, found.office, found.dataset) == (batch, "OCHA Tchad", dataset)
    assert (found.own, found.asked) == (True, ())
    kept = replace(found.choices, columns=())
    assert kept == replace(said, columns=(), period=None)
    again = prepared(store, second, dataset, found.choices)
    assert again.staged is not None
    assert before is not None
    assert not again.report.blocks
    assert (again.staged.columns, months(again)) == (before.columns, [2022 * 12 + 1])


def test_columns_that_moved_are_found_by_their_headings(store: Store) -> None:
    published(store, file_of(PRESENCE, name="Espoir", month="2022-01"), "presence", SAID)
    moved = b"Mois;Groupe;Genre;Qui ?;O\xc3\xb9\n2022-02;EHA;ONG nationale;Espoir;Moundou\n"

    found = recalled(store, moved, CHAD)

    assert found is not None
    again = prepared(store, moved, "presence", found.choices).staged
    assert again is not None
    assert dict(again.columns) == {
        "Qui ?": "organisation", "Genre": "organisation_type", "Groupe": "cluster",
        "Où": "place", "Mois": "period",
    }  # fmt: skip


def test_a_column_known_by_its_letter_alone_must_not_have_moved(store: Store) -> None:
    twice = "Pays,Nom,Nom,Cluster,Mois\nTchad,Espoir,ONG nationale,EHA,2022-01\n"
    said = Choices(columns=(("column:B", "organisation"), ("column:C", "organisation_type")))
    published(store, twice.encode(), "presence", said)

    other_order = "Nom,Nom,Pays,Cluster,Mois\nEspoir,ONG nationale,Tchad,EHA,2022-02\n"

    assert recalled(store, twice.replace("-01", "-02").encode()) is not None
    assert recalled(store, other_order.encode()) is None


OTHER_HEADINGS = "Qui ?;Genre;Groupe;Où;Quand\nEspoir;ONG nationale;EHA;Moundou;2022-02\n"


def test_other_headings_are_another_layout(store: Store) -> None:
    published(store, file_of(PRESENCE, name="Espoir", month="2022-01"), "presence", SAID)

    assert recalled(store, OTHER_HEADINGS.encode(), CHAD) is None


def test_what_a_file_does_not_say_is_not_taken_from_another_office(store: Store) -> None:
    published(store, file_of(PRESENCE, name="Espoir", month="2022-01"), "presence", SAID)
    second = file_of(PRESENCE, name="Secours", month="2022-02")

    nobody, other = recalled(store, second), recalled(store, second, MALI)

    assert nobody is not None
    assert other is not None
    assert (nobody.choices.country, nobody.choices.claim, nobody.asked) == ("TCD", "whole", ())
    assert (other.own, other.office) == (False, "OCHA Tchad")
    assert (other.choices.country, other.asked) == (None, ("country", "claim"))
    assert other.choices.columns == nobody.choices.columns


def test_offices_that_contradict_each_other_leave_the_question_open(store: Store) -> None:
    first = file_of(PRESENCE, name="Espoir", month="2022-01")
    published(store, first, "presence", SAID)
    published(store, first, "presence", replace(SAID, country="MLI"), MALI)
    second = file_of(PRESENCE, name="Secours", month="2022-02")

    nobody, chad = recalled(store, second), recalled(store, second, CHAD)

    assert nobody is not None
    assert chad is not None
    assert (nobody.choices.country, nobody.asked) == (None, ("country",))
    assert (chad.choices.country, chad.asked) == ("TCD", ())


def test_the_name_of_the_file_speaks_against_a_remembered_country(store: Store) -> None:
    published(store, file_of(PRESENCE, name="Espoir", month="2022-01"), "presence", SAID)
    second = file_of(PRESENCE, name="Secours", month="2022-02")

    found = recalled(store, second, CHAD, "3W Mali 2022.csv")

    assert found is not None
    assert (found.choices.country, found.asked) == (None, ("country",))


def withdrawn(store: Store, batch: int) -> None:
    loaders.withdraw(store.database, batch, CHAD, "wrong file")


def purged(store: Store, batch: int) -> None:
    loaders.purge(store.database, batch, CHAD, "personal")


def forgotten(store: Store, batch: int) -> None:
    found = recalled(store, file_of(PRESENCE, name="Espoir", month="2022-03"), CHAD)
    assert found is not None
    assert found.batch == batch
    loaders.forget_layout(store.database, found, CHAD)


@pytest.mark.parametrize(("gone", "left"), [(withdrawn, True), (purged, True), (forgotten, False)])
def test_what_was_taken_back_is_not_proposed(
    gone: Callable[[Store, int], None], left: bool, store: Store
) -> None:
    months_of_files = (file_of(PRESENCE, name="Espoir", month=f"2022-0{m}") for m in (1, 2))
    first, second = (published(store, made, "presence", SAID) for made in months_of_files)

    gone(store, second)

    found = recalled(store, file_of(PRESENCE, name="Espoir", month="2022-03"), CHAD)
    # Forgetting is about the layout, and so about every batch of it.
    assert (found.batch if found else None) == (first if left else None)


def test_what_is_said_after_forgetting_is_remembered_again(store: Store) -> None:
    published(store, file_of(PRESENCE, name="Espoir", month="2022-01"), "presence", SAID)
    forgotten(store, 1)

    batch = published(store, file_of(PRESENCE, name="Espoir", month="2022-02"), "presence", SAID)

    found = recalled(store, file_of(PRESENCE, name="Espoir", month="2022-03"), CHAD)
    assert found is not None
    assert found.batch == batch


def test_a_rehearsal_remembers_nothing(store: Store) -> None:
    first = file_of(PRESENCE, name="Espoir", month="2022-01")
    found = prepared(store, first, "presence", SAID)
    assert found.staged is not None

    loaders.rehearse(store.database, found.staged, observe=lambda cur: None)

    assert store.rows_of("layout") == 0
    assert recalled(store, first) is None
