"""The uploads about taking part: one file of a country and dataset, as filled templates."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from loaders import Choices
from loaders.demonstration import plan
from loaders.demonstration.cast import Cast
from loaders.demonstration.files import PREFIX, File, filled, office_of
from loaders.demonstration.participation import (
    chair_rows,
    meeting_rows,
    member_rows,
    return_rows,
)
from loaders.demonstration.resourcing import allocation_rows, event_rows
from loaders.demonstration.rows import Row

_BY_QUARTER: tuple[tuple[str, str, int, Callable[[Cast, int], Iterator[Row]]], ...] = (
    ("members", "members", 0, member_rows),
    ("roles", "working-groups", 0, chair_rows),
    ("mechanisms", "returns", 0, return_rows),
    ("meetings", "meetings", plan.MEETINGS_SINCE, meeting_rows),
)
_BY_YEAR: tuple[tuple[str, str, Callable[[Cast, int], Iterator[Row]]], ...] = (
    ("funding", "allocations", allocation_rows),
    ("events", "events", event_rows),
)
_YEARS = range(plan.FIRST_YEAR, plan.FIRST_YEAR + plan.QUARTERS // 4)


def taking_part(cast: Cast) -> Iterator[File]:
    """Members, working groups, returns, meetings, allocations and events of a country."""
    for dataset, what, since, rows in _BY_QUARTER:
        quarters = [q for q in range(since, plan.QUARTERS) if plan.reports(cast.country, q)]
        yield from _file(cast, dataset, what, chain.from_iterable(rows(cast, q) for q in quarters))
    for dataset, what, of_year in _BY_YEAR:
        listed = chain.from_iterable(of_year(cast, year) for year in _YEARS)
        told = (row for row in listed if plan.reports(cast.country, _quarter_of(row["date"])))
        yield from _file(cast, dataset, what, told)


def _quarter_of(day: str) -> int:
    year, month, _ = map(int, day.split("-"))
    return plan.at(year, (month + 2) // 3)


def _file(cast: Cast, dataset: str, what: str, rows: Iterable[Row]) -> Iterator[File]:
    listed = list(rows)
    if listed:
        yield File(
            name=f"{PREFIX}{cast.country.iso3.lower()}-{what}.csv",
            content=filled(dataset, listed, cast.country.tongue),
            dataset=dataset,
            choices=Choices(),
            office=office_of(cast.country),
        )
