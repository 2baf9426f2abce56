"""Funding: an allocation of a fund to an organisation, directly or through another one.

A batch replaces allocations: by the fund's reference, or where there is none by fund, recipient,
way and date. In one quarter or year they are added up, each currency for itself.
"""

from typing import ClassVar, Literal

import pyarrow as pa

from core.i18n import N_
from loaders.datasets.row import WHEN, WHERE, WHO, NamedRow, Text

_TERMS = ("amount", "currency", "route", "through")


class Allocation(NamedRow):
    """One row of a list of allocations."""

    reads: ClassVar = (*WHERE, "fund", "reference", "date", *WHO, *_TERMS, *WHEN)
    needs: ClassVar = (("organisation", "acronym"), ("fund",), ("amount",))
    asks: ClassVar = (
        "country", "hub", "date", "fund", "reference", "cluster", *WHO, *_TERMS,
    )  # fmt: skip
    spares: ClassVar = frozenset(("cluster",))
    of_mechanism: ClassVar = False
    own: ClassVar = pa.schema(
        [
            ("fund", pa.string()),
            ("reference", pa.string()),
            ("date", pa.string()),
            ("date_reported", pa.string()),
            ("amount", pa.float64()),
            ("amount_reported", pa.string()),
            ("currency", pa.string()),
            ("currency_reported", pa.string()),
            ("route", pa.string()),
            ("route_reported", pa.string()),
            ("through", pa.string()),
        ]
    )
    sheet_title: ClassVar = N_("Funding")
    filling: ClassVar = N_(
        "One row for each allocation to an organisation. The date is a day, a month or a year; a "
        "reference lets a later file correct the allocation."
    )

    fund: Text
    reference: Text | None
    date: Text | None
    date_reported: Text | None
    amount: float | None
    amount_reported: Text | None
    currency: Text | None
    currency_reported: Text | None
    route: Literal["direct", "intermediary"] | None
    route_reported: Text | None
    through: Text | None
