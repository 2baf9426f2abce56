"""Mechanism by quarter, country by country: a sign and a word in every cell."""

import html

import pandas as pd
import streamlit as st

import metrics
from charts.due import MEANINGS, SIGNS, WORDS
from core.i18n.folding import fold
from core.i18n.numbers import isolate
from core.i18n.periods import Period, period_name
from metrics.due import DueState
from pages.components.coverage.asked import Asked
from pages.components.coverage.words import Words, in_language
from pages.components.session import Context

_LEFT_OUT = "<td></td>"


def show(asked: Asked) -> None:
    """One table a country, folded unless it is the only one; the quarter asked for comes first."""
    ctx = asked.ctx
    st.header(ctx._("Mechanism by mechanism"))
    newest_first = asked.quarters()[::-1]
    found = metrics.by_mechanism(asked.due(), newest_first)
    words = in_language(ctx, ctx.lang)
    _key(ctx, {str(state) for state in found["state"]})
    countries = sorted(
        found["country"].dropna().unique(), key=lambda c: fold(words.of("country", c))
    )
    tables = []
    for country in countries:
        own = found[found["country"] == country]
        summary = html.escape(_summary(asked, own, words.of("country", country)))
        opened = " open" if len(countries) == 1 else ""
        tables.append(
            f"<details class='due-country'{opened}><summary>{summary}</summary>"
            f"{_table(asked, own, newest_first, words)}</details>"
        )
    st.html("".join(tables))


def _key(ctx: Context, occurring: set[str]) -> None:
    items = "".join(
        f"<li>{_sign(ctx, state)} – {html.escape(ctx._(MEANINGS[state]))}</li>"
        for state in SIGNS
        if state in occurring
    )
    st.html(f"<ul class='due-key'>{items}</ul>")


def _summary(asked: Asked, own: pd.DataFrame, country: str) -> str:
    """The country with how many of its mechanisms are in which state."""
    ctx = asked.ctx
    states = own[own["period"] == str(asked.period)]["state"].value_counts()
    told = [
        f"{sign} {ctx._(WORDS[state])} {states[state]}"
        for state, sign in SIGNS.items()
        if state in states
    ]
    return " · ".join([isolate(country, ctx.lang), *told])


def _table(asked: Asked, own: pd.DataFrame, quarters: list[Period], words: Words) -> str:
    ctx = asked.ctx
    first, *others = (html.escape(period_name(q, ctx.lang, short=True)) for q in quarters)
    head = f"<th scope='col' class='due-now'>{first}</th>" + "".join(
        f"<th scope='col'>{name}</th>" for name in others
    )
    lines = []
    for _, rows in own.groupby("mechanism", sort=False):
        told = dict(zip(rows["period"], rows["state"], strict=True))
        named = words.mechanism(rows.iloc[0].to_dict())
        name = html.escape(named)
        cells = "".join(
            _cell(ctx, told.get(str(quarter)), now=quarter == asked.period) for quarter in quarters
        )
        lines.append((fold(named), f"<tr><th scope='row'><bdi>{name}</bdi></th>{cells}</tr>"))
    body = "".join(line for _, line in sorted(lines))
    corner = html.escape(ctx._("Mechanism"))
    caption = html.escape(ctx._("Mechanism by mechanism"))
    return (
        f"<div class='wide-table' tabindex='0'><table class='grid-table due-table'>"
        f"<caption>{caption}</caption><thead><tr><th scope='col'>{corner}</th>{head}</tr></thead>"
        f"<tbody>{body}</tbody></table></div>"
    )


def _cell(ctx: Context, state: DueState | None, *, now: bool) -> str:
    kind = " class='due-now'" if now else ""
    return f"<td{kind}>{_sign(ctx, state)}</td>" if state else _LEFT_OUT


def _sign(ctx: Context, state: DueState) -> str:
    word = html.escape(ctx._(WORDS[state]))
    return (
        f"<span class='due due-{state}'><span aria-hidden='true'>{SIGNS[state]}</span>"
        f" <bdi>{word}</bdi></span>"
    )
