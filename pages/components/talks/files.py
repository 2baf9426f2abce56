"""What of a talk is taken away: to present, for participants, as slides."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import urlencode

import streamlit as st

from core.access import Permission, allowed
from core.i18n import Lang
from core.storage.talks import Said, Talk, TalkSlide
from exports.origin import Origin
from exports.pack import pack
from exports.slide import Slide
from exports.written import talk_name
from pages.components import links
from pages.components.draw import PPTX, as_deck
from pages.components.session import Context
from pages.components.talks.charts import chart_of, frozen

PRESENT = "present"
INSIDE = "inside"


def show(ctx: Context, talk: Talk) -> None:
    """The buttons; outside the team, and unless asked otherwise, only what all may see."""
    inside = _asked_for_inside(ctx)
    titles = titles_of(ctx, talk)
    here, notes = titles[ctx.lang], has_notes(ctx)
    # Known only while the page is drawn, not when a button is pressed.
    found_at = address(ctx, talk)

    def made() -> list[Mapping[Lang, Slide]]:
        return in_languages(ctx, talk, found_at, inside=inside, notes=notes)

    with st.container(horizontal=True, key="talk_files"):
        st.link_button(ctx._("Present"), presented_at(ctx, talk, inside=inside), type="primary")
        if notes:
            to_present = ctx._("{title} – to present").format(title=here)
            _download(
                ctx._("To present without a network (HTML with your notes)"),
                lambda: pack(made(), titles, first=ctx.lang, with_notes=True),
                (talk_name(to_present, "html"), "text/html"),
                key=f"present_{talk.key}_{inside}",
            )
        _download(
            ctx._("For participants (HTML without notes)"),
            lambda: pack(made(), titles, first=ctx.lang),
            (talk_name(here, "html"), "text/html"),
            key=f"pack_{talk.key}_{inside}",
        )
        _download(
            ctx._("Slides that can be edited (PPTX)"),
            lambda: as_deck([slide[ctx.lang] for slide in made()], here, ctx.lang),
            (talk_name(here, "pptx"), PPTX),
            key=f"deck_{talk.key}_{inside}",
        )
    _keys(ctx)


def _keys(ctx: Context) -> None:
    st.caption(
        ctx._(
            "Once it is open, a talk needs no network; a file opens by a double click. F shows one "
            "chart a screen, Page Up and Page Down or the arrows go back and on, L changes the "
            "language, N opens your notes in a window of their own, the full stop blanks the "
            "screen."
        )
    )


def _download(label: str, made: Callable[[], bytes], named: tuple[str, str], *, key: str) -> None:
    name, kind = named
    st.download_button(label, made, file_name=name, mime=kind, on_click="ignore", key=key)


def titles_of(ctx: Context, talk: Talk) -> dict[Lang, str]:
    """The title in every language; where it was not given in one, that of another."""
    return {lang: talk.title.any_in(lang) or ctx._("Talk") for lang in Lang}


def has_notes(ctx: Context) -> bool:
    """Whether this reader gets the presenter's notes: the team alone."""
    return allowed(ctx.role, Permission.SEE_INSIDE)


def in_languages(
    ctx: Context, talk: Talk, found_at: str, *, inside: bool, notes: bool
) -> list[Mapping[Lang, Slide]]:
    """Every slide in every language, as of the decision on which the talk is frozen.

    Args:
        ctx: the reader.
        talk: what is shown.
        found_at: the address that the files name; empty: none.
        inside: with what only the team may see.
        notes: with the presenter's notes.
    """
    seen = {lang: frozen(ctx, talk, lang, inside=inside) for lang in Lang}
    shown = talk.slides if notes else [replace(one, notes=Said()) for one in talk.slides]
    return [
        {lang: _slide(there, slide, found_at) for lang, there in seen.items()} for slide in shown
    ]


def address(ctx: Context, talk: Talk) -> str:
    """Where this talk is found again."""
    page = str(st.context.url or "").partition("?")[0]
    return f"{page}?{urlencode({'talk': talk.key} | links.kept(ctx))}"


def presented_at(ctx: Context, talk: Talk, *, inside: bool) -> str:
    """Where the talk is presented; with what only the team may see, or without."""
    folder = str(st.context.url or "").partition("?")[0].rpartition("/")[0]
    asked = {"talk": talk.key, INSIDE: "yes" if inside else "no"}
    return f"{folder}/{PRESENT}?{urlencode(asked | links.kept(ctx))}"


def _slide(there: Context, slide: TalkSlide, found_at: str) -> Slide:
    chart, indicator = chart_of(there, slide)
    notice = there._("Demonstration data: fictional organisations")
    return Slide(
        chart=chart,
        origin=Origin(
            indicator=indicator,
            version=there.data_version,
            taken=datetime.now(UTC).date(),
            address=found_at,
            notices=(notice,) if there.demonstration else (),
        ),
        title=slide.title.in_(there.lang),
        sentence=slide.sentence.in_(there.lang),
        notes=slide.notes.any_in(there.lang),
    )


def _asked_for_inside(ctx: Context) -> bool:
    if not ctx.inside:
        return False
    return st.toggle(
        ctx._("With what only the team may see"),
        key="talk_inside",
        help=ctx._(
            "Leave it off for a file or a screen that goes outside: small numbers are hidden."
        ),
    )
