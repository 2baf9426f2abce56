"""The pages, in the order of the menu. One file = one page = one address that never changes.

Those that people browse stand side by side; those of who hands data over are behind one word. On
a telephone all are behind one word: the style sheet shows either the wide menu or the small one.
"""

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
    """A page: its address, which is also its file, and its title.

    Attributes:
        hands_over: whether it is for those who hand data over, and not for those who browse.
    """

    path: str
    title: str
    hands_over: bool = False

    @property
    def file(self) -> Path:
        """The script of the page."""
        return _FOLDER / f"{self.path}.py"


PLACES = (
    Place("overview", N_("Overview")),
    Place("contexts", N_("Contexts")),
    Place("clusters", N_("Clusters")),
    Place("map", N_("Map")),
    Place("trends", N_("Trends")),
    Place("explorer", N_("Explorer")),
    Place("coverage", N_("Coverage")),
    Place("calculator", N_("Calculator")),
    Place("talks", N_("Talks")),
    Place("methodology", N_("Methodology")),
    Place("upload", N_("Upload"), hands_over=True),
    Place("return_form", N_("Mechanism return"), hands_over=True),
    Place("organisations", N_("Organisations"), hands_over=True),
    Place("history", N_("History"), hands_over=True),
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
    known = list(zip(PLACES, targets[: len(PLACES)], strict=True))
    browsed = [page for place, page in known if not place.hands_over]
    handing = [page for place, page in known if place.hands_over]
    yours = ctx._("Your data")
    with st.container(key="shell_menu"):
        with st.container(key="menu_wide", horizontal=True, gap=None):
            _links(ctx, browsed, here)
            with st.popover(yours, key="menu_yours", type="tertiary"):
                _links(ctx, handing, here)
            if here.url_path in {page.url_path for page in handing}:
                st.html(_here(here.title), width="content")
        with st.container(key="menu_small", horizontal=True, vertical_alignment="center"):
            with st.popover(ctx._("Menu"), key="menu_all", type="tertiary"):
                _links(ctx, browsed, here)
                st.html(f'<p class="shell-group">{escape(yours)}</p>')
                _links(ctx, handing, here)
            st.html(f'<p class="shell-at">{escape(here.title)}</p>', width="content")


def _links(ctx: Reader, targets: list[st.Page], here: st.Page) -> None:
    kept = links.kept(ctx)
    for target in targets:
        if target.url_path == here.url_path:
            st.html(_here(target.title), width="content")
        else:
            st.page_link(target, label=target.title, query_params=kept)


def _here(title: str) -> str:
    return f'<span class="shell-here" aria-current="page">{escape(title)}</span>'
