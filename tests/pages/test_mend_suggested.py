"""What is suggested for misspelt values is taken with one click, in the reader's own words."""

import pytest

from core.i18n import Lang
from loaders.choice_lists import choice_lists
from tests.pages.published import INTERNATIONAL, NATIONAL
from tests.pages.test_upload import chosen, content, empty_store, press, upload_page, visited, walk

__all__ = ["empty_store"]

# Rows 2 to 5; the type is column B. `Martian` is near nothing.
LIST = (
    ("Secours Inventé", "Natonal NGO", "Health", "Chad"),
    ("Made Up Relief", "Natonal NGO", "Health", "Chad"),
    ("Third Invented", "ONG internationnale", "WASH", "Chad"),
    ("Somewhere", "Martian", "WASH", "Chad"),
    ("Fifth", NATIONAL, "WASH", "Chad"),
    ("Sixth", INTERNATIONAL, "WASH", "Chad"),
)


@pytest.mark.parametrize("lang", list(Lang))
def test_suggestions_are_taken_at_once_and_what_has_none_is_left(lang: Lang) -> None:
    types = choice_lists(lang)["organisation_type"]
    page = walk(chosen(upload_page(lang.value), made=content(LIST)), to=5)

    press(page, "up_mend_suggested")

    assert [box.value for box in page.selectbox if str(box.key).startswith("up_mend_")] == [
        types["441"],
        types["437"],
        None,
    ]
    assert "up_mend_suggested" not in {button.key for button in page.button}
    press(page, "up_mend_apply")
    assert [(one.row, one.after) for one in visited(page).choices.corrections] == [
        (2, types["441"]),
        (3, types["441"]),
        (4, types["437"]),
    ]
