"""What this visit has typed: kept in its own memory, and nowhere else."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import pandas as pd
import streamlit as st

from core.errors import UnreadableFile
from core.i18n import Lang
from pages.components import store
from pages.components.calculator import example
from pages.components.calculator.lists import (
    DEFAULTS,
    GRIDS,
    NO_LISTS,
    Line,
    Lines,
    Lists,
    is_filled,
)
from pages.components.calculator.paste import Pasted, pasted

_KEY = "calculator"
# Lines to begin with, so that nobody has to find out how one is added.
_BLANK = 5


@dataclass(frozen=True, slots=True, eq=False)
class Typed:
    """The lists as they stand.

    Attributes:
        lists: dataset to its lines.
        begun: dataset to the lines that its grid was given; the grid tells what changed since.
        version: counts up whenever lines come from elsewhere, so that grids begin anew.
        said: dataset to what became of the last paste: the rows, or why there are none.
    """

    lists: Lists = field(default_factory=lambda: NO_LISTS)
    begun: Lists = field(default_factory=lambda: NO_LISTS)
    version: int = 0
    said: Mapping[str, Pasted | UnreadableFile] = field(default_factory=dict)


def now() -> Typed:
    """What was typed so far."""
    kept = st.session_state.get(_KEY)
    return kept if isinstance(kept, Typed) else Typed()


def grid_key(dataset: str, lang: Lang) -> str:
    """The key of a grid: another one for other words, and for lines that came from elsewhere."""
    return f"calc_{dataset}_{lang}_{now().version}"


def frame_of(dataset: str, lang: Lang) -> pd.DataFrame:
    """What the grid is given: the same as long as it stands, so that it keeps what is typed."""
    typed = now()
    if grid_key(dataset, lang) not in st.session_state:
        lines = typed.lists[dataset] or (DEFAULTS,) * _BLANK
        st.session_state[_KEY] = replace(typed, begun={**typed.begun, dataset: lines})
    columns = GRIDS[dataset]
    rows = [[line.get(name) for name in columns] for line in now().begun[dataset]]
    return pd.DataFrame(rows, columns=list(columns), dtype="string")


def keep(dataset: str, edited: pd.DataFrame) -> None:
    """Keep what a grid shows; blank lines at its end are none."""
    rows = edited.astype("object").where(edited.notna(), None).to_dict("records")
    lines = [_line({str(name): text for name, text in row.items()}) for row in rows]
    while lines and not is_filled(lines[-1]):
        lines.pop()
    _put(replace(now(), lists={**now().lists, dataset: tuple(lines)}))


def load_example(lang: Lang) -> None:
    """Fill the lists with the example, in the reader's language."""
    _anew(example.lists(lang))


def clear() -> None:
    """Empty all lists."""
    _anew(NO_LISTS)


def take(dataset: str, box: str) -> None:
    """Add the rows of a text box to a list; the box is emptied where they were understood.

    Args:
        dataset: which list.
        box: the key of the text box.
    """
    typed = now()
    try:
        found = pasted(str(st.session_state.get(box, "")), dataset, store.known())
    except UnreadableFile as error:
        _put(replace(typed, said={**typed.said, dataset: error}))
        return
    lines: Lines = (*filter(is_filled, typed.lists[dataset]), *found.lines)
    _anew({**typed.lists, dataset: lines})
    _put(replace(now(), said={dataset: found}))
    if found.lines:
        st.session_state[box] = ""


def _line(row: Mapping[str, object]) -> Line:
    told = {name: " ".join(str(text).split()) for name, text in row.items() if text is not None}
    return {name: text for name, text in told.items() if text or name in DEFAULTS}


def _anew(lists: Lists) -> None:
    _put(Typed(lists=lists, version=now().version + 1))


def _put(typed: Typed) -> None:
    st.session_state[_KEY] = typed
