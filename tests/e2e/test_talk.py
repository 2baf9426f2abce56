"""A talk built by mouse and keyboard, presented, and gone on with when the server has stopped."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.e2e.conftest import serving, settled

pytestmark = pytest.mark.browser

NOW = "section:not([hidden]) article.now"


def add_slide(page: Page, downwards: int) -> None:
    """One more slide, of the next kind of chart."""
    for _ in range(downwards):
        page.locator(".st-key-new_kind").get_by_role("combobox").click()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        settled(page)
    page.locator(".st-key-slide_add button").click()
    page.wait_for_timeout(500)
    settled(page)


def shown(page: Page) -> tuple[str | None, str | None]:
    """The number of the slide, and the language of the page."""
    return (
        page.locator(NOW).get_attribute("data-slide"),
        page.locator("html").get_attribute("lang"),
    )


def test_with_the_server_stopped_the_presenter_reaches_the_last_slide_and_back(
    browser: Browser, tmp_path: Path
) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 720})
    page = context.new_page()
    with serving(tmp_path) as server:
        page.goto(f"{server.address}/talks?lang=fr")
        settled(page)
        page.locator(".st-key-talk_new button").click()
        page.wait_for_timeout(500)
        settled(page)
        for downwards in (0, 1, 1):
            add_slide(page, downwards)
        assert page.locator('[class*="st-key-slide_"][class*="stVerticalBlock"]').count() >= 3
        with context.expect_page() as opened:
            page.locator('[data-testid="stLinkButton"] a').click()
        talk = opened.value
        talk.wait_for_selector("section:not([hidden]) article")
        talk.keyboard.press("f")
    # The server is gone.
    for key in ("PageDown", "PageDown", "PageDown", "l"):
        talk.keyboard.press(key)
    last = shown(talk)
    for key in ("PageUp", "PageUp"):
        talk.keyboard.press(key)

    assert last == ("2", "ar")
    assert shown(talk) == ("0", "ar")
    context.close()
