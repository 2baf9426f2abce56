"""Acronyms that go with several names: one organisation, or several told apart by name.

A decision is applied when a file is checked; what was published before stays as it is until the
file is loaded again.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from core.access import Office, Permission, require
from core.errors import UnknownIndicator
from core.i18n.folding import identity_key
from core.storage.cursor import Cursor
from core.storage.database import Database
from loaders.events import record

# Country and key of an acronym.
Acronym = tuple[str, str]


@dataclass(frozen=True, slots=True)
class AcronymDecisions:
    """What persons said about acronyms with several names.

    Attributes:
        apart: those that are several organisations, told apart by name.
        together: those that are one, with the keys of the names that were looked at.
    """

    apart: frozenset[Acronym] = frozenset()
    together: Mapping[Acronym, frozenset[str]] = field(default_factory=dict)

    def settle(self, acronym: Acronym, names: Iterable[str]) -> bool:
        """Whether nothing is left to ask; a name that was not looked at is asked about."""
        return acronym in self.apart or set(names) <= self.together.get(acronym, frozenset())


def acronym_decisions(cur: Cursor) -> AcronymDecisions:
    """What was decided about acronyms and still holds, as of the event of the cursor."""
    rows = cur.rows("SELECT country, acronym_key, names, kind FROM v_acronym_decision ORDER BY ALL")
    return AcronymDecisions(
        frozenset((country, key) for country, key, _, kind in rows if kind == "acronym-apart"),
        {(c, key): frozenset(names) for c, key, names, kind in rows if kind == "acronym-together"},
    )


@dataclass(frozen=True, slots=True)
class AcronymDecision:
    """What holds about an acronym of a country, who said so and why; kind as of the event."""

    country: str
    acronym: str
    kind: str
    event: int
    moment: datetime
    who: str
    why: str


def acronym_decisions_told(cur: Cursor, country: str) -> list[AcronymDecision]:
    """Decisions about acronyms that hold in a country, the newest first; moments in UTC."""
    rows = cur.rows(
        "SELECT d.acronym_key, d.kind, d.event, e.moment, e.who, e.why "
        "FROM v_acronym_decision AS d JOIN event AS e USING (event) "
        "WHERE d.country = $country AND d.kind <> 'acronym-revoked' ORDER BY d.event DESC",
        {"country": country},
    )
    return [
        AcronymDecision(country, key, kind, event, moment.replace(tzinfo=UTC), *said)
        for key, kind, event, moment, *said in rows
    ]


def tell_apart(database: Database, country: str, acronym: str, office: Office, why: str) -> int:
    """Say that an acronym is several organisations: files loaded from now on tell them by name.

    Returns the number of the event.

    Raises:
        UnknownIndicator: `unknown-organisation`.
        NotAllowed: this office may not publish.
    """
    return _decide(database, "acronym-apart", (country, acronym), office, why)


def keep_together(database: Database, country: str, acronym: str, office: Office, why: str) -> int:
    """Say that the names that an acronym goes with now are one organisation.

    Returns the number of the event.

    Raises:
        UnknownIndicator: `unknown-organisation`.
        NotAllowed: this office may not publish.
    """
    return _decide(database, "acronym-together", (country, acronym), office, why)


def revoke_acronym(database: Database, country: str, acronym: str, office: Office, why: str) -> int:
    """Take back what was decided about an acronym.

    Returns the number of the event.

    Raises:
        UnknownIndicator: `no-decision`.
        NotAllowed: this office may not publish.
    """
    return _decide(database, "acronym-revoked", (country, acronym), office, why)


def fingerprint(version: str, applied: frozenset[Acronym]) -> str:
    """The version of what was known, with the decisions that a file met: it is news after one."""
    if not applied:
        return version
    return f"{version}+{hashlib.sha256(str(sorted(applied)).encode()).hexdigest()[:12]}"


def _decide(database: Database, kind: str, acronym: Acronym, office: Office, why: str) -> int:
    require(office, Permission.PUBLISH)
    country, key = acronym[0], identity_key(acronym[1])
    with database.transaction() as cur:
        names = _names(cur, country).get(key, set())
        decided = acronym_decisions(cur)
        if kind == "acronym-revoked":
            if (country, key) not in decided.apart | decided.together.keys():
                raise UnknownIndicator("no-decision", value=acronym[1])
        elif not names:
            raise UnknownIndicator("unknown-organisation", value=acronym[1], country=country)
        event = record(cur, kind, office, None, why)
        cur.run(
            "INSERT INTO acronym_decision VALUES ($event, $country, $key, $names)",
            {"event": event, "country": country, "key": key, "names": sorted(names)},
        )
        return event


_PAIRS = """
SELECT DISTINCT
    f.acronym_reported,
    f.organisation_reported
FROM v_named AS f
INNER JOIN report AS r ON r.report = f.report
WHERE r.country = $country
    AND f.acronym_reported IS NOT NULL
    AND f.organisation_reported IS NOT NULL
"""


def _names(cur: Cursor, country: str) -> dict[str, set[str]]:
    """Key of an acronym -> keys of the names that it goes with in any file of the country."""
    found: dict[str, set[str]] = {}
    for acronym, name in cur.rows(_PAIRS, {"country": country}):
        found.setdefault(identity_key(acronym), set()).add(identity_key(name))
    return found
