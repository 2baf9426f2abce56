"""Whose organisation: a file may name both who implements and who leads, with types of their own.

The implementer is the organisation that is present; the other side goes to the lead's fields.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from loaders.content import Content
from loaders.evidence import Claim, Side

_OF_ORGANISATION = ("organisation", "acronym", "organisation_type")
_LEAD_FIELDS = {
    "organisation": "lead_organisation",
    "acronym": "lead_acronym",
    "organisation_type": "lead_organisation_type",
}
_NAMING = 0.7
_FEW_VALUES = 5

Claims = Mapping[int, tuple[Claim, ...]]


@dataclass(frozen=True)
class _Columns:
    claims: Claims
    contents: Mapping[int, Content]

    def of_side(self, side: Side) -> dict[int, Claim]:
        """Columns that most likely name an organisation of this side."""
        return {
            position: listed[0]
            for position, listed in self.claims.items()
            if listed
            and listed[0].side == side
            and listed[0].field in _OF_ORGANISATION[:2]
            and listed[0].confidence >= _NAMING
        }

    def has(self, side: Side, field: str) -> bool:
        """Whether some column claims this field for this side."""
        return any(c.side == side and c.field == field for cs in self.claims.values() for c in cs)


def settle(
    claims: Claims, contents: Mapping[int, Content], chosen: Side | None = None
) -> dict[int, tuple[Claim, ...]]:
    """The claims with each side's organisation in its own fields.

    `chosen` is the side of the organisation that a person chose: its type must be of that side.
    A bare `#org` beside an explicit name is an acronym if it looks like one, and nothing if it is
    a mere category (Primary, Sub-Implementing).
    """
    columns = _Columns(_bare_settled(claims, contents), contents)
    sides = [side for side in _PREFERENCE if columns.of_side(side)]
    main: Side = chosen if chosen is not None else next(iter(sides), "")
    second = next((side for side in _SECOND if side in sides and side != main), None)
    return {
        position: tuple(
            settled
            for claim in listed
            if (settled := _settled(claim, main, second, columns)) is not None
        )
        for position, listed in columns.claims.items()
    }


_PREFERENCE: tuple[Side, ...] = ("implementer", "", "lead")
_SECOND: tuple[Side, ...] = ("lead", "")


def _settled(claim: Claim, main: Side, second: Side | None, columns: _Columns) -> Claim | None:
    """A claim in the fields of its side; None where its side has no fields left."""
    if claim.field not in _OF_ORGANISATION or claim.side == main:
        return claim
    if claim.side == second or (claim.side == "lead" and second is None):
        return replace(claim, field=_LEAD_FIELDS[claim.field])
    # A type without any organisation of its side goes with the organisation there is.
    nameless = not columns.of_side(claim.side)
    if nameless and not columns.has(main, claim.field) and not claim.bare:
        return claim
    return None


def _bare_settled(claims: Claims, contents: Mapping[int, Content]) -> dict[int, tuple[Claim, ...]]:
    named = {
        position: claim
        for position, listed in claims.items()
        for claim in listed
        if claim.field == "organisation" and not claim.bare and claim.confidence >= _NAMING
    }
    most = max((len(contents[position].distinct) for position in named), default=0)
    return {
        position: tuple(
            settled
            for claim in listed
            if (settled := _bare(claim, contents[position], named, most)) is not None
        )
        for position, listed in claims.items()
    }


def _bare(claim: Claim, content: Content, named: Mapping[int, Claim], most: int) -> Claim | None:
    if not claim.bare or claim.field != "organisation" or not named:
        return claim
    same_side = any(other.side == claim.side for other in named.values())
    if same_side:
        return replace(claim, field="acronym") if content.is_like_acronyms else None
    # Two labels over thousands of rows with a hundred names beside them are no organisations.
    is_category = len(content.distinct) < min(_FEW_VALUES, most / 2)
    return None if is_category else claim
