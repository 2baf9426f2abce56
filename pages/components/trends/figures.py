"""What others published on an indicator: a table with sources, and which of them are drawn."""

from collections.abc import Iterable, Mapping

import streamlit as st

from charts.benchmarks import place_name
from charts.marks import Record, is_true, records
from charts.words import SCOPES
from core.i18n import N_
from core.i18n.numbers import percent
from pages.components import cached, compared, table
from pages.components.session import Context
from pages.components.trends.lines import Lines

_SEGMENTS = {"authorities": N_("Authorities")}
_LEVELS = {"national": N_("National"), "subnational": N_("Subnational")}


def show(lines: Lines) -> None:
    """Each figure with whom it counted, at which level, and where it was published."""
    ctx = lines.ctx
    found = compared.figures_beside(
        ctx, lines.indicator.id, by=lines.split, codes=lines.codes, only=lines.only,
        scope=lines.scope,
    )  # fmt: skip
    if found.empty:
        return
    names, kinds = cached.names_of(ctx, "country"), cached.names_of(ctx, "mechanism_type")
    rows = [_row(ctx, row, names, kinds) for row in records(found)]
    with st.expander(ctx._("Published figures on this indicator")):
        st.caption(
            ctx._(
                "They are never part of our numbers. A figure is drawn where it counted the same:"
                " same definition, level, kinds of mechanism and year, for the world or for a"
                " country that is shown."
            )
        )
        heads = [
            ctx._("Share"), ctx._("Period"), ctx._("Place"), ctx._("Definition"), ctx._("Level"),
            ctx._("Kind of mechanism"), ctx._("Measured the same"), ctx._("Source"),
        ]  # fmt: skip
        table.show(heads, rows, caption=ctx._("Published figures on this indicator"))


def _row(
    ctx: Context, row: Record, names: Mapping[str, str], kinds: Mapping[str, str]
) -> list[str]:
    return [
        percent(float(row["value"]), ctx.lang),
        str(row["period"]) if isinstance(row["period"], str) else str(row["year"]),
        place_name(row, ctx.lang, names),
        _counted(ctx, row),
        ", ".join(ctx._(_LEVELS.get(level, level)) for level in _listed(row["levels"])) or "–",
        ", ".join(kinds.get(kind, kind) for kind in _listed(row["mechanism_types"])) or "–",
        ctx._("yes") if is_true(row["fits"]) else ctx._("no"),
        str(row["source_url"]),
    ]


def _counted(ctx: Context, row: Record) -> str:
    """Who counted as L/NA; or the one kind of actor that was measured."""
    if isinstance(row["segment"], str):
        return ctx._(_SEGMENTS.get(row["segment"], row["segment"]))
    scope = next((SCOPES[n] for n in SCOPES if str(n) == str(row["scope"])), None)
    return ctx._(scope) if scope else "–"


def _listed(cell: object) -> list[str]:
    return [str(one) for one in cell] if isinstance(cell, Iterable) else []
