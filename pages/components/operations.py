"""How many operations (countries) of a context reported: said beside every total of contexts."""

import html

import streamlit as st

import metrics
from core.i18n.numbers import count
from pages.components import cached
from pages.components.looked_at import REPORTING, LookedAt

CONTEXTS = ("mena", "francophone")


def reported(look: LookedAt) -> None:
    """`MENA: 4 of 6 operations reported`, one line a context."""
    lines = sentences(look).values()
    items = "".join(f"<li><bdi>{html.escape(line)}</bdi></li>" for line in lines)
    st.html(f"<ul class='operations'>{items}</ul>")


def sentences(look: LookedAt) -> dict[str, str]:
    """The same by context; one in which nobody was expected has none."""
    names = cached.names_of(look.ctx, "context")
    found = metrics.operations(look.measure(REPORTING, by=("context", "country")))
    totals = {context: (told, expected) for context, told, expected in found.to_numpy().tolist()}
    return {
        context: _sentence(look, names.get(context, context), *totals[context])
        for context in CONTEXTS
        if context in totals
    }


def _sentence(look: LookedAt, name: str, told: int, expected: int) -> str:
    ctx = look.ctx
    return ctx.ngettext(
        "{context}: {told} of {expected} operation reported",
        "{context}: {told} of {expected} operations reported",
        expected,
    ).format(context=name, told=count(told, ctx.lang), expected=count(expected, ctx.lang))
