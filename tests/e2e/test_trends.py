"""From the overview to whether a trend rises once only matched mechanisms count, in five clicks."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from core.i18n import Lang, translations
from metrics import find
from tests.e2e.conftest import settled

pytestmark = pytest.mark.browser

MEMBERS = find("lna_share_of_members")


@pytest.mark.parametrize(
    ("lang", "francophone", "answer"),
    [
        (Lang.FR, "Pays francophones", "En hausse à mécanismes identiques, parmi les types connus"),
        (Lang.AR, "البلدان الناطقة بالفرنسية", "ارتفاع ضمن الأنواع المعروفة عند احتساب الآليات"),
    ],
)
def test_the_francophone_trend_in_membership_in_five_clicks(
    visit: Callable[..., Page], lang: Lang, francophone: str, answer: str
) -> None:
    page = visit(f"/?lang={lang.value}")

    page.get_by_role("link", name=translations(lang).gettext("Trends"), exact=True).click()
    page.wait_for_selector(".st-key-trend_filters", timeout=30_000)
    settled(page)
    choose(page, "indicator", MEMBERS.name.in_(lang))
    choose(page, "context", francophone)

    title = page.locator("figure.chart svg title").first
    assert answer in " ".join((title.text_content() or "").split())
    drawn = page.locator("figure.chart svg text").all_text_contents()
    assert "41" in " ".join(drawn)  # the matched mechanisms, in sight beside the finding


def test_a_page_reached_by_the_menu_keeps_the_definition(visit: Callable[..., Page]) -> None:
    page = visit("/?lang=en")
    said = page.locator(".st-key-filter_scope input").first.input_value()

    for name in ("Clusters", "Contexts", "Trends", "Overview"):
        page.get_by_role("link", name=name, exact=True).click()
        page.get_by_role("heading", name=name, exact=True).wait_for()
        settled(page)
        assert page.locator(".st-key-filter_scope input").first.input_value() == said


def choose(page: Page, name: str, label: str) -> None:
    """Two clicks: open a list, take an entry."""
    page.locator(f".st-key-filter_{name}").get_by_role("combobox").click()
    page.get_by_role("option", name=label, exact=True).click()
    page.wait_for_timeout(500)
    settled(page)
