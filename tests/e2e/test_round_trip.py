"""A workbook on its whole way: published, seen on the overview, traced to its row, withdrawn."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Server, serving, settled
from tests.e2e.uploading import Visit, at, choose, opened, to_publishing, workbook

pytestmark = pytest.mark.browser

# The answer key for Chad, October 2021, all clusters, scope 2: 70 L/NAs of 132, none unknown.
OVERVIEW = {
    "en": ("70 of 132 organisations", "4th quarter 2021"),
    "fr": ("70 des 132 organisations", "4e trimestre 2021"),
    "ar": ("70 من أصل 132 منظمة", "الربع الرابع 2021"),
}


@pytest.fixture(params=["en", "fr", "ar"])
def lang(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A server of its own for each language, with nothing published."""
    with serving(tmp_path) as running:
        yield running


def test_published_seen_traced_withdrawn_gone(visit: Visit, samples: Path, lang: str) -> None:
    page = opened(visit, lang)
    choose(page, workbook(samples, "tcd-3w-2021-10"))
    to_publishing(page)
    page.locator(".st-key-up_publish button:enabled").click()
    at(page, 9)

    headline, quarter = OVERVIEW[lang]
    overview = visit(f"/?lang={lang}")
    assert headline in _text(overview)
    expect(overview.locator(".st-key-filter_period input")).to_have_value(quarter)
    assert overview.locator(".shell-demonstration").count() == 0

    clusters = visit(f"/clusters?lang={lang}&country=TCD")
    clusters.locator(".grid-table td a").first.click()
    settled(clusters)
    assert "behind" in clusters.url
    assert "whowhatwhere_3w_tcd_oct2021.xlsx" in _text(clusters)
    assert re.search(r"\d+", clusters.locator(".rows-table tbody tr").first.inner_text())

    _withdraw(visit, lang)

    gone = visit(f"/?lang={lang}&demonstration=off")
    assert headline not in _text(gone)


def _withdraw(visit: Visit, lang: str) -> None:
    history = visit(f"/history?lang={lang}&batch=1")
    history.locator(".st-key-preview button").click()
    fields = history.locator(".st-key-card_withdraw input[type=text]")
    expect(fields).to_have_count(2)
    fields.nth(0).fill("OCHA Tchad")
    fields.nth(1).fill("wrong month")
    fields.nth(1).press("Tab")
    settled(history)
    history.locator(".st-key-confirm button").click()
    expect(history.locator(".st-key-confirm")).to_have_count(0, timeout=30_000)


def _text(page: Page) -> str:
    return " ".join(page.locator("body").inner_text().split())
