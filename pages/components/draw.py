"""A chart on the page: the picture, and under it link, picture, data and how to read it."""

import streamlit as st

from charts.chart import Chart, table
from charts.plotly import CONFIG, figure
from charts.svg import inline, svg
from core.i18n.spreadsheets import csv_bytes
from metrics.registry import Indicator
from pages.components import table as tables
from pages.components.links import whole_address
from pages.components.session import Context


def chart(ctx: Context, drawn: Chart, indicator: Indicator, key: str) -> None:
    """Draw a chart as SVG with its four buttons.

    Args:
        ctx: the reader.
        drawn: what to draw, in the reader's language.
        indicator: what it measures.
        key: of the chart on its page.
    """
    with st.container(key=f"card_{key}"):
        # st.html strips inline SVG; the text in it was escaped where it was drawn.
        st.markdown(inline(drawn), unsafe_allow_html=True)
        _buttons(ctx, drawn, indicator, key)


def tile(ctx: Context, shown: str, drawn: Chart, indicator: Indicator, key: str) -> None:
    """A chart as a few words of markup, where there is no room for its drawing.

    Args:
        ctx: the reader.
        shown: markup of one line, its texts escaped.
        drawn: the same as a chart, for the four buttons.
        indicator: what it measures.
        key: of the tile on its page.
    """
    with st.container(key=f"card_{key}", height="stretch"):
        st.markdown(shown, unsafe_allow_html=True)
        _buttons(ctx, drawn, indicator, key)


def nothing(ctx: Context, indicator: Indicator, key: str) -> None:
    """In place of a chart for which nobody has reported anything yet."""
    with st.container(key=f"card_{key}"):
        st.markdown(f"**{indicator.name.in_(ctx.lang)}**")
        st.write(ctx._("Nobody has reported on this yet."))


def interactive(ctx: Context, drawn: Chart, indicator: Indicator, key: str) -> None:
    """Draw a chart with Plotly: the same value, for pages where pointing at marks helps."""
    with st.container(key=f"card_{key}"):
        st.plotly_chart(
            figure(drawn), key=f"plot_{key}", config=dict(CONFIG), theme=None, alt=drawn.alternative
        )
        _buttons(ctx, drawn, indicator, key)


def _buttons(ctx: Context, drawn: Chart, indicator: Indicator, key: str) -> None:
    with st.container(key=f"tools_{key}", horizontal=True, gap="small"):
        with st.popover(ctx._("Link"), key=f"link_{key}"):
            st.caption(ctx._("This address shows the same figures, filters and state of the data."))
            st.code(whole_address(ctx, ctx.data_version), language=None, wrap_lines=True)
        st.download_button(
            ctx._("Picture"),
            lambda: svg(drawn),
            file_name=f"{indicator.id}.svg",
            mime="image/svg+xml",
            on_click="ignore",
            key=f"svg_{key}",
        )
        with st.popover(ctx._("Data"), key=f"data_{key}"):
            _data(ctx, drawn, indicator, key)
        with st.popover(ctx._("How to read"), key=f"read_{key}"):
            _how_to_read(ctx, drawn, indicator)


def _data(ctx: Context, drawn: Chart, indicator: Indicator, key: str) -> None:
    head, *rows = table(drawn)
    shown = [[_cell(cell) for cell in row] for row in rows]
    tables.show([str(cell) for cell in head], shown, caption=drawn.finding)
    st.download_button(
        ctx._("Download as CSV"),
        lambda: csv_of(drawn, ctx.data_version),
        file_name=f"{indicator.id}.csv",
        mime="text/csv",
        on_click="ignore",
        key=f"csv_{key}",
    )


def _how_to_read(ctx: Context, drawn: Chart, indicator: Indicator) -> None:
    st.markdown(f"**{indicator.name.in_(ctx.lang)}**")
    st.write(indicator.reading.in_(ctx.lang))
    st.write(indicator.caution.in_(ctx.lang))
    for note in drawn.notes:
        st.caption(note)


def csv_of(drawn: Chart, data_version: str) -> bytes:
    """The numbers of a chart as a spreadsheet opens them: with a mark, nothing like a formula."""
    about = (drawn.finding, drawn.measure, drawn.coverage, data_version)
    return csv_bytes([*table(drawn), (), *((line,) for line in about)])


def _cell(cell: str | int | float | None) -> str:
    if cell is None:
        return "–"
    return f"{cell:.3f}" if isinstance(cell, float) else str(cell)
