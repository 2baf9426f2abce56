"""The first screen of the overview holds everything that is to be read in ten seconds."""

import pytest
from playwright.sync_api import Browser

from core.i18n import Lang
from tests.e2e.conftest import Server, settled

pytestmark = pytest.mark.browser

# The bottom of each tile's last words, and whether one stands on what comes after it.
TILES = """() => [...document.querySelectorAll('.st-key-first_sight [class*="st-key-card_"]')].map(
  card => ({
    bottom: card.querySelector('.tile').getBoundingClientRect().bottom,
    tools: card.querySelector('[class*="st-key-tools_"]').getBoundingClientRect().top,
  }))"""
SMALL = """() => [...document.querySelectorAll('.tile *')]
  .filter(e => e.childElementCount === 0 && e.textContent.trim() && !e.closest('caption, svg'))
  .map(e => parseFloat(getComputedStyle(e).fontSize)).filter(size => size < 12)"""


@pytest.mark.parametrize("view", ["", "&view=public"])
@pytest.mark.parametrize("lang", list(Lang))
def test_one_screen_holds_four_tiles_and_none_lies_on_its_buttons(
    browser: Browser, server: Server, lang: Lang, view: str
) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 720})
    page.goto(f"{server.address}/?lang={lang.value}{view}")
    # The first reader outside waits until it is known what is hidden.
    page.wait_for_selector(".shell-footer", timeout=150_000)
    settled(page)

    tiles = page.evaluate(TILES)

    assert len(tiles) == 4
    assert [tile for tile in tiles if tile["bottom"] > 720] == []
    assert [tile for tile in tiles if tile["bottom"] > tile["tools"] + 1] == []
    assert page.evaluate(SMALL) == []
    page.close()
