"""Cells that seem to name several organisations at once."""

import re
from collections.abc import Collection, Iterator

from core.i18n.folding import identity_key
from loaders.columns import TextColumn

# These join organisations and nothing else; the others stand within many a single name.
_SURELY = re.compile(r"\S\s*[+;؛]\s*\S|\S\s+/\s+\S")
_PERHAPS = re.compile(r"\s*[/,،&\n]\s*")
_BETWEEN_SCRIPTS = re.compile(r"\s+[/|–—-]\s+|\s*[/|\n]\s*")
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_LIKE_ACRONYM = re.compile(r"[A-Z][A-Z0-9.-]{1,9}")


def joint_texts(column: TextColumn) -> Iterator[int]:
    """Indexes of the texts that name several organisations, see `is_joint`."""
    alone = {identity_key(text) for text in column.texts}
    lines = {c.after: c.before for c in column.cleaned if "\n" in c.before.strip()}
    for index, text in enumerate(column.texts):
        if is_joint(lines.get(text, text), alone):
            yield index


def is_joint(text: str, alone: Collection[str]) -> bool:
    """Whether a cell names several organisations.

    A stroke, comma, ampersand or line break joins organisations only where every part is one by
    itself: an acronym, or a name that stands alone in another cell.

    Args:
        text: the cell, with its line breaks.
        alone: keys of the names that stand alone in a cell.
    """
    if _in_two_scripts(text):
        return False
    if _SURELY.search(" ".join(text.split())):
        return True
    named = [part for part in _PERHAPS.split(text) if part.strip()]
    return len(named) > 1 and all(stands_alone(part, alone) for part in named)


def _in_two_scripts(text: str) -> bool:
    """`Hope Association / جمعية الأمل`: one name, once in each script."""
    parts = [part for part in _BETWEEN_SCRIPTS.split(text) if part.strip()]
    arabic = [bool(_ARABIC.search(part)) for part in parts]
    latin = [bool(_LATIN.search(part)) for part in parts]
    return len(parts) == 2 and sorted(arabic) == sorted(latin) == [False, True] and arabic != latin


def stands_alone(part: str, alone: Collection[str]) -> bool:
    """Whether a part of a cell is an organisation by itself."""
    return bool(_LIKE_ACRONYM.fullmatch(part.strip())) or identity_key(part) in alone
