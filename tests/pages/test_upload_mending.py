"""Wrong cells mended on the page: all that read the same at once, or row by row."""

import pytest
from streamlit.testing.v1 import AppTest

from core.i18n import Lang
from loaders.choice_lists import choice_lists
from loaders.mending import Correction
from tests.pages.published import INTERNATIONAL, NATIONAL, markup
from tests.pages.test_upload import (
    batches,
    chosen,
    content,
    empty_store,
    here,
    press,
    upload_page,
    visited,
    walk,
)

__all__ = ["empty_store"]

# Rows 2 to 8 of the file; the type is column B, the cluster column C.
LIST = (
    ("Secours Inventé", "Martian", "Health", "Chad"),
    ("Made Up Relief", "Martian", "Health", "Chad"),
    ("Third Invented", "Martian", "WASH", "Chad"),
    ("Nowhere International", "Venusian", "Health", "Chad"),
    ("Somewhere International", INTERNATIONAL, "WASH", "Chad"),
    ("Home Grown", NATIONAL, "WASH", "Chad"),
    ("Home Grown", NATIONAL, "Gardening", "Chad"),
)
TYPE, CLUSTER = 2, 3


def issues_page(lang: str = "en") -> AppTest:
    return walk(chosen(upload_page(lang), made=content(LIST)), to=5)


def line(page: AppTest, value: str) -> str:
    """The key of the widget that asks what this value should read."""
    (found,) = [box.key for box in page.selectbox if value in box.label]
    assert found
    return found


def answer(page: AppTest, value: str, name: str) -> AppTest:
    return page.selectbox(key=line(page, value)).set_value(name).run()


def corrections(page: AppTest) -> tuple[Correction, ...]:
    return visited(page).choices.corrections


@pytest.mark.parametrize("lang", list(Lang))
def test_two_wrong_types_are_mended_everywhere_and_the_receipt_says_so(lang: Lang) -> None:
    types = choice_lists(lang)["organisation_type"]
    national, international = types["441"], types["437"]
    page = issues_page(lang.value)

    answer(page, "Martian", national)
    answer(page, "Venusian", international)
    before = corrections(page)
    press(page, "up_mend_apply")

    assert before == ()
    sheet = "made_oct2021"
    assert corrections(page) == (
        Correction(sheet, 2, TYPE, "Martian", national),
        Correction(sheet, 3, TYPE, "Martian", national),
        Correction(sheet, 4, TYPE, "Martian", national),
        Correction(sheet, 5, TYPE, "Venusian", international),
    )
    assert not [box for box in page.selectbox if "Martian" in box.label]
    for step in (5, 6, 7):
        if step == 6:
            page.radio[0].set_value("whole").run()
        press(page, f"up_continue_{step}")
    page.text_input[0].set_value("OCHA Chad").run()
    press(page, "up_publish")
    assert here(page) == "9"
    assert len(batches()) == 1
    drawn = markup(page)
    for text in ("Martian", national, "Venusian", international, "B2", "B5"):
        assert text in drawn


def test_what_was_typed_stays_between_steps_and_what_was_mended_can_be_taken_back() -> None:
    page = issues_page()
    national = choice_lists(Lang.EN)["organisation_type"]["441"]
    answer(page, "Martian", national)

    press(page, "up_reopen_3")
    press(page, "up_reopen_5")

    assert page.selectbox(key=line(page, "Martian")).value == national
    press(page, "up_mend_apply")
    assert len(corrections(page)) == 3
    press(page, "up_mended_0")
    assert corrections(page) == ()
    assert line(page, "Martian")


def test_another_visit_finds_what_was_mended_and_cannot_change_it() -> None:
    page = issues_page()
    answer(page, "Venusian", choice_lists(Lang.EN)["organisation_type"]["437"])
    press(page, "up_mend_apply")

    second = upload_page(upload=visited(page).key)

    assert here(second) == "5"
    assert second.button(key="up_mended_0").disabled
    assert not [button for button in second.button if button.key == "up_mend_apply"]


def test_one_row_is_mended_in_the_grid_and_the_other_stays() -> None:
    page = issues_page()
    page.radio(key=f"up_mend_way_{visited(page).key}_{TYPE}").set_value("rows").run()
    (grid,) = page.data_editor
    assert grid.value["row"].tolist() == [2, 3, 4, 5]
    assert grid.value["written"].tolist() == ["Martian"] * 3 + ["Venusian"]
    assert grid.value["organisation"].tolist() == [name for name, *_ in LIST[:4]]

    edited = {"edited_rows": {1: {"after": "National NGO"}}, "added_rows": [], "deleted_rows": []}
    assert grid.key
    page.session_state[grid.key] = edited
    page.run()
    press(page, "up_mend_apply")

    assert [(one.row, one.after) for one in corrections(page)] == [(3, "National NGO")]
