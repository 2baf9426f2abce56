"""On which state of the data a talk stands, and what would move if it were today's."""

from dataclasses import replace
from functools import partial

import streamlit as st

from core.i18n.numbers import isolate
from core.storage.talks import Talk, TalkSlide
from pages.components.session import Context
from pages.components.table import show as show_table
from pages.components.talks.charts import chart_of, frozen, version_of
from pages.components.talks.editor import change


def show(ctx: Context, talk: Talk) -> None:
    """The state of the data, and where it is not today's, the way there."""
    version = isolate(version_of(ctx, talk), ctx.lang)
    st.caption(
        ctx._("Frozen on data version {version}: nothing moves while you talk.").format(
            version=version
        )
    )
    if talk.version.partition("-")[2] != ctx.data_version.partition("-")[2]:
        st.warning(
            ctx._(
                "Definitions or lists of names have changed since the talk was frozen: its numbers "
                "follow those of today. Look through them before you present."
            )
        )
    if talk.event == ctx.db.event_number():
        return
    moved = moves(ctx, talk)
    if moved:
        st.markdown(ctx._("The data have changed since. Today these slides would say:"))
        show_table(
            [ctx._("Slide"), ctx._("Frozen"), ctx._("Today")],
            moved,
            caption=ctx._("What a refresh would change"),
        )
    else:
        st.markdown(ctx._("The data have changed since, but no number of this talk would."))
    st.button(ctx._("Refresh to today"), on_click=partial(_refresh, ctx, talk), key="talk_refresh")


def moves(ctx: Context, talk: Talk) -> list[tuple[str, str, str]]:
    """Number, what it says frozen and what it would say today, of each slide that differs."""
    today = as_of_today(ctx, talk)
    found = []
    for place, slide in enumerate(talk.slides, start=1):
        before, after = _numbers(ctx, talk, slide), _numbers(ctx, today, slide)
        if before != after:
            found.append((str(place), before[0], after[0]))
    return found


def as_of_today(ctx: Context, talk: Talk) -> Talk:
    """The same talk on the state of the data as it is now."""
    return replace(talk, event=ctx.db.event_number(), version=ctx.data_version)


def _refresh(ctx: Context, talk: Talk) -> None:
    change(ctx, talk, as_of_today(ctx, talk))


def _numbers(ctx: Context, talk: Talk, slide: TalkSlide) -> tuple[str, ...]:
    chart, _ = chart_of(frozen(ctx, talk, ctx.lang, inside=True), slide)
    return (chart.finding, *(f"{mark.label} {mark.text}" for mark in chart.marks))
