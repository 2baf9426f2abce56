"""The second upload asks nothing; whose word is used again is said, and can be taken back."""

import pytest
from streamlit.testing.v1 import AppTest

from core.access import Role
from core.i18n import Lang, translations
from pages.components import session
from tests.pages.test_upload import (
    LIST,
    batches,
    chosen,
    content,
    empty_store,
    here,
    press,
    publish,
    upload_page,
    visited,
    walk,
)

__all__ = ["empty_store"]  # a fixture, used by every test of this file

# Nothing in it says the country, and nobody could guess the first column.
HEADINGS = "Qui ?;Genre;Groupe\n"
ROWS = "Secours Inventé;ONG nationale;Santé\nNulle Part International;ONG internationale;Santé\n"
ONLY_MADE = (HEADINGS + ROWS).encode()


def published_by_hand(page: AppTest, office: str = "OCHA Chad") -> None:
    """What a person has to say of such a file, and who publishes it."""
    press(page, "up_continue_2")
    for field, column in (("organisation", 1), ("organisation_type", 2), ("cluster", 3)):
        widget = next(w for w in page.selectbox if str(w.key).startswith(f"up_map_{field}_"))
        widget.set_value(column).run()
    press(page, "up_continue_3")
    page.selectbox(key=f"up_country_{visited(page).key}").set_value("TCD").run()
    for step in (4, 5):
        press(page, f"up_continue_{step}")
    page.radio[0].set_value("whole").run()
    for step in (6, 7):
        press(page, f"up_continue_{step}")
    page.text_input[0].set_value(office).run()
    press(page, "up_publish")
    assert here(page) == "9"


@pytest.mark.parametrize("lang", list(Lang))
def test_the_second_upload_of_a_layout_asks_nothing_and_says_whose_word_it_uses(
    lang: Lang,
) -> None:
    published_by_hand(chosen(upload_page(), "oct2021.csv", ONLY_MADE))

    page = chosen(upload_page(lang.value), "nov2021.csv", ONLY_MADE)

    assert here(page) == "7"
    draft = visited(page)
    assert (draft.choices.country, draft.claim, draft.choices.period) == ("TCD", "whole", None)
    told = translations(lang).gettext("Ask me everything anew")
    assert page.button(key="up_memory_undo").label == told
    assert any("OCHA Chad" in note.value for note in page.info)
    walk(page, to=8)
    page.text_input[0].set_value("OCHA Chad").run()
    press(page, "up_publish")
    assert [(b.countries, b.first_month) for b in batches()] == [
        (["TCD"], 2021 * 12 + 10),
        (["TCD"], 2021 * 12 + 9),
    ]


def test_a_period_that_the_file_does_not_say_is_asked_each_time() -> None:
    page = walk(chosen(upload_page(), "made.csv"), to=4)
    page.text_input[0].set_value("2021-10").run()
    publish(page)

    again = chosen(upload_page(), "made too.csv", content(LIST[:4]))

    assert (here(again), visited(again).choices.period) == ("4", None)


def test_a_remark_that_the_last_file_did_not_have_is_looked_at_first() -> None:
    published_by_hand(chosen(upload_page(), "oct2021.csv", ONLY_MADE))
    broken = ONLY_MADE.replace("Inventé".encode(), "InventÃ©".encode())

    page = chosen(upload_page(), "nov2021.csv", broken)

    assert here(page) == "5"


def test_asking_anew_goes_back_to_the_file_as_it_is() -> None:
    published_by_hand(chosen(upload_page(), "oct2021.csv", ONLY_MADE))
    page = chosen(upload_page(), "nov2021.csv", ONLY_MADE)

    press(page, "up_memory_undo")

    draft = visited(page)
    assert (here(page), draft.choices.columns, draft.claim) == ("2", (), None)
    assert [button.key for button in page.button if button.key == "up_memory_undo"] == []


def test_the_office_of_a_visit_is_kept_and_its_layout_can_be_forgotten() -> None:
    page = chosen(upload_page(), "oct2021.csv", ONLY_MADE)
    published_by_hand(page)
    press(page, "up_another")
    chosen(page, "nov2021.csv", ONLY_MADE)
    assert visited(page).office == "OCHA Chad"

    press(page, "up_memory_forget")

    assert here(page) == "2"
    assert here(chosen(upload_page(), "dec2021.csv", ONLY_MADE)) == "2"


def test_another_office_confirms_the_country_before_it_publishes() -> None:
    published_by_hand(chosen(upload_page(), "oct2021.csv", ONLY_MADE))
    page = walk(chosen(upload_page(), "nov2021.csv", ONLY_MADE), to=8)

    page.text_input[0].set_value("OCHA Mali").run()

    assert page.button(key="up_publish").disabled
    page.checkbox[0].set_value(True).run()
    assert not page.button(key="up_publish").disabled


def test_who_may_not_publish_is_told_nothing_of_other_files(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    published_by_hand(chosen(upload_page(), "oct2021.csv", ONLY_MADE))
    monkeypatch.setattr(session, "role_of_server", lambda address: Role.PUBLIC)

    page = chosen(upload_page(), "nov2021.csv", ONLY_MADE)

    assert (here(page), visited(page).remembered) == ("2", None)
    assert not any("OCHA Chad" in note.value for note in page.info)
