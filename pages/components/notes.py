"""Sentences around the figures: nothing yet, demonstration, what went wrong, the foot."""

import html
import logging
import secrets

import streamlit as st

from core.errors import DashboardError
from core.i18n.errors import explain
from core.i18n.numbers import date, isolate
from pages.components import session
from pages.components.links import VERSION
from pages.components.session import Context, Reader

_LOG = logging.getLogger(__name__)


def nothing_yet(ctx: Reader) -> None:
    """Say that no report was published, instead of a figure that would look like a zero."""
    _card(
        "nothing",
        ctx._("No report has been published yet"),
        ctx._("Figures appear here once an office has published a workbook on the Upload page."),
    )


def demonstration(ctx: Context) -> None:
    """The band that says that the organisations are made up; nothing when they are not.

    One click puts them away; the first real upload does so for good.
    """
    if not ctx.demonstration:
        return
    text = html.escape(ctx._("Demonstration data: fictional organisations"))
    with st.container(key="shell_demonstration", horizontal=True, vertical_alignment="center"):
        st.html(f'<p class="shell-demonstration" role="note">{text}</p>')
        if st.button(ctx._("Put demonstration data away"), key="put_away", type="tertiary"):
            name, value = session.WITHOUT_DEMONSTRATION
            st.query_params[name] = value
            st.rerun()


def earlier_day(ctx: Context) -> None:
    """The band that says that the figures are those of an earlier day, and the way back to now."""
    if ctx.day is None:
        return
    text = ctx._("As of {day}: later decisions are left out").format(day=date(ctx.day, ctx.lang))
    with st.container(key="shell_earlier_day", horizontal=True, vertical_alignment="center"):
        st.html(f'<p class="shell-earlier-day" role="note">{html.escape(text)}</p>')
        if st.button(ctx._("Back to now"), key="back_to_now", type="tertiary"):
            del st.query_params[session.AS_OF]
            st.rerun()


def moved_on(ctx: Context) -> None:
    """Say so when the address was written for another state of the data than the one shown."""
    wanted = st.query_params.get(VERSION)
    if wanted and wanted != ctx.data_version:
        text = ctx._("The data have changed since this link was made: figures may differ.")
        st.html(f'<p class="shell-earlier-day" role="note">{html.escape(text)}</p>')


def refused(ctx: Reader, error: DashboardError) -> None:
    """The error box: why this request cannot go on, in the reader's language."""
    wrong, remedy = explain(error, ctx.lang)
    _card("refused", wrong, remedy, role="alert")


def unexpected(error: Exception) -> bool:
    """Show a failure that nobody foresaw as a short reference; the traceback goes to the log.

    Returns:
        True: Streamlit then shows nothing of its own.
    """
    ctx = session.reader()
    if isinstance(error, DashboardError):
        refused(ctx, error)
        return True
    reference = secrets.token_hex(3).upper()
    _LOG.error("reference %s", reference, exc_info=error)
    title = ctx._("Something went wrong on our side")
    _card("refused", title, _how_to_report(ctx, reference), role="alert")
    return True


def footer(ctx: Reader, data_version: str | None) -> None:
    """The foot of the page: what this is, and which state of the data it shows."""
    version = (
        ctx._("Data version {version}").format(version=isolate(data_version, ctx.lang))
        if data_version
        else ctx._("No data yet")
    )
    about = ctx._("Local and national actors in humanitarian coordination")
    st.html(
        '<footer class="shell-footer">'
        f"<span>{html.escape(about)}</span><bdi>{html.escape(version)}</bdi></footer>"
    )


def said(title: str, text: str) -> None:
    """A card that says what was done."""
    _card("done", title, text, role="status")


def warning(title: str, text: str) -> None:
    """A card that asks to stop and read."""
    _card("warning", title, text, role="alert")


def _how_to_report(ctx: Reader, reference: str) -> str:
    return ctx._(
        "If it happens again, give this reference to the people who look after the dashboard: "
        "{reference}"
    ).format(reference=isolate(reference, ctx.lang))


def _card(kind: str, title: str, text: str, *, role: str = "note") -> None:
    st.html(
        f'<div class="note-card note-{kind}" role="{role}">'
        f"<p class='note-title'>{html.escape(title)}</p><p>{html.escape(text)}</p></div>"
    )
