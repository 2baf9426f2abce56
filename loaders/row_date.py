"""The day of each row, where a dataset is about days: meetings, allocations, events."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import pyarrow as pa

from loaders.columns import TextColumn
from loaders.days import DateOrder, Days, days_of
from loaders.groups import NOTHING
from loaders.issues import Code, Issue, Severity
from loaders.normalise import Conversion, ConversionKind
from loaders.row_detail import missing
from loaders.unknown import stands_for_nothing
from loaders.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class RowDates:
    """For each row its day, as 2022-02-14; null where the cell gives none.

    Attributes:
        period: the column that periods are read from: the month of the day, else what the cell or
            the file's own column of periods says.
        needed: the dataset's rows are about days, and nothing wider will do.
    """

    day: pa.Array
    period: TextColumn
    needed: bool
    issues: tuple[Issue, ...]
    conversions: tuple[Conversion, ...]


def row_dates(
    columns: Mapping[str, TextColumn],
    order: DateOrder | None,
    vocabulary: Vocabulary,
    *,
    needed: bool,
) -> RowDates:
    """Read the column `date`; which of day and month comes first is decided over all of it."""
    column = columns["date"]
    found = days_of(column.texts, vocabulary.months, order)
    if ConversionKind.DATE in column.literal:
        found = _as_written(column.texts, found)
    iso = [day.isoformat() if day else None for day in found.days]
    open_ = [(index, None) for index in found.could_be_two]
    return RowDates(
        column.spread(iso, pa.string()),
        _months(columns, found),
        needed,
        (
            *column.issues(Code.DATE_AMBIGUOUS, Severity.BLOCKS_FILE, "date", open_[:1]),
            *(_undated(column, found, vocabulary) if needed else ()),
        ),
        tuple(_conversions(column, found)),
    )


def _as_written(texts: Sequence[str], found: Days) -> Days:
    """Only what is written as 2022-02-14 is a day."""
    kept = (
        day if day is not None and text == day.isoformat() else None
        for text, day in zip(texts, found.days, strict=True)
    )
    return Days(tuple(kept), ())


def _undated(column: TextColumn, found: Days, vocabulary: Vocabulary) -> Iterator[Issue]:
    """Texts that give no day, where a day is needed, and cells that give nothing."""
    wrong = [
        (index, None)
        for index, text in enumerate(column.texts)
        if found.days[index] is None
        and index not in found.could_be_two
        and not stands_for_nothing(text, vocabulary)
    ]
    yield from missing(column, "date", vocabulary, Severity.DROPS_ROW)
    yield from column.issues(Code.DATE_IMPOSSIBLE, Severity.DROPS_ROW, "date", wrong)


def _months(columns: Mapping[str, TextColumn], found: Days) -> TextColumn:
    """One column of both: the cell's own date, and the file's period where that is blank."""
    own, other = columns["date"], columns["period"]
    texts = (*map(_month, own.texts, found.days), *other.texts)
    shifted = np.where(other.codes == NOTHING, NOTHING, other.codes + len(own.texts))
    codes = np.where(own.empty, shifted, own.codes)
    return replace(
        own,
        texts=texts,
        codes=codes,
        position=own.position or other.position,
        literal=own.literal | other.literal,
    )


def _month(text: str, day: date | None) -> str:
    return f"{day:%Y-%m}" if day else text


def _conversions(column: TextColumn, found: Days) -> Iterator[Conversion]:
    counts, first = column.counts().tolist(), column.first_rows()
    for at, (text, day) in enumerate(zip(column.texts, found.days, strict=True)):
        if day is not None and counts[at] and text != day.isoformat():
            where = (first[at], column.position)
            yield Conversion("date", text, day.isoformat(), counts[at], ConversionKind.DATE, *where)
