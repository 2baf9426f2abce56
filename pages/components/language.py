"""Which of the three languages: the address, else this visit, else the cookie, else the browser."""

import streamlit as st

from core.i18n import Lang
from pages.components.session import Reader

_KEY = "language_choice"


def switch(ctx: Reader) -> None:
    """The three languages by their own names; a choice is written to the address at once.

    The page is not loaded again: a file that is being mapped stays, and so do the filters.
    """
    st.session_state[_KEY] = ctx.lang
    st.segmented_control(
        ctx._("Language"),
        list(Lang),
        required=True,
        format_func=lambda lang: lang.own_name,
        key=_KEY,
        label_visibility="collapsed",
        on_change=_write_to_address,
    )


def _write_to_address() -> None:
    st.query_params["lang"] = st.session_state[_KEY].value
