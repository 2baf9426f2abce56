"""Numbers of a column: the sign of its decimals is decided over all of it, or stays open."""

from collections.abc import Iterator, Sequence
from typing import Literal

import pyarrow as pa

from loaders.columns import TextColumn
from loaders.issues import Code, Issue, Severity
from loaders.normalise import Conversion, ConversionKind, Number, number_of, western_digits
from loaders.row_detail import Detail
from loaders.unknown import stands_for_nothing
from loaders.vocabulary import Vocabulary

Sign = Literal[",", "."]
_SIGNS: tuple[Sign, ...] = (",", ".")


def decimal_sign(texts: Sequence[str]) -> Sign | None:
    """What parts decimals in this column; None where it does not say, or contradicts itself."""
    told = {sign for text in texts if (sign := _sign_told(text)) is not None}
    return told.pop() if len(told) == 1 else None


def _sign_told(text: str) -> Sign | None:
    """The decimal sign that a text by itself leaves no doubt about."""
    used: list[Sign] = [sign for c in text for sign in _SIGNS if c == sign]
    if not used or number_of(text) is None:
        return None
    if len(used) > 1 and len(set(used)) == 1:
        return "." if used[0] == "," else ","
    return used[-1]


def amounts(column: TextColumn, field: str, vocabulary: Vocabulary) -> Detail:
    """Numbers as they were written, `12,5`, `1 234`, `١٢٫٥`; null where a cell is none of them."""
    sign = decimal_sign(column.texts)
    read = [_plain(number_of(text, decimal=sign)) for text in column.texts]
    return _detail(column, field, _wanted(column, read), vocabulary)


def whole_numbers(column: TextColumn, field: str, vocabulary: Vocabulary) -> Detail:
    """Counts: whole and not negative; null where a cell is none."""
    sign = decimal_sign(column.texts)
    read = [_count(_plain(number_of(text, decimal=sign))) for text in column.texts]
    found = _detail(column, field, _wanted(column, read), vocabulary)
    return Detail(found.values.cast(pa.int32()), found.issues, found.conversions)


def _wanted(column: TextColumn, read: Sequence[float | None]) -> list[float | None]:
    """Without what a person does not want to be made a number of."""
    return [
        None if value is not None and not column.literal.isdisjoint(_made(text, value)) else value
        for text, value in zip(column.texts, read, strict=True)
    ]


def _made(text: str, value: float) -> tuple[ConversionKind, ...]:
    """What was done to a text to read it as a number; nothing to `12`."""
    western = western_digits(text)
    digits = (ConversionKind.DIGITS,) if western != text else ()
    return (ConversionKind.NUMBER, *digits) if western != written(value) else digits


def _plain(number: Number | None) -> float | None:
    return number.value if number and not number.percent else None


def _count(value: float | None) -> float | None:
    fits = value is not None and value.is_integer() and 0 <= value < 2**31
    return value if fits else None


def _detail(
    column: TextColumn, field: str, read: Sequence[float | None], vocabulary: Vocabulary
) -> Detail:
    return Detail(
        column.spread(read, pa.float64()),
        tuple(_issues(column, field, read, vocabulary)),
        tuple(_conversions(column, field, read)),
    )


def _issues(
    column: TextColumn, field: str, read: Sequence[float | None], vocabulary: Vocabulary
) -> Iterator[Issue]:
    unread = [
        (index, None)
        for index, text in enumerate(column.texts)
        if read[index] is None and not stands_for_nothing(text, vocabulary)
    ]
    two = [(at, None) for at, _ in unread if _could_be_two(column.texts[at])]
    none = [wrong for wrong in unread if wrong not in two]
    yield from column.issues(Code.NUMBER_AMBIGUOUS, Severity.WARNS, field, two)
    yield from column.issues(Code.NUMBER_IMPOSSIBLE, Severity.WARNS, field, none)


def _could_be_two(text: str) -> bool:
    return number_of(text) is None and all(number_of(text, decimal=sign) for sign in _SIGNS)


def _conversions(
    column: TextColumn, field: str, read: Sequence[float | None]
) -> Iterator[Conversion]:
    counts, first = column.counts().tolist(), column.first_rows()
    for at, (text, value) in enumerate(zip(column.texts, read, strict=True)):
        made = _made(text, value) if value is not None and counts[at] else ()
        if value is not None and made:
            where = (first[at], column.position)
            yield Conversion(field, text, written(value), counts[at], made[0], *where)


def written(value: float) -> str:
    """A number as a program writes it: no thousands, a point before decimals."""
    return str(int(value)) if value.is_integer() else repr(value)
