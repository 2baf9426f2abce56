"""The pages, in the order of the menu. One file = one page = one address that never changes."""

from dataclasses import dataclass
from html import escape
from pathlib import Path

import streamlit as st

from core.i18n import N_
from pages.components import links
from pages.components.session import Reader

_FOLDER = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Place:
    """A page: its address, which is also its file, and its title."""

    path: str
    title: str

    @property
    def file(self) -> Path:
        """The script of the page."""
        return _FOLDER / f"{self.path}.py"


PLACES = (
    Place("overview", N_("Overview")),
    Place("clusters", N_("Clusters")),
    Place("upload", N_("Upload")),
    Place("return_form", N_("Mechanism return")),
    Place("organisations", N_("Organisations")),
    Place("history", N_("History")),
    Place("talks", N_("Talks")),
    Place("methodology", N_("Methodology")),
)

# Reached by links from the pages of the menu.
APART = (Place("behind", N_("Behind a number")),)


def title_at(path: str) -> str:
    """The English title of the page at an address such as `/clusters`; the overview's elsewhere."""
    last = path.rstrip("/").rpartition("/")[2]
    known = (*PLACES, *APART)
    return next((place.title for place in known if place.path == last), PLACES[0].title)


def pages(ctx: Reader) -> list[st.Page]:
    """All pages with titles in the reader's language; the first one is at the root."""
    return [
        st.Page(
            place.file,
            title=ctx._(place.title),
            url_path=place.path,
            default=place is PLACES[0],
        )
        for place in (*PLACES, *APART)
    ]


def page_at(path: str) -> str:
    """The script of a page, as `st.page_link` names it."""
    return str(next(place.file for place in (*PLACES, *APART) if place.path == path))


def show(ctx: Reader, targets: list[st.Page], here: st.Page) -> None:
    """The menu: links that carry the language, so that one opened elsewhere keeps it."""
    kept = links.kept(ctx)
    with st.container(key="shell_menu", horizontal=True, gap=None):
        for target in targets[: len(PLACES)]:
            if target.url_path == here.url_path:
                st.html(_here(target.title), width="content")
            else:
                st.page_link(target, label=target.title, query_params=kept)


def _here(title: str) -> str:
    return f'<span class="shell-here" aria-current="page">{escape(title)}</span>'
