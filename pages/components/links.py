"""Addresses inside the dashboard that keep language, view and day."""

from collections.abc import Sequence
from urllib.parse import urlencode

import streamlit as st

from pages.components.session import Reader

# What a reader has chosen for the whole visit; every other parameter belongs to one page.
_KEPT = ("view", "as_of", "demonstration")

Filter = str | None | Sequence[str | None]


def kept(ctx: Reader) -> dict[str, str]:
    """The parameters that every link inside the dashboard carries."""
    chosen = {name: st.query_params[name] for name in _KEPT if name in st.query_params}
    return {"lang": ctx.lang.value} | chosen


FILTER = "filter_"
VERSION = "version"


def whole_address(ctx: Reader, data_version: str) -> str:
    """The address of this page with every value written out, defaults and data version included."""
    page = str(st.context.url or "").partition("?")[0]
    said = {name: st.query_params[name] for name in st.query_params}
    filters = {
        str(key).removeprefix(FILTER): str(value)
        for key, value in st.session_state.items()
        if str(key).startswith(FILTER)
    }
    return f"{page}?{urlencode(said | filters | kept(ctx) | {VERSION: data_version})}"


def show_in_address(name: str) -> None:
    """Bring the address in line after a link to the page that is open already.

    Streamlit then tells the server of the new parameters, and leaves the address as it was.

    Args:
        name: of the parameter that such links change.
    """
    key = f"address_{name}"
    now = st.query_params.get(name)
    before = st.session_state.get(key, now)
    st.session_state[key] = now
    if before != now:
        st.query_params.from_dict({one: st.query_params.get_all(one) for one in st.query_params})


def page_link(ctx: Reader, page: str, **asked: str) -> str:
    """The address, relative to any page, of another page with some of its parameters."""
    return f"{page}?{urlencode(asked | kept(ctx))}"


def trace_link(ctx: Reader, indicator: str, *, scope: int = 2, **only: Filter) -> str:
    """The address, relative to any page, of the rows behind a number.

    Args:
        ctx: the reader.
        indicator: its id.
        scope: 1, 2 or 3.
        only: what the number is limited to, as for `metrics.measure`; a value that is None stands
            for rows that have none. Leave out what it is not limited to.
    """
    asked: dict[str, str | list[str]] = {"indicator": indicator}
    asked |= {name: _written(value) for name, value in only.items()}
    asked |= {"scope": str(scope)} | kept(ctx)
    return f"behind?{urlencode(asked, doseq=True)}"


def _written(value: Filter) -> list[str]:
    values = [value] if value is None or isinstance(value, str) else value
    return ["" if one is None else one for one in values]
