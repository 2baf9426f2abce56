"""The first screen of the overview holds everything that is to be read in ten seconds."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from core.i18n import Lang

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
    visit: Callable[..., Page], lang: Lang, view: str
) -> None:
    page = visit(f"/?lang={lang.value}{view}")
    page.set_viewport_size({"width": 1280, "height": 720})
    page.wait_for_timeout(300)

    tiles = page.evaluate(TILES)

    assert len(tiles) == 4
    assert [tile for tile in tiles if tile["bottom"] > 720] == []
    assert [tile for tile in tiles if tile["bottom"] > tile["tools"] + 1] == []
    assert page.evaluate(SMALL) == []
