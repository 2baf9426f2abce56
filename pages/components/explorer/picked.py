"""A select of the explorer, whose code stands in the address."""

from collections.abc import Mapping

import streamlit as st

from charts.words import dimension_name
from metrics import DIMENSIONS
from pages.components import filters
from pages.components.links import FILTER
from pages.components.session import Context


def choice(
    ctx: Context, name: str, label: str, options: Mapping[str, str], default: str = ""
) -> str:
    """A select. What only the address asks for stays to be seen, and is refused with a reason.

    Once the visit is under way, a choice that another one has made impossible is let go.
    """
    key, told = f"{FILTER}{name}", st.query_params.get(name)
    shown = dict(options)
    if told is not None and told not in shown:
        if key in st.session_state:
            del st.query_params[name], st.session_state[key]
        else:
            shown[told] = dimension_name(told, ctx.lang) if told in DIMENSIONS else told
    return filters.choice(name, label, shown, default if default in shown else next(iter(shown)))
