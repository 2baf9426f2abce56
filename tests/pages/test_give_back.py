"""The marked workbook on the page: made when it is asked for, and then handed over."""

import pytest
from streamlit.testing.v1 import AppTest

from core.i18n import Lang, translations
from tests.pages.test_upload import chosen, empty_store, press, upload_page, walk

__all__ = ["empty_store"]


@pytest.mark.parametrize("lang", Lang)
def test_the_workbook_is_made_on_demand_and_then_handed_over(lang: Lang) -> None:
    page = walk(chosen(upload_page(lang.value)), to=5)
    offered = {button.key for button in page.button}
    before = downloads(page)

    made = press(page, "up_return_make")

    assert not made.exception
    assert "up_return_make" in offered
    label = translations(lang).gettext("Download my workbook with its marks")
    assert label not in before
    assert label in downloads(made)
    assert "up_return_make" not in {button.key for button in made.button}


def downloads(page: AppTest) -> set[str]:
    """The labels of what is offered for download."""
    return {str(getattr(element, "label", "")) for element in page.get("download_button")}
