"""What period a cell, a sheet's name or a file's name tells of.

A text is first reduced to marks: `<01-03>` for months or quarters, `{2022}` for a year,
`[2022|05]` for a date, `#` for a day, `~` and `&` for what joins them, `x` for any other word.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import IntEnum

from core.i18n.periods import Period
from loaders.period_marks import marks_of


class Strength(IntEnum):
    """How far a name commits itself: a date is often only when the file was made."""

    DATE = 1
    YEAR = 2
    MONTHS = 3


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text says about a period.

    Attributes:
        period: None when no year is known.
        month: the first month named, 1 to 12; None when only a year is named.
        last_month: the last month named; equal to `month` for a single one.
        year: the year of `last_month`; None when not said.
        strength: which of several readings to prefer.
        exact: the text says this and nothing else, and no other way of reading it.
    """

    period: Period | None
    month: int | None
    last_month: int | None
    year: int | None
    strength: Strength
    exact: bool

    def in_year(self, year: int) -> "Reading":
        """The same months, now that the year is known from elsewhere."""
        if self.period is not None or self.month is None or self.last_month is None:
            return self
        period = _months(self.month, self.last_month, year)
        return replace(self, period=period, year=year, exact=False) if period else self


_SPAN = r"#?<(?:\d\d-\d\d)>#?"
_GROUP = re.compile(rf"(?:\{{(\d{{4}})\}})?&?({_SPAN}(?:[~&]?{_SPAN})*)&?(?:\{{(\d{{4}})\}})?")
_EDGES = re.compile(r"<(\d\d)-(\d\d)>")
_YEARS = re.compile(r"\{(\d{4})\}(?:[~&]?\{(\d{4})\})?")
_DATES = re.compile(r"\[(\d{4})\|(\d\d)\](?:~?\[(\d{4})\|(\d\d)\])?")
# Spreadsheets count days from here; before 1954 and after 2064 a number is more likely no date.
_EPOCH, _FIRST_SERIAL, _LAST_SERIAL = date(1899, 12, 30), 20_000, 60_000


def periods_in_text(
    text: str, months: Mapping[str, int], *, serial: bool = False
) -> Reading | None:
    """What a text says, or None where it says nothing or contradicts itself.

    Args:
        text: a cell, or the name of a file or sheet.
        months: folded names of months and their numbers.
        serial: read a bare number as a spreadsheet's date.
    """
    if written := _written_form(text.strip()):
        return written
    if serial and (day := serial_day(text)):
        return _dated(Period.month(day.year, day.month), exact=True)
    marks, certain = marks_of(text, months)
    exact = certain and "x" not in marks
    found = list(_month_readings(marks, exact)) or list(_year_readings(marks, exact))
    found = found or list(_date_readings(marks, exact))
    return _agreed(found)


def guess_period(*names: str, months: Mapping[str, int]) -> tuple[Period, str] | None:
    """The period that names tell of and the name that tells it; None where none does.

    Give the sheet's name before the file's. Named months and quarters go before years, years
    before dates. Of two such readings the wider one is taken when it contains the other (the file
    of March, its sheet of the first quarter); when they contradict each other, the later name's:
    sheets are copied from last year's workbook, files get a new name.
    """
    readings = [(reading, name) for name in names if (reading := periods_in_text(name, months))]
    years = {r.year for r, _ in readings if r.year and r.strength is not Strength.DATE}
    if len(years) == 1:
        readings = [(reading.in_year(min(years)), name) for reading, name in readings]
    # `December` beside a date in January: the month is named, its year is not, so nothing is known.
    least = Strength.MONTHS if any(r.period is None for r, _ in readings) else Strength.DATE
    dated = [(r.strength, r.period, n) for r, n in readings if r.period and r.strength >= least]
    if not dated:
        return None
    best, period, source = dated[0]
    for strength, other, name in dated[1:]:
        if strength > best or (strength == best and not period.contains(other)):
            best, period, source = strength, other, name
    return period, source


def _written_form(text: str) -> Reading | None:
    try:
        period = Period.parse(text)
    except ValueError:
        return None
    year, month = divmod(period.start, 12)
    last_year, last_month = divmod(period.end, 12)
    if not 1990 <= year <= last_year < 2050:
        return None
    if period == Period.year(year):
        return Reading(period, None, None, year, Strength.YEAR, exact=True)
    return Reading(period, month + 1, last_month + 1, last_year, Strength.MONTHS, exact=True)


