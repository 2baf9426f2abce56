"""The talks that are kept: choose one, begin, copy, put away and bring back."""

from collections import Counter
from dataclasses import replace
from functools import partial

import streamlit as st

from core.access import Permission
from core.i18n.numbers import isolate
from core.storage.talks import Said, Talk, listed, load, new_key, save
from pages.components.session import Context
from pages.components.talks import files

PARAMETER = "talk"
_CHOSEN = "talk_chosen"


def choose(ctx: Context) -> Talk | None:
    """The talk that the address names, and the list of all of them; None: none is chosen."""
    key = st.query_params.get(PARAMETER)
    talk = load(ctx.db, key) if key else None
    if key and (talk is None or talk.put_away):
        _gone(ctx, talk)
        talk = None
    kept = {one.key: one for one in listed(ctx.db)}
    with st.container(horizontal=True, vertical_alignment="bottom", key="talk_shelf"):
        if kept:
            _select(ctx, kept, talk)
        if ctx.may(Permission.PUBLISH):
            st.button(ctx._("New talk"), on_click=partial(_begin, ctx), key="talk_new")
    if not kept and talk is None:
        st.markdown(
            ctx._(
                "A talk is charts in order, with what you say about each. It stands still on one "
                "state of the data, is presented without a network, and can be taken away."
            )
        )
    return talk


def tools(ctx: Context, talk: Talk) -> None:
    """Share, copy, put away."""
    st.subheader(ctx._("This talk"))
    st.caption(ctx._("Whoever has this address finds the talk:"))
    st.code(files.address(ctx, talk), language=None, wrap_lines=True)
    with st.container(horizontal=True):
        st.button(ctx._("Copy the talk"), on_click=partial(_copy, ctx, talk), key="talk_copy")
        st.button(
            ctx._("Delete the talk"), on_click=partial(_put_away, ctx, talk), key="talk_delete"
        )


def _select(ctx: Context, kept: dict[str, Talk], talk: Talk | None) -> None:
    st.session_state[_CHOSEN] = talk.key if talk and talk.key in kept else None
    named = _names(ctx, kept)
    st.selectbox(
        ctx._("Talk"),
        list(kept),
        index=None,
        placeholder=ctx._("Choose a talk"),
        format_func=lambda key: named[key],
        key=_CHOSEN,
        on_change=_open,
    )


def _names(ctx: Context, kept: dict[str, Talk]) -> dict[str, str]:
    """Titles, those of several talks told apart: a browser sends back the words, not the key."""
    nameless = ctx._("Without a title")
    titles = {key: one.title.any_in(ctx.lang) or nameless for key, one in kept.items()}
    alone = {title for title, number in Counter(titles.values()).items() if number == 1}
    return {
        key: title if title in alone else f"{title} ({isolate(key[:4], ctx.lang)})"
        for key, title in titles.items()
    }


def _gone(ctx: Context, talk: Talk | None) -> None:
    if talk is None:
        st.warning(ctx._("There is no talk at this address. Choose one, or begin a new one."))
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.warning(ctx._("This talk was deleted."))
        if ctx.may(Permission.PUBLISH):
            st.button(
                ctx._("Bring it back"), on_click=partial(_bring_back, ctx, talk), key="talk_back"
            )


def _open() -> None:
    chosen = st.session_state.get(_CHOSEN)
    if chosen:
        st.query_params[PARAMETER] = chosen
    else:
        st.query_params.pop(PARAMETER, None)


def _begin(ctx: Context) -> None:
    title = Said().but(ctx.lang, ctx._("New talk"))
    event = ctx.db.event_number() if ctx.as_of is None else ctx.as_of
    talk = Talk(key=new_key(), title=title, event=event, version=ctx.data_version)
    save(ctx.db, talk)
    st.query_params[PARAMETER] = talk.key


def _copy(ctx: Context, talk: Talk) -> None:
    again = replace(talk, key=new_key())
    save(ctx.db, again)
    st.query_params[PARAMETER] = again.key


def _put_away(ctx: Context, talk: Talk) -> None:
    save(ctx.db, replace(talk, put_away=True))


def _bring_back(ctx: Context, talk: Talk) -> None:
    save(ctx.db, replace(talk, put_away=False))
