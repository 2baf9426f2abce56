"""The organisations behind a number, each with its file, sheet and rows."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

import pandas as pd
import streamlit as st

from core.i18n import N_
from core.i18n.folding import fold
from core.i18n.numbers import count, isolate
from core.i18n.spreadsheets import csv_bytes
from pages.components import links, menu, names, table
from pages.components.session import Context

Named = Callable[[str, str | None], str]

_PARTS = {
    "numerator": N_("Counted in the figure"),
    "denominator": N_("In the total, but not counted"),
    "unknown": N_("Type not known: on neither side"),
}
_HEADINGS = (
    N_("Organisation or mechanism"),
    N_("Country"),
    N_("Type in the file"),
    N_("File"),
    N_("Sheet"),
    N_("Rows"),
)
_BATCH = N_("Batch")
_NO_SOURCE: Mapping[str, Any] = {
    "batch": None,
    "types_reported": None,
    "file_name": None,
    "sheet": None,
    "source_rows": (),
    "mended_rows": (),
    "beside_reported": None,
    "rows": 0,
}
_NAMES = ("organisation", "mechanism", "country", "role")
_SHOWN = 100
_LINKS = 12
_NAMED = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where one file names one organisation, role or mechanism that the number is made of.

    Attributes:
        entity: its place in the trace; several files may name it.
        part: numerator, denominator, unknown.
        counts: what it counts for in its part.
        batch: None: no file names it, which is what it counts for.
        cells: texts of `_HEADINGS`.
    """

    entity: int
    part: str
    counts: int
    batch: int | None
    cells: tuple[str, ...]


def sources_of(ctx: Context, frame: pd.DataFrame, *, of_sides: bool = False) -> list[Source]:
    """The frame of a trace as one line for each file that names something of it.

    Args:
        ctx: the reader.
        frame: of the trace.
        of_sides: the roles in it are the two sides of presence.
    """
    roles = dict(frame["role"])
    if of_sides:
        frame = frame.assign(role=None)
    named = cache(partial(names.of, ctx))  # thousands of lines, a handful of codes
    return [
        Source(
            entity=number,
            part=entity["counted_as"],
            counts=int(entity["counts"]),
            batch=source["batch"],
            cells=_cells(
                ctx, named, entity, {**source, "beside": _beside(ctx, roles[number], source)}
            ),
        )
        for number, entity in enumerate(frame.to_dict("records"))
        # What was expected and did not come has no source, and still counts.
        for source in entity["sources"] or [_NO_SOURCE]
    ]


def show(ctx: Context, sources: Sequence[Source], *, file_name: str) -> None:
    """Search, the three parts, the batches, and all of it as a file."""
    label = ctx._("Find an organisation, file or sheet")
    wanted = fold(st.text_input(label, key="find", max_chars=120))
    found = [one for one in sources if wanted in fold(" ".join(one.cells))]
    if wanted and not found:
        st.markdown(ctx._("Nothing here goes by this name."))
    for part, title in _PARTS.items():
        _part(ctx, ctx._(title), [one for one in found if one.part == part])
    _batches(ctx, sources)
    st.download_button(
        ctx._("Download all rows as CSV"),
        lambda: csv_of(ctx, sources),
        file_name=file_name,
        mime="text/csv",
        on_click="ignore",
        key="trace_csv",
    )


def csv_of(ctx: Context, sources: Sequence[Source]) -> bytes:
    """The lines as a spreadsheet opens them, nothing in them like a formula."""
    head = [ctx._(heading) for heading in (N_("What it counts as"), *_HEADINGS, _BATCH)]
    lines = [(ctx._(_PARTS[one.part]), *one.cells, one.batch) for one in sources]
    return csv_bytes([head, *lines])


def _cells(
    ctx: Context, named: Named, entity: Mapping[Any, Any], source: Mapping[str, Any]
) -> tuple[str, ...]:
    known = {name: None if pd.isna(entity[name]) else str(entity[name]) for name in _NAMES}
    role = known["role"] and named("role", known["role"])
    # A cluster has no name of its own beyond what the file calls it.
    mechanism = known["mechanism"]
    if mechanism is None and (known["organisation"] is None or role):
        mechanism = " · ".join(source["clusters_reported"] or ())
    who = [known["organisation"], mechanism, role, source["beside"]]
    return (
        " · ".join(name for name in who if name) or "–",
        named("country", known["country"]),
        " · ".join(source["types_reported"] or ()) or "–",
        source["file_name"] or ctx._("not reported"),
        source["sheet"] or "–",
        _rows(ctx, source["source_rows"], source["rows"]) + _mended(ctx, source["mended_rows"]),
    )


def _beside(ctx: Context, side: str, source: Mapping[str, Any]) -> str | None:
    """Who stands in the other column of the same rows."""
    beside = source["beside_reported"]
    if not beside:
        return None
    listed = ", ".join(isolate(name, ctx.lang) for name in beside[:_NAMED])
    if len(beside) > _NAMED:
        listed += " …"
    if side == "lead":
        return ctx._("implementing: {names}").format(names=listed)
    return ctx._("lead: {names}").format(names=listed)


def _rows(ctx: Context, first: Sequence[int], number: int) -> str:
    listed = ", ".join(str(row) for row in first) or "–"
    if number <= len(first):
        return listed
    return ctx._("{rows} … ({count} in all)").format(rows=listed, count=count(number, ctx.lang))


def _mended(ctx: Context, rows: Sequence[int] | None) -> str:
    """Where the number does not say what the file says, because somebody corrected it."""
    if not rows:
        return ""
    listed = ", ".join(map(str, rows))
    return " · " + ctx._("corrected by hand: {rows}").format(rows=isolate(listed, ctx.lang))


def _batches(ctx: Context, sources: Sequence[Source]) -> None:
    batches = sorted({one.batch for one in sources if one.batch is not None})[-_LINKS:]
    with st.container(horizontal=True):
        for batch in batches:
            st.page_link(
                menu.page_at("history"),
                label=ctx._("Batch {number}").format(number=count(batch, ctx.lang)),
                query_params={**links.kept(ctx), "batch": str(batch)},
            )


def _part(ctx: Context, title: str, lines: Sequence[Source]) -> None:
    if not lines:
        return
    counts = sum({one.entity: one.counts for one in lines}.values())
    label = f"{title} {isolate(f'({count(counts, ctx.lang)})', ctx.lang)}"
    st.header(label)
    headings = [ctx._(heading) for heading in _HEADINGS]
    table.show(headings, [one.cells for one in lines[:_SHOWN]], caption=label)
    if len(lines) > _SHOWN:
        st.markdown(
            ctx._("The first {shown} of {count}. Search, or download all rows.").format(
                shown=count(_SHOWN, ctx.lang), count=count(len(lines), ctx.lang)
            )
        )
