"""The organisations of each country and where each is at work, the same in every build."""

import random
from collections.abc import Mapping
from dataclasses import dataclass

from loaders.demonstration import plan
from loaders.demonstration.names import (
    AGENCIES,
    DE_FACTO,
    FORUM,
    MINISTRIES,
    NO_COUNTRY,
    Organisation,
    Registry,
    agency,
    ministry,
    society,
)
from loaders.demonstration.plan import Country
from loaders.demonstration.wording import PLACES

_SEED = 2021
# Each year one organisation goes and another comes: the list is read from one further on. Some
# quarters have one more.
_RESERVE = 4
# This far into the list nobody ever goes: those who share leadership stay.
_STAYS = 4
_THEMES = {"CCM": "SHL", "TEL": "LOG", "ERY": "FSC"}


@dataclass(frozen=True, slots=True)
class Home:
    """Where an organisation is at work; the place is an index of PLACES."""

    cluster: str
    place: int


@dataclass(frozen=True, slots=True)
class Cast:
    """The organisations of a country.

    Attributes:
        local: local and national, more than are present at one time.
        unknown: of open type.
        abroad: international NGOs.
        official: agencies, ministries, societies, the forum, de facto authorities.
        homes: where each is at work, for all time; never only in a cluster that closes.
    """

    country: Country
    local: tuple[Organisation, ...]
    unknown: tuple[Organisation, ...]
    abroad: tuple[Organisation, ...]
    official: tuple[Organisation, ...]
    homes: Mapping[Organisation, tuple[Home, ...]]

    def present(self, quarter: int) -> tuple[Organisation, ...]:
        """Everybody at work in the country in a quarter."""
        gone = quarter // 4
        local = self.local[gone : gone + plan.local_at(self.country, quarter)]
        unknown = self.unknown[: plan.count_in(self.country.unknown, quarter)]
        return (*local, *unknown, *self.abroad, *self.official)

    def steady(self, number: int) -> Organisation:
        """A local or national organisation that is present throughout."""
        return self.local[_STAYS + number]

    def hubs(self, organisation: Organisation) -> tuple[str | None, ...]:
        """The hubs that it works from: one, or every third organisation two."""
        hubs = self.country.hubs
        if not hubs:
            return (None,)
        number = list(self.homes).index(organisation)
        return hubs if number % 3 == 0 else (hubs[number % len(hubs)],)


def theme(cluster: str) -> str:
    """Whose agency leads a cluster: a key of AGENCIES."""
    return _THEMES.get(cluster, cluster.partition("-")[0])


def casts() -> tuple[Cast, ...]:
    """The casts of all countries; no organisation has the same name as another."""
    registry = Registry(_SEED)
    return tuple(_cast(country, registry) for country in plan.COUNTRIES)


def host_society(country: Country) -> Organisation:
    """The fictional national society of a country."""
    return society(country.name, crescent=country.crescent)


def _cast(country: Country, registry: Registry) -> Cast:
    local = registry.local(max(country.local) + _RESERVE)
    unknown = registry.unknown(max(country.unknown))
    abroad = registry.international(country.international)
    official = _official(country)
    chance = random.Random(f"{_SEED} {country.iso3}")  # noqa: S311 - the same each time is wanted
    homes = {organisation: _drawn(country, chance) for organisation in (*local, *unknown, *abroad)}
    return Cast(country, local, unknown, abroad, tuple(official), {**homes, **official})


def _drawn(country: Country, chance: random.Random) -> tuple[Home, ...]:
    lasting = plan.open_clusters(country, plan.QUARTERS)
    first = chance.choice(lasting)
    more = chance.sample(country.clusters, chance.choice((0, 0, 1, 1, 2)))
    clusters = dict.fromkeys((first, *more))
    return tuple(
        Home(cluster, place)
        for cluster in clusters
        for place in sorted(chance.sample(range(len(PLACES)), chance.choice((1, 1, 2))))
    )


def _official(country: Country) -> dict[Organisation, tuple[Home, ...]]:
    """Those whose clusters go with what they are; the transport agency also carries shelter."""
    found = {
        agency(name): tuple(Home(c, 0) for c in country.clusters if theme(c) == name)
        + ((Home("SHL", 1),) if name == "LOG" else ())
        for name in AGENCIES
    }
    ministries = {ministry(c): (Home(c, 0), Home(c, 1)) for c in country.chaired if c in MINISTRIES}
    found |= ministries | {FORUM: (Home("PRO", 0), Home("COO", 0))}
    found[host_society(country)] = (Home("HEA", 0), Home("HEA", 2), Home("SHL", 2))
    if country.de_facto:
        found[DE_FACTO] = tuple(Home(c, 3) for c in country.de_facto)
    guest, origin = plan.FOREIGN_SOCIETY
    if country.iso3 == guest:
        found[host_society(plan.by_iso3(origin))] = (Home("HEA", 2),)
    if country.iso3 == plan.NAMELESS_SOCIETY:
        found[NO_COUNTRY] = (Home("HEA", 1),)
    found[agency("PRO")] += (Home("MUL", 0), Home("COO", 0))
    return found
