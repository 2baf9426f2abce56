"""Days as people write them; the order of day and month is decided over the whole column."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from core.i18n.folding import fold_letters
from loaders.period_marks import with_months
from loaders.periods import serial_day

DateOrder = Literal["day-first", "month-first"]

_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[t ]+\d{1,2}:.*)?")
_YEAR_LAST = re.compile(r"(\d{1,2})([-/. ])(\d{1,2})\2(\d{4})(?:[t ]+\d{1,2}:.*)?")
_MONTH = r"<(\d\d)-\d\d>"
_WEEKDAY = r"(?:[^\W\d_]+[,.،]?\s+)?"
_DAY_NAMED = re.compile(
    rf"{_WEEKDAY}(\d{{1,2}})(?:st|nd|rd|th|er)?[\s.,-]*(?:of\s+|de\s+)?{_MONTH}[\s.,،-]*(\d{{4}})"
)
_MONTH_NAMED = re.compile(rf"{_WEEKDAY}{_MONTH}[\s.]*(\d{{1,2}})(?:st|nd|rd|th)?[\s,]+(\d{{4}})")


@dataclass(frozen=True, slots=True)
class Days:
    """What each text says; None where it is no day, or could be two.

    Attributes:
        could_be_two: indexes of texts that stay open.
    """

    days: tuple[date | None, ...]
    could_be_two: tuple[int, ...]


def days_of(
    texts: Sequence[str], months: Mapping[str, int], order: DateOrder | None = None
) -> Days:
    """Read the distinct texts of one column.

    A text such as 25/02/2022 can be read in one way only, and settles 05/02/2022 beside it, unless
    another text of the column speaks for the other order.

    Args:
        texts: as they stand in the cells.
        months: folded names of months and their numbers.
        order: a person's word about texts that the column leaves open.
    """
    read = [dict(_readings(text, months)) for text in texts]
    spoken = {way for found in read if len(found) == 1 for way in found if way}
    settled = order or (spoken.pop() if len(spoken) == 1 else None)
    days: list[date | None] = []
    could_be_two = []
    for index, found in enumerate(read):
        different = set(found.values())
        if len(different) == 2 and settled is None:
            could_be_two.append(index)
        days.append(found.get(settled) if len(different) == 2 else next(iter(different), None))
    return Days(tuple(days), tuple(could_be_two))


def _readings(text: str, months: Mapping[str, int]) -> Iterator[tuple[DateOrder | None, date]]:
    """The days that a text can be, by the order that makes it so; None: by any order."""
    bare = fold_letters(text).strip()
    if parts := _YEAR_LAST.fullmatch(bare):
        first, second, year = int(parts[1]), int(parts[3]), int(parts[4])
        if day := _day(year, second, first):
            yield "day-first", day
        if day := _day(year, first, second):
            yield "month-first", day
    elif day := _only_day(bare, months):
        yield None, day


def _only_day(bare: str, months: Mapping[str, int]) -> date | None:
    if parts := _YEAR_FIRST.fullmatch(bare):
        return _day(int(parts[1]), int(parts[3]), int(parts[4]))
    if day := serial_day(bare):
        return day
    marked = with_months(bare, months)
    if parts := _DAY_NAMED.fullmatch(marked):
        return _day(int(parts[3]), int(parts[2]), int(parts[1]))
    if parts := _MONTH_NAMED.fullmatch(marked):
        return _day(int(parts[3]), int(parts[1]), int(parts[2]))
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
