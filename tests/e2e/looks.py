"""What a page looks like, measured in the browser: text that is cut, or lies on other text."""

from typing import Any

from playwright.sync_api import Page

# The boxes of every visible piece of text: of HTML and of SVG alike. What is only said to screen
# readers is one pixel small, and what a closed part of the page holds has no box.
_TEXTS = """
() => {
  const found = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walk.nextNode()) {
    const node = walk.currentNode, words = node.textContent.trim(), holder = node.parentElement;
    if (!words || !holder || holder.closest('script, style, noscript, title, desc')) continue;
    const style = getComputedStyle(holder);
    if (style.visibility === 'hidden' || style.opacity === '0') continue;
    if (!holder.checkVisibility({opacityProperty: true, visibilityProperty: true})) continue;
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (box.width > 2 && box.height > 4) found.push({words, holder, box});
    }
  }
  return found;
}
"""

_OVERLAPS = f"""
() => {{
  const texts = ({_TEXTS})(), wrong = [];
  const fixed = (one) => {{
    for (let e = one; e; e = e.parentElement) {{
      if (['fixed', 'sticky'].includes(getComputedStyle(e).position)) return true;
    }}
    return false;
  }};
  const clipped = (one) => {{
    // What a scrolled box does not show lies on nothing.
    for (let e = one.holder; e; e = e.parentElement) {{
      const style = getComputedStyle(e);
      if (style.overflow === 'visible' && style.overflowY === 'visible') continue;
      const box = e.getBoundingClientRect();
      if (one.box.bottom > box.bottom + 1 || one.box.top < box.top - 1) return true;
      if (one.box.right > box.right + 1 || one.box.left < box.left - 1) return true;
    }}
    return false;
  }};
  const shown = texts.filter((one) => !fixed(one.holder) && !clipped(one));
  shown.sort((a, b) => a.box.top - b.box.top);
  for (let i = 0; i < shown.length; i++) {{
    for (let j = i + 1; j < shown.length && shown[j].box.top < shown[i].box.bottom; j++) {{
      const a = shown[i], b = shown[j];
      if (a.holder === b.holder) continue;
      const width = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
      const height = Math.min(a.box.bottom, b.box.bottom) - b.box.top;
      const small = Math.min(a.box.height, b.box.height);
      if (width > 3 && height > small * 0.4) {{
        wrong.push(a.words.slice(0, 60) + ' × ' + b.words.slice(0, 60));
      }}
    }}
  }}
  return [...new Set(wrong)];
}}
"""

# A field that shows less of its choice than there is, and a line that ends in three dots.
_CUT = """
() => {
  const wrong = [];
  for (const one of document.querySelectorAll('.st-key-shell_page *, .st-key-shell_head *')) {
    const style = getComputedStyle(one);
    const hides = style.overflowX !== 'visible' && !['auto', 'scroll'].includes(style.overflowX);
    if (!hides || !one.innerText?.trim() || one.clientWidth < 3) continue;
    if (!one.checkVisibility({opacityProperty: true, visibilityProperty: true})) continue;
    if (one.scrollWidth > one.clientWidth + 2) wrong.push(one.innerText.trim().slice(0, 80));
  }
  // A field of one line may end in three dots: its list says the whole.
  for (const field of document.querySelectorAll('.st-key-shell_page input[role="combobox"]')) {
    const dots = getComputedStyle(field).textOverflow === 'ellipsis';
    if (field.scrollWidth > field.clientWidth + 2 && !dots) wrong.push(field.value);
  }
  return [...new Set(wrong)];
}
"""

# A chart says what it is to those who do not see it: a name, and a table within its card.
_WITHOUT_WORDS = """
() => [...document.querySelectorAll('.st-key-shell_page svg, .js-plotly-plot')].filter((one) => {
  const box = one.getBoundingClientRect();
  if (box.width < 150 || box.height < 60 || one.closest('.js-plotly-plot') !== one
      && one.closest('.js-plotly-plot')) return false;
  const named = one.closest('[role="img"], [aria-label], [aria-labelledby], [aria-hidden="true"]');
  return !named || !one.closest('[class*="st-key-card_"]');
}).map((one) => one.outerHTML.slice(0, 120))
"""


def overlapping(page: Page) -> list[str]:
    """Pairs of texts of which one lies on the other."""
    return _asked(page, _OVERLAPS)


def cut(page: Page) -> list[str]:
    """Texts that are shown in part only, with no way to see the rest."""
    return _asked(page, _CUT)


def charts_without_words(page: Page) -> list[str]:
    """Charts that have no name, or stand in no card with their table."""
    return _asked(page, _WITHOUT_WORDS)


def _asked(page: Page, script: str) -> list[str]:
    found: Any = page.evaluate(script)
    return [str(one) for one in found]
