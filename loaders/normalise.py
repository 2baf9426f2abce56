"""Texts of cells made uniform without changing what they say, each change on record."""

import re
import unicodedata
from dataclasses import dataclass
from dataclasses import field as said
from enum import StrEnum
from typing import Literal

from core.i18n.folding import WESTERN_DIGITS, Letters, is_invisible


class ConversionKind(StrEnum):
    """What was done to a text."""

    BLANKS = "blanks"
    DIGITS = "digits"
    NUMBER = "number"
    PERIOD = "period"
    DATE = "date"
    MATCHED = "matched"
    ENCODING = "encoding"
    SPLIT = "split"


@dataclass(frozen=True, slots=True)
class Conversion:
    """One change, shown to the person before anything is stored.

    Attributes:
        field: our name of the field, such as `organisation`.
        before: an example as it stands in the file.
        after: the same as it was read.
        count: cells changed in this way.
        kind: what was done.
        row: of the example, as the person sees it; None where a whole file is meant.
        column: likewise, A is 1; where it stands makes no conversion another one.
    """

    field: str
    before: str
    after: str
    count: int
    kind: ConversionKind
    row: int | None = said(default=None, compare=False)
    column: int | None = said(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written; `percent` says that a percent sign follows (`25 %` has value 25)."""

    value: float
    percent: bool


# Zero-width joiners shape Arabic and Indic words: inside a word they belong to its letters.
_JOINERS = "\u200c\u200d"
_VISIBLE = Letters(lambda letter: letter not in _JOINERS and is_invisible(letter))
_GROUP_SIGN = re.compile(r"(?<=\d)[ '’٬](?=\d)")
_GROUPED = re.compile(r"[+-]?\d{1,3}([ '’٬]\d{3})+([.,٫]\d+)?")
_PLAIN = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?", re.IGNORECASE)


def clean(text: str) -> str:
    """NFC, with blanks of every kind trimmed and collapsed and invisible marks removed.

    Letters never change: no case, no accent, no Arabic letter form.
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    composed = unicodedata.normalize("NFC", text)
    visible = composed.translate(_VISIBLE)
    return " ".join(word for part in visible.split() if (word := part.strip(_JOINERS)))


def western_digits(text: str) -> str:
    """Arabic-Indic and Persian digits as 0 to 9; everything else stays."""
    return text.translate(WESTERN_DIGITS)


def number_of(text: str, *, decimal: Literal[",", "."] | None = None) -> Number | None:
    """The number that a text is, or None where it is none or could be two.

    Args:
        text: a cell; blanks, apostrophes, `٬`, commas and points may part thousands.
        decimal: what the column or file uses; it settles `1,234` and `1.234`, which without it
            are not known.
    """
    bare = unicodedata.normalize("NFKC", clean(western_digits(text))).replace("−", "-")
    percent = bare.endswith(("%", "٪"))
    figure = bare.rstrip("%٪ ").replace("،", ",")
    if _GROUP_SIGN.search(figure) and _GROUPED.fullmatch(figure) is None:
        return None
    pointed = _one_decimal_point(_GROUP_SIGN.sub("", figure), decimal)
    if pointed is None or _PLAIN.fullmatch(pointed) is None:
        return None
    return Number(float(pointed), percent)


def _one_decimal_point(figure: str, decimal: str | None) -> str | None:
    """Thousands removed and the decimal sign made a point; None where that cannot be known."""
    if "٫" in figure:
        return _parted(figure, "٫", ",") if "." not in figure else None
    signs = [c for c in figure if c in ",."]
    if not signs:
        return figure
    if len(set(signs)) == 2:
        last = signs[-1]
        return _parted(figure, last, "," if last == "." else ".")
    sign = signs[0]
    groups = re.fullmatch(rf"[+-]?[1-9]\d{{0,2}}(\{sign}\d{{3}})+", figure) is not None
    if len(signs) > 1:
        return figure.replace(sign, "") if groups and decimal != sign else None
    if groups and decimal is None:
        return None
    if groups and decimal != sign:
        return figure.replace(sign, "")
    return figure.replace(sign, ".")


def _parted(figure: str, decimal: str, thousands: str) -> str | None:
    whole, _, fraction = figure.partition(decimal)
    grouped = re.fullmatch(rf"[+-]?\d{{1,3}}(\{thousands}\d{{3}})*|[+-]?\d+", whole)
    if grouped is None or not fraction.isdecimal():
        return None
    return f"{whole.replace(thousands, '')}.{fraction}"


def repair_double_encoding(text: str) -> str | None:
    """What the text was before UTF-8 was read as something else and saved, or None.

    Call it before `clean`: broken letters contain no-break spaces that are part of them. Real
    words practically never form valid UTF-8 when written in these encodings.
    """
    if text.isascii():
        return None
    for encoding in ("cp1252", "mac_roman", "cp1256"):
        repaired = _read_again(text, encoding)
        if repaired is not None:
            return repaired
    return None


def _read_again(text: str, encoding: str) -> str | None:
    try:
        written = b"".join(
            # Bytes that the code page leaves open come through as control characters.
            bytes([ord(c)]) if "\x80" <= c <= "\x9f" else c.encode(encoding)
            for c in text
        )
        return written.decode("utf-8")
    except UnicodeError:
        return None
