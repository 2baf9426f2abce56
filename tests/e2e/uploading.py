"""The Upload page as a person drives it in a browser."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from core.i18n import Lang, translations
from tests.e2e.conftest import settled

Visit = Callable[..., Page]


def opened(visit: Visit, lang: str, *, width: int = 1280, height: int = 720) -> Page:
    return visit(f"/upload?lang={lang}&demonstration=off", width=width, height=height)


def workbook(samples: Path, folder: str) -> Path:
    (path,) = (samples / folder).glob("*.xlsx")
    return path


def choose(page: Page, path: Path) -> None:
    """Hand a file over and go through every step, whether its layout was met before or not."""
    page.locator("input[type=file]").set_input_files(path)
    anew = page.locator(".st-key-up_memory_undo button")
    anew.or_(page.locator(".st-key-up_continue_2 button")).first.wait_for(timeout=60_000)
    settled(page)
    if anew.count():
        anew.click()
    at(page, 2)


def at(page: Page, step: int) -> None:
    """Wait until a step is open and drawn."""
    digit = page.locator(".up-here .up-digit")
    # The step that was open stays in sight until the page is drawn as far as its place.
    expect(digit.filter(has_text=str(step))).to_have_count(1, timeout=60_000)
    settled(page)
    expect(digit).to_have_text(str(step))


def onward(page: Page, step: int) -> None:
    page.locator(f".st-key-up_continue_{step} button:enabled").click(timeout=60_000)
    at(page, step + 1)


def fill(page: Page, key: str, text: str) -> None:
    field = page.locator(f"[class*='st-key-{key}_'] input")
    field.fill(text)
    field.press("Enter")
    page.wait_for_timeout(300)
    settled(page)


def to_publishing(page: Page) -> None:
    for step in range(2, 8):
        if step == 6:
            page.locator(".st-key-up_body [data-testid='stRadio'] label").last.click()
            settled(page)
        onward(page, step)
    fill(page, "up_office", "OCHA Bangui")


def outcome(browser: Browser, address: str) -> str:
    """What somebody finds who opens the address of the upload again."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(address)
    found = page.locator(".st-key-up_another, .st-key-up_publish").first
    found.wait_for(timeout=60_000)
    published = page.locator(".st-key-up_another").count() == 1
    context.close()
    return "published" if published else "absent"


def words(lang: str, english: str) -> str:
    """What the catalogue says."""
    return translations(Lang(lang)).gettext(english)
