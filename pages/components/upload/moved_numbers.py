"""The published numbers that a batch would move: from, to, the biggest first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

import metrics
from core.i18n import N_
from core.i18n.numbers import count, isolate, percent
from core.i18n.periods import Period
from loaders import Rehearsal, Staged
from loaders.reasons import Earlier, StagedRows, batches_behind
from metrics.overview import EVERY_CLUSTER
from pages.components.session import Context
from pages.components.upload import names, tables

_KEYS = ["indicator", "country", "period", "cluster"]
_SHOWN = 20
_ROWS = 4
_NOWHERE = {
    "no-type": N_("not computable: no types"),
    "nothing-known": N_("no type is known"),
    "several-currencies": N_("no sum: several currencies"),
    "closed": N_("closed"),
    "zero": N_("reported: nothing there"),
}


@dataclass(frozen=True, slots=True)
class Side:
    """A number before or after: its share, its two halves, its state; None: nothing reported."""

    value: float | None
    numerator: int | None
    denominator: int | None
    state: str


@dataclass(frozen=True, slots=True)
class Move:
    """One number that moves."""

    indicator: str
    country: str
    period: str
    cluster: str | None
    before: Side | None
    after: Side | None

    @property
    def comes_last(self) -> bool:
        """Whether it is no share of actors: it says how good the data is, or counts."""
        return self.counts or metrics.find(self.indicator).area == "quality"

    @property
    def counts(self) -> bool:
        """Whether it is a number of something, and no share."""
        return metrics.find(self.indicator).unit == "count"

    @property
    def size(self) -> float:
        """How far it moves; a number that appears or vanishes moves by all of itself."""
        before, after = ((s.value or 0.0) if s else 0.0 for s in (self.before, self.after))
        return abs(after - before)


def moves(before: pd.DataFrame, after: pd.DataFrame) -> list[Move]:
    """Numbers that differ between two snapshots: the biggest first, quality and counts last."""
    sides = [dict(_sides(frame)) for frame in (before, after)]
    keys = dict.fromkeys([*sides[0], *sides[1]])
    every = (Move(*key, *(side.get(key) for side in sides)) for key in keys)
    return sorted(
        (m for m in every if m.before != m.after), key=lambda m: (m.comes_last, m.counts, -m.size)
    )


def _sides(frame: pd.DataFrame) -> Iterator[tuple[tuple[Any, ...], Side]]:
    for row in frame.to_dict(orient="records"):
        key = tuple(_plain(row[name]) for name in _KEYS)
        value, top, below = (_plain(row[n]) for n in ("value", "numerator", "denominator"))
        yield key, Side(value, top, below, str(row["state"]))


def _plain(cell: Any) -> Any:  # noqa: ANN401 - a cell
    return None if pd.isna(cell) else cell


def show(ctx: Context, outcome: Rehearsal[pd.DataFrame], stageds: Sequence[Staged]) -> None:
    """Draw the biggest moves with what they come from, and say how many there are."""
    moved = moves(outcome.before, outcome.after)
    st.subheader(ctx._("Published numbers that move"))
    if not moved:
        st.markdown(ctx._("No published number moves."))
        return
    headings = (ctx._("Indicator"), ctx._("Country"), ctx._("Period"), ctx._("Cluster"),
                ctx._("From"), ctx._("To"), ctx._("Why"))  # fmt: skip
    rows_of = [(staged, StagedRows(staged.rows)) for staged in stageds]
    rows = [
        (*_row(ctx, move), tables.words(_why(ctx, move, rows_of, outcome.earlier)))
        for move in moved[:_SHOWN]
    ]
    tables.show(ctx._("Published numbers that move"), headings, rows, kind="moves")
    more = len(moved) - _SHOWN
    if more > 0:
        st.caption(
            ctx._("The {shown} biggest of {count} moves").format(
                shown=_SHOWN, count=count(len(moved), ctx.lang)
            )
        )


def _row(ctx: Context, move: Move) -> tuple[str, ...]:
    indicator = metrics.find(move.indicator)
    return (
        tables.words(f"{indicator.code} · {indicator.name.in_(ctx.lang)}"),
        tables.words(names.country(ctx, move.country)),
        tables.words(names.period(ctx, move.period)),
        tables.words(_cluster(ctx, move.cluster)),
        _side(ctx, move.before, counts=move.counts),
        _side(ctx, move.after, counts=move.counts),
    )


def _cluster(ctx: Context, code: str | None) -> str:
    if code == EVERY_CLUSTER:
        return ctx._("All clusters")
    return names.cluster(ctx, code) if code else ctx._("no cluster")


def _why(
    ctx: Context,
    move: Move,
    rows_of: Sequence[tuple[Staged, StagedRows]],
    earlier: Sequence[Earlier],
) -> str:
    """Which rows of the file speak here, and which batches did until now."""
    period = Period.parse(move.period)
    every, where = move.cluster == EVERY_CLUSTER, (move.country, move.cluster, period)
    moved_by = metrics.find(move.indicator).dataset
    several = len({staged.sheet for staged, _ in rows_of}) > 1
    rows = [
        f"{staged.sheet}!{row}" if several else str(row)
        for staged, of in rows_of
        if moved_by in {None, staged.dataset}
        for row in of.of(*where, every_cluster=every)
    ]
    behind = batches_behind(earlier, *where, every_cluster=every)
    numbers = ", ".join(map(str, behind))
    if not rows:
        new = ctx._("no row of this file")
    else:
        new = ctx.ngettext(
            "{count} row of the file: {rows}", "{count} rows of the file: {rows}", len(rows)
        ).format(count=count(len(rows), ctx.lang), rows=_listed(ctx, rows))
    if not behind:
        return new
    return ctx._("{rows}; until now batch {numbers}").format(
        rows=new, numbers=isolate(numbers, ctx.lang)
    )


def _listed(ctx: Context, rows: Sequence[str]) -> str:
    """The first rows by their number in the file."""
    shown = ", ".join(rows[:_ROWS])
    return isolate(f"{shown}, …" if len(rows) > _ROWS else shown, ctx.lang)


def _side(ctx: Context, side: Side | None, *, counts: bool) -> str:
    if side is None:
        return tables.words(ctx._("not reported"))
    if side.value is None:
        return tables.words(ctx._(_NOWHERE.get(side.state, _NOWHERE["nothing-known"])))
    if counts:
        return tables.number(count(int(side.value), ctx.lang))
    share = tables.number(percent(side.value, ctx.lang))
    if side.numerator is None or side.denominator is None:
        return share
    halves = ctx._("{count} of {total}").format(
        count=count(side.numerator, ctx.lang), total=count(side.denominator, ctx.lang)
    )
    return f"{share} <small>{tables.words(halves)}</small>"