def serial_day(text: str) -> date | None:
    """The day that a bare number is in a spreadsheet; None for any other text."""
    if not re.fullmatch(r"\s*\d{5}(\.\d+)?\s*", text):
        return None
    days = int(float(text))
    return _EPOCH + timedelta(days=days) if _FIRST_SERIAL <= days <= _LAST_SERIAL else None


def _month_readings(marks: str, exact: bool) -> Iterator[Reading]:
    groups = list(_GROUP.finditer(marks))
    if (across := _across_years(marks, groups)) is not None:
        yield replace(across, exact=exact)
        return
    elsewhere = {int(year) for year in re.findall(r"\{(\d{4})\}", marks)}
    beside = any(group[1] or group[3] for group in groups)
    for group in groups:
        edges = _hull(group[2])
        years = {int(year) for year in (group[1], group[3]) if year}
        if not years and not beside:
            years = elsewhere
        if edges is None or len(years) > 1:
            # Unreadable, yet about months: a reading without a month keeps years from winning.
            yield Reading(None, None, None, None, Strength.MONTHS, exact=False)
            continue
        if not years and beside:
            continue
        yield _named(edges, min(years, default=None), exact, day="#" in group[2])


def _across_years(marks: str, groups: list[re.Match[str]]) -> Reading | None:
    """`Nov 2021 - Feb 2022`: two groups that stand side by side, each with its year."""
    if len(groups) != 2 or marks[groups[0].end() : groups[1].start()] not in {"", "~"}:
        return None
    first, last = (_hull(group[2]) for group in groups)
    years = [group[3] or group[1] for group in groups]
    if first is None or last is None or None in years or (groups[0][1] and groups[0][3]):
        return None
    start = int(years[0]) * 12 + first[0] - 1
    end = int(years[1]) * 12 + last[1] - 1
    if end <= start:
        return None
    return Reading(
        Period(start, end), first[0], last[1], int(years[1]), Strength.MONTHS, exact=False
    )


def _hull(spans: str) -> tuple[int, int] | None:
    """From the first month named to the last; None where they do not follow each other."""
    edges = [(int(first), int(last)) for first, last in _EDGES.findall(spans)]
    first, last = edges[0]
    for start, end in edges[1:]:
        if first <= start and end <= last:
            continue
        if start <= last or ("&" in spans and start != last + 1):
            return None
        last = end
    return first, last


def _named(edges: tuple[int, int], year: int | None, exact: bool, *, day: bool) -> Reading:
    single_day = day and edges[0] == edges[1]
    period = None if year is None else _months(*edges, year)
    strength = Strength.DATE if single_day and period else Strength.MONTHS
    # `mars 22` may be a day or a year: the month is sure, the rest is not.
    return Reading(period, *edges, year, strength, exact and not (day and year is None))


def _year_readings(marks: str, exact: bool) -> Iterator[Reading]:
    for found in _YEARS.finditer(marks):
        first, last = int(found[1]), int(found[2] or found[1])
        period = Period(first * 12, last * 12 + 11) if first <= last else None
        yield Reading(period, None, None, last, Strength.YEAR, exact)


def _date_readings(marks: str, exact: bool) -> Iterator[Reading]:
    for found in _DATES.finditer(marks):
        start = Period.month(int(found[1]), int(found[2]))
        if not found[3]:
            yield _dated(start, exact=exact)
            continue
        end = Period.month(int(found[3]), int(found[4]))
        if start.start <= end.end:
            whole = Period(start.start, end.end)
            yield replace(_dated(whole, exact=exact), strength=Strength.MONTHS)


def _dated(period: Period, *, exact: bool) -> Reading:
    last_year, last_month = divmod(period.end, 12)
    return Reading(period, period.start % 12 + 1, last_month + 1, last_year, Strength.DATE, exact)


def _agreed(found: list[Reading]) -> Reading | None:
    """The one reading, or the widest where it contains the others; None where they contradict."""
    if not found:
        return None
    strongest = max(reading.strength for reading in found)
    rivals = [reading for reading in found if reading.strength is strongest]
    if len({(r.period, r.month, r.last_month) for r in rivals}) == 1:
        return rivals[0] if rivals[0].period or rivals[0].month else None
    if any(reading.period is None for reading in rivals):
        return None
    whole = Period(
        min(r.period.start for r in rivals if r.period),
        max(r.period.end for r in rivals if r.period),
    )
    return next((reading for reading in rivals if reading.period == whole), None)


def _months(first: int, last: int, year: int) -> Period | None:
    return Period(year * 12 + first - 1, year * 12 + last - 1) if first <= last else None
