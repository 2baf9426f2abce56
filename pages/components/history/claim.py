"""What a batch claims: country, cluster and months, and how much of it is still in force."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

import streamlit as st

from core.i18n import N_
from core.i18n.numbers import count
from core.i18n.periods import Period, period_name
from loaders.recorded import ClaimedMonth
from pages.components import names, table
from pages.components.session import Context

_HEADINGS = (N_("Country"), N_("Cluster"), N_("In the file"), N_("Months"), N_("Cells in force"))


def show(ctx: Context, claimed: Sequence[ClaimedMonth]) -> None:
    """One row for each country and cluster, its months run together."""
    label = ctx._("What it claims")
    st.header(label)
    groups = groupby(claimed, key=lambda one: (one.country, one.cluster, one.cluster_reported))
    table.show(
        [ctx._(heading) for heading in _HEADINGS],
        [_row(ctx, list(months)) for _, months in groups],
        caption=label,
        numbers={4},
    )


def runs(months: Iterable[int]) -> Iterator[Period]:
    """Months that follow one another as one period each."""
    ordered = sorted(set(months))
    for _, run in groupby(enumerate(ordered), key=lambda pair: pair[1] - pair[0]):
        follow = [month for _, month in run]
        yield Period(follow[0], follow[-1])


def _row(ctx: Context, months: Sequence[ClaimedMonth]) -> tuple[str, ...]:
    first = months[0]
    empty = all(one.empty for one in months)
    return (
        names.of(ctx, "country", first.country),
        names.of(ctx, "cluster", first.cluster),
        ctx._("claimed as empty") if empty else first.cluster_reported or "–",
        " · ".join(period_name(run, ctx.lang) for run in runs(one.month for one in months)),
        ctx._("{part} of {whole}").format(
            part=count(sum(one.held for one in months), ctx.lang),
            whole=count(sum(one.cells for one in months), ctx.lang),
        ),
    )
