"""How many operations (countries) of a context reported: said beside every total of contexts."""

import html

import streamlit as st

from core.i18n.numbers import count
from pages.components import cached
from pages.components.looked_at import REPORTING, LookedAt

CONTEXTS = ("mena", "francophone")


def reported(look: LookedAt) -> None:
    """`MENA: 4 of 6 operations reported`, one line a context."""
    names = cached.names_of(look.ctx, "context")
    found = look.measure(REPORTING, by=("context", "country"))
    lines = []
    for context in CONTEXTS:
        mine = found[found["context"] == context]
        expected = int((mine["expected"] > 0).sum())
        if expected:
            told = int((mine["reporting"] > 0).sum())
            lines.append(_sentence(look, names.get(context, context), told, expected))
    items = "".join(f"<li><bdi>{html.escape(line)}</bdi></li>" for line in lines)
    st.html(f"<ul class='operations'>{items}</ul>")


def _sentence(look: LookedAt, name: str, told: int, expected: int) -> str:
    ctx = look.ctx
    return ctx.ngettext(
        "{context}: {told} of {expected} operation reported",
        "{context}: {told} of {expected} operations reported",
        expected,
    ).format(context=name, told=count(told, ctx.lang), expected=count(expected, ctx.lang))
