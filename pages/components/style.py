"""The look of every page: five style sheets, the words inside them, and the page's direction."""

import json
from pathlib import Path

import streamlit as st

from core.i18n import N_
from pages.components.session import Reader

_FOLDER = Path(__file__).parent
_SHEETS = "\n".join(
    (_FOLDER / name).read_text(encoding="utf-8")
    for name in ("style.css", "figures.css", "overview.css", "streamlit.css", "print.css")
)

# Streamlit's own English words, which its API cannot replace: the sheet hides them and shows these.
_WORDS = {
    "--word-choose-file": N_("Choose a file"),
    "--word-drop-file": N_("or drop it here"),
    "--word-connecting": N_("The line is down. Trying again…"),
}

# The visit may change its language without loading the page again. The request afterwards lets
# the server, which alone sets the cookie, remember the choice. Streamlit's scrolling area would be
# the first stop of the Tab key, before the link that skips the menu.
_DIRECTION = """<script>
(() => {{
  const page = document.documentElement;
  const changed = page.lang !== {lang};
  page.lang = {lang};
  page.dir = {direction};
  document.getElementById("stMain")?.setAttribute("tabindex", "-1");
  if (changed) fetch(location.pathname + "?lang=" + {lang}, {{method: "HEAD"}});
}})();
</script>"""


def apply(ctx: Reader) -> None:
    """Put style, direction and the replaced words on the page, and the language on `<html>`."""
    words = "".join(f"{name}: {_quoted(ctx._(text))};" for name, text in _WORDS.items())
    st.html(f"<style>:root {{{words}}}\n{_SHEETS}</style>")
    st.html(
        _DIRECTION.format(
            lang=_quoted(ctx.lang.value),
            direction=_quoted(ctx.lang.direction),
        ),
        unsafe_allow_javascript=True,
    )


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
