"""Decisions about organisations: which are one, which are two.

Each is one event in a transaction of its own, and can be taken back by another. Uploads are never
edited: aliases are followed when indicators are read, acronyms told apart when a file is checked.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeVar

from rapidfuzz import fuzz, process

from core.access import Office, Permission, require
from core.errors import UnknownIndicator
from core.i18n.folding import fold, identity_key
from core.storage.cursor import Cursor
from core.storage.database import Database
from loaders.events import record

Seen = TypeVar("Seen")

_NEAR = 70.0


@dataclass(frozen=True, slots=True)
class Pair:
    """Two organisations of a country, by the texts that tell them apart in their files.

    Attributes:
        country: ISO3.
        first: where the two are one, this one is counted as the second.
    """

    country: str
    first: str
    second: str

    def __post_init__(self) -> None:
        """Texts as written become keys."""
        object.__setattr__(self, "first", identity_key(self.first))
        object.__setattr__(self, "second", identity_key(self.second))


@dataclass(frozen=True, slots=True)
class Standing:
    """What holds about the organisations of a country, as of the event of the cursor.

    Attributes:
        aliases: key -> the key that it was told to be, one step.
        refused: pairs of keys, in the order of the alphabet.
    """

    aliases: Mapping[str, str]
    refused: frozenset[tuple[str, str]]

    def counted_as(self, key: str) -> str:
        """The key at the end of the chain; the key itself where it is no alias."""
        while key in self.aliases:
            key = self.aliases[key]
        return key

    def refusal(self, first: str, second: str) -> tuple[str, str] | None:
        """The refused pair that keeps two apart, directly or through what they are counted as."""
        mine = {self.counted_as(first), self.counted_as(second)}
        apart = ((a, b) for a, b in self.refused if {*map(self.counted_as, (a, b))} == mine)
        return next(apart, None)


def standing(cur: Cursor, country: str) -> Standing:
    """What was decided about the organisations of a country and still holds."""
    rows = cur.rows(
        "SELECT kind, first_key, second_key FROM v_organisation_pair WHERE country = $country "
        "ORDER BY event",
        {"country": country},
    )
    return Standing(
        {first: second for kind, first, second in rows if kind == "alias-approved"},
        frozenset(_sorted(a, b) for kind, a, b in rows if kind == "alias-refused"),
    )


def registered_names(cur: Cursor) -> frozenset[str]:
    """Folded names of organisations that persons decided about: each is known as one."""
    rows = cur.rows(
        "SELECT first_key, second_key FROM v_organisation_pair WHERE kind <> 'alias-revoked'"
    )
    return frozenset(fold(key) for pair in rows for key in pair)


@dataclass(frozen=True, slots=True)
class PairDecision:
    """What holds about two organisations, who said so and why; kind as of the event."""

    pair: Pair
    kind: str
    event: int
    moment: datetime
    who: str
    why: str


def pair_decisions(cur: Cursor, country: str) -> list[PairDecision]:
    """Aliases and refusals that hold in a country, the newest first; moments in UTC."""
    rows = cur.rows(
        "SELECT p.first_key, p.second_key, p.kind, p.event, e.moment, e.who, e.why "
        "FROM v_organisation_pair AS p JOIN event AS e USING (event) "
        "WHERE p.country = $country AND p.kind <> 'alias-revoked' ORDER BY p.event DESC",
        {"country": country},
    )
    return [
        PairDecision(Pair(country, first, second), kind, event, moment.replace(tzinfo=UTC), *said)
        for first, second, kind, event, moment, *said in rows
    ]


def approve(database: Database, pair: Pair, office: Office, why: str) -> int:
    """Count the first organisation as the second, in every number from now on.

    Returns the number of the event.

    Raises:
        UnknownIndicator: `unknown-organisation`, `alias-known`, `alias-taken`, `alias-refused`.
        NotAllowed: this office may not publish.
    """
    require(office, Permission.PUBLISH)
    with database.transaction() as cur:
        return _approve(cur, pair, office, why)


def refuse(database: Database, pair: Pair, office: Office, why: str) -> int:
    """Say that the two are two: never proposed again, and not to be made one by a detour.

    Returns the number of the event.

    Raises:
        UnknownIndicator: `unknown-organisation`, `alias-known`, `alias-refused`.
        NotAllowed: this office may not publish.
    """
    require(office, Permission.PUBLISH)
    with database.transaction() as cur:
        _must_be_open(cur, pair)
        return _decided(cur, "alias-refused", pair, office, why)


def revoke(database: Database, pair: Pair, office: Office, why: str) -> int:
    """Take back what was decided about the two, in whichever order they are named.

    Returns the number of the event.

    Raises:
        UnknownIndicator: `no-decision`.
        NotAllowed: this office may not publish.
    """
    require(office, Permission.PUBLISH)
    with database.transaction() as cur:
        found = standing(cur, pair.country)
        pairs = {_sorted(*alias) for alias in found.aliases.items()} | found.refused
        if _sorted(pair.first, pair.second) not in pairs:
            raise UnknownIndicator("no-decision", value=f"{pair.first} · {pair.second}")
        return _decided(cur, "alias-revoked", pair, office, why)


def rehearse_alias(
    database: Database, pair: Pair, *, observe: Callable[[Cursor], Seen]
) -> tuple[Seen, Seen]:
    """Approve an alias, look, and undo it: what the observer saw before and after.

    Args:
        database: the open store.
        pair: the two organisations.
        observe: measures on the cursor that it is given, which alone sees the alias.

    Raises:
        UnknownIndicator: as for `approve`.
    """
    with database.rehearsal() as cur:
        before = observe(cur)
        _approve(cur, pair, Office("rehearsal"), None)
        return before, observe(cur)


def must_be_known(cur: Cursor, country: str, key: str) -> None:
    """Pass if a file of this country names the organisation.

    Raises:
        UnknownIndicator: `unknown-organisation`, with the nearest name.
    """
    rows = cur.rows("SELECT identity_key FROM organisation WHERE country = $c", {"c": country})
    known = [found for (found,) in rows]
    if key not in known:
        near = process.extractOne(key, known, scorer=fuzz.ratio, score_cutoff=_NEAR)
        raise UnknownIndicator(
            "unknown-organisation", value=key, country=country, suggestion=near and near[0]
        )


def _approve(cur: Cursor, pair: Pair, office: Office, why: str | None) -> int:
    found = _must_be_open(cur, pair)
    if pair.first in found.aliases:
        other = found.aliases[pair.first]
        raise UnknownIndicator("alias-taken", first=pair.first, other=other)
    return _decided(cur, "alias-approved", pair, office, why)


def _must_be_open(cur: Cursor, pair: Pair) -> Standing:
    """Both are known, and nothing that was decided before stands against a decision."""
    must_be_known(cur, pair.country, pair.first)
    must_be_known(cur, pair.country, pair.second)
    found = standing(cur, pair.country)
    if found.counted_as(pair.first) == found.counted_as(pair.second):
        raise UnknownIndicator("alias-known", first=pair.first, second=pair.second)
    refused = found.refusal(pair.first, pair.second)
    if refused is not None:
        raise UnknownIndicator("alias-refused", first=refused[0], second=refused[1])
    return found


def _decided(cur: Cursor, kind: str, pair: Pair, office: Office, why: str | None) -> int:
    event = record(cur, kind, office, None, why)
    cur.run(
        "INSERT INTO organisation_alias VALUES ($event, $country, $first, $second)",
        {"event": event, "country": pair.country, "first": pair.first, "second": pair.second},
    )
    return event


def _sorted(first: str, second: str) -> tuple[str, str]:
    return (first, second) if first < second else (second, first)
