"""Talks in the store: what was saved comes back in order, and a deleted one can be brought back."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from core.access import holds_contact
from core.i18n import Lang
from core.storage.database import Database
from core.storage.talks import Said, Talk, TalkSlide, listed, load, save


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database.open(tmp_path / "store.duckdb")
    yield opened
    opened.close()


def slide(indicator: str) -> TalkSlide:
    return TalkSlide(
        indicator=indicator,
        kind="cluster",
        period="2025-Q3",
        scope=2,
        country="TCD",
        title=Said(ar="عنوان"),
        notes=Said(en="Say this", fr="Dire ceci"),
    )


TALK = Talk(
    key="k1",
    title=Said(en="Ours", fr="Le nôtre"),
    event=7,
    version="7-abc",
    slides=(slide("a"), slide("b"), slide("c")),
)


def names(talk: Talk) -> str:
    return "".join(slide.indicator for slide in talk.slides)


def test_a_talk_comes_back_as_it_was_saved(database: Database) -> None:
    save(database, TALK)

    assert load(database, "k1") == TALK
    assert load(database, "k2") is None


def test_saving_again_replaces_and_another_talk_is_not_touched(database: Database) -> None:
    save(database, TALK)
    save(database, replace(TALK, key="k2"))
    save(database, TALK.without(1))

    found = [load(database, key) for key in ("k1", "k2")]

    assert [names(talk) for talk in found if talk] == ["ac", "abc"]


def test_a_deleted_talk_is_not_listed_and_can_be_brought_back(database: Database) -> None:
    save(database, replace(TALK, put_away=True))
    away = listed(database)
    save(database, TALK)

    assert away == ()
    assert listed(database) == (TALK,)


def test_saving_a_talk_is_no_decision_about_the_data(database: Database) -> None:
    before = database.event_number()

    save(database, TALK)

    assert database.event_number() == before
    assert database.is_empty()


@pytest.mark.parametrize(
    ("made", "order"),
    [
        (TALK.moved(0, 1), "bac"),
        (TALK.moved(0, -1), "abc"),
        (TALK.moved(2, 1), "abc"),
        (TALK.moved(2, -1), "acb"),
        (TALK.without(0), "bc"),
        (TALK.with_slide(slide("d")), "abcd"),
        (TALK.with_slide(slide("d"), 1), "adbc"),
        (TALK.changed(1, slide("d")), "adc"),
    ],
)
def test_slides_keep_their_order_but_for_what_was_asked(made: Talk, order: str) -> None:
    assert names(made) == order


def test_words_are_said_in_the_language_asked_for_or_in_another() -> None:
    said = Said(fr="oui").but(Lang.AR, " نعم ")

    assert [said.in_(lang) for lang in Lang] == ["", "oui", "نعم"]
    assert said.any_in(Lang.EN) == "oui"


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Ask amina@example.org", True),
        ("Call +235 66 12 34", True),
        ("Call 66 12 34 56 78", True),
        ("From 2021-2025 it rose to 62% (31 of 50)", False),
        ("In 2021 2025 and 2026, see page 12", False),
        ("Say hello @ 10", False),
    ],
)
def test_free_text_with_an_address_or_a_telephone_number_is_seen(text: str, held: bool) -> None:
    assert holds_contact(text) is held
