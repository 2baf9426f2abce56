"""The countries of the map as a list: each leads to its clusters, its number to the rows."""

import html
from collections.abc import Iterable
from urllib.parse import urlencode

import streamlit as st

from charts.chart import Chart, Mark, State
from charts.words import numbers
from pages.components import cached
from pages.components.links import kept, trace_link
from pages.components.looked_at import LookedAt

_APART = {State.NEVER_REPORTED, State.NOT_APPLICABLE}


def show(look: LookedAt, indicator: str, drawn: Chart) -> None:
    """A line for each country of which something is known; the others in one sentence."""
    ctx = look.ctx
    st.header(ctx._("By country"))
    told = [mark for mark in drawn.marks if mark.state not in _APART]
    headings = (ctx._("Country"), ctx._("Number"), ctx._("Reported"))
    head = "".join(f"<th scope='col'>{html.escape(heading)}</th>" for heading in headings)
    ranked = sorted(told, key=lambda mark: -1.0 if mark.value is None else mark.value, reverse=True)
    body = "".join(_row(look, indicator, mark, headings) for mark in ranked)
    caption = html.escape(drawn.finding)
    st.html(
        f"<table class='rows-table'><caption>{caption}</caption><thead><tr>{head}</tr></thead>"
        f"<tbody>{body}</tbody></table>"
    )
    _others(look, [mark for mark in drawn.marks if mark.state in _APART])


def _row(look: LookedAt, indicator: str, mark: Mark, headings: tuple[str, ...]) -> str:
    ctx = look.ctx
    code = mark.tile.iso3 if mark.tile else ""
    name = cached.names_of(ctx, "country").get(code, code)
    asked = {"country": code, "indicator": indicator, "period": str(look.period)}
    asked |= {"scope": str(look.scope)} | kept(ctx)
    to_clusters = f"clusters?{urlencode(asked)}"
    number = f"<bdi>{html.escape(mark.text)}</bdi>"
    if ctx.inside and mark.numerator is not None:
        limits = {"country": code, "period": str(look.period), **dict(look.only)}
        address = trace_link(ctx, indicator, scope=look.scope, **limits)
        number = f"<a href='{html.escape(address)}' target='_self'>{number}</a>"
    told = mark.expected and mark.reporting is not None
    reported = numbers(None, mark.reporting or 0, mark.expected or 0, ctx.lang) if told else ""
    cells = (
        f"<a href='{html.escape(to_clusters)}' target='_self'><bdi>{html.escape(name)}</bdi></a>",
        number,
        f"<bdi>{html.escape(reported)}</bdi>",
    )
    drawn = "".join(
        f"<td data-label='{html.escape(heading)}'><span>{cell}</span></td>"
        for heading, cell in zip(headings, cells, strict=True)
    )
    return f"<tr>{drawn}</tr>"


def _others(look: LookedAt, marks: Iterable[Mark]) -> None:
    ctx = look.ctx
    sentences = {
        State.NEVER_REPORTED: ctx._("Nothing reported so far from: {countries}"),
        State.NOT_APPLICABLE: ctx._("Countries without clusters: {countries}"),
    }
    found = list(marks)
    for state, sentence in sentences.items():
        names = [mark.label for mark in found if mark.state is state]
        if names:
            said = html.escape(sentence.format(countries=" · ".join(names)))
            st.html(f"<p class='map-others'>{said}</p>")
