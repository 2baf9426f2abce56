"""The answer as rows: each number leads to what is behind it, and all of them to a spreadsheet."""

from collections.abc import Hashable, Iterator, Mapping
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from charts.bars import rank
from charts.chart import Mark, State
from charts.marks import Record, low_to_high, mark_of, records
from charts.nouns import counted, noun_of, reported
from charts.words import SCOPES, dimension_name
from core.i18n.periods import Period
from core.i18n.spreadsheets import csv_bytes
from metrics import MEASURES, Indicator
from pages.components import links
from pages.components.explorer import codes
from pages.components.explorer.asked import Asked
from pages.components.session import Context

# A number with rows behind it.
_COUNTED = {State.VALUE, State.ZERO, State.COUNT_ONLY, State.NOTHING_KNOWN}


def show(ctx: Context, asked: Asked, declared: Indicator, found: pd.DataFrame) -> None:
    """One line a group of the one dimension, in the order of the chart."""
    (dimension,) = asked.by
    lines = sorted(_marked(ctx, declared, dimension, found), key=_order(dimension))
    headings = (
        dimension_name(dimension, ctx.lang), ctx._("What is shown"), ctx._("What is not known"),
        ctx._("Who reported"),
    )  # fmt: skip
    head = "".join(f"<th scope='col'>{escape(heading)}</th>" for heading in headings)
    body = "".join(_line(ctx, asked, declared, headings, line) for line in lines)
    caption = escape(declared.name.in_(ctx.lang))
    st.html(
        f"<table class='rows-table'><caption>{caption}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def code_in(record: Record, dimension: str) -> str | None:
    """The code of a row; None where it has none."""
    code = record[dimension]
    return code if isinstance(code, str) else None


def linked(
    ctx: Context, asked: Asked, mark: Mark, group: Mapping[str, str | None], shown: str
) -> str:
    """A number as a link to its rows, for the team; as it is for others, and where it has none.

    Args:
        ctx: the reader.
        asked: the question.
        mark: the number.
        group: dimension to code: which number of the answer it is.
        shown: the HTML between the marks of the link.
    """
    if not ctx.inside or mark.state not in _COUNTED:
        return shown
    address = links.trace_link(ctx, asked.indicator.id, scope=asked.scope, **asked.of(group))
    return f"<a href='{escape(address)}' target='_self'>{shown}</a>"


def download(ctx: Context, asked: Asked, declared: Indicator, found: pd.DataFrame) -> None:
    """All rows as CSV: codes, names, both halves, coverage, what was asked and of which data."""
    st.download_button(
        ctx._("Download these rows as CSV"),
        lambda: csv_of(ctx, asked, declared, found),
        file_name=f"{asked.indicator.id}.csv",
        mime="text/csv",
        on_click="ignore",
        key="explorer_csv",
    )


def csv_of(ctx: Context, asked: Asked, declared: Indicator, found: pd.DataFrame) -> bytes:
    """The rows as a spreadsheet opens them."""
    columns = [column for column in found.columns if column not in asked.by]
    head = [
        *(heading for name in asked.by for heading in _headings(ctx, name)),
        *(_named(ctx).get(column, column) for column in columns),
        ctx._("What is shown"),
    ]
    lines = [_cells(ctx, asked, declared, columns, record) for record in records(found)]
    about = [(text,) for text in (declared.name.in_(ctx.lang), *_about(ctx, asked))]
    return csv_bytes([head, *lines, (), *about])


def _marked(
    ctx: Context, declared: Indicator, dimension: str, found: pd.DataFrame
) -> Iterator[tuple[str | None, Mark]]:
    for record in records(found):
        code = code_in(record, dimension)
        label = codes.value_name(ctx, declared, dimension, code)
        yield code, mark_of(record, label, declared, ctx.lang)


def _order(dimension: str) -> Any:  # noqa: ANN401 - a key of any sort that can be ordered
    if dimension == "period":
        return lambda line: Period.parse(line[0]).start
    return lambda line: rank(line[1])


def _line(
    ctx: Context,
    asked: Asked,
    declared: Indicator,
    headings: tuple[str, ...],
    line: tuple[str | None, Mark],
) -> str:
    code, mark = line
    text = f"<bdi>{escape(mark.text)}</bdi>"
    coverage = "–"
    if mark.expected and mark.reporting is not None:
        coverage = reported(mark.reporting, mark.expected, declared, ctx.lang)
    cells = (
        escape(mark.label),
        linked(ctx, asked, mark, {asked.by[0]: code}, text),
        escape(low_to_high(mark, declared, ctx.lang) or _unknown(ctx, mark, declared)),
        escape(coverage),
    )
    return (
        "<tr>"
        + "".join(
            f'<td data-label="{escape(heading)}"><span><bdi>{cell}</bdi></span></td>'
            for heading, cell in zip(headings, cells, strict=True)
        )
        + "</tr>"
    )


def _unknown(ctx: Context, mark: Mark, declared: Indicator) -> str:
    """How many could not be counted; a dash where nothing is open."""
    return counted(mark.unknown, noun_of(declared), ctx.lang) if mark.unknown else "–"


def _headings(ctx: Context, dimension: str) -> tuple[str, str]:
    name = dimension_name(dimension, ctx.lang)
    return name, ctx._("{name} (code)").format(name=name)


def _named(ctx: Context) -> dict[str, str]:
    """The columns of a measurement in the reader's language; those of parts keep their codes."""
    words = (
        ctx._("Counted"), ctx._("Out of"), ctx._("Of unknown type"), ctx._("Share"),
        ctx._("Lowest possible share"), ctx._("Highest possible share"),
        ctx._("Mechanisms that reported"), ctx._("Mechanisms expected"), ctx._("State"),
    )  # fmt: skip
    return dict(zip(MEASURES, words, strict=True))


def _cells(
    ctx: Context,
    asked: Asked,
    declared: Indicator,
    columns: list[str],
    record: Mapping[Hashable, Any],
) -> list[object]:
    groups = [
        cell
        for name in asked.by
        for cell in (
            codes.value_name(ctx, declared, name, code_in(record, name)), code_in(record, name)
        )
    ]  # fmt: skip
    numbers = [None if pd.isna(record[column]) else record[column] for column in columns]
    return [*groups, *numbers, mark_of(record, "", declared, ctx.lang).text]


def _about(ctx: Context, asked: Asked) -> Iterator[str]:
    """What was asked, so that the file can be asked again."""
    for name, values in asked.limits.items():
        listed = " · ".join(codes.value_name(ctx, asked.indicator, name, value) for value in values)
        yield ctx._("{name}: {values}").format(name=dimension_name(name, ctx.lang), values=listed)
    yield ctx._(SCOPES[asked.scope])
    yield ctx._("Data version {version}").format(version=ctx.data_version)
    yield links.whole_address(ctx, ctx.data_version)
