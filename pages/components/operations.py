"""How many operations (countries) of a context reported: said beside every total of contexts."""

import html
from collections.abc import Mapping, Sequence

import streamlit as st

import metrics
from core.i18n.numbers import count
from pages.components import cached
from pages.components.looked_at import REPORTING, LookedAt

CONTEXTS = ("mena", "francophone")


def reported(look: LookedAt) -> None:
    """`MENA: 4 of 6 operations reported`, one line a context."""
    _show(sentences(look))


def of_languages(look: LookedAt) -> None:
    """The same of working languages, whose groups overlap."""
    _show(sentences(look, "working_language", ()))


def sentences(
    look: LookedAt, dimension: str = "context", codes: Sequence[str] = CONTEXTS
) -> dict[str, str]:
    """The same by code; one in which nobody was expected has none. No codes: all that are there."""
    names = cached.names_of(look.ctx, dimension)
    found = metrics.operations(look.measure(REPORTING, by=(dimension, "country")), [dimension])
    totals = {code: (told, expected) for code, told, expected in found.to_numpy().tolist()}
    among = codes or sorted(code for code in totals if isinstance(code, str))
    return {
        code: _sentence(look, names.get(code, code), *totals[code])
        for code in among
        if code in totals
    }


def _show(said: Mapping[str, str]) -> None:
    items = "".join(f"<li><bdi>{html.escape(line)}</bdi></li>" for line in said.values())
    st.html(f"<ul class='operations'>{items}</ul>")


def _sentence(look: LookedAt, name: str, told: int, expected: int) -> str:
    ctx = look.ctx
    return ctx.ngettext(
        "{context}: {told} of {expected} operation reported",
        "{context}: {told} of {expected} operations reported",
        expected,
    ).format(context=name, told=count(told, ctx.lang), expected=count(expected, ctx.lang))
