"""The standing of what was reported: reported, confirmed by a co-lead or forum, or contested."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal, get_args

from core.access import Office, Permission, require
from core.errors import NotAllowed, UnknownIndicator
from core.storage.cursor import Cursor
from core.storage.database import Database
from loaders.events import fate, record
from loaders.personal import holds_address, holds_number_of_person

Level = Literal["reported", "confirmed", "contested"]
LEVELS: tuple[Level, ...] = get_args(Level)
LONGEST_WHY = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The newest word about what a batch reported.

    Attributes:
        mechanism: its number; None: all that the batch reported.
        mechanism_name, mechanism_type, cluster: what the mechanism is, as far as it has them.
        office: an organisation or office, never a person.
        why: in its words.
        moment: in UTC.
    """

    batch: int
    mechanism: int | None
    mechanism_name: str | None
    mechanism_type: str | None
    cluster: str | None
    standing: Level
    event: int
    moment: datetime
    office: str
    why: str | None


def set_standing(
    database: Database,
    batch: int,
    mechanism: int | None,
    standing: Level,
    office: Office,
    why: str,
) -> int:
    """Say that what a batch reported is confirmed, contested, or again just reported.

    No indicator changes: the word is shown beside every number that rests on the batch. The newest
    word holds. Returns the number of the event.

    Args:
        database: the open store.
        batch: its number.
        mechanism: one of those it reported on; None: all of them.
        standing: reported takes an earlier word back.
        office: which organisation or office says so.
        why: in its words; 500 letters at most, no e-mail address and no telephone number.

    Raises:
        UnknownIndicator: `unknown-batch`, `batch-purged`, `unknown-mechanism`.
        NotAllowed: this office may not publish; `words-missing`, `words-too-long`,
            `words-are-personal`.
    """
    require(office, Permission.PUBLISH)
    said = _words(why)
    with database.transaction() as cur:
        fate(cur, batch)
        if mechanism is not None and mechanism not in _mechanisms(cur, batch):
            raise UnknownIndicator("unknown-mechanism", value=mechanism, batch=batch)
        event = record(cur, f"standing-{standing}", office, batch, said)
        cur.run(
            "INSERT INTO standing VALUES ($event, $batch, $mechanism)",
            {"event": event, "batch": batch, "mechanism": mechanism},
        )
        return event


def _words(why: str) -> str:
    said = why.strip()
    if not said:
        raise NotAllowed("words-missing")
    if len(said) > LONGEST_WHY:
        raise NotAllowed("words-too-long", limit=LONGEST_WHY)
    if holds_address(said) or holds_number_of_person(said):
        raise NotAllowed("words-are-personal")
    return said


def _mechanisms(cur: Cursor, batch: int) -> set[int]:
    rows = cur.rows("SELECT DISTINCT mechanism FROM report WHERE batch = $b", {"b": batch})
    return {mechanism for (mechanism,) in rows if mechanism is not None}


def standings(cur: Cursor, batch: int | None = None) -> list[Standing]:
    """The words that hold, the newest first, as of the day of the cursor.

    Args:
        cur: sees the store now, or as of an event number.
        batch: only those about this one.
    """
    rows = cur.rows(
        "SELECT DISTINCT v.batch, v.mechanism, m.name, m.mechanism_type, m.cluster, "
        "v.standing, v.event, v.moment, v.who, v.why "
        "FROM v_standing AS v LEFT JOIN mechanism AS m ON m.mechanism = v.mechanism "
        "WHERE $batch::BIGINT IS NULL OR v.batch = $batch ORDER BY v.event DESC",
        {"batch": batch},
    )
    return [_standing(row) for row in rows]


def _standing(row: tuple[Any, ...]) -> Standing:
    batch, mechanism, name, kind, cluster, standing, event, moment, office, why = row
    return Standing(
        batch=batch, mechanism=mechanism, mechanism_name=name, mechanism_type=kind,
        cluster=cluster, standing=standing, event=event, moment=moment.replace(tzinfo=UTC),
        office=office, why=why,
    )  # fmt: skip
