"""Which country, and which part of its registry; both stand in the address."""

import streamlit as st

from core.i18n import N_
from core.i18n.numbers import count
from loaders.country_registry import CountryRegistry
from loaders.organisation_list import countries_named
from pages.components import cached, filters
from pages.components.links import FILTER
from pages.components.session import Context

_PARTS = {
    "questions": N_("To decide"),
    "every": N_("All organisations"),
    "decided": N_("Decided"),
    "review": N_("Under review"),
}


def country(ctx: Context) -> str | None:
    """The country that is looked at; None: no file in force names an organisation."""
    with ctx.db.cursor(as_of=ctx.as_of) as cur:
        codes = countries_named(cur)
    if not codes:
        return None
    names = cached.names_of(ctx, "country")
    options = {code: names.get(code, code) for code in codes}
    ordered = dict(sorted(options.items(), key=lambda option: option[1]))
    with st.container(key="org_country", width=420):
        return filters.choice("country", ctx._("Country"), ordered, next(iter(ordered)))


def part(ctx: Context, registry: CountryRegistry) -> str:
    """The part that is open, each with how much is in it."""
    sizes = {
        "questions": len(registry.proposals),
        "every": len(registry.listed),
        "decided": len(registry.decisions) + len(registry.acronyms),
        "review": len(registry.under_review),
    }
    asked = st.query_params.get("part", "questions")
    key = f"{FILTER}part"
    if st.session_state.get(key) not in _PARTS:
        st.session_state[key] = asked if asked in _PARTS else "questions"
    st.segmented_control(
        ctx._("Part of the registry"),
        list(_PARTS),
        key=key,
        format_func=lambda code: f"{ctx._(_PARTS[code])} · {count(sizes[code], ctx.lang)}",
        on_change=_to_address,
        args=(key,),
        label_visibility="collapsed",
        required=True,
    )
    return str(st.session_state[key])


def _to_address(key: str) -> None:
    st.query_params["part"] = st.session_state[key]
