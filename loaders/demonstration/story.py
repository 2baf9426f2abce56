"""The uploads of the demonstration in the order in which offices would have sent them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from core.i18n.periods import Period
from loaders import Choices
from loaders.demonstration import plan
from loaders.demonstration.cast import Cast, casts
from loaders.demonstration.files import PREFIX, File, Look, content, office_of
from loaders.demonstration.plan import Country
from loaders.demonstration.rows import Row, presence_rows, role_rows
from loaders.demonstration.taking_part import taking_part
from loaders.demonstration.wording import CLUSTERS, TYPES

_PRESENCE = ("organisation", "type", "cluster", "place", "period")
_ROLES = ("cluster", "level", "place", "role", "organisation", "type", "funded", "period", "closed")
_LOCAL = frozenset({"national", "local", "cso", "forum"})
_YEARS = range(plan.FIRST_YEAR, plan.FIRST_YEAR + plan.QUARTERS // 4)


def uploads() -> Iterator[File]:
    """Every file, year by year; a correction comes after what it corrects."""
    everyone = casts()
    for year in _YEARS:
        for cast in everyone:
            yield from _of_year(cast, year)
    for cast in everyone:
        yield from taking_part(cast)


def _of_year(cast: Cast, year: int) -> Iterator[File]:
    country = cast.country
    quarters = [q for q in range(plan.at(year, 1), plan.at(year, 5)) if plan.reports(country, q)]
    apart = _apart(country)
    rows = chain.from_iterable(presence_rows(cast, q) for q in quarters if q not in apart)
    yield _presence(cast, _without_monthly(cast, year, rows), str(year), _look(country, year))
    if (country.iso3, year) == (plan.MONTHLY[0], plan.MONTHLY[2]):
        yield _monthly(cast, quarters)
    for quarter in quarters:
        yield from _special(cast, quarter)
    led = list(chain.from_iterable(role_rows(cast, q) for q in quarters))
    yield _file(cast, "roles", f"roles-{year}", _ROLES, led, Look())


def _apart(country: Country) -> set[int]:
    """Quarters that have files of their own."""
    return {quarter for iso3, quarter, *_ in (plan.CORRECTED, plan.LATE) if iso3 == country.iso3}


def _without_monthly(cast: Cast, year: int, rows: Iterable[Row]) -> list[Row]:
    iso3, cluster, since = plan.MONTHLY
    if (cast.country.iso3, year) != (iso3, since):
        return list(rows)
    label = CLUSTERS[cluster][cast.country.tongue]
    return [row for row in rows if row["cluster"] != label]


def _monthly(cast: Cast, quarters: Iterable[int]) -> File:
    """One cluster's own list, month by month, without a column for the cluster."""
    cluster = plan.MONTHLY[1]
    label = CLUSTERS[cluster][cast.country.tongue]
    rows = [
        row | {"month": f"{plan.FIRST_YEAR + quarter // 4}-{quarter % 4 * 3 + month:02}"}
        for quarter in quarters
        for month in (1, 2, 3)
        for row in presence_rows(cast, quarter)
        if row["cluster"] == label
    ]
    fields = ("organisation", "type", "place", "month")
    made = _file(cast, "presence", f"3w-{label.lower()}-monthly", fields, rows, Look())
    return replace(made, choices=replace(made.choices, cluster=cluster))


def _special(cast: Cast, quarter: int) -> Iterator[File]:
    """The files that one quarter of one country has besides the year's."""
    here = (cast.country.iso3, quarter)
    rows = list(presence_rows(cast, quarter))
    if here == plan.LATE:
        period = rows[0]["period"]
        name = f"{PREFIX}{cast.country.name.fr.lower()}-3w-{period}.csv"
        late = _presence(cast, rows, period, Look(delimiter=";"), fields=_PRESENCE[:-1])
        yield replace(late, name=name, choices=Choices())
    if here == plan.CORRECTED[:2]:
        quarter_of = str(Period(_month(quarter), _month(quarter) + 2))
        yield _presence(cast, _mistaken(cast, rows), f"{quarter_of}-provisoire", Look())
        yield _whole(_presence(cast, rows, f"{quarter_of}-corrige", Look()))
    if here == plan.WITHDRAWN:
        draft = [row for row in rows if row["type"] not in _local_types(cast)]
        wrong = _whole(_presence(cast, draft, "2024-Q3-draft", Look()))
        yield replace(wrong, withdrawn="A draft that was sent by mistake")


def _month(quarter: int) -> int:
    return (plan.FIRST_YEAR * 4 + quarter) * 3


def _mistaken(cast: Cast, rows: list[Row]) -> list[Row]:
    """Local organisations typed international, and a cluster that the country has not."""
    tongue = cast.country.tongue
    wrong = TYPES["ingo"][tongue]
    local = _local_types(cast)
    named = [row | {"type": wrong} if row["type"] in local else row for row in rows]
    return [*named, named[0] | {"cluster": CLUSTERS[plan.CORRECTED[2]][tongue]}]


def _local_types(cast: Cast) -> set[str]:
    return {text[cast.country.tongue] for kind, text in TYPES.items() if kind in _LOCAL}


def _whole(file: File) -> File:
    return replace(file, choices=replace(file.choices, claim="whole"))


def _look(country: Country, year: int) -> Look:
    here = (country.iso3, year)
    if here in plan.WORKBOOKS:
        return Look(encoding=None)
    if here == plan.CP1252:
        return Look(encoding="cp1252", delimiter=";")
    if here == plan.CP1256:
        return Look(encoding="cp1256", delimiter=";")
    return Look(hxl=here == plan.WITH_HXL, delimiter=";" if country.tongue == "fr" else ",")


def _presence(
    cast: Cast, rows: list[Row], what: str, look: Look, *, fields: tuple[str, ...] = _PRESENCE
) -> File:
    here = (cast.country.iso3, what)
    if here == (plan.WITHOUT_TYPES[0], str(plan.WITHOUT_TYPES[1])):
        fields = tuple(field for field in fields if field != "type")
    if here == (plan.PERSONAL[0], str(plan.PERSONAL[1])):
        fields = (*fields, "contact")
        rows = [row | {"contact": f"focal{i % 40}@example.org"} for i, row in enumerate(rows)]
    return _file(cast, "presence", f"3w-{what}", fields, rows, look)


def _file(
    cast: Cast, dataset: str, what: str, fields: tuple[str, ...], rows: list[Row], look: Look
) -> File:
    """A file of a country; one in English names its country in a column, others do not."""
    country = cast.country
    says_country = country.tongue == "en"
    first = ("country",) if says_country else ()
    hub = ("hub",) if country.hubs else ()
    ending = "xlsx" if look.encoding is None else "csv"
    return File(
        name=f"{PREFIX}{country.iso3.lower()}-{what}.{ending}",
        content=content((*first, *hub, *fields), rows, country.tongue, look),
        dataset=dataset,
        choices=Choices(country=None if says_country else country.iso3),
        office=office_of(country),
    )
