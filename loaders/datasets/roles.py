"""Roles: who leads, co-leads, coordinates or chairs which mechanism; vacant roles as well.

A batch replaces mechanism × month; of several reports in one quarter or year the latest counts.
"""

from typing import Literal, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from loaders.datasets.presence import Row, Text

Role = Literal["lead", "co_lead", "co_coordinator", "co_facilitator", "chair", "co_chair"]


class LeadershipRole(Row):
    """One row of a list of leadership roles; no holder means that the role is vacant."""

    mechanism: Text | None
    mechanism_type: Text
    role: Role | None
    role_reported: Text | None
    vacant: bool
    funded: bool | None
    closed: bool

    @model_validator(mode="after")
    def _held_or_vacant(self) -> Self:
        # "Other" and "not in the list" hold a role and are not named: no vacancy.
        if not (self.organisation or self.acronym or self.vacant):
            raise PydanticCustomError("nobody", "held by somebody who is not named")
        return self

    @model_validator(mode="after")
    def _closed_has_no_roles(self) -> Self:
        if self.closed and (self.organisation or self.acronym):
            raise PydanticCustomError("closed_with_roles", "a closed mechanism has no roles")
        return self
