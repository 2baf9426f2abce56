"""The rows of the demonstration's lists: fields as texts, in the language of the country."""

from collections.abc import Iterator

from loaders.demonstration import plan
from loaders.demonstration.cast import Cast, theme
from loaders.demonstration.names import DE_FACTO, Kind, Organisation, agency, ministry
from loaders.demonstration.wording import (
    CLUSTERS,
    LEVELS,
    NO,
    PLACES,
    ROLES,
    TYPES,
    YES,
    quarter_text,
)

Row = dict[str, str]

_SUBNATIONAL_CLUSTERS, _SUBNATIONAL_PLACES = 3, 2


def presence_rows(cast: Cast, quarter: int) -> Iterator[Row]:
    """Who is present: one row for each organisation, cluster and place (and hub)."""
    country, tongue = cast.country, cast.country.tongue
    labels = {*plan.open_clusters(country, quarter), "COO", "MUL"}
    for organisation in cast.present(quarter):
        for home in cast.homes[organisation]:
            if home.cluster not in labels:
                continue
            for hub in cast.hubs(organisation):
                yield {
                    "country": country.name[tongue],
                    "hub": hub or "",
                    "organisation": _name(cast, organisation, quarter),
                    "type": TYPES[organisation.kind][tongue],
                    "cluster": CLUSTERS[plan.label_of(country, home.cluster, quarter)][tongue],
                    "place": PLACES[home.place][tongue],
                    "period": period_text(cast, quarter),
                }


def period_text(cast: Cast, quarter: int) -> str:
    """A quarter in the words of the country's files."""
    return quarter_text(plan.FIRST_YEAR + quarter // 4, quarter % 4 + 1, cast.country.tongue)


def who(cast: Cast, organisation: Organisation) -> Row:
    """An organisation as a filled template names it."""
    tongue = cast.country.tongue
    kind: Kind = organisation.kind
    return {
        "organisation": organisation.name[tongue],
        "acronym": "",
        "organisation_type": TYPES[kind][tongue],
    }


def _name(cast: Cast, organisation: Organisation, quarter: int) -> str:
    iso3, since, count = plan.TWO_SCRIPTS
    renamed = cast.country.iso3 == iso3 and quarter >= since
    if renamed and organisation in [cast.steady(i) for i in range(count)]:
        return organisation.name["ar"]
    return organisation.name[cast.country.tongue]


def role_rows(cast: Cast, quarter: int) -> Iterator[Row]:
    """Who leads: one row for each role, vacant ones too, and one for a closed cluster."""
    country = cast.country
    still_open = plan.open_clusters(country, quarter)
    for number, cluster in enumerate(country.clusters):
        for hub in country.hubs or ("",):
            label = plan.label_of(country, cluster, quarter)
            if cluster not in still_open or label != cluster:
                since = plan.CLOSES[2] if label == cluster else plan.RENAMED[3]
                yield _at(cast, cluster, quarter, hub) | {"closed": _first_month(since)}
            if cluster in still_open:
                at = _at(cast, label, quarter, hub)
                yield from (at | role for role in _national_roles(cast, cluster, number, quarter))
    if country.subnational:
        yield from _subnational_roles(cast, quarter)


def _first_month(quarter: int) -> str:
    return f"{plan.FIRST_YEAR + quarter // 4}-{quarter % 4 * 3 + 1:02}"


def _at(cast: Cast, cluster: str, quarter: int, hub: str) -> Row:
    tongue = cast.country.tongue
    return {
        "country": cast.country.name[tongue],
        "hub": hub,
        "cluster": CLUSTERS[cluster][tongue],
        "level": LEVELS["national"][tongue],
        "place": "",
        "period": period_text(cast, quarter),
        "role": "",
        "organisation": "",
        "type": "",
        "funded": "",
        "closed": "",
    }


def _national_roles(cast: Cast, cluster: str, number: int, quarter: int) -> Iterator[Row]:
    """Lead by the agency; then who shares it, a ministry or de facto authority in the chair."""
    country = cast.country
    yield _held(cast, "lead", agency(theme(cluster)), funded=True)
    if (country.iso3, cluster) == plan.UNKNOWN_HOLDER:
        yield _held(cast, "co_lead", cast.unknown[0])
    elif quarter >= country.shared.get(cluster, plan.QUARTERS):
        holder = cast.steady(list(country.shared).index(cluster))
        yield _held(cast, "co_coordinator" if number % 2 else "co_lead", holder)
    elif number % 3 == 0:
        yield _vacant(cast, "co_lead")
    elif number % 3 == 1:
        yield _held(cast, "co_lead", cast.abroad[number], funded=True)
    if cluster in country.chaired:
        yield _held(cast, "chair", ministry(cluster))
    if cluster in country.de_facto:
        yield _held(cast, "co_chair", DE_FACTO)


def _subnational_roles(cast: Cast, quarter: int) -> Iterator[Row]:
    """In the first place an L/NA co-leads, in the second nobody does."""
    tongue = cast.country.tongue
    for number, cluster in enumerate(cast.country.clusters[:_SUBNATIONAL_CLUSTERS]):
        for place in range(_SUBNATIONAL_PLACES):
            at = _at(cast, cluster, quarter, "") | {
                "level": LEVELS["subnational"][tongue],
                "place": PLACES[place][tongue],
            }
            yield at | _held(cast, "lead", cast.abroad[number], funded=True)
            second = _vacant(cast, "co_lead")
            yield at | (_held(cast, "co_lead", cast.steady(number)) if place == 0 else second)


def _held(cast: Cast, role: str, holder: Organisation, *, funded: bool = False) -> Row:
    tongue = cast.country.tongue
    kind: Kind = holder.kind
    return {
        "role": ROLES[role][tongue],
        "organisation": holder.name[tongue],
        "type": TYPES[kind][tongue],
        "funded": (YES if funded else NO)[tongue],
    }


def _vacant(cast: Cast, role: str) -> Row:
    return {"role": ROLES[role][cast.country.tongue]}
