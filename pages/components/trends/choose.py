"""What the trends page shows: an indicator, its limits, what it is split by, and which lines."""

import pandas as pd
import streamlit as st

import metrics
from charts.words import dimension_name
from core.i18n.numbers import count
from metrics.dimensions import splits
from metrics.registry import Dimension, Indicator
from metrics.trend import StepGrain
from pages.components import cached, filters
from pages.components.cached import Filters
from pages.components.either import either
from pages.components.links import FILTER
from pages.components.looked_at import PRESENCE, REPORTING
from pages.components.session import Context
from pages.components.trends.lines import MOST, Lines

_LIMITS: tuple[Dimension, ...] = ("context", "country", "cluster")
NONE = "none"


def indicator(ctx: Context) -> Indicator:
    """Which indicator; presence first, because most files tell of it."""
    options = {name: one.name.in_(ctx.lang) for name, one in metrics.indicators().items()}
    return metrics.find(filters.choice("indicator", ctx._("Indicator"), options, PRESENCE))


def grain(ctx: Context) -> StepGrain:
    """How long a period is."""
    options = {"quarter": ctx._("By quarter"), "year": ctx._("By year")}
    return "year" if either("grain", ctx._("Periods"), options, "quarter") == "year" else "quarter"


def limits(ctx: Context, of: Indicator) -> Filters:
    """One context, country and cluster, or all of them."""
    labels = {
        "context": (ctx._("Context"), ctx._("All contexts")),
        "country": (ctx._("Country"), ctx._("All countries")),
        "cluster": (ctx._("Cluster"), ctx._("All clusters")),
    }
    found = cached.measure(ctx, REPORTING, by=_LIMITS, grain="all")
    chosen: dict[str, tuple[str | None, ...]] = {}
    for dimension in _LIMITS:
        if dimension not in splits(of):
            continue
        names = cached.names_of(ctx, dimension)
        codes = sorted(found[dimension].dropna().unique(), key=lambda c: names.get(c, c))
        label, every = labels[dimension]
        code = filters.one_of(ctx, dimension, label, codes, every)
        if code is not None:
            chosen[dimension] = (code,)
            if dimension == "context":
                found = found[found[dimension] == code]
    return chosen


def split(ctx: Context, of: Indicator, only: Filters) -> Dimension | None:
    """What the lines are; contexts beside each other where nothing narrower is looked at."""
    settled = {*only, "period"} | ({"context", "region"} if "country" in only else set())
    known = [name for name in splits(of) if name not in settled]
    offered = known if ctx.inside else [name for name in known if metrics.offered_outside(of, name)]
    options = {NONE: ctx._("One line")}
    options |= {name: dimension_name(name, ctx.lang) for name in offered}
    default = "context" if "context" in offered else NONE
    chosen = filters.choice("split", ctx._("Lines"), options, default)
    return next((name for name in offered if name == chosen), None)


def codes(lines: Lines) -> tuple[str, ...]:
    """Which groups are lines: the largest, or those that the reader picks; four at most."""
    st.session_state.pop(f"{FILTER}lines", None)
    if lines.split is None:
        return ()
    ctx, names = lines.ctx, lines.names()
    ranked = _largest_first(lines.measured((lines.split,)), lines.split)
    if len(ranked) <= 1:
        return tuple(ranked)
    name, key = "lines", "picked_lines"
    asked = [code for code in st.query_params.get(name, "").split(",") if code in ranked]
    held = st.session_state.get(key)
    fits = held is not None and all(code in ranked for code in held)
    st.session_state[key] = held if fits else asked or ranked[:MOST]
    if len(ranked) > MOST or len(st.session_state[key]) < len(ranked):
        st.pills(
            ctx._("Lines shown, four at most"),
            ranked,
            selection_mode="multi",
            key=key,
            format_func=lambda code: names.get(code, code),
            on_change=_to_address,
            args=(name, key),
        )
    picked = [code for code in ranked if code in st.session_state[key]]
    if len(picked) > MOST:
        st.caption(
            ctx.ngettext(
                "{count} is picked; the four largest of them are shown.",
                "{count} are picked; the four largest of them are shown.",
                len(picked),
            ).format(count=count(len(picked), ctx.lang))
        )
    shown = tuple(picked[:MOST]) or tuple(ranked[:MOST])
    st.session_state[f"{FILTER}{name}"] = ",".join(shown)
    return shown


def _to_address(name: str, key: str) -> None:
    st.query_params[name] = ",".join(st.session_state[key])


def _largest_first(found: pd.DataFrame, by: str) -> list[str]:
    """Groups by what is known of them altogether; where that is hidden, by who reported."""
    known = found[found[by].notna()]
    sizes = known.assign(size=known["denominator"].fillna(0), told=known["reporting"].fillna(0))
    sums = sizes.groupby(by)[["size", "told"]].sum().reset_index()
    ranked = sums.sort_values(["size", "told", by], ascending=[False, False, True])
    return [str(code) for code in ranked[by]]
