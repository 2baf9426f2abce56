"""A period: whole months, with one way to write each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from babel.dates import get_month_names, get_quarter_names

from core.i18n import Lang
from core.i18n.numbers import LOCALES

Grain = Literal["month", "quarter", "year"]
MONTHS_IN: dict[Grain, int] = {"month": 1, "quarter": 3, "year": 12}

_MONTH = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])")
_QUARTER = re.compile(r"([0-9]{4})-Q([1-4])")
_YEAR = re.compile(r"([0-9]{4})")


@dataclass(frozen=True, order=True)
class Period:
    """From the first month to the last, both included.

    Attributes:
        start: year * 12 + month - 1.
        end: likewise, not before `start`.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse a period that ends before it begins."""
        if self.end < self.start:
            raise ValueError(f"a period cannot end before it begins: {self.start}, {self.end}")

    @classmethod
    def month(cls, year: int, month: int) -> "Period":
        """One month, January is 1."""
        if not 1 <= month <= 12:
            raise ValueError(f"not a month: {month}")
        return cls(year * 12 + month - 1, year * 12 + month - 1)

    @classmethod
    def quarter(cls, year: int, quarter: int) -> "Period":
        """One quarter, January to March is 1."""
        if not 1 <= quarter <= 4:
            raise ValueError(f"not a quarter: {quarter}")
        return cls(year * 12 + quarter * 3 - 3, year * 12 + quarter * 3 - 1)

    @classmethod
    def year(cls, year: int) -> "Period":
        """One calendar year."""
        return cls(year * 12, year * 12 + 11)

    @classmethod
    def parse(cls, text: str) -> "Period":
        """Read `2022-01`, `2022-Q1`, `2022` or `2022-01..2022-04`; nothing else.

        Raises:
            ValueError: it is none of the four forms, or ends before it begins.
        """
        first, dots, last = text.partition("..")
        if dots:
            return cls(cls._parse_month(first).start, cls._parse_month(last).end)
        if found := _QUARTER.fullmatch(text):
            return cls.quarter(int(found[1]), int(found[2]))
        if found := _YEAR.fullmatch(text):
            return cls.year(int(found[1]))
        return cls._parse_month(text)

    @classmethod
    def _parse_month(cls, text: str) -> "Period":
        found = _MONTH.fullmatch(text)
        if found is None:
            raise ValueError(f"not a period: {text!r}")
        return cls.month(int(found[1]), int(found[2]))

    def __str__(self) -> str:
        """The shortest written form."""
        year, month = divmod(self.start, 12)
        if self.start == self.end:
            return f"{year:04}-{month + 1:02}"
        if self == Period.year(year):
            return f"{year:04}"
        if self == Period.quarter(year, month // 3 + 1):
            return f"{year:04}-Q{month // 3 + 1}"
        return f"{Period(self.start, self.start)}..{Period(self.end, self.end)}"

    def months(self) -> Iterator[int]:
        """Each month, counted as `start` is."""
        return iter(range(self.start, self.end + 1))

    def contains(self, other: "Period") -> bool:
        """Whether every month of the other is in this one."""
        return self.start <= other.start and other.end <= self.end

    def fits(self, grain: Grain) -> bool:
        """Whether it lies inside one month, one quarter or one year."""
        return self.start // MONTHS_IN[grain] == self.end // MONTHS_IN[grain]


def period_name(period: Period, lang: Lang, *, short: bool = False) -> str:
    """A period for readers: `January 2022`, `1st quarter 2022`, `2022`, `January–April 2022`.

    Arabic has the names used from Egypt to the Gulf and in the Maghreb's United Nations papers
    (يناير); readers of the Levantine names know them, the reverse is not so. Files may use any.
    """
    year, month = divmod(period.start, 12)
    if period == Period.year(year):
        return str(year)
    if period == Period.quarter(year, month // 3 + 1):
        return f"{_quarter(month // 3 + 1, lang, short)} {year}"
    last_year, last_month = divmod(period.end, 12)
    last = f"{_month(last_month + 1, lang, short)} {last_year}"
    if period.start == period.end:
        return last
    first = _month(month + 1, lang, short)
    return f"{first}–{last}" if year == last_year else f"{first} {year} – {last}"


def _month(month: int, lang: Lang, short: bool) -> str:
    width: Literal["abbreviated", "wide"] = "abbreviated" if short else "wide"
    return str(get_month_names(width, locale=LOCALES[lang])[month])


def _quarter(quarter: int, lang: Lang, short: bool) -> str:
    width: Literal["abbreviated", "wide"] = "abbreviated" if short else "wide"
    return str(get_quarter_names(width, locale=LOCALES[lang])[quarter])
