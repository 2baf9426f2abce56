"""The file of a talk, opened from the disk with no network: keys, languages, marks, notes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from core.i18n import Lang
from exports.pack import pack
from exports.slide import Slide
from tests.charts.samples import charts_in
from tests.exports.made import origin

pytestmark = pytest.mark.browser

KINDS = ("headline", "bars", "trend", "dots", "coverage")
NOW = "section:not([hidden]) article.now"


@pytest.fixture
def talk(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """The talk on a laptop that is offline; an error of its script fails the test."""
    slides = [
        {
            lang: Slide(chart=charts_in(lang)[kind], origin=origin(), notes=f"Notes on {kind}")
            for lang in Lang
        }
        for kind in KINDS
    ]
    file = tmp_path / "talk.html"
    titles = {Lang.EN: "Talk", Lang.FR: "Exposé", Lang.AR: "عرض"}
    file.write_bytes(pack(slides, titles, first=Lang.FR, with_notes=True))
    context = browser.new_context(viewport={"width": 1280, "height": 720}, offline=True)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("request", lambda asked: errors.append(asked.url) if "file:" not in asked.url else None)
    page.goto(file.as_uri())
    yield page
    context.close()
    assert errors == []


def shown(page: Page) -> tuple[str, str]:
    """The number of the slide, and the language of the page."""
    html = page.locator("html")
    return str(page.locator(NOW).get_attribute("data-slide")), str(html.get_attribute("lang"))


def test_a_clicker_and_the_arrows_reach_the_last_slide_and_back(talk: Page) -> None:
    talk.keyboard.press("f")
    for _ in range(6):
        talk.keyboard.press("PageDown")
    last = shown(talk)
    for key in ("PageUp", "ArrowLeft", "Home"):
        talk.keyboard.press(key)

    assert (last, shown(talk)) == (("4", "fr"), ("0", "fr"))
    assert talk.locator("article:visible").count() == 1
    assert not talk.locator("#bar").is_visible()


def test_the_language_changes_by_one_key_and_the_place_is_kept(talk: Page) -> None:
    talk.keyboard.press("f")
    talk.keyboard.press("PageDown")
    talk.keyboard.press("l")
    arabic = (*shown(talk), talk.locator("html").get_attribute("dir"))
    talk.keyboard.press("1")

    assert arabic == ("1", "ar", "rtl")
    assert shown(talk) == ("1", "en")


def test_the_full_stop_blanks_the_screen_and_any_key_brings_it_back(talk: Page) -> None:
    talk.keyboard.press("f")
    talk.keyboard.press(".")
    blank = talk.locator("#blank").is_visible()
    talk.keyboard.press("PageDown")

    assert (blank, talk.locator("#blank").is_visible()) == (True, False)
    assert shown(talk)[0] == "0"


def test_a_mark_says_its_numbers_to_keyboard_and_pointer(talk: Page) -> None:
    talk.keyboard.press("1")
    talk.keyboard.press("f")
    talk.keyboard.press("PageDown")
    mark = talk.locator(f"{NOW} .wide .mark").first
    mark.focus()
    by_keyboard = talk.locator("#said").inner_text()
    talk.locator(f"{NOW} .wide .mark").nth(1).hover()

    assert by_keyboard.startswith("Health 6: 60% (18 of 30)")
    assert talk.locator("#said").inner_text().startswith("Camp Coordination (CCCM) 5: 50%")


def test_notes_stand_in_a_window_of_their_own_and_never_on_the_screen(talk: Page) -> None:
    talk.keyboard.press("f")
    with talk.context.expect_page() as opened:
        talk.keyboard.press("n")
    own = opened.value
    talk.keyboard.press("PageDown")

    own.locator("#notes").wait_for()
    assert own.locator("#notes").inner_text() == "Notes on bars"
    assert "Notes on" not in talk.locator("body").inner_text()


def test_on_a_telephone_nothing_is_cut_off_at_the_side(talk: Page) -> None:
    talk.set_viewport_size({"width": 390, "height": 844})

    for number in ("1", "2", "3"):
        talk.keyboard.press(number)
        assert talk.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 1
        assert talk.locator("section:not([hidden]) .narrow").first.is_visible()
