"""The calculator as a reader meets it: the example, the definition, pasting, clearing."""

import pytest
from streamlit.testing.v1 import AppTest

from core.i18n import Lang
from pages.components import store
from tests.pages.published import opened


def text_of(visit: AppTest) -> str:
    parts = [e.proto.body for e in visit.get("html")] + [str(e.value) for e in visit.markdown]
    shown = [part for part in parts if not part.startswith(("<style", "<script"))]
    return " ".join(" ".join(shown).split()).replace("\u2066", "").replace("\u2069", "")


@pytest.mark.parametrize(
    ("lang", "empty", "interval"),
    [
        (Lang.EN, "Nothing to work out yet", "Between 60% and 80%"),
        (Lang.FR, "Rien à calculer pour l’instant", "Entre 60 % et 80 %"),
        (Lang.AR, "لا شيء لحسابه بعد", "بين 60% و80%"),
    ],
)
def test_one_click_fills_in_the_example_and_another_clears_it(
    lang: Lang, empty: str, interval: str
) -> None:
    visit = opened("calculator.py", lang=lang.value, view="public", demonstration="off")
    assert not visit.exception
    assert empty in text_of(visit)

    visit.button(key="calc_example").click().run()
    shown = text_of(visit)
    assert not visit.exception
    assert "3 ÷ 4 = 75" in shown
    assert interval in shown
    assert empty not in shown

    visit.button(key="calc_clear").click().run()
    assert empty in text_of(visit)
    assert store.real().is_empty()


def test_the_definition_changes_the_number_that_is_marked() -> None:
    visit = opened("calculator.py", lang="en")
    visit.button(key="calc_example").click().run()

    visit.selectbox(key="filter_scope").set_value("1").run()

    shown = text_of(visit)
    assert "2 ÷ 4 = 50%" in shown
    assert "NGOs and civil society (chosen)</th><td><bdi>50% (2 of 4)" in shown


def test_a_paste_that_is_no_table_is_refused_in_words_and_keeps_what_was_typed() -> None:
    visit = opened("calculator.py", lang="en")
    visit.text_area(key="calc_paste_roles").set_value("just some words").run()

    visit.button(key="calc_take_rows_roles").click().run()

    assert not visit.exception
    assert "No row was taken" in text_of(visit)
    assert visit.text_area(key="calc_paste_roles").value == "just some words"


def test_pasted_rows_stand_in_the_list_and_give_a_number() -> None:
    visit = opened("calculator.py", lang="en")
    rows = "Organisation\tOrganisation type\nOne\tNational NGO\nTwo\tUnited Nations\n"
    visit.text_area(key="calc_paste_members").set_value(rows).run()

    visit.button(key="calc_take_rows_members").click().run()

    shown = text_of(visit)
    assert not visit.exception
    assert "2 rows were taken." in shown
    assert "1 ÷ 2 = 50%" in shown
    assert visit.text_area(key="calc_paste_members").value == ""
