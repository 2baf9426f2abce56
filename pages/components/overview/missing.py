"""Where data is missing: who has not reported, where little came in, and both in time."""

from datetime import UTC, datetime
from html import escape

import pandas as pd
import streamlit as st

import metrics
from charts.coverage import coverage
from charts.nouns import reported
from core.i18n.numbers import count
from pages.components import cached, draw, names
from pages.components.looked_at import REPORTING, LookedAt

_LAST_QUARTERS = 8


def show(look: LookedAt) -> None:
    """Countries without a report and with few, then country by quarter."""
    ctx = look.ctx
    st.header(ctx._("Where data is missing"))
    found = look.measure(REPORTING, by=("country",))
    known = found[(found["expected"] > 0) & found["country"].notna()]
    silent = known[known["reporting"] == 0]
    thin = known[metrics.low_coverage(known).astype(bool) & (known["reporting"] > 0)]
    with st.container(key="card_missing"):
        _silent(look, silent)
        _thin(look, thin)
        if silent.empty and thin.empty:
            st.write(ctx._("Every country reported for 70 percent or more of what is expected."))
    _grid(look)


def _silent(look: LookedAt, silent: pd.DataFrame) -> None:
    ctx = look.ctx
    said = ctx.ngettext(
        "{count} country did not report", "{count} countries did not report", len(silent)
    )
    _listed("–", said.format(count=count(len(silent), ctx.lang)), _named(look, silent))


def _thin(look: LookedAt, thin: pd.DataFrame) -> None:
    """Under 70 percent: a sign and a word, never a colour alone."""
    ctx = look.ctx
    said = ctx.ngettext(
        "{count} country with low coverage: fewer than 70 percent of what is expected",
        "{count} countries with low coverage: fewer than 70 percent of what is expected",
        len(thin),
    )
    _listed("◐", said.format(count=count(len(thin), ctx.lang)), _named(look, thin, told=True))


def _named(look: LookedAt, found: pd.DataFrame, *, told: bool = False) -> list[str]:
    ctx, declared = look.ctx, look.declared(REPORTING)
    lines = []
    for row in found.to_dict("records"):
        name = names.of(ctx, "country", row["country"])
        words = reported(int(row["reporting"]), int(row["expected"]), declared, ctx.lang)
        said = ctx._("{place}: {coverage}").format(place=name, coverage=words) if told else name
        lines.append(said)
    return sorted(lines)


def _listed(sign: str, heading: str, lines: list[str]) -> None:
    if not lines:
        return
    items = "".join(f"<li><bdi>{escape(line)}</bdi></li>" for line in lines)
    st.html(
        f"<h3 class='tile-name'><span aria-hidden='true'>{sign}</span> {escape(heading)}</h3>"
        f"<ul class='places'>{items}</ul>"
    )


def _grid(look: LookedAt) -> None:
    """Country by quarter: reported, part, not reported, closed."""
    ctx = look.ctx
    found = look.over_time(REPORTING, by=("country",))
    newest = sorted(found["period"].unique())[-_LAST_QUARTERS:]
    grid = coverage(
        found[found["period"].isin(newest)],
        look.declared(REPORTING),
        ctx.lang,
        names=cached.names_of(ctx, "country"),
        today=datetime.now(UTC).date(),
    )
    draw.chart(ctx, grid, look.declared(REPORTING), "who_reported")
