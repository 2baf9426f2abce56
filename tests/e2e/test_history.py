"""History, trace and an earlier day in a real browser, on a store with three batches."""

import re
from collections.abc import Callable, Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page

from core.i18n import Lang, translations
from tests.e2e.conftest import Server, serving, settled
from tests.pages import published

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]

LATIN_WORD = re.compile(r"[A-Za-z]{3,}")
TRACE = "/behind?indicator=lna_share_of_presence&country=TCD&cluster=WSH&period=2021-11&scope=2"
ADDRESSES = ["/history?", "/history?batch=2", "/history?as_of=2026-03-06", "/methodology?", TRACE]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The dashboard on the store of `tests.pages.published`, stopped at the end."""
    folder = tmp_path_factory.mktemp("history")
    published.fill(folder / "store.duckdb")
    with serving(folder) as running:
        yield running


@pytest.mark.parametrize("lang", ["en", "fr", "ar"])
@pytest.mark.parametrize(("width", "height"), [(1280, 720), (390, 844)])
def test_every_view_stays_on_the_screen_in_its_direction(
    visit: Visit, lang: str, width: int, height: int
) -> None:
    for address in ADDRESSES:
        page = visit(f"{address}&lang={lang}", width=width, height=height)

        assert page.evaluate("document.documentElement.dir") == Lang(lang).direction
        assert page.locator('[role="alert"]').count() == 0, address
        assert page.locator('[data-testid="stMain"]').evaluate("e => e.scrollWidth") <= width


@pytest.mark.parametrize("address", ["/history?", "/history?as_of=2026-03-06"])
def test_outside_the_team_no_latin_word_is_left_in_arabic(visit: Visit, address: str) -> None:
    page = visit(f"{address}&lang=ar&view=public")

    text = page.locator(".st-key-shell_page").inner_text().replace("UTC", "")
    assert say("ar", "Withdrawn") in text or "as_of" in address
    assert LATIN_WORD.findall(text) == []


def test_a_batch_opens_at_an_address_of_its_own_that_can_be_shared(visit: Visit) -> None:
    page = visit("/history?lang=fr&as_of=2026-03-07")

    page.locator(".st-key-card_batch_2").get_by_role("link").click()
    page.wait_for_url(re.compile("batch=2"))
    page.get_by_role("heading", name=say("fr", "What it changed")).wait_for()
    asked = parse_qs(urlsplit(page.url).query)
    page.goto(page.url)
    settled(page)

    assert asked == {"lang": ["fr"], "as_of": ["2026-03-07"], "batch": ["2"]}
    assert page.get_by_role("heading", name="Lot 2").is_visible()

    page.get_by_role("link", name=say("fr", "All batches")).click()
    page.get_by_role("heading", name="Lot 3").wait_for()
    page.wait_for_url(lambda url: "batch" not in url)


def test_an_earlier_day_is_kept_by_the_menu_and_left_with_one_click(visit: Visit) -> None:
    page = visit("/history?lang=en&as_of=2026-03-06")

    page.get_by_role("link", name="Methodology").click()
    page.get_by_role("heading", name="Methodology", level=1).wait_for()
    settled(page)
    band = page.locator(".shell-earlier-day").inner_text()
    page.get_by_role("button", name="Back to now").click()
    page.locator(".shell-earlier-day").wait_for(state="detached")

    assert band == "As of 6 March 2026: later decisions are left out"
    assert "as_of" not in page.url


def test_a_number_is_followed_to_its_row_and_withdrawn(visit: Visit) -> None:
    traced = visit(f"{TRACE}&lang=en")
    row = traced.locator("tr", has_text="=Made Up Relief").inner_text()
    assert "second.csv" in row
    assert "50% (1 of 2)" in traced.locator(".st-key-card_number").inner_text()

    page = visit("/history?lang=en&batch=2")
    page.get_by_role("button", name="See which figures would move").click()
    page.get_by_label(re.compile("Your office")).first.fill("WASH Chad")
    page.get_by_label(re.compile("Reason")).first.fill("wrong file")
    page.get_by_role("button", name="Withdraw batch 2").click()
    page.get_by_text("Batch 2 was withdrawn").wait_for()

    traced.reload()
    settled(traced)
    assert "75% (3 of 4)" in traced.locator(".st-key-card_number").inner_text()
    assert traced.locator("tr", has_text="second.csv").count() == 0


def test_the_server_has_warned_of_nothing(server: Server) -> None:
    said = server.log.read_text(errors="replace").splitlines()

    assert [line for line in said if re.search("warn|error|traceback", line, re.I)] == []


def say(lang: str, english: str) -> str:
    """What the catalogue says."""
    return translations(Lang(lang)).gettext(english)
