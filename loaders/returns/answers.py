"""The answers to the questions of a return. What is not answered is not there: never 0."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from loaders.datasets.mechanisms import MEMBERS

VACANT = "vacant"
WHICH = ("country", "hub", "period", "mechanism_type", "mechanism", "cluster", "level", "place")
SAYS = (
    "status", "closed_on", "language", "interpretation", "minutes_translated", "plan", "source",
    "remarks",
)  # fmt: skip
NUMBERS = MEMBERS
ROLE = ("role", "organisation", "acronym", "organisation_type", "funded")
SEAT = ("seat", "organisation", "acronym", "organisation_type")
MEETING = ("date", "language", "interpretation", "minutes_translated")

Line = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What a person answered: codes where a list of ours has one, else the text as written.

    Attributes:
        which: of WHICH, the mechanism and the period.
        says: of SAYS, what the mechanism says of itself.
        members: of NUMBERS, how many members the mechanism has.
        sag: of NUMBERS, how many seats its Strategic Advisory Group has.
        roles: of ROLE; the organisation VACANT: nobody holds it.
        seats: of SEAT, the organisations of its Strategic Advisory Group.
        meetings: of MEETING, the last ones.
    """

    which: Line = field(default_factory=dict)
    says: Line = field(default_factory=dict)
    members: Line = field(default_factory=dict)
    sag: Line = field(default_factory=dict)
    roles: tuple[Line, ...] = ()
    seats: tuple[Line, ...] = ()
    meetings: tuple[Line, ...] = ()

    def about(self, **which: str) -> "Answers":
        """The same answers of another month or mechanism; what is left out stays."""
        return replace(self, which={**self.which, **which})
