"""The shell in a real browser: language, direction, menu, keyboard, small screens."""

import gzip
import re
import urllib.request
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page

from core.i18n import Lang, translations
from pages.components.menu import PLACES
from tests.e2e.conftest import Server, settled

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]

LATIN_WORD = re.compile(r"\b[A-Za-z]{3,}\b")
ADDRESSES = ["/", *(f"/{place.path}" for place in PLACES[1:])]
BROWSED = [place for place in PLACES if not place.hands_over]
DIRECTIONS = {"en": "ltr", "fr": "ltr", "ar": "rtl"}


@pytest.mark.parametrize("encoding", ["identity", "gzip"])
@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("lang", list(DIRECTIONS))
def test_language_and_direction_stand_before_any_script_runs(
    server: Server, lang: str, address: str, encoding: str
) -> None:
    request = urllib.request.Request(  # noqa: S310  our own address
        f"{server.address}{address}?lang={lang}", headers={"Accept-Encoding": encoding}
    )

    with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310
        body = answer.read()

    packed = answer.headers.get("Content-Encoding") == "gzip"
    html = (gzip.decompress(body) if packed else body).decode()
    assert packed is (encoding == "gzip")
    assert f'<html lang="{lang}" dir="{DIRECTIONS[lang]}" translate="no">' in html
    assert 'class="first-paint"' in html


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_shared_arabic_link_opens_right_to_left_without_english(
    visit: Visit, address: str
) -> None:
    page = visit(f"{address}?lang=ar")

    assert page.evaluate("document.documentElement.dir") == "rtl"
    shell = ".st-key-shell_menu, .shell-brand, .shell-footer, .skip-link, h1"
    words = [word for text in page.locator(shell).all_inner_texts() for word in text.split()]
    assert words
    assert [word for word in words if LATIN_WORD.search(word)] == []
    assert LATIN_WORD.search(page.title()) is None


def test_the_french_menu_has_no_english_word(visit: Visit) -> None:
    page = visit("/?lang=fr")
    # Links are drawn by a part of the page that arrives by itself.
    page.locator(".st-key-menu_wide a").nth(len(BROWSED) - 2).wait_for()
    page.get_by_role("button", name=words("fr", "Your data")).click()
    page.locator('[data-testid="stPopoverBody"] a').first.wait_for()

    parts = page.locator('.st-key-menu_wide, [data-testid="stPopoverBody"]').all_inner_texts()
    titles = [t.strip() for text in parts for t in text.split("\n") if t.strip()]
    assert [t for t in titles if t in {words("fr", place.title) for place in PLACES}] == [
        words("fr", place.title) for place in PLACES
    ]
    assert set(titles) & {place.title for place in PLACES} == {"Clusters", "Organisations"}


def test_arabic_begins_at_the_right_edge(visit: Visit) -> None:
    left, right = (edges_of_the_brand(visit(f"/?lang={lang}")) for lang in ("en", "ar"))

    assert left[0] < 100
    assert right[1] > 1180


def test_switching_keeps_the_page_and_every_parameter(visit: Visit) -> None:
    page = visit("/methodology?lang=en&cluster=WSH&view=public")

    page.get_by_role("radio", name="العربية").click()
    page.wait_for_function("document.documentElement.dir === 'rtl'")
    settled(page)

    now = urlsplit(page.url)
    assert now.path == "/methodology"
    assert parse_qs(now.query) == {"lang": ["ar"], "cluster": ["WSH"], "view": ["public"]}
    assert page.locator("h1").inner_text() == words("ar", "Methodology")


def test_a_choice_is_remembered_and_the_menu_keeps_it(visit: Visit, server: Server) -> None:
    page = visit("/methodology?lang=en")
    with page.expect_response(lambda answer: answer.request.method == "HEAD"):
        page.get_by_role("radio", name="Français").click()

    page.goto(f"{server.address}/methodology")
    settled(page)
    assert page.locator("h1").inner_text() == words("fr", "Methodology")

    page.get_by_role("link", name=words("fr", "Overview")).click()
    page.get_by_role("heading", name=words("fr", "Overview"), exact=True).wait_for()
    assert parse_qs(urlsplit(page.url).query)["lang"] == ["fr"]


def test_two_browsers_do_not_see_each_others_language(visit: Visit) -> None:
    first, second = visit("/methodology?lang=fr"), visit("/methodology?lang=ar")

    first.get_by_role("radio", name="English").click()
    first.wait_for_function("document.title.startsWith('Methodology')")
    second.reload()
    settled(second)

    assert first.locator("h1").inner_text() == "Methodology"
    assert second.locator("h1").inner_text() == words("ar", "Methodology")


def test_a_telephone_reaches_every_page_from_one_word(visit: Visit) -> None:
    page = visit("/methodology?lang=ar", width=390, height=844)

    page.get_by_role("button", name=words("ar", "Menu")).click()
    page.locator('[data-testid="stPopoverBody"] a').nth(len(PLACES) - 2).wait_for()
    page.locator('[data-testid="stPopoverBody"]').get_by_role(
        "link", name=words("ar", "History")
    ).click()

    page.get_by_role("heading", name=words("ar", "History"), exact=True).wait_for()
    assert page.locator("h1").inner_text() == words("ar", "History")


@pytest.mark.parametrize("lang", list(DIRECTIONS))
@pytest.mark.parametrize(("width", "height"), [(1280, 720), (390, 844)])
def test_nothing_of_the_shell_leaves_the_screen(
    visit: Visit, lang: str, width: int, height: int
) -> None:
    page = visit(f"/methodology?lang={lang}", width=width, height=height)

    shell = page.locator(
        ".st-key-shell_menu :is(a, .shell-here, button), .st-key-shell_head button"
    )
    boxes = [box for part in shell.all() if (box := part.bounding_box())]
    # One word opens the menu of a telephone; a wide one has those that are browsed, and one word.
    assert len(boxes) == len(DIRECTIONS) + (1 if width < 640 else len(BROWSED) + 1)
    assert all(box["x"] >= 0 and box["x"] + box["width"] <= width for box in boxes)
    assert all(box["height"] >= 40 for box in boxes)


def test_the_first_stop_of_the_keyboard_skips_the_menu(visit: Visit) -> None:
    page = visit("/methodology?lang=fr")

    page.keyboard.press("Tab")
    first_stop = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")

    assert first_stop == words("fr", "Skip to the content")
    page.wait_for_function("document.activeElement.id === 'content'")


def test_a_page_without_icons_fetches_no_typeface(visit: Visit) -> None:
    page = visit("/methodology?lang=ar")

    fetched = page.evaluate("performance.getEntriesByType('resource').map(entry => entry.name)")

    assert any("/static/js/" in name for name in fetched)
    assert [name for name in fetched if name.endswith((".woff2", ".ttf"))] == []


def test_the_server_has_warned_of_nothing(visit: Visit, server: Server) -> None:
    visit("/methodology?lang=ar")

    said = server.log.read_text(errors="replace").splitlines()
    assert [line for line in said if re.search("warn|error|traceback", line, re.I)] == []


def edges_of_the_brand(page: Page) -> tuple[float, float]:
    """Left and right edge of the brand's words in pixels."""
    box = page.evaluate(
        """() => {
            const range = document.createRange();
            range.selectNodeContents(document.querySelector(".shell-brand"));
            const edges = range.getBoundingClientRect();
            return [edges.left, edges.right];
        }"""
    )
    return float(box[0]), float(box[1])


def words(lang: str, english: str) -> str:
    """What the catalogue says."""
    return translations(Lang(lang)).gettext(english)
