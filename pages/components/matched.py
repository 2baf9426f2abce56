"""Matched mechanisms or all: the choice, and how many are left out, in words beside a chart."""

import html
from collections.abc import Iterable

import streamlit as st

import metrics
from core.i18n import N_
from metrics.registry import Indicator
from pages.components import compared
from pages.components.either import either
from pages.components.session import Context

_WHY_NOT = {
    "derived": N_(
        "This indicator stands on two others: it has no change on matched mechanisms of its own."
    ),
    "who-reports": N_(
        "This indicator says who reported: among mechanisms that reported in both periods it would"
        " always be whole. The line shows all mechanisms."
    ),
    "no-mechanisms": N_(
        "Reports on this belong to no mechanism, so none can be matched."
        " The line shows all reports."
    ),
}
_OUTSIDE = N_(
    "Outside the team, this indicator is not shown on matched mechanisms: it could give away what"
    " the few mechanisms left out have reported. The line shows all mechanisms, so part of a change"
    " may be one of who reported."
)
ALL = N_("All mechanisms: part of a change may be one of who reported.")


def chosen(ctx: Context, indicator: Indicator) -> bool:
    """Whether a change is told on matched mechanisms: yes, unless all are asked for.

    Where there is nothing to choose it says why.
    """
    if not compared.may_match(ctx, indicator.id):
        reason = metrics.no_steps(indicator)
        said([ctx._(_WHY_NOT[reason] if reason else _OUTSIDE)])
        return False
    options = {
        "matched": ctx._("Matched mechanisms"),
        "all": ctx._("All mechanisms"),
    }
    return either("mechanisms", ctx._("The change is told on"), options, "matched") == "matched"


def said(sentences: Iterable[str]) -> None:
    """Sentences beside a chart: the change of each line, and who is left out."""
    items = "".join(f"<li><bdi>{html.escape(sentence)}</bdi></li>" for sentence in sentences)
    if items:
        st.html(f"<ul class='changes'>{items}</ul>")
