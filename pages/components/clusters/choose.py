"""What the clusters page shows: an indicator, and one cluster or country or all of them."""

import streamlit as st

import metrics
from pages.components import cached, filters
from pages.components.looked_at import LEADERSHIP, PRESENCE, REPORTING, ROLES
from pages.components.session import Context

_WIDTH = 480  # its label is long; alone in a line it would take all of it
INDICATORS = (PRESENCE, LEADERSHIP, ROLES, REPORTING)


def indicator(ctx: Context) -> str:
    """Which indicator; presence first, because most files tell of it."""
    options = {name: metrics.find(name).name.in_(ctx.lang) for name in INDICATORS}
    return filters.choice("indicator", ctx._("Indicator"), options, PRESENCE)


def side(ctx: Context, indicator_id: str) -> tuple[tuple[str, str], ...]:
    """Who implements, or who leads: asked where files name both, and of the team alone.

    The public sees those who implement: the difference of the two could show one organisation.
    """
    if indicator_id != PRESENCE or not ctx.inside or not cached.tells_leads(ctx):
        return ()
    options = {
        "present": ctx._("Organisations that implement"),
        "lead": ctx._("Lead organisations"),
    }
    label = ctx._("Implementing or lead organisation")
    explained = ctx._("Two questions with two answers: the numbers of both are never added up.")
    with st.container(width=_WIDTH):
        chosen = filters.choice("role", label, options, "present", help_text=explained)
    return (("role", "lead"),) if chosen == "lead" else ()


def limits(ctx: Context) -> tuple[tuple[str, str], ...]:
    """One country, one cluster, both or neither."""
    found = cached.measure(ctx, REPORTING, by=("country", "cluster"), grain="all")
    labels = {
        "country": (ctx._("Country"), ctx._("All countries")),
        "cluster": (ctx._("Cluster"), ctx._("All clusters")),
    }
    chosen = []
    for dimension, (label, every) in labels.items():
        names = cached.names_of(ctx, dimension)
        codes = sorted(found[dimension].dropna().unique(), key=lambda c: names.get(c, c))
        code = filters.one_of(ctx, dimension, label, codes, every)
        if code is not None:
            chosen.append((dimension, code))
    return tuple(chosen)


def said(ctx: Context, only: tuple[tuple[str, str], ...]) -> None:
    """The cluster and the country that are looked at by themselves, as the name of the view."""
    names = [cached.names_of(ctx, dimension).get(code, code) for dimension, code in only]
    if names:
        st.header(" · ".join(reversed(names)))
