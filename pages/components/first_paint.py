"""The page before its scripts have run: language, direction, title, and a word that it loads."""

import html
import re

from core.i18n import N_, Lang, translations
from pages.components import menu

_NAME = N_("Local and national actors in humanitarian coordination")

# Letters everywhere but in icons and code: otherwise Streamlit's own typeface is fetched for the
# moment before its theme arrives (170 KB). Icons (375 KB) are fetched by the first page that shows
# one, not at the start by every page: measured, half of what the overview would load.
_HEAD = """<style>
body { margin: 0; }
body, body :not([data-testid="stIconMaterial"], code, code *, pre, pre *) {
  font-family: "Noto Sans", "Noto Sans Arabic", "Segoe UI", Tahoma, Roboto, sans-serif !important;
}
.st-key-shell_menu [data-testid="stIconMaterial"] { display: none; }
.first-paint { font-size: 1.1875rem; line-height: 1.6; color: #1f2933; text-align: start; }
.first-paint p { margin: 0; padding: 1.25rem max(1.25rem, calc((100vw - 74rem) / 2)); }
.first-paint p:first-child { background: #004a87; color: #fff; font-weight: 700; }
</style>
<script>
(() => {
  const load = document.fonts.load.bind(document.fonts);
  document.fonts.load = (font, text) =>
    font.includes("Material Symbols") ? Promise.resolve([]) : load(font, text);
})();
</script>"""

_FONT_PRELOAD = re.compile(r"<link\s[^>]*SourceSans[^>]*>")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def rewrite(page: str, lang: Lang, path: str) -> str:
    """Streamlit's page with our language, direction, title and first words.

    Args:
        page: the HTML that Streamlit sends for every address.
        lang: the reader's language.
        path: the address without its parameters; it decides the title.
    """
    say = translations(lang).gettext
    name = html.escape(say(_NAME))
    title = f"{html.escape(say(menu.title_at(path)))} · {name}"
    loading = html.escape(say(N_("Loading…")))
    scripts = html.escape(say(N_("This page needs JavaScript, which is switched off here.")))
    page = _FONT_PRELOAD.sub("", _COMMENT.sub("", page))
    for pattern, replacement in (
        (r"<html\b[^>]*>", f'<html lang="{lang.value}" dir="{lang.direction}" translate="no">'),
        (r"<title>.*?</title>", f"<title>{title}</title>{_HEAD}"),
        (r"<noscript>.*?</noscript>", f"<noscript><p>{scripts}</p></noscript>"),
        (r'<div id="root"></div>', f'<div id="root">{_first_words(name, loading)}</div>'),
    ):
        page = re.sub(pattern, replacement.replace("\\", r"\\"), page, count=1, flags=re.DOTALL)
    return page


def _first_words(name: str, loading: str) -> str:
    return f'<div class="first-paint"><p>{name}</p><p role="status">{loading}</p></div>'
