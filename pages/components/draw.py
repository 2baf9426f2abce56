"""A chart on the page: the picture, and under it link, picture, data and how to read it."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

import streamlit as st

from charts.chart import Chart, table
from charts.plotly import CONFIG, figure
from charts.svg import inline
from core.i18n import Lang
from core.i18n.numbers import count, date, percent
from exports import picture, tables
from exports.origin import Origin
from exports.slide import Slide
from exports.workbook import workbook
from exports.written import file_name
from metrics.registry import Indicator
from pages.components import table as html_table
from pages.components.links import whole_address
from pages.components.session import Context

PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def chart(ctx: Context, drawn: Chart, indicator: Indicator, key: str) -> None:
    """Draw a chart as SVG with its four buttons.

    Args:
        ctx: the reader.
        drawn: what to draw, in the reader's language.
        indicator: what it measures.
        key: of the chart on its page.
    """
    with st.container(key=f"card_{key}"):
        if _wants_table(key):
            _table(ctx, drawn)
        else:
            # st.html strips inline SVG; the text in it was escaped where it was drawn.
            st.markdown(inline(drawn), unsafe_allow_html=True)
        _tools(ctx, drawn, indicator, key)


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
        if _wants_table(key):
            _table(ctx, drawn)
        else:
            st.markdown(shown, unsafe_allow_html=True)
        _tools(ctx, drawn, indicator, key)


def nothing(ctx: Context, indicator: Indicator, key: str) -> None:
    """In place of a chart for which nobody has reported anything yet."""
    with st.container(key=f"card_{key}"):
        st.markdown(f"**{indicator.name.in_(ctx.lang)}**")
        st.write(ctx._("Nobody has reported on this yet."))


def interactive(ctx: Context, drawn: Chart, indicator: Indicator, key: str) -> None:
    """Draw a chart with Plotly: the same value, for pages where pointing at marks helps."""
    with st.container(key=f"card_{key}"):
        if _wants_table(key):
            _table(ctx, drawn)
        else:
            st.plotly_chart(
                figure(drawn),
                key=f"plot_{key}",
                config=dict(CONFIG),
                theme=None,
                alt=drawn.alternative,
            )
        _tools(ctx, drawn, indicator, key)


def origin_of(ctx: Context, indicator: Indicator) -> Origin:
    """What files made on this page say about where their numbers come from."""
    notices = []
    if ctx.demonstration:
        notices.append(ctx._("Demonstration data: fictional organisations"))
    if ctx.day is not None:
        as_of = ctx._("As of {day}: later decisions are left out")
        notices.append(as_of.format(day=date(ctx.day, ctx.lang)))
    return Origin(
        indicator=indicator,
        version=ctx.data_version,
        taken=datetime.now(UTC).date(),
        address=whole_address(ctx, ctx.data_version),
        notices=tuple(notices),
    )


def _wants_table(key: str) -> bool:
    return bool(st.session_state.get(f"as_table_{key}", False))


def _tools(ctx: Context, drawn: Chart, indicator: Indicator, key: str) -> None:
    # Made now, not when a button is pressed: the address is only known while the page is drawn.
    origin = origin_of(ctx, indicator)
    with st.container(key=f"tools_{key}", horizontal=True, gap="small"):
        with st.popover(ctx._("Link"), key=f"link_{key}"):
            st.caption(ctx._("This address shows the same figures, filters and state of the data."))
            st.code(origin.address, language=None, wrap_lines=True)
        with st.popover(ctx._("Picture"), key=f"picture_{key}"):
            _pictures(ctx, drawn, origin, key)
            _slide(ctx, drawn, origin, key)
        with st.popover(ctx._("Data"), key=f"data_{key}"):
            _files(ctx, drawn, origin, key)
        with st.popover(ctx._("How to read"), key=f"read_{key}"):
            _how_to_read(ctx, drawn, indicator)
        st.toggle(ctx._("As a table"), key=f"as_table_{key}")


def _pictures(ctx: Context, drawn: Chart, origin: Origin, key: str) -> None:
    _download(
        ctx._("For print and the web (SVG)"),
        lambda: picture.vector(drawn, origin),
        (file_name(drawn, "svg"), "image/svg+xml", f"svg_{key}"),
    )
    if picture.missing_fonts():
        missing = ", ".join(picture.missing_fonts())
        words = ctx._(
            "PNG pictures cannot be made on this server: it lacks the font files {files}. SVG, "
            "CSV and XLSX work without them."
        )
        st.caption(words.format(files=missing))
        return
    _download(
        ctx._("For slides (PNG)"),
        lambda: picture.png(drawn, origin, size="slide"),
        (file_name(drawn, "png"), "image/png", f"png_{key}"),
    )
    _download(
        ctx._("For messages on a telephone (PNG)"),
        lambda: picture.png(drawn, origin, size="message"),
        (file_name(drawn, "png", form=ctx._("telephone")), "image/png", f"message_{key}"),
    )


def _slide(ctx: Context, drawn: Chart, origin: Origin, key: str) -> None:
    _download(
        ctx._("One slide with a chart that can be edited (PPTX)"),
        lambda: as_deck([Slide(chart=drawn, origin=origin)], drawn.finding, ctx.lang),
        (file_name(drawn, "pptx"), PPTX, f"pptx_{key}"),
    )


def as_deck(slides: Sequence[Slide], title: str, lang: Lang) -> bytes:
    """Slides as PPTX; the library takes half a second to load, so only who asks waits for it."""
    from exports.deck import deck

    return deck(slides, title, lang)


def _files(ctx: Context, drawn: Chart, origin: Origin, key: str) -> None:
    _download(
        ctx._("Workbook with chart, numbers and method (XLSX)"),
        lambda: workbook(drawn, origin),
        (file_name(drawn, "xlsx"), _XLSX, f"xlsx_{key}"),
    )
    _download(
        ctx._("Table (CSV)"),
        lambda: tables.csv(drawn, origin),
        (file_name(drawn, "csv"), "text/csv", f"csv_{key}"),
    )
    _download(
        ctx._("Table with a row of HXL tags (CSV)"),
        lambda: tables.csv_with_hxl(drawn, origin),
        (file_name(drawn, "hxl.csv"), "text/csv", f"hxl_{key}"),
    )


def _download(label: str, made: Callable[[], bytes], named: tuple[str, str, str]) -> None:
    """A button that makes its file when it is pressed; name, kind and key of it."""
    name, kind, key = named
    st.download_button(
        label, made, file_name=name, mime=kind, on_click="ignore", key=key, width="stretch"
    )


def _table(ctx: Context, drawn: Chart) -> None:
    """The numbers in place of the picture, with what stands around it."""
    st.markdown(f"**{drawn.finding}**")
    st.caption(drawn.measure)
    st.caption(drawn.coverage)
    head, *rows = table(drawn)
    # Not the name of the only series, nor a column without any number.
    wanted = [
        place
        for place in range(len(head))
        if (place or len(drawn.series) > 1) and any(row[place] is not None for row in rows)
    ]
    html_table.show(
        [str(head[place]) for place in wanted],
        [[_cell(row[place], ctx.lang) for place in wanted] for row in rows],
        caption=drawn.finding,
    )
    for note in drawn.notes:
        st.caption(note)


def _how_to_read(ctx: Context, drawn: Chart, indicator: Indicator) -> None:
    st.markdown(f"**{indicator.name.in_(ctx.lang)}**")
    st.write(indicator.reading.in_(ctx.lang))
    st.write(indicator.caution.in_(ctx.lang))
    for note in drawn.notes:
        st.caption(note)


def _cell(cell: str | int | float | None, lang: Lang) -> str:
    """A share as the chart says it, with one decimal; the files carry all digits."""
    if cell is None:
        return "–"
    if isinstance(cell, str):
        return cell
    return count(cell, lang) if isinstance(cell, int) else percent(cell, lang, digits=1)
