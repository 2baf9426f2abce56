"""Values that are in none of our lists: said once each, with what was perhaps meant."""

from collections.abc import Iterator, Sequence

from core.i18n.folding import fold
from loaders.columns import TextColumn
from loaders.issues import Code, Issue, Severity
from loaders.vocabulary import Vocabulary

# A column with more unknown texts than this holds something else than we take it for; looking for
# the nearest spelling of each would take minutes.
_MOST_SUGGESTIONS = 500


def unknown_values(
    column: TextColumn,
    codes: Sequence[object | None],
    vocabulary: Vocabulary,
    kind: str,
    severity: Severity = Severity.WARNS,
    *,
    field: str | None = None,
) -> Iterator[Issue]:
    """One issue for each distinct text whose code is None; a placeholder is as good as blank.

    `field` is what the column holds, where that is not called as the kind of its words.
    """
    near: list[tuple[int, str | None]] = []
    far: list[tuple[int, str | None]] = []
    for index, code in enumerate(codes):
        if code is None and not stands_for_nothing(column.texts[index], vocabulary):
            asked = len(near) + len(far) < _MOST_SUGGESTIONS
            meant = vocabulary.suggest(kind, column.texts[index]) if asked else None
            if meant and fold(meant[1]) == fold(column.texts[index]):
                meant = None  # it is known, and a person does not want it to be taken for that
            (near if meant else far).append((index, meant[1] if meant else None))
    yield from column.issues(Code.VALUE_NEAR_LIST, severity, field or kind, near)
    yield from column.issues(Code.VALUE_NOT_IN_LIST, severity, field or kind, far)


def stands_for_nothing(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a cell holds a mark for `nothing here`, such as `-` or `n/a`."""
    return not fold(text) or vocabulary.code("placeholder", text) is not None
