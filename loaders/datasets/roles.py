"""Roles: who leads, co-leads, coordinates or chairs which mechanism; vacant roles as well.

A batch replaces mechanism × month; of several reports in one quarter or year the latest counts.
"""

from typing import ClassVar, Literal, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from core.i18n import N_
from loaders.datasets.row import MECHANISM, TELLS_MECHANISM, WHEN, WHERE, WHO, Row, Text

Role = Literal["lead", "co_lead", "co_coordinator", "co_facilitator", "chair", "co_chair"]


class LeadershipRole(Row):
    """One row of a list of leadership roles; no holder means that the role is vacant."""

    reads: ClassVar = (*WHERE, *MECHANISM, *WHO, "role", "funded", "closed_on", *WHEN)
    needs: ClassVar = (("organisation", "acronym"), ("role",), TELLS_MECHANISM)
    asks: ClassVar = (
        "country", "hub", "period", "mechanism_type", "mechanism", "cluster", "level", "place",
        "role", "organisation", "acronym", "organisation_type", "funded", "closed_on",
    )  # fmt: skip
    # A vacant role has no organisation, a country team no cluster.
    spares: ClassVar = frozenset(("organisation", "organisation_type", "cluster"))
    may_name_nobody: ClassVar = True
    sheet_title: ClassVar = N_("Roles")
    filling: ClassVar = N_(
        "One row for each role in each mechanism. Leave the organisation empty where the role is "
        "vacant."
    )

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
