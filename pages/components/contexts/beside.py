"""Both contexts beside each other, then every country of each against its context."""

import pandas as pd
import streamlit as st

import metrics
from charts.bars import bars
from charts.benchmarks import published_lines
from charts.chart import Reference
from charts.multiples import WORLD, multiples
from charts.trend import filled
from charts.words import Setting, name_in
from core.i18n.periods import Period
from metrics.registry import Dimension, Indicator
from pages.components import cached, compared, draw, operations
from pages.components.contexts.look import Contexts


def show(look: Contexts) -> None:
    """A bar for each context, with how many operations reported.

    Raises:
        NotAllowed: `outside-the-lattice`.
    """
    operations.reported(look.at_period())
    found = look.measured(("context",))
    told = found[found["context"].isin(operations.CONTEXTS)]
    _bars(look, told, "context", "contexts")


def _bars(look: Contexts, told: pd.DataFrame, by: Dimension, key: str) -> None:
    ctx, declared = look.ctx, look.indicator
    if told.empty:
        draw.nothing(ctx, declared, key)
        return
    drawn = bars(
        told,
        declared,
        ctx.lang,
        by=by,
        names=cached.names_of(ctx, by),
        within=look.at_period().setting(declared.id),
    )
    draw.chart(ctx, drawn, declared, key)


def of_countries(look: Contexts, context: str) -> None:
    """Every country of a context in time, on the same axes.

    Raises:
        NotAllowed: `outside-the-lattice`.
    """
    ctx, declared = look.ctx, look.indicator
    only = {"context": (context,)}
    whole = look.over_time((), only)
    countries = look.over_time(("country",), only)
    name = name_in(cached.names_of(ctx, "context"), context, ctx.lang)
    st.header(name)
    if countries.empty or whole.empty:
        draw.nothing(ctx, declared, f"countries_{context}")
        return
    chart = multiples(
        whole,
        countries,
        declared,
        ctx.lang,
        name=name,
        names=cached.names_of(ctx, "country"),
        today=compared.today(),
        within=_setting(look, context),
        references=_published(look, [*countries["country"].dropna().unique()], [*whole["period"]]),
    )
    draw.chart(ctx, chart, declared, f"countries_{context}")


def _setting(look: Contexts, context: str) -> Setting:
    return look.at_period((("context", context),)).setting(look.indicator.id)


def _published(
    look: Contexts, codes: list[str], periods: list[str]
) -> dict[str, tuple[Reference, ...]]:
    """By country, the figures that measured the same of it; and those of the world."""
    ctx = look.ctx
    found = compared.figures_beside(
        ctx, look.indicator.id, by="country", codes=codes, scope=look.scope
    )
    shown, names = filled(map(Period.parse, periods)), cached.names_of(ctx, "country")
    world = published_lines(found[found["iso3"].isna()], shown, ctx.lang, names)
    return {WORLD: world} | {
        code: published_lines(found[found["iso3"] == code], shown, ctx.lang, names)
        for code in codes
    }


def by_language(look: Contexts) -> None:
    """The same by working language: groups that overlap, and say so.

    Raises:
        NotAllowed: `outside-the-lattice`.
    """
    ctx, declared = look.ctx, look.indicator
    st.header(ctx._("By working language"))
    st.caption(
        ctx._(
            "A country with two working languages is in both groups: they overlap, and are never"
            " added up."
        )
    )
    if not _may_split(look, declared):
        st.write(
            ctx._(
                "Outside the team, this indicator is not shown by working language: groups that"
                " overlap would tell small numbers."
            )
        )
        return
    operations.of_languages(look.at_period())
    found = look.measured(("working_language",))
    told = found[found["working_language"].notna()]
    _bars(look, told, "working_language", "languages")


def _may_split(look: Contexts, declared: Indicator) -> bool:
    """Whether this reader may see groups that overlap."""
    return look.ctx.inside or metrics.offered_outside(declared, "working_language")
