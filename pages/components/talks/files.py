"""What of a talk is taken away: to present, for participants, as slides."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from urllib.parse import urlencode

import streamlit as st

from core.i18n import Lang
from core.storage.talks import Talk, TalkSlide
from exports.deck import deck
from exports.origin import Origin
from exports.pack import pack
from exports.slide import Slide
from exports.written import talk_name
from pages.components import links
from pages.components.draw import PPTX
from pages.components.session import Context
from pages.components.talks.charts import chart_of, frozen


def show(ctx: Context, talk: Talk) -> None:
    """The buttons; outside the team, and unless asked otherwise, only what all may see."""
    inside = _asked_for_inside(ctx)
    titles = {lang: talk.title.any_in(lang) or ctx._("Talk") for lang in Lang}
    here = titles[ctx.lang]
    to_present = ctx._("{title} – to present")
    # Known only while the page is drawn, not when a button is pressed.
    found_at = address(ctx, talk)

    def made() -> list[Mapping[Lang, Slide]]:
        return in_languages(ctx, talk, found_at, inside=inside)

    with st.container(horizontal=True, key="talk_files"):
        _download(
            ctx._("Present (HTML with your notes)"),
            lambda: pack(made(), titles, first=ctx.lang, with_notes=True),
            (talk_name(to_present.format(title=here), "html"), "text/html"),
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
            lambda: deck([slide[ctx.lang] for slide in made()], here, ctx.lang),
            (talk_name(here, "pptx"), PPTX),
            key=f"deck_{talk.key}_{inside}",
        )
    st.caption(
        ctx._(
            "Open the HTML file by a double click, on any machine, with or without a network: F "
            "shows one chart a screen, Page Up and Page Down or the arrows go back and on, L "
            "changes the language, N opens your notes in a window of their own, the full stop "
            "blanks the screen."
        )
    )


def _download(label: str, made: Callable[[], bytes], named: tuple[str, str], *, key: str) -> None:
    name, kind = named
    st.download_button(label, made, file_name=name, mime=kind, on_click="ignore", key=key)


def in_languages(
    ctx: Context, talk: Talk, found_at: str, *, inside: bool
) -> list[Mapping[Lang, Slide]]:
    """Every slide in every language, as of the decision on which the talk is frozen."""
    seen = {lang: frozen(ctx, talk, lang, inside=inside) for lang in Lang}
    return [
        {lang: _slide(there, slide, found_at) for lang, there in seen.items()}
        for slide in talk.slides
    ]


def address(ctx: Context, talk: Talk) -> str:
    """Where this talk is found again."""
    page = str(st.context.url or "").partition("?")[0]
    return f"{page}?{urlencode({'talk': talk.key} | links.kept(ctx))}"


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
