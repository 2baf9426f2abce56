"""Filters whose values stand in the address as codes: a link means the same in any language.

Streamlit can bind a widget to the address by itself, but then writes the label that the reader saw
and leaves out whatever equals the default; a link must survive both.
"""

from collections.abc import Mapping, Sequence

import streamlit as st

from charts.words import SCOPES
from core.i18n.periods import Period, period_name
from metrics import Scope
from pages.components import cached
from pages.components.links import FILTER
from pages.components.session import Context

ENOUGH_COVERAGE = 0.7


def choice(
    name: str, label: str, options: Mapping[str, str], default: str, *, help_text: str | None = None
) -> str:
    """A select whose code stands in the address under `name`.

    Args:
        name: of the parameter.
        label: in the reader's language.
        options: code to label in the reader's language, in order; not empty.
        default: the code that counts where the address says nothing, or nothing known.
        help_text: what the choice means.
    """
    asked = st.query_params.get(name, default)
    key = f"{FILTER}{name}"
    wanted = asked if asked in options else default
    held = st.session_state.get(key)
    # Set on every run: a page reached from one with the same filter would else show the first.
    st.session_state[key] = held if held in options else wanted
    return str(
        st.selectbox(
            label,
            list(options),
            key=key,
            format_func=lambda code: options[code],
            on_change=_to_address,
            args=(name, key),
            help=help_text,
        )
    )


def _to_address(name: str, key: str) -> None:
    st.query_params[name] = st.session_state[key]


def period(ctx: Context) -> Period | None:
    """The quarter that is looked at; None: nobody has reported anything.

    The newest one for which most of what is expected has come; a quarter that is half reported
    would be compared with whole ones.
    """
    quarters = reported_quarters(ctx)
    if not quarters:
        return None
    options = {str(quarter): period_name(quarter, ctx.lang) for quarter in quarters}
    whole = [quarter for quarter, share in quarters.items() if share >= ENOUGH_COVERAGE]
    newest = max(whole, default=max(quarters))
    return Period.parse(choice("period", ctx._("Period"), options, str(newest)))


def scope(ctx: Context) -> Scope:
    """Which definition of L/NA counts."""
    options = {str(number): ctx._(name) for number, name in SCOPES.items()}
    code = choice("scope", ctx._("Definition"), options, "2")
    return 1 if code == "1" else 3 if code == "3" else 2


def one_of(
    ctx: Context, dimension: str, label: str, codes: Sequence[str], every: str
) -> str | None:
    """One value of a dimension, or None for all of them."""
    names = cached.names_of(ctx, dimension)
    options = {"all": every} | {code: names.get(code, code) for code in codes}
    code = choice(dimension, label, options, "all")
    return None if code == "all" else code


def reported_quarters(ctx: Context) -> dict[Period, float]:
    """The quarters for which anything was reported, the newest first, and how much of it came."""
    found = cached.measure(ctx, "reporting_rate", by=("period",), grain="quarter")
    told = found[(found["reporting"] > 0) & found["period"].notna()]
    shares = {
        Period.parse(row["period"]): row["reporting"] / row["expected"] if row["expected"] else 1.0
        for row in told.to_dict(orient="records")
    }
    return dict(sorted(shares.items(), reverse=True))
