"""Organisations typed national that bear the name of an international family: counted as typed."""

import streamlit as st

from core.i18n import N_
from loaders.country_registry import CountryRegistry
from pages.components import table
from pages.components.session import Context

_WHY = N_(
    "These organisations are typed as national and bear the name of an international family. They "
    "count as typed. Whoever knows can record, under “All organisations”, whether they are "
    "affiliated; then they leave this list."
)


def show(ctx: Context, registry: CountryRegistry) -> None:
    """Who is under review, and the family."""
    if not registry.under_review:
        st.markdown(ctx._("Nobody is under review in this country."))
        return
    st.markdown(ctx._(_WHY))
    caption = ctx._("Organisations under review")
    rows = [(found.name, found.family) for found in registry.under_review]
    table.show([ctx._("Organisation"), ctx._("Family")], rows, caption=caption)
