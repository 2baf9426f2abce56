"""A contested return is marked beside every number that rests on it, with its words behind it."""

import pytest

from core.access import Office
from core.i18n import Lang, translations
from loaders import set_standing, standings
from pages.components import store
from tests.pages.published import markup, opened

pytestmark = pytest.mark.usefixtures("published_store")

WORDS = "Our members <b>were never</b> asked."
NUMBER = {"indicator": "lna_share_of_presence", "country": "TCD", "cluster": "HEA",
          "period": "2021-11", "scope": "2"}  # fmt: skip


@pytest.fixture
def contested(published_store: object) -> None:
    """The forum of Chad's NGOs contests the first batch, of which Health is in force."""
    set_standing(store.real(), 1, None, "contested", Office("Chad NGO Forum"), WORDS)


@pytest.mark.parametrize("page", ["overview.py", "clusters.py"])
def test_where_nothing_is_contested_there_is_no_mark(page: str) -> None:
    shown = opened(page, lang="en", period="2021-Q4")

    assert "class='contested'" not in markup(shown)
    assert "⚑" not in markup(shown)


@pytest.mark.usefixtures("contested")
@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("page", ["overview.py", "clusters.py"])
def test_a_number_on_a_contested_return_says_so_and_leads_to_the_words(
    page: str, lang: Lang
) -> None:
    shown = opened(page, lang=lang.value, period="2021-Q4")

    marks = markup(shown)
    # Health and WASH: two reports, of which batch 1 still holds Health.
    assert marks.count("class='contested'") == 1
    assert translations(lang).gettext("What is contested, and by whom") in marks
    assert "behind?indicator=lna_share_of_presence" in marks
    assert WORDS not in marks


@pytest.mark.usefixtures("contested")
def test_the_table_flags_only_the_contested_cell() -> None:
    grid = next(
        part for part in markup(opened("clusters.py", lang="en", period="2021-Q4")).split("\n")
        if "grid-table" in part
    )  # fmt: skip

    flagged = [cell for cell in grid.split("<td>") if "⚑" in cell]
    assert len(flagged) == 1
    assert "cluster=HEA" in flagged[0]


@pytest.mark.usefixtures("contested")
@pytest.mark.parametrize("lang", Lang)
def test_behind_a_number_stand_who_contests_it_and_in_which_words(lang: Lang) -> None:
    shown = opened("behind.py", lang=lang.value, **NUMBER)

    assert not shown.exception
    assert "Chad NGO Forum" in markup(shown)
    assert "Our members &lt;b&gt;were never&lt;/b&gt; asked." in markup(shown)
    assert translations(lang).gettext("Contested") in markup(shown)


@pytest.mark.usefixtures("contested")
@pytest.mark.parametrize("page", ["overview.py", "clusters.py", "history.py"])
def test_outside_the_team_the_mark_stands_without_names_and_words(page: str) -> None:
    shown = opened(page, lang="en", period="2021-Q4", view="public")

    assert not shown.exception
    assert "ontested" in markup(shown)
    assert "Forum" not in markup(shown)
    assert "were never" not in markup(shown)


@pytest.mark.parametrize("lang", Lang)
def test_a_batch_is_contested_on_its_page_and_the_word_is_taken_back(lang: Lang) -> None:
    shown = opened("history.py", lang=lang.value, batch="1")
    for level, why in (("contested", WORDS), ("reported", "We have met since.")):
        shown.radio(key="standing_1").set_value(level)
        shown.text_input(key="standing_1_office").set_value("Chad NGO Forum")
        shown.text_area(key="standing_1_why").set_value(why)
        shown.button(key="standing_1_do").click().run()
        assert not shown.exception

    with store.real().cursor() as cur:
        assert [(s.standing, s.office, s.why) for s in standings(cur)] == [
            ("reported", "Chad NGO Forum", "We have met since.")
        ]
    say = translations(lang).gettext
    assert say("Standing: contested") in [title.value for title in shown.subheader]
    assert say("Standing: reported") in [title.value for title in shown.subheader]


def test_words_with_an_address_are_refused_on_the_page() -> None:
    shown = opened("history.py", lang="en", batch="1")
    shown.radio(key="standing_1").set_value("contested")
    shown.text_input(key="standing_1_office").set_value("Chad NGO Forum")
    shown.text_area(key="standing_1_why").set_value("ask somebody@example.org")
    shown.button(key="standing_1_do").click().run()

    assert "note-refused" in markup(shown)
    with store.real().cursor() as cur:
        assert standings(cur) == []


@pytest.mark.usefixtures("contested")
@pytest.mark.parametrize("lang", Lang)
def test_the_list_of_batches_says_the_standing(lang: Lang) -> None:
    shown = markup(opened("history.py", lang=lang.value))

    assert shown.count(f"⚑ {translations(lang).gettext('Contested')}") == 1
