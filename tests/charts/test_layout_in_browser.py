"""In a real browser, with real fonts: no text on another, none outside, at two widths."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, sync_playwright

from charts.svg import inline
from core.i18n import Lang
from tests import browser_setup
from tests.charts.samples import charts_in

pytestmark = pytest.mark.browser

FLAGS = ("--no-sandbox", "--headless", "--disable-background-networking", "--no-first-run")
# Text boxes are taller than their letters: they may touch by a third.
FAULTS = """() => {
  const faults = [];
  const box = element => element.getBoundingClientRect();
  const shown = [...document.querySelectorAll('svg')].filter(s => box(s).width > 5);
  if (shown.length !== 1) faults.push('drawings shown: ' + shown.length);
  for (const svg of shown) {
    const frame = box(svg);
    const texts = [...svg.querySelectorAll('text')].map(t => [t.textContent, box(t)]);
    for (const [text, at] of texts)
      if (at.left < frame.left - 1 || at.right > frame.right + 1 || at.bottom > frame.bottom + 1)
        faults.push('outside: ' + text);
    for (let i = 0; i < texts.length; i++) for (let j = i + 1; j < texts.length; j++) {
      const [a, b] = [texts[i][1], texts[j][1]];
      const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (wide > 1 && high > Math.min(a.height, b.height) * 0.35)
        faults.push('over each other: ' + texts[i][0] + ' | ' + texts[j][0]);
    }
  }
  return faults;
}"""


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=browser_setup.find_browser(), args=list(FLAGS)
        )
        yield browser.new_page()
        browser.close()


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("width", [1280, 760, 700, 390])
def test_no_text_lies_on_another_or_outside(page: Page, width: int, lang: Lang) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    faults = []
    for kind, chart in charts_in(lang).items():
        page.set_content(f'<body dir="{lang.direction}" style="margin:0">{inline(chart)}')
        faults += [f"{kind}: {fault}" for fault in page.evaluate(FAULTS)]

    assert faults == []
