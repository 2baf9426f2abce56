"""What was made of the texts of a file, shown to the person before anything is stored."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from core.i18n.folding import fold
from loaders.columns import TextColumn
from loaders.normalise import Conversion, ConversionKind
from loaders.refusals import own_names
from loaders.vocabulary import Vocabulary

_MATCHED = ("country", "cluster", "organisation_type", "level", "mechanism_type", "role")


def conversions_of(
    columns: Mapping[str, TextColumn], vocabulary: Vocabulary
) -> Iterator[Conversion]:
    """Blanks that were removed, once for each column; words that were taken for a code, each.

    Args:
        columns: those of the file; a distinct text is looked at once.
        vocabulary: the words of three languages.
    """
    for field, column in columns.items():
        yield from _blanks(field, column)
    for field in filter(columns.__contains__, _MATCHED):
        yield from _matched(field, columns[field], vocabulary)


def _blanks(field: str, column: TextColumn) -> Iterator[Conversion]:
    if column.cleaned:
        first = column.cleaned[0]
        cells = sum(text.cells for text in column.cleaned)
        yield Conversion(
            field,
            first.before,
            first.after,
            cells,
            ConversionKind.BLANKS,
            first.row,
            column.position,
        )


def _matched(field: str, column: TextColumn, vocabulary: Vocabulary) -> Iterator[Conversion]:
    if column.position is None:
        return
    counts, rows = column.counts(), column.first_rows()
    for index, text in enumerate(column.texts):
        code = vocabulary.code(field, text)
        if code is None or not counts[index] or fold(text) in own_names(field, code, vocabulary):
            continue
        yield Conversion(
            field,
            text,
            code,
            int(counts[index]),
            ConversionKind.MATCHED,
            rows[index],
            column.position,
        )


def short(conversion: Conversion, longest: int = 120) -> Conversion:
    """The conversion with examples that fit a line."""
    return replace(conversion, before=conversion.before[:longest], after=conversion.after[:longest])
