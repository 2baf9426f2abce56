"""Two dimensions: a table shaded by its numbers, in which every number is written as well."""

from collections.abc import Iterable, Mapping
from html import escape

import pandas as pd
import streamlit as st

from charts.chart import Mark, State
from charts.findings import of_ranking
from charts.marks import Record, mark_of, records
from charts.words import Setting, coverage_line, dimension_name, measure_line
from core.i18n import N_
from core.i18n.numbers import isolate
from core.i18n.periods import Period, period_name
from metrics import Indicator
from pages.components.explorer import codes
from pages.components.explorer.asked import Asked
from pages.components.explorer.rows import code_in, linked
from pages.components.links import whole_address
from pages.components.session import Context

_LIGHT, _DARK = (255, 255, 255), (126, 177, 228)
_SHADES = 10
_SHADED = N_("The darker a cell, the higher its number.")
_DASH = N_("A dash: nobody was expected or reported.")
_DASHED = N_("Dashed frame: fewer than 70 percent of the expected mechanisms reported.")

Place = tuple[str | None, str | None]
Sides = tuple[str | None, str | None]


def show(
    ctx: Context, asked: Asked, declared: Indicator, found: pd.DataFrame, within: Setting
) -> None:
    """Lines of the first dimension, columns of the second; time always runs along the columns."""
    down, along = _sides(asked)
    marks = {
        (_code(row, down), _code(row, along)): mark_of(
            row, _label(ctx, declared, asked, row), declared, ctx.lang
        )
        for row in records(found)
    }
    with st.container(key="card_answer"):
        _title(ctx, declared, list(marks.values()), within)
        st.html(_table(ctx, asked, declared, (down, along), marks))
        st.caption(" ".join(_legend(ctx, marks.values())))
        _tools(ctx, declared)


def _sides(asked: Asked) -> Sides:
    """The dimensions of lines and of columns; None: there is but one of them."""
    first, second = (*asked.by, None)[:2]
    return (second, first) if first == "period" else (first, second)


def _code(row: Record, dimension: str | None) -> str | None:
    return code_in(row, dimension) if dimension else None


def _label(ctx: Context, declared: Indicator, asked: Asked, row: Record) -> str:
    return " · ".join(
        isolate(codes.value_name(ctx, declared, name, code_in(row, name)), ctx.lang)
        for name in asked.by
    )


def _title(ctx: Context, declared: Indicator, marks: list[Mark], within: Setting) -> None:
    measure = measure_line(declared, within, ctx.lang)
    shares = any(mark.value is not None for mark in marks)
    finding = of_ranking(marks, declared, ctx.lang) if shares else measure
    lines = (
        measure if shares else "",
        coverage_line(within.whole, declared, within, ctx.lang),
    )
    said = "".join(f"<p>{escape(line)}</p>" for line in lines if line)
    st.html(f"<div class='heat-title'><h2>{escape(finding)}</h2>{said}</div>")


def _table(
    ctx: Context,
    asked: Asked,
    declared: Indicator,
    sides: Sides,
    marks: Mapping[Place, Mark],
) -> str:
    lines = _ordered(ctx, declared, sides[0], (line for line, _ in marks))
    columns = _ordered(ctx, declared, sides[1], (column for _, column in marks))
    most = _most(marks.values())
    head = "".join(f"<th scope='col'><bdi>{escape(name)}</bdi></th>" for name in columns.values())
    body = "".join(
        f"<tr><th scope='row'><bdi>{escape(name)}</bdi></th>"
        + "".join(
            _cell(ctx, asked, marks.get((line, column)), _group(sides, (line, column)), most)
            for column in columns
        )
        + "</tr>"
        for line, name in lines.items()
    )
    corner = " / ".join(dimension_name(side, ctx.lang) for side in sides if side)
    return (
        "<div class='wide-table' tabindex='0'><table class='grid-table heat-table'>"
        f"<caption>{escape(declared.name.in_(ctx.lang))}</caption>"
        f"<thead><tr><th scope='col'>{escape(corner)}</th>{head}</tr></thead>"
        f"<tbody>{body}</tbody></table></div>"
    )


