"""Values that are in none of our lists: said once each, with what was perhaps meant."""

import heapq
from collections.abc import Iterator, Sequence

from core.i18n.folding import fold
from loaders.columns import TextColumn
from loaders.issues import Code, Issue, Severity
from loaders.vocabulary import Vocabulary

# A column with more unknown texts than this holds something else than we take it for; looking for
# the nearest spelling of each would take minutes; the most frequent are asked.
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
    unknown = [
        index
        for index, code in enumerate(codes)
        if code is None and not stands_for_nothing(column.texts[index], vocabulary)
    ]
    counts = column.counts()
    asked = heapq.nsmallest(_MOST_SUGGESTIONS, unknown, key=lambda index: (-counts[index], index))
    meant = {index: _meant(vocabulary, kind, column.texts[index]) for index in asked}
    found = [(index, told[1] if (told := meant.get(index)) else None) for index in unknown]
    near = [one for one in found if one[1] is not None]
    far = [one for one in found if one[1] is None]
    yield from column.issues(Code.VALUE_NEAR_LIST, severity, field or kind, near)
    yield from column.issues(Code.VALUE_NOT_IN_LIST, severity, field or kind, far)


def _meant(vocabulary: Vocabulary, kind: str, text: str) -> tuple[str, str] | None:
    """What was perhaps meant; not what a person does not want it to be taken for."""
    meant = vocabulary.suggest(kind, text)
    return None if meant and fold(meant[1]) == fold(text) else meant


def stands_for_nothing(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a cell holds a mark for `nothing here`, such as `-` or `n/a`."""
    return not fold(text) or vocabulary.code("placeholder", text) is not None
