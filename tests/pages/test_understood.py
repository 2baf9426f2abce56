"""What was made of a file is shown and can be refused; what it leaves open is asked, no more."""

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from core.i18n import Lang, translations
from loaders.normalise import ConversionKind
from tests.pages.test_upload import chosen, empty_store, here, press, upload_page, visited

__all__ = ["empty_store"]  # a fixture, used by every test of this file

PRESENCE = (
    "Pays,Organisation,Type,Cluster,Mois\n"
    "Tchad,  Espoir  ,ONG nationale,EHA,janvier 2022\n"
    "Tchad,OXFAM,ONG internationale,Santé,2022-01\n"
)
HEADINGS = "Country,Mechanism type,Cluster,Organisation,Attended"
SIGNED = f"{HEADINGS}\nChad,Cluster,WASH,Espoir,oui\n"
DATED = f"{HEADINGS},Date\nChad,Cluster,WASH,Espoir,oui,{{day}}\n"
HUBS = "Pays,Organisation,Cluster,Mois\n{country},Espoir,EHA,2022-01\n"


def understood(text: str, dataset: str = "presence", lang: str = "en", to: int = 4) -> AppTest:
    page = upload_page(lang)
    page.radio(key="up_dataset").set_value(dataset).run()
    chosen(page, "made.csv", text.encode())
    for step in range(2, to):
        press(page, f"up_continue_{step}")
    assert here(page) == str(to)
    assert not page.exception
    return page


def keys(page: AppTest, start: str) -> list[str]:
    """Keys of switches and the like, without what tells drafts apart."""
    widgets = (*page.toggle, *page.radio, *page.date_input, *page.text_input)
    every = [str(widget.key).removesuffix(f"_{visited(page).key}") for widget in widgets]
    return [key for key in every if key.startswith(start)]


@pytest.mark.parametrize("lang", list(Lang))
def test_each_kind_of_conversion_is_counted_with_an_example(lang: Lang) -> None:
    page = understood(PRESENCE, lang=lang.value)

    labels = [box.label for box in page.expander]
    word = translations(lang).gettext("read as a period")
    assert sum(word in label and "janvier 2022" in label for label in labels) == 1
    assert keys(page, "up_make_") == [
        "up_make_blanks_organisation", "up_make_matched_cluster",
        "up_make_matched_organisation_type", "up_make_period",
    ]  # fmt: skip


def test_a_conversion_that_is_switched_off_is_not_made_and_can_be_switched_on_again() -> None:
    page = understood(PRESENCE)
    key = f"up_make_matched_cluster_{visited(page).key}"

    page.toggle(key=key).set_value(False).run()

    assert visited(page).choices.refused == ("matched:cluster",)
    assert values(page, "cluster") == [None, "HEA"]
    page.toggle(key=key).set_value(True).run()
    assert visited(page).choices.refused == ()
    assert values(page, "cluster") == ["WSH", "HEA"]


def test_broken_letters_are_offered_for_repair() -> None:
    page = understood(PRESENCE.replace("Espoir", "Secours ImprÃ©vu"))
    assert "ImprÃ©vu" in str(values(page, "name")[0])

    page.toggle(key=f"up_repair_{visited(page).key}").set_value(True).run()

    assert "Imprévu" in str(values(page, "name")[0])
    staged = visited(page).understood.staged  # type: ignore[union-attr]
    assert staged is not None
    assert ConversionKind.ENCODING in {one.kind for one in staged.conversions}


def test_nothing_is_asked_of_a_file_that_leaves_nothing_open() -> None:
    page = understood(PRESENCE)

    assert keys(page, "up_repair") == keys(page, "up_dates") == keys(page, "up_hub") == []


@pytest.mark.parametrize(
    ("said", "day"), [("day-first", "2022-02-05"), ("month-first", "2022-05-02")]
)
def test_a_day_that_could_be_two_is_asked_with_both_readings(said: str, day: str) -> None:
    page = understood(DATED.format(day="05/02/2022"), "meetings")
    assert visited(page).understood.report.blocks  # type: ignore[union-attr]

    page.radio(key=f"up_dates_{visited(page).key}").set_value(said).run()

    assert values(page, "date") == [day]
    # The question stays, so that the answer can be changed.
    assert keys(page, "up_dates") == ["up_dates"]


def test_days_that_are_plain_are_not_asked_about() -> None:
    page = understood(DATED.format(day="25/02/2022"), "meetings")

    assert values(page, "date") == ["2022-02-25"]
    assert keys(page, "up_dates") == []


def test_the_day_of_a_sign_in_sheet_is_asked_where_no_column_says_it() -> None:
    page = understood(SIGNED, "meetings", to=3)

    page.date_input(key=f"up_day_{visited(page).key}").set_value(date(2022, 2, 14)).run()

    assert values(page, "date") == ["2022-02-14"]
    dated = understood(DATED.format(day="2022-02-14"), "meetings", to=3)
    assert keys(dated, "up_day") == []


def test_a_hub_is_asked_for_where_an_operation_has_hubs() -> None:
    page = understood(HUBS.format(country="Syrie"))

    page.text_input(key=f"up_hub_{visited(page).key}").set_value("Gaziantep").run()

    assert values(page, "hub") == ["Gaziantep"]


def values(page: AppTest, column: str) -> list[object]:
    seen = visited(page).understood
    assert seen is not None
    assert seen.staged is not None
    return list(seen.staged.rows[column].to_pylist())
