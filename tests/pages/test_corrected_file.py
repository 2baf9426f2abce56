"""A corrected file is read as it was read before; another file, or other headings, are not."""

import pytest
from streamlit.testing.v1 import AppTest

from core.i18n import Lang, translations
from tests.pages.test_upload import chosen, content, empty_store, here, press, upload_page, visited

__all__ = ["empty_store"]

# Nothing tells what the last but one column is; the corrected file gives the one type that lacks.
NAME = "made_oct2021.csv"
MADE = content().replace(b"Cluster", b"Heap", 1)
CORRECTED = MADE.replace(b"Body Without Type,", b"Body Without Type,National NGO", 1)
TOLD = (
    "What you said of “{file}” before is taken over for the corrected file. Everything can still "
    "be looked at and changed."
)


def with_a_column_said(lang: Lang = Lang.EN) -> AppTest:
    """Gone through up to the issues, and back at the first step."""
    page = chosen(upload_page(lang.value), NAME, MADE)
    press(page, "up_continue_2")
    widget = next(w for w in page.selectbox if str(w.key).startswith("up_map_place_"))
    widget.set_value(3).run()
    for step in (3, 4):
        press(page, f"up_continue_{step}")
    return press(page, "up_reopen_1")


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("name", [NAME, "made_oct2021 (ALN).csv", "made_oct2021 (ALN) (1).csv"])
def test_what_was_said_holds_for_the_corrected_file(name: str, lang: Lang) -> None:
    page = with_a_column_said(lang)

    chosen(page, name, CORRECTED)

    assert (here(page), visited(page).choices.columns) == ("5", (("column:C", "place"),))
    told = translations(lang).gettext(TOLD).partition("{")[0]
    assert any(told in note.value for note in page.info)


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("made_nov2021.csv", CORRECTED),
        (NAME, CORRECTED.replace(b"Organisation type", b"Kind", 1)),
    ],
)
def test_nothing_said_of_one_file_holds_for_another(name: str, made: bytes) -> None:
    page = with_a_column_said()

    chosen(page, name, made)

    assert (here(page), visited(page).choices.columns) == ("2", ())
    assert not any("taken over" in note.value for note in page.info)
