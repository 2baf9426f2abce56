"""Who may do what. The verbs ask, not the pages."""

import re
from dataclasses import dataclass
from enum import StrEnum

from core.errors import NotAllowed

_LABEL_MAX = 80
_PERSONAL = re.compile(r"@|\+?\d[\d \-().]{6,}\d")

# In free text years stand as well: a number of a telephone is longer, or begins with a plus.
_CONTACT = re.compile(r"\S@\S|\+\d[\d \-().]{5,}\d|\d(?:[ \-().]?\d){8,}")


class Permission(StrEnum):
    """What a reader may ask for."""

    SEE_INSIDE = "see-inside"
    PUBLISH = "publish"
    WITHDRAW = "withdraw"
    PURGE = "purge"


class Role(StrEnum):
    """Until there is sign-in: the one user of this machine, or anyone else."""

    OWNER = "owner"
    PUBLIC = "public"


_ALLOWED = {Role.OWNER: frozenset(Permission), Role.PUBLIC: frozenset[Permission]()}


@dataclass(frozen=True, slots=True)
class Office:
    """Who publishes: an office, never a person.

    Raises:
        NotAllowed: `label-is-personal` when the label is blank, long, or holds an e-mail
            address or a telephone number.
    """

    label: str
    role: Role = Role.OWNER

    def __post_init__(self) -> None:
        label = self.label.strip()
        if not label or len(label) > _LABEL_MAX or _PERSONAL.search(label):
            raise NotAllowed("label-is-personal")


def holds_contact(text: str) -> bool:
    """Whether free text holds what looks like an e-mail address or a telephone number."""
    return _CONTACT.search(text) is not None


def allowed(role: Role, permission: Permission) -> bool:
    """Whether this role may do this."""
    return permission in _ALLOWED[role]


def require(office: Office, permission: Permission) -> None:
    """Pass, or raise.

    Raises:
        NotAllowed: `not-allowed`.
    """
    if not allowed(office.role, permission):
        raise NotAllowed("not-allowed")


def role_of_server(address: str) -> Role:
    """A server that listens on loopback serves its one user; on any other address, everyone."""
    return Role.OWNER if address in {"127.0.0.1", "localhost", "::1"} else Role.PUBLIC
