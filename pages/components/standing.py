"""What others say of the reports behind a number: a mark beside it, and their words behind it."""

from collections.abc import Sequence
from html import escape

import streamlit as st

import metrics
from core.i18n import N_
from core.i18n.numbers import count
from metrics import Scope, Standings
from pages.components import cached, links, table
from pages.components.session import Context

_FLAG = "⚑"
_CONTESTED = N_("Contested")
_SAYS = {"contested": _CONTESTED, "confirmed": N_("Confirmed")}


def mark(
    ctx: Context, indicators: Sequence[str], *, only: cached.Filters, scope: Scope = 2
) -> None:
    """A line for each indicator whose number rests on a contested report; else nothing."""
    lines = [
        line
        for indicator in indicators
        if (line := _line(ctx, indicator, cached.standing(ctx, indicator, only=only), only, scope))
    ]
    if lines:
        st.html(f"<ul class='contested'>{''.join(lines)}</ul>")


def _line(
    ctx: Context, indicator: str, found: Standings, only: cached.Filters, scope: int
) -> str | None:
    if not found.contested:
        return None
    total = found.reported + found.confirmed + found.contested
    said = ctx.ngettext(
        "{indicator}: rests on {count} contested report of {total}.",
        "{indicator}: rests on {count} contested reports of {total}.",
        found.contested,
    ).format(
        indicator=metrics.find(indicator).name.in_(ctx.lang),
        count=count(found.contested, ctx.lang),
        total=count(total, ctx.lang),
    )
    text = f"<span aria-hidden='true'>{_FLAG}</span> <bdi>{escape(said)}</bdi>"
    if not ctx.inside:
        return f"<li>{text}</li>"
    address = links.trace_link(ctx, indicator, scope=scope, **dict(only))
    label = escape(ctx._("What is contested, and by whom"))
    return f"<li>{text} <a href='{escape(address)}' target='_self'>{label}</a></li>"


def sign(ctx: Context) -> str:
    """The mark as HTML, for a number in a table."""
    word = escape(ctx._(_CONTESTED))
    return f" <span role='img' aria-label='{word}' title='{word}'>{_FLAG}</span>"


def counts(ctx: Context, found: Standings) -> None:
    """How many of the reports behind a number were confirmed or contested."""
    counted = (
        (ctx._("Reported"), found.reported),
        (ctx._("Confirmed"), found.confirmed),
        (ctx._("Contested"), found.contested),
    )
    table.facts([(name, count(n, ctx.lang)) for name, n in counted], compact=True)


def words(ctx: Context, found: Standings) -> None:
    """Who confirms or contests reports behind a number, and in which words; else nothing."""
    if not found.words:
        return
    st.header(ctx._("Standing of the reports"))
    rows = [
        (
            ctx._(_SAYS[word.standing]),
            word.office,
            word.why or "",
            count(word.reports, ctx.lang),
            count(word.batch, ctx.lang),
        )
        for word in found.words
    ]
    headings = [ctx._(h) for h in _HEADINGS]
    table.show(headings, rows, caption=ctx._("Standing of the reports"), numbers={3, 4})


_HEADINGS = (N_("Standing"), N_("Who says so"), N_("In these words"), N_("Reports"), N_("Batch"))
