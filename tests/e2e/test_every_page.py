"""Every page in every language on every kind of store, on a laptop and on a telephone."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from playwright.sync_api import Browser, Page

from core.i18n import Lang, catalogue_path
from pages.components import menu
from tests.e2e.conftest import Server, serving, settled
from tests.pages import published

pytestmark = pytest.mark.browser

# The first page stands at the root, and nowhere else.
ADDRESSES = ["/", *(f"/{place.path}" for place in menu.PLACES[1:])]
KINDS = ("demonstration", "real", "empty")
# Streamlit's own words for screen readers, and what a script of its own says when it starts.
_LOG = re.compile(r"warning|error|exception|traceback", re.IGNORECASE)


@pytest.fixture(scope="module", params=KINDS)
def store_of_kind(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, Server]]:
    """A dashboard on fictional data, on published batches, on nothing at all."""
    folder = tmp_path_factory.mktemp(request.param)
    if request.param == "real":
        published.fill(folder / "store.duckdb")
    with serving(folder) as running:
        yield request.param, running


def english_of(lang: Lang) -> set[str]:
    """English sentences of two words and more that this language says otherwise."""
    with catalogue_path(lang).open("rb") as file:
        known = read_po(file, locale=lang.value)
    texts = {m.id: m.string for m in known if isinstance(m.id, str) and "{" not in m.id}
    return {
        one for one, other in texts.items() if one and " " in one.strip() and other not in {one, ""}
    }


def visible_text(page: Page) -> str:
    return " ".join(page.locator("body").inner_text().split())


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_is_whole(
    store_of_kind: tuple[str, Server], browser: Browser, address: str, lang: Lang
) -> None:
    kind, server = store_of_kind
    query = f"?lang={lang.value}" + ("&demonstration=off" if kind == "empty" else "")
    context = browser.new_context(viewport={"width": 1280, "height": 720})
    page = context.new_page()
    page.goto(f"{server.address}{address}{query}")
    settled(page)

    for width, height in ((1280, 720), (390, 844)):
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_timeout(300)
        _check(page, lang)
    context.close()
    assert _complaints(server.log) == []


def _check(page: Page, lang: Lang) -> None:
    text = visible_text(page)
    html = page.locator("html")
    assert (html.get_attribute("lang"), html.get_attribute("dir")) == (lang, lang.direction)
    assert page.locator('[data-testid="stException"]').count() == 0
    assert page.locator(".note-refused").count() == 0
    # Nothing is cut off at the side; tables that are wider scroll by themselves.
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 1
    if lang is not Lang.EN:
        assert sorted(words for words in english_of(lang) if words in text) == []


def _complaints(log: Path) -> list[str]:
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    return [line for line in lines if _LOG.search(line)]


def test_two_readers_do_not_see_each_others_language_or_filters(
    visit: Callable[..., Page],
) -> None:
    first = visit("/clusters?lang=ar&cluster=WSH&scope=3")
    second = visit("/clusters?lang=fr&cluster=HEA&scope=1")
    first.reload()
    settled(first)

    seen = [_seen(page) for page in (first, second)]

    assert seen == [("ar", "WSH", "3"), ("fr", "HEA", "1")]


def _seen(page: Page) -> tuple[str | None, str, str]:
    asked = json.loads(
        page.evaluate("JSON.stringify(Object.fromEntries(new URLSearchParams(location.search)))")
    )
    return page.locator("html").get_attribute("lang"), asked["cluster"], asked["scope"]
