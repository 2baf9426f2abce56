"""What an answer is limited to: a value of each dimension that the indicator knows."""

from dataclasses import replace

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from charts.words import dimension_name
from metrics import CLUSTER_LISTS
from metrics.dimensions import limits
from pages.components.explorer import codes
from pages.components.explorer.asked import Asked, may_ask
from pages.components.explorer.picked import choice
from pages.components.session import Context

IN_SIGHT = ("country", "cluster")


def limited(
    ctx: Context, asked: Asked, clusters: str, places: tuple[DeltaGenerator, DeltaGenerator]
) -> Asked:
    """Draw a select for each dimension that this reader may limit the question to.

    Args:
        ctx: the reader.
        asked: the question so far.
        clusters: the dimension that stands for clusters.
        places: for those in sight, and for those that are folded up.
    """
    known = [
        name
        for name in limits(asked.indicator)
        if name not in {"period", *asked.by}
        if name == clusters or name not in {"cluster", *CLUSTER_LISTS}
    ]
    for name in sorted(known, key=lambda name: name not in IN_SIGHT):
        with places[0 if name in {*IN_SIGHT, clusters} else 1]:
            asked = _limit(ctx, asked, name)
    return asked


def _limit(ctx: Context, asked: Asked, dimension: str) -> Asked:
    one = asked.indicator
    declared = codes.own(one, dimension)
    options = {
        code: name
        for code, name in codes.options(ctx, one, dimension).items()
        if may_ask(ctx, _with(ctx, asked, dimension, code))
    }
    told = st.query_params.get(dimension)
    if told and told not in options:
        options[told] = codes.named(ctx, one, dimension, told)
    if not options or {*options} == {codes.ALL}:
        return asked
    label = dimension_name(dimension, ctx.lang)
    return _with(ctx, asked, dimension, choice(ctx, dimension, label, options, declared))


def _with(ctx: Context, asked: Asked, dimension: str, code: str) -> Asked:
    values = codes.chosen(ctx, asked.indicator, dimension, code)
    if values is None:
        return asked
    return replace(asked, only={**asked.only, dimension: values})
