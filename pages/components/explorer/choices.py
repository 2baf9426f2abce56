"""What can be chosen: only what this reader may ask; the address has every choice as a code."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

import metrics
from charts.words import SCOPES, dimension_name
from core.errors import NotAllowed, UnknownIndicator
from core.i18n import N_
from core.i18n.periods import Period, period_name
from metrics import CLUSTER_LISTS, DIMENSIONS, Grain, Indicator
from metrics.dimensions import splits
from metrics.question import ask
from pages.components import filters
from pages.components.explorer import codes
from pages.components.explorer.asked import Asked, may_ask
from pages.components.explorer.limited import IN_SIGHT, limited
from pages.components.explorer.picked import choice
from pages.components.looked_at import PRESENCE
from pages.components.session import Context

_T = TypeVar("_T")

NONE = "none"
_GRAINS: Mapping[Grain, str] = {
    "quarter": N_("Quarter"),
    "year": N_("Year"),
    "month": N_("Month"),
}
_LENGTHS: Mapping[int, Grain] = {1: "month", 3: "quarter", 12: "year"}
# Where the address says something of one of these, they are not folded up.
_FOLDED = ("list", *(name for name in DIMENSIONS if name not in {*IN_SIGHT, "period"}))
_LIST = N_("List of clusters")
_AS_REPORTED = N_("As reported, both lists")


def show(ctx: Context) -> Asked | None:
    """Draw the choices; None: nobody has reported anything yet.

    Raises:
        UnknownIndicator: the address asks for an indicator or a value that is in no list.
    """
    quarters = filters.reported_quarters(ctx)
    if not quarters:
        return None
    top, middle, more = _places(ctx)
    with top:
        asked = Asked(indicator=_indicator(ctx), only={})
    with more:
        clusters = _list_of_clusters(ctx, asked)
    with middle:
        asked = _time(ctx, _split(ctx, asked, clusters), quarters)
    with top:
        asked = _scope(ctx, asked)
    return limited(ctx, asked, clusters, (middle, more))


def _places(ctx: Context) -> tuple[DeltaGenerator, DeltaGenerator, DeltaGenerator]:
    """Beside the title, the line below it, and what is folded up until it is wanted."""
    with st.container(key="looked_at", horizontal=True):
        st.title(ctx._("Explorer"))
        top = st.container(key="filters", horizontal=True)
    middle = st.container(key="explorer_limits", horizontal=True)
    told = any(st.query_params.get(name, codes.ALL) != codes.ALL for name in _FOLDED)
    folded = st.expander(ctx._("More filters"), expanded=told)
    return top, middle, folded.container(key="explorer_more", horizontal=True)


def _indicator(ctx: Context) -> Indicator:
    options = {
        one.id: f"{one.code} · {one.name.in_(ctx.lang)}" for one in metrics.indicators().values()
    }
    return metrics.find(choice(ctx, "indicator", ctx._("Indicator"), options, PRESENCE))


def _list_of_clusters(ctx: Context, asked: Asked) -> str:
    """The dimension that stands for clusters."""
    if "cluster" not in splits(asked.indicator):
        return "cluster"
    options = {"cluster": ctx._(_AS_REPORTED)} | {
        name: dimension_name(name, ctx.lang)
        for name in CLUSTER_LISTS
        if _can_split(ctx, asked, (name,))
    }
    return choice(ctx, "list", ctx._(_LIST), options, "cluster")


def _split(ctx: Context, asked: Asked, clusters: str) -> Asked:
    known = [
        clusters if name == "cluster" else name
        for name in splits(asked.indicator)
        if name not in CLUSTER_LISTS
    ]
    first = {NONE: ctx._("No split")} | {
        _as_cluster(name, clusters): dimension_name(name, ctx.lang)
        for name in known
        if _can_split(ctx, asked, (name,))
        or any(_can_split(ctx, asked, (name, other)) for other in known if other != name)
    }
    if not _can_split(ctx, asked, ()):
        del first[NONE]
    default = next((name for name in ("cluster", "country") if name in first), "")
    one = choice(ctx, "by", ctx._("Split by"), first, default)
    if one == NONE:
        return asked
    line = clusters if one == "cluster" else one
    _refuse_impossible(ctx, asked, (line,))
    second = {
        _as_cluster(name, clusters): dimension_name(name, ctx.lang)
        for name in known
        if name != line and _can_split(ctx, asked, (line, name))
    }
    if _can_split(ctx, asked, (line,)):
        second = {NONE: ctx._("Nothing more"), **second}
    other = choice(ctx, "and", ctx._("And by"), second or {NONE: ctx._("Nothing more")}, NONE)
    columns = () if other == NONE else (clusters if other == "cluster" else other,)
    _refuse_impossible(ctx, asked, (line, *columns))
    return replace(asked, by=(line, *columns))


def _refuse_impossible(ctx: Context, asked: Asked, by: tuple[str, ...]) -> None:
    """What only an address asks for has a reason why there is no answer.

    Raises:
        UnknownIndicator: the indicator is not split so.
        NotAllowed: it is, for the team alone.
    """
    other_one = next((name for name in by if name not in splits(asked.indicator)), None)
    if other_one in DIMENSIONS:
        raise UnknownIndicator(
            "not-split-so",
            indicator=asked.indicator.name.in_(ctx.lang),
            value=dimension_name(str(other_one), ctx.lang),
        )
    ask(asked.indicator, by=by, grain="all")
    reachable = len(by) == 1 and any(
        _can_split(ctx, asked, (*by, other)) for other in splits(asked.indicator) if other not in by
    )
    if not (reachable or _can_split(ctx, asked, by)):
        raise NotAllowed("outside-the-lattice")


def _as_cluster(name: str, clusters: str) -> str:
    """In the address a cluster is a cluster; of which list, another parameter says."""
    return "cluster" if name == clusters else name


def _can_split(ctx: Context, asked: Asked, by: tuple[str, ...]) -> bool:
    """Whether there is a time for which this may be asked."""
    if "period" in by:
        grains: tuple[Grain, ...] = ("quarter", "year")
        return any(may_ask(ctx, replace(asked, by=by, grain=grain)) for grain in grains)
    quarter = replace(asked, by=by, period=Period.parse("2022-Q1"))
    return may_ask(ctx, quarter) or may_ask(ctx, replace(asked, by=by, grain="all"))


def _time(ctx: Context, asked: Asked, quarters: Mapping[Period, float]) -> Asked:
    """One period, all of them together, or each for itself in steps."""
    if "period" in asked.by:
        steps: dict[str, str] = {
            grain: ctx._(name)
            for grain, name in _GRAINS.items()
            if may_ask(ctx, replace(asked, grain=grain))
        }
        told = choice(ctx, "grain", ctx._("Steps of time"), steps, "quarter")
        return replace(asked, grain=_one_of(_GRAINS, told))
    whole = [quarter for quarter, share in quarters.items() if share >= filters.ENOUGH_COVERAGE]
    every = [*quarters, *dict.fromkeys(Period.parse(str(q)[:4]) for q in quarters)]
    options = {
        str(period): period_name(period, ctx.lang)
        for period in every
        if may_ask(ctx, _in_period(asked, period))
    }
    if may_ask(ctx, replace(asked, grain="all")):
        options[codes.ALL] = ctx._("All periods together")
    newest = str(max(whole, default=max(quarters)))
    told = choice(ctx, "period", ctx._("Period"), options, newest)
    return replace(asked, grain="all") if told == codes.ALL else _at(asked, told)


def _at(asked: Asked, told: str) -> Asked:
    """A period of the address.

    Raises:
        UnknownIndicator: `wrong-period`, it is none, or none of a month, quarter or year.
    """
    try:
        period = Period.parse(told)
    except ValueError as error:
        raise UnknownIndicator("wrong-period", value=told) from error
    if period.end - period.start + 1 not in _LENGTHS:
        raise UnknownIndicator("wrong-period", value=told)
    return _in_period(asked, period)


def _in_period(asked: Asked, period: Period) -> Asked:
    return replace(asked, period=period, grain=_LENGTHS[period.end - period.start + 1])


def _scope(ctx: Context, asked: Asked) -> Asked:
    options = {
        str(number): ctx._(name)
        for number, name in SCOPES.items()
        if may_ask(ctx, replace(asked, scope=number))
    }
    told = choice(ctx, "scope", ctx._("Definition"), options or {"2": ctx._(SCOPES[2])}, "2")
    return replace(asked, scope=_one_of(SCOPES, told))


def _one_of(known: Iterable[_T], told: str) -> _T:
    """What a code of the address stands for.

    Raises:
        UnknownIndicator: `unknown-choice`.
    """
    for one in known:
        if str(one) == told:
            return one
    raise UnknownIndicator("unknown-choice", value=told)
