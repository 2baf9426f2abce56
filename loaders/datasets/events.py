"""Events: learning events, practices, challenges, lessons and recommendations.

A batch replaces an event, known by its title and date; in one quarter or year all of them count.
Who spoke or wrote is an organisation, never a person.
"""

from typing import ClassVar, Literal, Self

import pyarrow as pa
from pydantic import model_validator
from pydantic_core import PydanticCustomError

from core.i18n import N_
from loaders.datasets.row import WHEN, WHERE, WHO, LongText, Row, Text

EventKind = Literal["learning_event", "practice", "challenge", "lesson", "recommendation"]


class LearningEvent(Row):
    """One row of a list of events: an event, or one of the organisations that had a part in it."""

    reads: ClassVar = (
        *WHERE, "event_kind", "title", "date", "event_role", *WHO, "language", "summary", "link",
        *WHEN,
    )  # fmt: skip
    needs: ClassVar = (("title",), ("event_kind",))
    asks: ClassVar = (
        "country", "hub", "date", "event_kind", "title", "cluster", "place", "event_role", *WHO,
        "language", "summary", "link",
    )  # fmt: skip
    spares: ClassVar = frozenset(("cluster", "organisation", "organisation_type"))
    of_mechanism: ClassVar = False
    may_name_nobody: ClassVar = True
    lists_people: ClassVar = True
    own: ClassVar = pa.schema(
        [
            ("event_kind", pa.string()),
            ("event_kind_reported", pa.string()),
            ("title", pa.string()),
            ("event_role_reported", pa.string()),
            ("date", pa.string()),
            ("date_reported", pa.string()),
            ("language", pa.string()),
            ("language_reported", pa.string()),
            ("summary", pa.string()),
            ("link", pa.string()),
        ]
    )
    sheet_title: ClassVar = N_("Events")
    filling: ClassVar = N_(
        "One row for each event, practice, challenge, lesson or recommendation; one more for each "
        "further organisation that spoke or wrote. Name organisations, never people."
    )

    event_kind: EventKind | None
    event_kind_reported: Text | None
    title: Text
    date: Text | None
    date_reported: Text | None
    event_role_reported: Text | None
    language: Text | None
    language_reported: Text | None
    summary: LongText | None
    link: Text | None
    vacant: bool

    @model_validator(mode="after")
    def _named_or_nobody(self) -> Self:
        # "Other" and "not in the list" had a part and are not named.
        if not (self.organisation or self.acronym or self.vacant):
            raise PydanticCustomError("nobody", "somebody who is not named")
        return self
