"""From a number back to the organisations, files, sheets and rows behind it."""

from dataclasses import replace

import streamlit as st

import metrics
from charts.words import of_side
from core.errors import NotAllowed
from core.i18n import N_
from pages.components import cached, session, standing
from pages.components.behind import asked, rows
from pages.components.figures import coverage, figures, in_words, interval
from pages.components.links import trace_link

_LEAD = N_("Open the workbook beside this page: each line says where an organisation stands in it.")
_PARTS = N_("This number is made of two others. Each has its own rows:")
_EVERYTHING = 1_000_000

ctx = session.context()
number = asked.from_address()
if not ctx.inside:
    raise NotAllowed("inside-only")

if number is None:
    st.title(ctx._("Behind a number"))
    st.markdown(ctx._("Follow a number of another page to come here."))
elif number.indicator.over:
    st.title(number.indicator.name.in_(ctx.lang))
    st.markdown(ctx._(_PARTS))
    for part in number.indicator.parts:
        address = trace_link(ctx, part.id, scope=number.scope, **number.only)
        st.markdown(f"[{part.code} · {part.name.in_(ctx.lang)}]({address})")
else:
    measured = cached.measure(
        ctx, number.indicator.id, only=number.only, scope=number.scope, grain="all"
    )
    figure = next(figures(measured), None)
    said = cached.standing(ctx, number.indicator.id, only=number.only)
    if figure and number.indicator.unit == "count":  # no share: only its halves are said
        figure = replace(figure, value=None, low=None, high=None)
    st.title(of_side(number.indicator, number.side(ctx)).name.in_(ctx.lang))
    with st.container(key="card_number"):
        st.subheader(in_words(ctx, figure))
        st.markdown(asked.in_words(ctx, number))
        for sentence in (interval(ctx, figure), coverage(ctx, figure)) if figure else ():
            if sentence:
                st.markdown(sentence)
        standing.counts(ctx, said)
    standing.words(ctx, said)
    st.markdown(ctx._(_LEAD))
    with ctx.db.cursor(as_of=ctx.as_of) as cur:
        found = metrics.trace(
            cur, number.indicator, only=number.only, scope=number.scope, limit=_EVERYTHING
        )
    lines = rows.sources_of(ctx, found.frame, of_sides=number.of_sides)
    rows.show(ctx, lines, file_name=f"{number.indicator.id}.csv")
