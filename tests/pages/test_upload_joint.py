"""Types on another sheet and several organisations in one cell, as a person accepts them."""

from collections.abc import Iterator

import pytest
from streamlit.testing.v1 import AppTest

from core.i18n import Lang, translations
from loaders.join import Join
from pages.components import store
from pages.components.upload.drafts import Draft, kept
from tests.loaders.made_joint import NAME, workbook
from tests.pages.published import markup, opened
from tests.pages.test_upload import chosen, press, upload_page, visited, walk

JOIN = Join("Partners", "Organisation", "Organisation type")


@pytest.fixture(autouse=True)
def empty_store() -> Iterator[None]:
    """An empty store of this test, and no draft of another."""
    for cached in (store.real, store.known, kept):
        cached.clear()
    yield
    store.real().close()
    for cached in (store.real, store.known, kept):
        cached.clear()


def at_columns(lang: str = "en") -> AppTest:
    return walk(chosen(upload_page(lang), NAME, workbook()), to=3)


def rows(draft: Draft) -> int:
    """One for each organisation."""
    assert draft.understood is not None
    assert draft.understood.staged is not None
    return int(draft.understood.staged.rows.num_rows)


def test_one_click_takes_the_types_and_one_click_takes_them_back() -> None:
    page = at_columns()

    press(page, "up_join_0")
    taken, offers = visited(page).choices.join, page.button
    press(page, "up_join_back")

    assert taken == JOIN
    assert "up_join_0" not in {button.key for button in offers}
    assert visited(page).choices.join is None
    assert page.button(key="up_join_0").label


def test_a_sign_is_chosen_and_a_name_left_whole() -> None:
    page = at_columns()
    cell = "Espoir du Sahel + Made Up Relief"

    page.checkbox[0].check().run()
    split = visited(page)
    page.multiselect[0].select(cell).run()

    assert split.choices.split == ("+",)
    assert rows(split) == 5
    whole = visited(page)
    assert whole.choices.whole == (cell,)
    assert rows(whole) == 4


@pytest.mark.parametrize("lang", list(Lang))
def test_receipt_and_history_say_what_was_split_and_where_each_type_stands(lang: Lang) -> None:
    page = at_columns(lang.value)
    press(page, "up_join_0")
    page.checkbox[0].check().run()
    for step in range(3, 8):
        if step == 6:
            page.radio[0].set_value("whole").run()
        press(page, f"up_continue_{step}")
    page.text_input[0].set_value("OCHA Chad").run()

    press(page, "up_publish")

    assert not page.exception
    drawn = markup(page)
    gettext = translations(lang).gettext
    assert gettext("Cells that name several organisations split at") in drawn
    assert gettext("Types on another sheet") in drawn
    assert "Partners!B3" in drawn
    batch = markup(opened("history.py", lang=lang.value, demonstration="off", batch="1"))
    assert gettext("Types on another sheet") in batch
    assert "B3" in batch
