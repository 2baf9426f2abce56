"""What each sheet of a workbook may list, a line each."""

from collections.abc import Iterator, Sequence

from core.i18n import N_
from core.i18n.numbers import percent
from loaders.lists import SheetLists
from loaders.terminal.escaping import safe
from loaders.terminal.words import Words, aligned


def list_lines(lists: Sequence[SheetLists], words: Words) -> Iterator[str]:
    """Sheets and datasets, the likeliest first; nothing where there is one sheet only."""
    if len(lists) < 2:
        return
    yield ""
    yield words(N_("Sheets, and what they may list; --part takes several of them in one load"))
    yield from aligned((safe(one.sheet), _likely(one, words)) for one in lists)


def _likely(one: SheetLists, words: Words) -> str:
    named = (f"{each.dataset} {percent(each.confidence, words.lang)}" for each in one.likely)
    return " · ".join(named) or "–"
