"""How many operations (countries) of a context reported: said beside every total of contexts."""

import html
from collections.abc import Sequence

import streamlit as st

import metrics
from core.i18n.numbers import count
from pages.components import cached
from pages.components.looked_at import REPORTING, LookedAt

CONTEXTS = ("mena", "francophone")


def reported(look: LookedAt) -> None:
    """`MENA: 4 of 6 operations reported`, one line a context."""
    _show(look, "context", CONTEXTS)


def of_languages(look: LookedAt) -> None:
    """The same of working languages, whose groups overlap."""
    _show(look, "working_language", ())


def _show(look: LookedAt, dimension: str, codes: Sequence[str]) -> None:
    names = cached.names_of(look.ctx, dimension)
    found = metrics.operations(look.measure(REPORTING, by=(dimension, "country")), [dimension])
    totals = {code: (told, expected) for code, told, expected in found.to_numpy().tolist()}
    among = codes or sorted(code for code in totals if isinstance(code, str))
    lines = [
        _sentence(look, names.get(code, code), *totals[code]) for code in among if code in totals
    ]
    items = "".join(f"<li><bdi>{html.escape(line)}</bdi></li>" for line in lines)
    st.html(f"<ul class='operations'>{items}</ul>")


def _sentence(look: LookedAt, name: str, told: int, expected: int) -> str:
    ctx = look.ctx
    return ctx.ngettext(
        "{context}: {told} of {expected} operation reported",
        "{context}: {told} of {expected} operations reported",
        expected,
    ).format(context=name, told=count(told, ctx.lang), expected=count(expected, ctx.lang))
