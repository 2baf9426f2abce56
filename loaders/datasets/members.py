"""Members: a seat of an organisation in a mechanism, full or as an observer.

A batch replaces mechanism × month; of several reports in one quarter or year the latest counts.
Listed is not attending, and not reporting: those are other datasets.
"""

from typing import ClassVar, Literal

import pyarrow as pa

from core.i18n import N_
from loaders.datasets.row import MECHANISM, TELLS_MECHANISM, WHEN, WHERE, WHO, NamedRow, Text


class Member(NamedRow):
    """One row of a membership list."""

    reads: ClassVar = (*WHERE, *MECHANISM, *WHO, "seat", *WHEN)
    needs: ClassVar = (("organisation", "acronym"), TELLS_MECHANISM)
    asks: ClassVar = (
        "country", "hub", "period", "mechanism_type", "mechanism", "cluster", "level", "place",
        "organisation", "acronym", "organisation_type", "seat",
    )  # fmt: skip
    spares: ClassVar = frozenset(("cluster",))
    own: ClassVar = pa.schema([("seat", pa.string()), ("seat_reported", pa.string())])
    sheet_title: ClassVar = N_("Members")
    filling: ClassVar = N_(
        "One row for each organisation that has a seat in a mechanism. A full member and an "
        "observer are told apart."
    )

    mechanism: Text | None
    mechanism_type: Text
    seat: Literal["full", "observer"] | None
    seat_reported: Text | None
