"""Cells that say one thing of a list, yes or no, a language or a number, row by row."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from core.i18n.folding import fold
from loaders.columns import TextColumn
from loaders.issues import Code, Issue, Severity
from loaders.normalise import Conversion, ConversionKind
from loaders.unknown import stands_for_nothing, unknown_values
from loaders.vocabulary import Vocabulary

_MEANING = {"yes": True, "no": False}
_BETWEEN = re.compile(r"\s*(?:[/,;،؛+&|]|\band\b|\bet\b|\sو\s?|\s-\s)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Detail:
    """What the cells of one column say, row by row; null where they do not, or are not known."""

    values: pa.Array
    issues: tuple[Issue, ...] = ()
    conversions: tuple[Conversion, ...] = ()


def listed(column: TextColumn, field: str, kind: str, vocabulary: Vocabulary) -> Detail:
    """Codes of a list of ours; `kind` is what its words are kept under."""
    codes = wanted(column, [vocabulary.code(kind, text) for text in column.texts])
    issues = unknown_values(column, codes, vocabulary, kind, field=field)
    made = matched(column, field, codes)
    return Detail(column.spread(codes, pa.string()), tuple(issues), tuple(made))


def yes_or_no(column: TextColumn, field: str, vocabulary: Vocabulary) -> Detail:
    """True, false, or null."""
    codes = wanted(column, [vocabulary.code("yes_no", text) for text in column.texts])
    issues = unknown_values(column, codes, vocabulary, "yes_no", field=field)
    meant = [_MEANING.get(code or "") for code in codes]
    made = matched(column, field, codes)
    return Detail(column.spread(meant, pa.bool_()), tuple(issues), tuple(made))


def languages(column: TextColumn, field: str, vocabulary: Vocabulary) -> Detail:
    """Codes of the languages of a cell, parted by blanks; null where one of them is not known."""
    codes = wanted(column, [_languages_in(text, vocabulary) for text in column.texts])
    issues = unknown_values(column, codes, vocabulary, "language", field=field)
    made = matched(column, field, codes)
    return Detail(column.spread(codes, pa.string()), tuple(issues), tuple(made))


def _languages_in(text: str, vocabulary: Vocabulary) -> str | None:
    whole = vocabulary.code("language", text)
    if whole is not None:
        return whole
    parts = [part for part in _BETWEEN.split(text) if part]
    codes = [vocabulary.code("language", part) for part in parts]
    known = [code for code in codes if code is not None]
    return " ".join(dict.fromkeys(known)) if known and len(known) == len(codes) else None


def wanted(column: TextColumn, codes: list[str | None]) -> list[str | None]:
    """Without the words that a person does not want to be taken for a code."""
    if ConversionKind.MATCHED not in column.literal:
        return codes
    pairs = zip(column.texts, codes, strict=True)
    return [code if code is not None and fold(text) == fold(code) else None for text, code in pairs]


def matched(column: TextColumn, field: str, codes: list[str | None]) -> Iterator[Conversion]:
    """Words that were taken for a code."""
    counts, first = column.counts().tolist(), column.first_rows()
    for at, (text, code) in enumerate(zip(column.texts, codes, strict=True)):
        if code is not None and counts[at] and fold(text) != fold(code):
            where = (first[at], column.position)
            yield Conversion(field, text, code, counts[at], ConversionKind.MATCHED, *where)


def missing(
    column: TextColumn, field: str, vocabulary: Vocabulary, severity: Severity
) -> Iterator[Issue]:
    """Cells that say nothing, where something is needed."""
    blank = [*(stands_for_nothing(text, vocabulary) for text in column.texts), True]
    rows = np.flatnonzero(np.array(blank)[column.codes])
    if len(rows) and column.position is not None:
        yield Issue(
            code=Code.VALUE_MISSING,
            severity=severity,
            row=int(column.numbers[rows[0]]),
            column=column.position,
            field=field,
            count=len(rows),
        )


def told(column: TextColumn, vocabulary: Vocabulary) -> pa.Array:
    """The texts, row by row; null where they stand for nothing."""
    return column.map(
        lambda text: None if stands_for_nothing(text, vocabulary) else text, pa.string()
    )