def _group(sides: Sides, place: Place) -> dict[str, str | None]:
    return {side: code for side, code in zip(sides, place, strict=True) if side}


def _ordered(
    ctx: Context, declared: Indicator, dimension: str | None, found: Iterable[str | None]
) -> dict[str | None, str]:
    """Code to name: periods in time, everything else by name, what has no code last."""
    if dimension is None:
        return {None: ctx._("What is shown")}
    named = {code: _short(ctx, declared, dimension, code) for code in found}

    def place(code: str | None) -> tuple[bool, int, str]:
        start = Period.parse(code).start if code and dimension == "period" else 0
        return code is None, start, named[code]

    return {code: named[code] for code in sorted(named, key=place)}


def _short(ctx: Context, declared: Indicator, dimension: str, code: str | None) -> str:
    if dimension == "period" and code:
        return period_name(Period.parse(code), ctx.lang, short=True)
    return codes.value_name(ctx, declared, dimension, code)


def _cell(
    ctx: Context, asked: Asked, mark: Mark | None, group: Mapping[str, str | None], most: float
) -> str:
    if mark is None:
        return "<td class='heat-none'>–</td>"
    if not mark.short:
        kind = "" if mark.state is State.VALUE else " class='heat-none'"
        return f"<td{kind}>{linked(ctx, asked, mark, group, escape(mark.text))}</td>"
    counts = _beside(mark)
    shown = f"<strong><bdi>{escape(mark.short)}</bdi></strong>"
    beside = f"<small><bdi>{escape(counts)}</bdi></small>" if counts else ""
    few = " class='heat-few'" if mark.low_coverage else ""
    return (
        f"<td{few} style='background:{_shade(_size(mark), most)}'>"
        f"{linked(ctx, asked, mark, group, shown)}{beside}</td>"
    )


def _beside(mark: Mark) -> str:
    """Both halves, or the two shares that a ratio stands on."""
    if mark.counts:
        return mark.counts if mark.counts != mark.short else ""
    return mark.text.removeprefix(mark.short).strip("\u00a0 ·")


def _most(marks: Iterable[Mark]) -> float:
    """What the darkest shade stands for: all of a share, the highest of counts."""
    every = tuple(marks)
    if any(mark.value is not None for mark in every):
        return 1.0
    return max(map(_size, every), default=0.0)


def _size(mark: Mark) -> float:
    """What is shaded: the share, else how many."""
    return mark.value if mark.value is not None else float(mark.numerator or 0)


def _shade(size: float, most: float) -> str:
    """One of a few shades of one colour; text stays dark on each of them."""
    step = round(_SHADES * size / most) / _SHADES if most else 0.0
    mixed = (round(a + (b - a) * step) for a, b in zip(_LIGHT, _DARK, strict=True))
    return "#" + "".join(f"{part:02x}" for part in mixed)


def _legend(ctx: Context, marks: Iterable[Mark]) -> tuple[str, ...]:
    every = tuple(marks)
    told = {
        _SHADED: _most(every) > 0,
        _DASH: True,
        _DASHED: any(mark.low_coverage for mark in every),
    }
    return tuple(ctx._(sentence) for sentence, occurs in told.items() if occurs)


def _tools(ctx: Context, declared: Indicator) -> None:
    with st.container(key="tools_answer", horizontal=True, gap="small"):
        with st.popover(ctx._("Link"), key="link_answer"):
            st.caption(ctx._("This address shows the same figures, filters and state of the data."))
            st.code(whole_address(ctx, ctx.data_version), language=None, wrap_lines=True)
        with st.popover(ctx._("How to read"), key="read_answer"):
            st.markdown(f"**{declared.name.in_(ctx.lang)}**")
            st.write(declared.reading.in_(ctx.lang))
            st.write(declared.caution.in_(ctx.lang))
