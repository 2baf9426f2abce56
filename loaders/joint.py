"""Cells that seem to name several organisations at once."""

import re
from collections.abc import Iterator

from core.i18n.folding import identity_key
from loaders.columns import TextColumn

# These join organisations and nothing else; the others stand within many a single name.
_SURELY = re.compile(r"\S\s*[+;؛]\s*\S|\S\s+/\s+\S")
_PERHAPS = re.compile(r"\s*[/,،&\n]\s*")
_LIKE_ACRONYM = re.compile(r"[A-Z][A-Z0-9.-]{1,9}")


def joint_texts(column: TextColumn) -> Iterator[int]:
    """Indexes of the texts that name several organisations.

    A stroke, comma, ampersand or line break joins organisations only where every part is one by
    itself: an acronym, or a name that stands alone in another cell.
    """
    alone = {identity_key(text) for text in column.texts}
    lines = {c.after: c.before for c in column.cleaned if "\n" in c.before.strip()}
    for index, text in enumerate(column.texts):
        if _SURELY.search(text) or _all_alone(_PERHAPS.split(lines.get(text, text)), alone):
            yield index


def _all_alone(parts: list[str], alone: set[str]) -> bool:
    named = [part for part in parts if part.strip()]
    return len(named) > 1 and all(
        _LIKE_ACRONYM.fullmatch(part.strip()) or identity_key(part) in alone for part in named
    )
