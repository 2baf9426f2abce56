"""One of a few things, all of them in sight, its code in the address."""

from collections.abc import Mapping

import streamlit as st

from pages.components.links import FILTER


def either(name: str, label: str, options: Mapping[str, str], default: str) -> str:
    """A row of radio buttons whose code stands in the address under `name`: one click away.

    Args:
        name: of the parameter.
        label: in the reader's language.
        options: code to label in the reader's language, in order; not empty.
        default: the code that counts where the address says nothing, or nothing known.
    """
    key = f"{FILTER}{name}"
    asked, held = st.query_params.get(name, default), st.session_state.get(key)
    # Set on every run: a page reached from one with the same choice would else show the first.
    kept = held if held in options else asked
    st.session_state[key] = kept if kept in options else default
    return str(
        st.radio(
            label,
            list(options),
            key=key,
            horizontal=True,
            format_func=lambda code: options[code],
            on_change=_to_address,
            args=(name, key),
        )
    )


def _to_address(name: str, key: str) -> None:
    st.query_params[name] = st.session_state[key]
