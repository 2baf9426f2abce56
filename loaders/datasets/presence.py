"""Presence (3W, 4W, 5W): an organisation active in a cluster and a place.

A batch replaces country × hub × cluster × level × first-level area × month; several reports in one
quarter or year are united.
"""

from functools import cache
from typing import Annotated, Literal, Self, get_type_hints

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

LONGEST = 300
# As the file has it: a rule over several cells may ask whether such a text is there, not what it
# says, because one row stands for all those that differ in nothing else.
Text = Annotated[str, StringConstraints(max_length=LONGEST)]
FIRST_MONTH = 1990 * 12


class Row(BaseModel):
    """What every row of every dataset says: where, when and who, as reported."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    country: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
    hub: Text | None
    level: Literal["national", "subnational", "hub"]
    place: Text | None
    place_code: Text | None
    cluster: Text | None
    organisation: Text | None
    acronym: Text | None
    organisation_type: Text | None
    period_start: Annotated[int, Field(ge=FIRST_MONTH)]
    period_end: int

    @model_validator(mode="after")
    def _period_in_order(self) -> Self:
        if self.period_end < self.period_start:
            raise PydanticCustomError("period_reversed", "the period ends before it begins")
        return self


@cache
def _free_texts(model: type[Row]) -> frozenset[str]:
    hints = get_type_hints(model, include_extras=True)
    return frozenset(name for name, hint in hints.items() if hint in (Text, Text | None))


def is_free_text(model: type[Row], field: str) -> bool:
    """Whether a field of a row model takes any text that is not too long."""
    return field in _free_texts(model)


class Presence(Row):
    """One row of a presence file."""

    @model_validator(mode="after")
    def _somebody_is_present(self) -> Self:
        if self.organisation is None and self.acronym is None:
            raise PydanticCustomError("nobody", "neither organisation nor acronym")
        return self
