"""What was made of the texts of a file, shown to the person before anything is stored."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from core.i18n.folding import fold
from loaders.columns import TextColumn
from loaders.normalise import Conversion, ConversionKind
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
        yield Conversion(field, first.before, first.after, cells, ConversionKind.BLANKS)


def _matched(field: str, column: TextColumn, vocabulary: Vocabulary) -> Iterator[Conversion]:
    if column.position is None:
        return
    counts = column.counts()
    for index, text in enumerate(column.texts):
        code = vocabulary.code(field, text)
        if code is None or not counts[index] or fold(text) in _names(field, code, vocabulary):
            continue
        yield Conversion(field, text, code, int(counts[index]), ConversionKind.MATCHED)


def _names(field: str, code: str, vocabulary: Vocabulary) -> set[str]:
    """The names that a code goes by in our own lists: nothing was made of these."""
    names: tuple[str, ...] = ()
    if field == "country":
        names = vocabulary.countries.get(code, ())
    elif field == "cluster":
        names = vocabulary.clusters[code].names if code in vocabulary.clusters else ()
    return {fold(code), *map(fold, names)}


def short(conversion: Conversion, longest: int = 120) -> Conversion:
    """The conversion with examples that fit a line."""
    return replace(conversion, before=conversion.before[:longest], after=conversion.after[:longest])
