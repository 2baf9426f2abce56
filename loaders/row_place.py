"""The country, hub, level and first-level area of each row."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from core.i18n.folding import fold
from loaders.columns import TextColumn
from loaders.groups import NOTHING
from loaders.issues import Code, Issue, Severity
from loaders.unknown import unknown_values
from loaders.vocabulary import Vocabulary

_BETWEEN_WORDS = re.compile(r"[\W_\d]+")


@dataclass(frozen=True, slots=True)
class RowCountries:
    """For each row its ISO3; null where it cannot be stored."""

    country: pa.Array
    guess: tuple[str, str] | None
    issues: tuple[Issue, ...]


def row_countries(
    column: TextColumn, chosen: str | None, names: Sequence[str], vocabulary: Vocabulary
) -> RowCountries:
    """The country of every row: from its cell, else a person's word, else a name."""
    guessed = None if chosen else country_in_names(names, vocabulary)
    fallback = chosen or (guessed[1] if guessed else None)
    codes = [vocabulary.code("country", text) for text in column.texts]
    issues = list(unknown_values(column, codes, vocabulary, "country", Severity.DROPS_ROW))
    empty = int(column.empty.sum())
    if empty and fallback is None:
        issues.append(_missing(column, empty))
    if empty and guessed:
        issues.insert(0, _guess_issue(Code.COUNTRY_GUESSED, "country", guessed))
    countries = column.spread(codes, pa.string(), empty=fallback)
    return RowCountries(countries, guessed if empty else None, tuple(issues))


def row_levels(
    columns: Mapping[str, TextColumn], vocabulary: Vocabulary, *, placed_below: bool
) -> tuple[pa.Array, tuple[Issue, ...]]:
    """The level of every row.

    A presence file that does not say speaks of the national level, place by place; a mechanism of
    a place is one below it (`placed_below`).
    """
    column = columns["level"]
    codes = [vocabulary.code("level", text) for text in column.texts]
    issues = tuple(unknown_values(column, codes, vocabulary, "level", Severity.WARNS))
    levels = column.spread(codes, pa.string())
    if placed_below:
        placed = pa.array(~columns["place"].empty | ~columns["place_code"].empty)
        below = pc.if_else(placed, "subnational", pa.scalar(None, pa.string()))
        levels = pc.coalesce(levels, below)
    return levels.fill_null("national"), issues


def without_levels(
    columns: Mapping[str, TextColumn], vocabulary: Vocabulary
) -> Mapping[str, TextColumn]:
    """The columns, with a level that stands in the place's cell (`National`) moved to its own.

    A type that tells the level as well (`Subnational cluster`) is left where it is.
    """
    place = columns["place"]
    said = _tells_level(place, vocabulary)[place.codes]
    if said.any():
        cleared = replace(place, codes=np.where(said, NOTHING, place.codes))
        columns = {**_with_levels(columns, place, said), "place": cleared}
    kind = columns["mechanism_type"]
    told = _tells_level(kind, vocabulary)[kind.codes]
    return _with_levels(columns, kind, told) if told.any() else columns


def _tells_level(column: TextColumn, vocabulary: Vocabulary) -> np.ndarray:
    return np.array([*(vocabulary.code("level", text) is not None for text in column.texts), False])


def _with_levels(
    columns: Mapping[str, TextColumn], other: TextColumn, said: np.ndarray
) -> Mapping[str, TextColumn]:
    """The level's blank cells filled from another column, in the rows where that tells it."""
    level = columns["level"]
    texts = (*level.texts, *other.texts)
    codes = np.where(said & level.empty, other.codes + len(level.texts), level.codes)
    position = level.position or other.position
    return {**columns, "level": replace(level, texts=texts, codes=codes, position=position)}


def place_keys(place: TextColumn, code: TextColumn) -> pa.Array:
    """What tells first-level areas apart: the folded name, else the folded code."""
    return pc.coalesce(place.map(_folded, pa.string()), code.map(_folded, pa.string()))


def _folded(text: str) -> str | None:
    return fold(text) or None


def country_in_names(names: Sequence[str], vocabulary: Vocabulary) -> tuple[str, str] | None:
    """The one country that a name mentions; two different ones are no guess."""
    for name in names:
        found = set(_countries_in(name, vocabulary.code))
        if len(found) == 1:
            return name, found.pop()
    return None


def _countries_in(name: str, code: Callable[[str, str], str | None]) -> list[str]:
    """Runs of up to four words; a short word counts only when written in capitals: `TCD`."""
    stem = name.rsplit(".", 1)[0] if "." in name[-6:] else name
    words = [word for word in _BETWEEN_WORDS.split(stem) if word]
    found = []
    for size in (4, 3, 2, 1):
        for start in range(len(words) - size + 1):
            run = words[start : start + size]
            known = code("country", " ".join(run))
            if known and (len(" ".join(run)) > 3 or _is_code(run[0], name)):
                found.append(known)
    return found


def _is_code(word: str, name: str) -> bool:
    # Names of files come in small letters throughout; a two-letter word is then too often a word.
    return len(word) == 3 and (word.isupper() or name.islower())


def _missing(column: TextColumn, empty: int) -> Issue:
    whole = column.position is None
    return Issue(
        code=Code.COUNTRY_MISSING,
        severity=Severity.BLOCKS_FILE if whole else Severity.DROPS_ROW,
        row=None if whole else int(column.numbers[column.empty.argmax()]),
        column=column.position,
        field="country",
        count=empty,
    )


def _guess_issue(code: Code, field: str, guess: tuple[str, str]) -> Issue:
    return Issue(
        code=code, severity=Severity.WARNS, field=field, value=guess[0], suggestion=guess[1]
    )
