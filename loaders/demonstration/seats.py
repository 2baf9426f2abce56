"""Who has a seat where, in the demonstration: clusters, groups above and beside them, boards."""

from collections.abc import Iterator
from dataclasses import dataclass

from loaders.demonstration import plan
from loaders.demonstration.cast import Cast, Home, host_society, theme
from loaders.demonstration.names import AGENCIES, FORUM, Organisation, agency, ministry
from loaders.demonstration.wording import GROUPS

_SEATS_OF_AGENCIES = 2
_ADVISED = ("WSH", "HEA", "PRO")


@dataclass(frozen=True, slots=True)
class Mechanism:
    """A mechanism of one country; `hub` and `cluster` are blank where it has none."""

    mechanism_type: str
    hub: str = ""
    cluster: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Seat:
    """A seat, full or that of an observer."""

    holder: Organisation
    kind: str = "full"


def clusters_of(cast: Cast, quarter: int) -> Iterator[Mechanism]:
    """The clusters and areas of responsibility that are open, one for each hub."""
    for cluster in plan.open_clusters(cast.country, quarter):
        label = plan.label_of(cast.country, cluster, quarter)
        for hub in cast.country.hubs or ("",):
            yield Mechanism("aor" if "-" in cluster else "cluster", hub, label)


def seats(cast: Cast, quarter: int) -> Iterator[tuple[Mechanism, tuple[Seat, ...]]]:
    """Every mechanism with its seats; clusters whose members are only counted are left out."""
    if cast.country.iso3 != plan.COUNTED_MEMBERS:
        for mechanism in clusters_of(cast, quarter):
            yield mechanism, cluster_seats(cast, mechanism, quarter)
    yield Mechanism("hct"), tuple(_country_team(cast, quarter))
    yield Mechanism("iccg"), tuple(_between_clusters(cast, quarter))
    for number, cluster in enumerate(_ADVISED):
        yield Mechanism("sag", cluster=cluster), tuple(_advising(cast, cluster, number, quarter))
    cash = GROUPS["cash"][cast.country.tongue]
    yield Mechanism("twg", name=cash), tuple(_on_cash(cast, quarter))
    if cast.country.iso3 in plan.POOLED_FUNDS:
        yield Mechanism("pooled_fund_board"), tuple(_on_the_board(cast, quarter))


def cluster_seats(cast: Cast, mechanism: Mechanism, quarter: int) -> tuple[Seat, ...]:
    """The members of a cluster: not all who work in it, and a few who are only listed."""
    everywhere = _of_cluster(cast, _planned_as(cast, mechanism.cluster), quarter)
    return tuple(seat for seat in everywhere if _is_in_hub(cast, seat.holder, mechanism.hub))


def _is_in_hub(cast: Cast, organisation: Organisation, hub: str) -> bool:
    of_the_hub = organisation in cast.homes and organisation.kind not in {"un", "society"}
    return not hub or not of_the_hub or hub in cast.hubs(organisation)


def _planned_as(cast: Cast, label: str) -> str:
    """The cluster under which the plan knows one that has gone over to another list."""
    iso3, before, after, _ = plan.RENAMED
    return before if (cast.country.iso3, label) == (iso3, after) else label


def _of_cluster(cast: Cast, cluster: str, quarter: int) -> Iterator[Seat]:
    yield Seat(agency(theme(cluster)))
    if cluster in cast.country.chaired:
        yield Seat(ministry(cluster), "observer")
    number = cast.country.clusters.index(cluster)
    for organisation in (*cast.abroad, *cast.unknown[:2]):
        if _works_in(cast, organisation, cluster):
            yield Seat(organisation)
    if any(home.cluster == cluster for home in cast.homes[host_society(cast.country)]):
        yield Seat(host_society(cast.country))
    tenths = plan.count_in(plan.MEMBER_TENTHS[cast.country.iso3], quarter)
    for position, organisation in enumerate(cast.local):
        listed_only = (position + number) % 9 == 0
        takes_part = (position * 7 + number * 3) % 10 < tenths
        if listed_only or (takes_part and _works_in(cast, organisation, cluster)):
            yield Seat(organisation)


def _works_in(cast: Cast, organisation: Organisation, cluster: str) -> bool:
    homes: tuple[Home, ...] = cast.homes[organisation]
    return any(home.cluster == cluster for home in homes)


def _country_team(cast: Cast, quarter: int) -> Iterator[Seat]:
    yield from (Seat(agency(name)) for name in AGENCIES)
    yield from (Seat(organisation) for organisation in cast.abroad[:4])
    yield Seat(host_society(cast.country), "observer")
    if quarter >= plan.IN_COUNTRY_TEAM.get(cast.country.iso3, plan.QUARTERS):
        yield Seat(FORUM)
        yield Seat(cast.steady(0), "observer")


def _between_clusters(cast: Cast, quarter: int) -> Iterator[Seat]:
    """Mostly the coordinators' own seats."""
    yield from (Seat(agency(name)) for name in AGENCIES)
    yield from (Seat(organisation) for organisation in cast.abroad[:2])
    if quarter >= plan.IN_COUNTRY_TEAM.get(cast.country.iso3, plan.QUARTERS) + 3:
        yield Seat(FORUM)


def _advising(cast: Cast, cluster: str, number: int, quarter: int) -> Iterator[Seat]:
    yield Seat(agency(theme(cluster)))
    yield from (Seat(organisation) for organisation in cast.abroad[number : number + 3])
    seated = plan.count_in(plan.ADVISORY_SEATS[cast.country.iso3], quarter)
    yield from (Seat(cast.steady(i)) for i in range(min(seated, number + 1)))


def _on_cash(cast: Cast, quarter: int) -> Iterator[Seat]:
    yield from (Seat(agency(name)) for name in ("FSC", "SHL"))
    yield from (Seat(organisation) for organisation in cast.abroad[:6])
    yield from (Seat(cast.steady(i)) for i in range(3 + quarter // 8))


def _on_the_board(cast: Cast, quarter: int) -> Iterator[Seat]:
    yield from (Seat(agency(name)) for name in tuple(AGENCIES)[:_SEATS_OF_AGENCIES])
    yield from (Seat(organisation) for organisation in cast.abroad[:2])
    yield Seat(FORUM)
    if quarter >= plan.QUARTERS // 2:
        yield Seat(cast.steady(1))
