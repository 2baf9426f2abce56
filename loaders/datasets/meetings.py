"""Meetings: an organisation at a meeting of a mechanism, and in which language it was held.

A batch replaces mechanism × day of the meeting; in one quarter or year all meetings count. A list
of who was there names people: their columns are dropped before anything is read.
"""

from typing import Annotated, ClassVar, Self

import pyarrow as pa
from pydantic import StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from core.i18n import N_
from loaders.datasets.row import MECHANISM, TELLS_MECHANISM, WHEN, WHERE, WHO, Row, Text


class Attendance(Row):
    """One row of a list of who was at a meeting; or a meeting whose list was not handed over."""

    reads: ClassVar = (
        *WHERE, *MECHANISM, "date", *WHO, "attended", "language", "interpretation",
        "minutes_translated", *WHEN,
    )  # fmt: skip
    needs: ClassVar = (("organisation", "acronym"), ("date",), TELLS_MECHANISM)
    asks: ClassVar = (
        "country", "hub", "date", "mechanism_type", "mechanism", "cluster", "level", "place",
        "organisation", "acronym", "organisation_type", "language", "interpretation",
        "minutes_translated",
    )  # fmt: skip
    spares: ClassVar = frozenset(("cluster",))
    may_list_nobody: ClassVar = True
    lists_people: ClassVar = True
    own: ClassVar = pa.schema(
        [
            ("date", pa.string()),
            ("date_reported", pa.string()),
            ("language", pa.string()),
            ("language_reported", pa.string()),
            ("attended_reported", pa.string()),
            ("interpretation", pa.bool_()),
            ("minutes_translated", pa.bool_()),
        ]
    )
    sheet_title: ClassVar = N_("Meetings")
    filling: ClassVar = N_(
        "One row for each organisation at each meeting. Repeat the date, the language and the "
        "interpretation in every row of a meeting."
    )

    mechanism: Text | None
    mechanism_type: Text
    date: Annotated[str, StringConstraints(max_length=10)]
    date_reported: Text | None
    language: Text | None
    language_reported: Text | None
    attended_reported: Text | None
    interpretation: bool | None
    minutes_translated: bool | None
    unlisted: bool

    @model_validator(mode="after")
    def _somebody_is_named_or_nobody_is_listed(self) -> Self:
        if not (self.organisation or self.acronym or self.unlisted):
            raise PydanticCustomError("nobody", "neither organisation nor acronym")
        return self
