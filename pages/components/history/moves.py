"""The numbers that a decision moved, or would move: before beside after, the biggest first.

Those that say how far the others can be trusted come last: a new report always moves them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial

import pandas as pd
import streamlit as st

import metrics
from core.i18n import N_
from core.i18n.numbers import count
from core.i18n.periods import Period
from loaders.batches import Batch
from pages.components import cached, names, table
from pages.components.figures import Figure, figures, with_unknown
from pages.components.session import Context

_FIRST = 12
_MOST = 300
_GROUP = ("indicator", "country", "cluster", "period")
_HEADINGS = (N_("Figure"), N_("Country"), N_("Cluster"), N_("Period"), N_("Before"), N_("After"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One number before and after; None: nobody reported."""

    indicator: str
    country: str | None
    cluster: str | None
    period: str
    before: Figure | None
    after: Figure | None

    @property
    def size(self) -> float:
        """How far the share moved; from or to nothing it moves by all of itself."""
        return abs(_share(self.after) - _share(self.before))


def reach(batch: Batch) -> Period | None:
    """The whole years in which a batch can move a number; None where nothing of it is left.

    A report makes its mechanism expected in the three quarters after it, too.
    """
    if batch.first_month is None or batch.last_month is None:
        return None
    return Period(batch.first_month // 12 * 12, (batch.last_month + 9) // 12 * 12 + 11)


def of_event(ctx: Context, batch: Batch, event: int) -> list[Move]:
    """What a decision about a batch moved: the state after it against the state before it."""
    span = reach(batch)
    if span is None:
        return []
    before, after = (
        cached.snapshot(ctx, batch.countries, span, as_of) for as_of in (event - 1, event)
    )
    return between(before, after)


def between(before: pd.DataFrame, after: pd.DataFrame) -> list[Move]:
    """The rows of two snapshots that differ in a half, in what is unknown or in their state."""
    then, now = dict(_figures(before)), dict(_figures(after))
    moved = [
        Move(**dict(zip(_GROUP, group, strict=True)), before=was, after=becomes)  # type: ignore[arg-type]
        for group in then.keys() | now.keys()
        if _said(was := then.get(group)) != _said(becomes := now.get(group))
    ]
    return sorted(moved, key=_rank)


def show(ctx: Context, moved: Sequence[Move], *, caption: str) -> None:
    """The moves as a table; what is beyond the first ones can be opened."""
    if not moved:
        st.markdown(ctx._("No figure moves."))
        return
    _table(ctx, moved[:_FIRST], caption)
    rest = moved[_FIRST:_MOST]
    if rest:
        more = ctx.ngettext("{count} more figure", "{count} more figures", len(moved) - _FIRST)
        with st.expander(more.format(count=count(len(moved) - _FIRST, ctx.lang))):
            _table(ctx, rest, caption)
            if len(moved) > _MOST:
                st.markdown(ctx._("Only the largest moves are listed here."))


def _table(ctx: Context, moved: Sequence[Move], caption: str) -> None:
    named = cache(partial(names.of, ctx))
    table.show(
        [ctx._(heading) for heading in _HEADINGS],
        [
            (
                metrics.find(move.indicator).name.in_(ctx.lang),
                named("country", move.country),
                named("cluster", move.cluster),
                named("period", move.period),
                with_unknown(ctx, move.before),
                with_unknown(ctx, move.after),
            )
            for move in moved
        ],
        caption=caption,
    )


def _figures(snapshot: pd.DataFrame) -> Iterator[tuple[tuple[object, ...], Figure]]:
    groups = snapshot[list(_GROUP)].astype(object)
    named = groups.where(groups.notna(), None).itertuples(index=False, name=None)
    return zip(named, figures(snapshot), strict=True)


def _said(figure: Figure | None) -> tuple[object, ...] | None:
    if figure is None:
        return None
    return figure.numerator, figure.denominator, figure.unknown, figure.state


def _share(figure: Figure | None) -> float:
    return 0.0 if figure is None or figure.value is None else figure.value


def _rank(move: Move) -> tuple[object, ...]:
    quality = metrics.find(move.indicator).area == "quality"
    group = (move.indicator, move.country or "", move.period, move.cluster or "")
    return quality, -move.size, *group
