"""One talk: its titles, its slides in order, and what is said about each."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from typing import cast

import streamlit as st

from charts.svg import inline
from charts.words import SCOPES
from core.access import holds_contact
from core.i18n import Lang
from core.i18n.periods import Period
from core.storage.talks import Kind, Said, Talk, TalkSlide, save
from metrics import indicators
from pages.components import cached, filters
from pages.components.session import Context
from pages.components.talks import words
from pages.components.talks.charts import chart_of, frozen

_UNDO = "talk_before"


def titles(ctx: Context, talk: Talk) -> None:
    """The title, in the three languages."""
    with st.form(f"titles_{talk.key}", border=False):
        with st.container(horizontal=True):
            said = {
                lang: st.text_input(
                    ctx._("Title ({language})").format(language=lang.own_name),
                    talk.title.in_(lang),
                    max_chars=120,
                )
                for lang in Lang
            }
        if st.form_submit_button(ctx._("Save the titles")):
            _keep(ctx, talk, replace(talk, title=_three(said)), said.values())


def slides(ctx: Context, talk: Talk) -> None:
    """Every slide as it will stand there, with the buttons that move, copy, edit and delete it."""
    seen = frozen(ctx, talk, ctx.lang, inside=True)
    for place, slide in enumerate(talk.slides):
        with st.container(border=True, key=f"slide_{place}"):
            chart, _ = chart_of(seen, slide)
            number = f"{place + 1}. "
            st.markdown(f"**{number}{slide.title.in_(ctx.lang) or chart.finding}**")
            st.caption(words.about(ctx, slide))
            _buttons(ctx, talk, place)
            with st.expander(ctx._("The chart")):
                st.markdown(inline(chart), unsafe_allow_html=True)
            with st.expander(ctx._("What you say about it")):
                _said(ctx, talk, place)


def add(ctx: Context, talk: Talk) -> None:
    """A new slide at the end: indicator, kind of chart, country, cluster."""
    quarters = filters.reported_quarters(ctx)
    st.subheader(ctx._("Add a slide"))
    with st.container(horizontal=True, key="slide_new"):
        names = words.kinds(ctx)
        kind = _choice(ctx._("Kind of chart"), names, "kind")
        offered = {one.id: one.name.in_(ctx.lang) for one in words.offered(kind)}
        indicator = _choice(ctx._("Indicator"), offered, f"indicator_{kind}")
        limits = {
            name: _limit(ctx, name, label, every)
            for name, label, every in (
                ("country", ctx._("Country"), ctx._("All countries")),
                ("cluster", ctx._("Cluster"), ctx._("All clusters")),
            )
            if name in indicators()[indicator].dimensions and name != kind
        }
        scopes = {str(n): ctx._(text) for n, text in SCOPES.items()}
        scope = _choice(ctx._("Definition"), scopes, "scope", index=1)
    slide = TalkSlide(
        indicator=indicator,
        kind=cast(Kind, kind),
        period=str(_newest(quarters)),
        scope=int(scope),
        country=limits.get("country"),
        cluster=limits.get("cluster"),
    )
    st.button(
        ctx._("Add to the talk"),
        on_click=partial(_change, ctx, talk, lambda: talk.with_slide(slide)),
        type="primary",
        key="slide_add",
    )


def undo(ctx: Context) -> None:
    """The way back from the last change; offered until the next one."""
    before = st.session_state.get(_UNDO)
    if isinstance(before, Talk):
        st.button(ctx._("Undo the last change"), on_click=_restore, args=(ctx, before), key="undo")


def change(ctx: Context, before: Talk, after: Talk) -> None:
    """Keep a talk, and remember what it was."""
    save(ctx.db, after)
    st.session_state[_UNDO] = before


def _newest(quarters: dict[Period, float]) -> Period:
    whole = [quarter for quarter, share in quarters.items() if share >= filters.ENOUGH_COVERAGE]
    return max(whole, default=max(quarters))


def _choice(label: str, options: dict[str, str], key: str, *, index: int = 0) -> str:
    return str(
        st.selectbox(
            label, list(options), index, format_func=lambda code: options[code], key=f"new_{key}"
        )
    )


def _limit(ctx: Context, name: str, label: str, every: str) -> str | None:
    known = cached.names_of(ctx, name)
    found = cached.measure(ctx, "reporting_rate", by=("country", "cluster"), grain="all")
    codes = sorted(found[name].dropna().unique(), key=lambda code: known.get(code, code))
    options = {"": every} | {code: known.get(code, code) for code in codes}
    return _choice(label, options, name) or None


def _buttons(ctx: Context, talk: Talk, place: int) -> None:
    actions: tuple[tuple[str, str, Callable[[], Talk], bool], ...] = (
        ("up", ctx._("Up"), lambda: talk.moved(place, -1), place == 0),
        ("down", ctx._("Down"), lambda: talk.moved(place, 1), place == len(talk.slides) - 1),
        ("copy", ctx._("Copy"), lambda: talk.with_slide(talk.slides[place], place + 1), False),
        ("delete", ctx._("Delete"), lambda: talk.without(place), False),
    )
    with st.container(horizontal=True):
        for name, label, made, off in actions:
            st.button(
                label,
                on_click=partial(_change, ctx, talk, made),
                disabled=off,
                key=f"{name}_{place}",
            )


def _said(ctx: Context, talk: Talk, place: int) -> None:
    slide = talk.slides[place]
    code = st.segmented_control(
        ctx._("Language of these words"),
        list(words.languages()),
        default=ctx.lang.value,
        format_func=lambda code: words.languages()[code],
        key=f"language_{place}",
    )
    lang = Lang(code or ctx.lang)
    with st.form(f"said_{talk.key}_{place}_{lang}", border=False):
        title = st.text_input(
            ctx._("Title, in place of the finding"), slide.title.in_(lang), max_chars=160
        )
        sentence = st.text_input(
            ctx._("Sentence to remember"), slide.sentence.in_(lang), max_chars=200
        )
        notes = st.text_area(ctx._("Your notes"), slide.notes.in_(lang), max_chars=4000)
        if st.form_submit_button(ctx._("Save the words")):
            after = replace(
                slide,
                title=slide.title.but(lang, title),
                sentence=slide.sentence.but(lang, sentence),
                notes=slide.notes.but(lang, notes),
            )
            _keep(ctx, talk, talk.changed(place, after), (title, sentence, notes))


def _keep(ctx: Context, before: Talk, after: Talk, said: Iterable[str]) -> None:
    if any(holds_contact(text) for text in said):
        st.error(
            ctx._(
                "This looks like an e-mail address or a telephone number. Leave it out: a talk "
                "holds no personal data."
            )
        )
        return
    change(ctx, before, after)
    st.rerun()


def _change(ctx: Context, talk: Talk, made: Callable[[], Talk]) -> None:
    change(ctx, talk, made())


def _restore(ctx: Context, before: Talk) -> None:
    save(ctx.db, before)
    st.session_state.pop(_UNDO, None)


def _three(said: dict[Lang, str]) -> Said:
    return Said(**{lang.value: text.strip() for lang, text in said.items()})
