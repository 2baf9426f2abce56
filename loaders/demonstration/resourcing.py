"""Allocations of the pooled funds, and events, of the demonstration: codes by field."""

from collections.abc import Iterator

from loaders.demonstration import plan
from loaders.demonstration.cast import Cast
from loaders.demonstration.names import Organisation, agency
from loaders.demonstration.rows import Row, who
from loaders.demonstration.wording import EVENTS, FUND

_ALLOCATIONS = 8
_SHARE = 100_000


def allocation_rows(cast: Cast, year: int) -> Iterator[Row]:
    """A year's allocations: of eight, one more goes to a local organisation every year."""
    if cast.country.iso3 not in plan.POOLED_FUNDS:
        return
    direct = 2 + year - plan.FIRST_YEAR
    for number in range(_ALLOCATIONS):
        local = number < direct
        holder = cast.steady(number) if local else cast.abroad[number]
        in_euros = cast.country.iso3 == plan.OTHER_CURRENCY and number == _ALLOCATIONS - 1
        yield {
            "country": cast.country.iso3,
            "hub": "",
            "date": f"{year}-{number + 2:02}-01",
            "fund": FUND[cast.country.tongue],
            "reference": f"{cast.country.iso3}-{year}-{number + 1:02}",
            "cluster": cast.country.clusters[number],
            **who(cast, holder),
            "amount": str(_SHARE * (2 if local else 3)),
            "currency": "EUR" if in_euros else "USD",
            "route": "direct",
            "through": "",
        }
    yield from _passed_on(cast, year)


def _passed_on(cast: Cast, year: int) -> Iterator[Row]:
    """One local organisation gets its money through an agency."""
    yield {
        "country": cast.country.iso3,
        "hub": "",
        "date": f"{year}-11-01",
        "fund": FUND[cast.country.tongue],
        "reference": f"{cast.country.iso3}-{year}-90",
        "cluster": "WSH",
        **who(cast, cast.steady(_ALLOCATIONS)),
        "amount": str(_SHARE),
        "currency": "USD",
        "route": "intermediary",
        "through": agency("WSH").name[cast.country.tongue],
    }


def event_rows(cast: Cast, year: int) -> Iterator[Row]:
    """A year's events, each with those who spoke or wrote."""
    for number, kind in enumerate(EVENTS):
        for position, holder in enumerate(_voices(cast, year, number)):
            yield {
                "country": cast.country.iso3,
                "hub": "",
                "date": f"{year}-{number * 2 + 2:02}-20",
                "event_kind": kind,
                "title": EVENTS[kind][cast.country.tongue],
                "cluster": "PRO" if number % 2 else "",
                "place": "",
                "event_role": "co_author" if position % 2 else "speaker",
                **who(cast, holder),
                "language": "fr" if cast.country.tongue == "fr" else "ar",
                "summary": "",
                "link": "",
            }


def _voices(cast: Cast, year: int, number: int) -> tuple[Organisation, ...]:
    local = 1 + (year - plan.FIRST_YEAR + number) % 3
    return (*(cast.steady(i) for i in range(local)), agency("PRO"), cast.abroad[number])
