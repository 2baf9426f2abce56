"""What somebody says about an organisation: affiliated, women-led, refugee-led; not counted yet."""

from dataclasses import dataclass
from typing import Literal

from core.access import Office, Permission, require
from core.i18n.folding import identity_key
from core.storage.cursor import Cursor
from core.storage.database import Database
from loaders.events import record
from loaders.registry import must_be_known

Flag = Literal["affiliated", "women-led", "refugee-led"]


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody says about an organisation.

    Attributes:
        holds: True, False, or None: it is taken back, and nobody says.
        said_by: an office or an organisation, never a person.
    """

    country: str
    organisation: str
    flag: Flag
    holds: bool | None
    said_by: str


def set_flag(database: Database, said: Said, office: Office, why: str) -> int:
    """Record who says that an organisation is affiliated, women-led or refugee-led, or is not.

    No indicator reads it. Returns the number of the event.

    Raises:
        UnknownIndicator: `unknown-organisation`.
        NotAllowed: this office may not publish, or `label-is-personal`.
    """
    require(office, Permission.PUBLISH)
    key, source = identity_key(said.organisation), Office(said.said_by).label.strip()
    with database.transaction() as cur:
        must_be_known(cur, said.country, key)
        event = record(cur, "organisation-flagged", office, None, why)
        cur.run(
            "INSERT INTO organisation_flag VALUES ($event, $country, $key, $flag, $holds, $source)",
            {"event": event, "country": said.country, "key": key, "flag": said.flag,
             "holds": said.holds, "source": source},
        )  # fmt: skip
        return event


def flags(cur: Cursor, country: str) -> dict[tuple[str, str], tuple[bool, str]]:
    """(key, flag) -> whether it holds, and who says so, for the organisations of a country."""
    rows = cur.rows(
        "SELECT identity_key, flag, holds, said_by FROM v_organisation_flag "
        "WHERE country = $country ORDER BY ALL",
        {"country": country},
    )
    return {(key, flag): (holds, said_by) for key, flag, holds, said_by in rows}
