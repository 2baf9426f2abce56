"""What changed since the last period, in words, each with the way to its evidence."""

from html import escape
from itertools import groupby

import pandas as pd
import streamlit as st

from charts.step import Step, step_of
from core.i18n.numbers import count
from core.i18n.periods import Period
from pages.components import beside, cached, links, menu, names
from pages.components.looked_at import (
    LEADERSHIP,
    MEMBERS,
    PRESENCE,
    ROLES,
    SAG_SEATS,
    SAGS,
    WITH_MEMBERS,
    LookedAt,
)
from pages.components.overview import tiles

_TOLD = (LEADERSHIP, ROLES, MEMBERS, WITH_MEMBERS, SAG_SEATS, SAGS, PRESENCE)
_PLACE = ["country", "cluster"]
_MOST = 12


def show(look: LookedAt) -> None:
    """The step of each number, then the clusters where leadership by L/NAs began or ended."""
    ctx = look.ctx
    st.header(ctx._("What changed since the period before"))
    found = [(indicator, step) for indicator in _TOLD if (step := _step(look, indicator))]
    said = [(indicator, step) for indicator, step in found if step.way != "not said"]
    silent = sorted((step.text, indicator) for indicator, step in found if step.way == "not said")
    with st.container(key="card_changed"):
        st.html(f"<ul class='changes'>{''.join(_line(look, *one) for one in said)}</ul>")
        for text, group in groupby(silent, key=lambda one: one[0]):
            listed = ctx._("; ").join(look.declared(one).name.in_(ctx.lang) for _, one in group)
            st.html(
                tiles.notes([ctx._("{text} ({indicators})").format(text=text, indicators=listed)])
            )
        _places(look)
        if ctx.inside:
            label = ctx._("Which files made these numbers")
            st.page_link(menu.page_at("history"), label=label, query_params=links.kept(ctx))


def _step(look: LookedAt, indicator: str) -> Step | None:
    """None: the public is told of no change, or nobody ever reported on it."""
    steps = beside.steps(look.ctx, indicator, scope=look.scope)
    if steps.empty:
        return None
    return step_of(steps, look.period, look.declared(indicator), look.ctx.lang)


def _line(look: LookedAt, indicator: str, step: Step) -> str:
    name = escape(look.declared(indicator).name.in_(look.ctx.lang))
    shown = f"<bdi>{name}</bdi>"
    if look.ctx.inside:
        address = links.trace_link(look.ctx, indicator, scope=look.scope, period=str(look.period))
        shown = f"<a href='{escape(address)}' target='_self'>{shown}</a>"
    return f"<li>{shown}{tiles.step(step)}</li>"


def _places(look: LookedAt) -> None:
    """Where an L/NA newly leads, and where none does any more, among those that reported twice."""
    ctx = look.ctx
    came, went = _moved(look)
    for places, sentence in (
        (came, ctx._("An L/NA newly holds a leadership role")),
        (went, ctx._("No L/NA holds a leadership role any more")),
    ):
        if places:
            items = "".join(_place(look, *place) for place in places[:_MOST])
            rest = len(places) - _MOST
            if rest > 0:
                more = ctx._("and {count} more")
                items += f"<li>{escape(more.format(count=count(rest, ctx.lang)))}</li>"
            st.html(f"<h3 class='tile-name'>{escape(sentence)}</h3><ul class='places'>{items}</ul>")


def _place(look: LookedAt, country: str, cluster: str) -> str:
    ctx = look.ctx
    text = escape(
        names.listed(ctx, "country", [country]) + " · " + names.of(ctx, "cluster", cluster)
    )
    if not ctx.inside:
        return f"<li><bdi>{text}</bdi></li>"
    address = links.trace_link(
        ctx, LEADERSHIP, scope=look.scope, country=country, cluster=cluster, period=str(look.period)
    )
    return f"<li><a href='{escape(address)}' target='_self'><bdi>{text}</bdi></a></li>"


def _moved(look: LookedAt) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Country and cluster, by whether they have an L/NA in leadership now and had one before."""
    length = look.period.end - look.period.start + 1
    earlier = Period(look.period.start - length, look.period.end - length)
    now, before = _by_place(look, look.period), _by_place(look, earlier)
    both = now.merge(before, on=_PLACE, suffixes=("_now", "_before"))
    both = both[(both["denominator_now"] > 0) & (both["denominator_before"] > 0)]
    leads, led = both["numerator_now"] > 0, both["numerator_before"] > 0
    return _listed(both[leads & ~led]), _listed(both[~leads & led])


def _by_place(look: LookedAt, period: Period) -> pd.DataFrame:
    found = cached.measure(
        look.ctx, LEADERSHIP, by=_PLACE, only={"period": (str(period),)}, scope=look.scope
    )
    told = found.dropna(subset=[*_PLACE, "numerator", "denominator"])
    return told[[*_PLACE, "numerator", "denominator"]]


def _listed(found: pd.DataFrame) -> list[tuple[str, str]]:
    return [(str(country), str(cluster)) for country, cluster in found[_PLACE].to_numpy().tolist()]
