"""Each indicator in words: both halves, how to read it, what it does not say."""

from collections.abc import Iterator

import streamlit as st

import metrics
from core.i18n import N_
from core.i18n.numbers import isolate
from metrics import Indicator
from pages.components import table
from pages.components.methodology.halves import HALVES
from pages.components.session import Context

_DISCLOSURE = {
    "structure": N_("Always, as “1 of 3”; as a percentage from 10 on. Never with names."),
    "membership": N_("From 5 organisations of known type on. Never with names."),
    "exposure": N_(
        "Only by country and quarter, with at least 5 local or national actors behind it."
    ),
}


def show(ctx: Context) -> None:
    """All indicators, each on a card."""
    st.header(ctx._("The indicators"))
    st.markdown(
        ctx._(
            "They are ours. None is an official indicator of the IASC; each serves an area of it."
        )
    )
    for indicator in metrics.indicators().values():
        with st.container(key=f"card_indicator_{indicator.id}"):
            code = isolate(indicator.code, ctx.lang)
            st.subheader(f"{code} · {indicator.name.in_(ctx.lang)}", anchor=indicator.code.lower())
            table.facts(_facts(ctx, indicator))


def _facts(ctx: Context, indicator: Indicator) -> Iterator[tuple[str, str]]:
    yield ctx._("How to read it"), indicator.reading.in_(ctx.lang)
    if indicator.id in HALVES:
        above, below = HALVES[indicator.id]
        if indicator.unit == "count":
            yield ctx._("Counted"), ctx._(below)
            yield ctx._("Of these, L/NAs"), ctx._(above)
        else:
            yield ctx._("Counted (numerator)"), ctx._(above)
            yield ctx._("Out of (denominator)"), ctx._(below)
    elif indicator.over:
        yield (
            ctx._("Made of"),
            "; ".join(
                f"{isolate(part.code, ctx.lang)} {part.name.in_(ctx.lang)}"
                for part in indicator.parts
            ),
        )
    yield ctx._("What it does not say"), indicator.caution.in_(ctx.lang)
    yield ctx._("What would move it"), indicator.lever.in_(ctx.lang)
    yield ctx._("Shown outside the team"), ctx._(_DISCLOSURE[indicator.disclosure])
    source = ctx._("{title}, {year}").format(
        title=indicator.source.title.in_(ctx.lang), year=indicator.source.year
    )
    yield ctx._("Source"), source
