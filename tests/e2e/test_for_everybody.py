"""Every page for those who see it badly, on a small screen, or hear it: measured, page by page."""

from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from core.i18n import Lang, translations
from pages.components import menu
from tests.e2e import looks

pytestmark = pytest.mark.browser

ADDRESSES = ["/", *(f"/{place.path}" for place in menu.PLACES[1:])]
SIZES = ((1280, 720), (390, 844))
SERIOUS = {"serious", "critical"}


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("address", ADDRESSES)
def test_nothing_of_a_page_is_hard_to_read_or_to_hear(
    visit: Callable[..., Page], address: str, lang: Lang, tmp_path: Path
) -> None:
    page = visit(f"{address}?lang={lang.value}")
    page.wait_for_timeout(800)

    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_timeout(300)
        page.screenshot(path=tmp_path / f"{lang.value}_{width}.png", full_page=True)
        assert looks.overlapping(page) == []
        assert looks.cut(page) == []
        assert looks.charts_without_words(page) == []

    assert _barriers(page) == []


def test_the_measures_find_what_is_wrong(browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 800, "height": 600})
    page.set_content(
        '<html lang="en"><title>x</title><main class="st-key-shell_page">'
        '<p style="width: 5rem; overflow: hidden; white-space: nowrap">A line that is too long</p>'
        "<p>Below</p><p style='margin-top: -2.2rem'>Above</p><p style='color: #bbb'>Pale</p>"
        "<svg width='300' height='200'><text y='20'>No name</text></svg></main></html>"
    )

    assert looks.cut(page) == ["A line that is too long"]
    assert looks.overlapping(page) == ["Above × Below"]
    assert len(looks.charts_without_words(page)) == 1
    assert [one.split(":")[0] for one in _barriers(page)] == ["color-contrast"]
    page.close()


def test_the_button_that_chooses_a_file_has_a_name(visit: Callable[..., Page]) -> None:
    page = visit("/upload?lang=ar")

    name = translations(Lang.AR).gettext("Choose a file")
    expect(page.get_by_role("button", name=name)).to_have_count(1)


def _barriers(page: Page) -> list[str]:
    """What axe-core calls serious or critical, with where it is.

    It does not read the words that a style sheet gives, as browsers do: of those, see above.
    """
    context = {"exclude": ['[data-testid="stFileUploaderDropzone"] button']}
    found = Axe().run(page, context).response["violations"]
    return [
        f"{one['id']}: {node['target']}"
        for one in found
        if one["impact"] in SERIOUS
        for node in one["nodes"]
    ]
