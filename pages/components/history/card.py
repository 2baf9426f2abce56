"""A batch on a card: what everybody may see of it, and what the team sees."""

import html
from collections.abc import Iterator, Sequence
from datetime import UTC

import streamlit as st

from core.i18n import N_
from core.i18n.numbers import count, isolate, moment
from core.i18n.periods import Period, period_name
from loaders.batches import Batch
from loaders.standing import Standing
from pages.components import names, table
from pages.components.history import standing
from pages.components.session import Context

# Word and sign: never a colour alone.
_STANDINGS = {
    "in-force": ("●", N_("In force")),
    "replaced": ("○", N_("Replaced")),
    "withdrawn": ("✕", N_("Withdrawn")),
    "purged": ("∅", N_("Removed for good")),
}


def show(ctx: Context, batch: Batch, said: Sequence[Standing] = ()) -> None:
    """Number and state as a heading, and the facts under it; `said`: what others say of it."""
    sign, word = _STANDINGS[batch.standing]
    st.html(
        "<div class='batch-head'>"
        f"<h2>{html.escape(title(ctx, batch))}</h2>"
        f"<span class='standing standing-{batch.standing}'>"
        f"<span aria-hidden='true'>{sign}</span> {html.escape(ctx._(word))}</span></div>"
    )
    more = _for_the_team(ctx, batch) if ctx.inside else ()
    worth = (ctx._("Standing"), standing.in_words(ctx, said))
    table.facts([*_for_everybody(ctx, batch), worth, *more], compact=True)


def title(ctx: Context, batch: Batch) -> str:
    """What a batch is called."""
    return ctx._("Batch {number}").format(number=count(batch.batch, ctx.lang))


def _for_everybody(ctx: Context, batch: Batch) -> Iterator[tuple[str, str]]:
    yield ctx._("Published"), moment(batch.moment.replace(tzinfo=UTC), ctx.lang)
    yield ctx._("List"), names.of(ctx, "dataset", batch.dataset)
    yield ctx._("Countries"), names.listed(ctx, "country", batch.countries)
    yield ctx._("Period"), _period(ctx, batch)


def _for_the_team(ctx: Context, batch: Batch) -> Iterator[tuple[str, str]]:
    yield ctx._("Office"), batch.who
    if batch.file_name is None:
        return
    fingerprint = isolate((batch.file_sha256 or "")[:8], ctx.lang)
    yield ctx._("File"), batch.file_name
    yield ctx._("Fingerprint of the file"), fingerprint
    yield ctx._("Sheet"), batch.sheet or ""
    yield (
        ctx._("Rows"),
        ctx._("{stored} stored of {read} read").format(
            stored=count(batch.rows_stored, ctx.lang), read=count(batch.rows_read, ctx.lang)
        ),
    )
    yield (
        ctx._("Cells (a cluster in a place and month)"),
        ctx._("{held} still in force of {claimed} claimed").format(
            held=count(batch.cells_held, ctx.lang), claimed=count(batch.cells_claimed, ctx.lang)
        ),
    )


def _period(ctx: Context, batch: Batch) -> str:
    if batch.first_month is None or batch.last_month is None:
        return ""
    return period_name(Period(batch.first_month, batch.last_month), ctx.lang)
