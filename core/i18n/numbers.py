"""Numbers, days and instants as readers of each language write them."""

import unicodedata
from collections.abc import Mapping
from datetime import UTC, datetime
from datetime import date as Day  # noqa: N812 - `date` is the name of our function
from decimal import ROUND_HALF_UP, Decimal

from babel import Locale
from babel.dates import format_date, format_time
from babel.numbers import format_decimal, format_percent

from core.i18n import Lang, translations

# English as the United Nations write it (5 January 2022). Arabic with Western digits, on purpose:
# offices from Morocco to Iraq share one pack, and the digits agree with the workbooks beside it.
LOCALES: Mapping[Lang, Locale] = {
    Lang.EN: Locale("en", "GB"),
    Lang.FR: Locale("fr"),
    Lang.AR: Locale("ar"),
}
_OPEN_LTR, _OPEN_RTL, _CLOSE = "\u2066", "\u2067", "\u2069"


def percent(value: float, lang: Lang, *, digits: int = 0) -> str:
    """A share as a percentage with that many decimals: 0.256 is `25.6%`, `25,6 %`.

    Halves are rounded away from zero, as spreadsheets do, so that a slide and its sheet agree.
    """
    rounded = _rounded(value, digits + 2)
    pattern = LOCALES[lang].percent_formats[None].pattern
    if digits:
        pattern = pattern.replace("#,##0", "#,##0." + "0" * digits)
    written = format_percent(rounded, pattern, locale=LOCALES[lang], numbering_system="latn")
    return isolate(written, lang) if rounded < 0 else written


def count(value: int, lang: Lang) -> str:
    """A whole number with separators between thousands."""
    written = format_decimal(value, locale=LOCALES[lang], numbering_system="latn")
    return isolate(written, lang) if value < 0 else written


def decimal(value: float, lang: Lang) -> str:
    """A number with two decimals, such as a ratio: 0.8 is `0.80`, `0,80`."""
    rounded = _rounded(value, 2)
    written = format_decimal(rounded, "#,##0.00", locale=LOCALES[lang], numbering_system="latn")
    return isolate(written, lang)


def points(value: float, lang: Lang) -> str:
    """A difference of two shares in percentage points with its sign: 0.052 is `+5.2 …points`."""
    rounded = _rounded(value * 100, 1)
    sign = "+" if rounded > 0 else ""
    number = sign + format_decimal(
        rounded, "#,##0.#", locale=LOCALES[lang], numbering_system="latn"
    )
    template = translations(lang).ngettext(
        "{count} percentage point", "{count} percentage points", _plural_of(rounded, lang)
    )
    return template.format(count=isolate(number, lang))


def date(day: Day, lang: Lang) -> str:
    """A day with the month as a word, which no reader can take for another order."""
    return format_date(day, "long", locale=LOCALES[lang])


def moment(instant: datetime, lang: Lang) -> str:
    """An instant to the minute in UTC.

    Raises:
        ValueError: the instant has no time zone.
    """
    if instant.tzinfo is None:
        raise ValueError("an instant needs a time zone")
    at = instant.astimezone(UTC)
    clock = format_time(at, "HH:mm", tzinfo=UTC, locale=LOCALES[lang])
    return f"{date(at.date(), lang)} {isolate(f'{clock} UTC', lang)}"


def isolate(text: str, lang: Lang) -> str:
    """The text set apart where it runs against the direction of the sentence around it.

    Without this, `3w_2022.xlsx` and `-5` come apart inside an Arabic sentence. Text without
    letters counts as left to right.
    """
    own = _direction(text)
    if own == lang.direction:
        return text
    return f"{_OPEN_RTL if own == 'rtl' else _OPEN_LTR}{text}{_CLOSE}"


def _direction(text: str) -> str:
    strong = (unicodedata.bidirectional(c) for c in text)
    first = next((kind for kind in strong if kind in {"L", "R", "AL"}), "L")
    return "ltr" if first == "L" else "rtl"


def _rounded(value: float, digits: int) -> Decimal:
    # By the shortest decimal writing: 0.285 is stored a little lower, and must still round up.
    rounded = Decimal(repr(value)).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    return rounded + 0  # -0 becomes 0


def _plural_of(number: Decimal, lang: Lang) -> int:
    """The whole number whose grammatical number a fraction takes (Unicode plural rules)."""
    size = abs(number)
    if size == int(size) or lang is Lang.FR:
        return int(size)
    return {Lang.EN: 2, Lang.AR: 100}[lang]
