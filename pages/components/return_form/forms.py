"""Returns under way, kept on the server for a week: a dropped line costs nothing."""

from concurrent.futures import Future
from dataclasses import dataclass, field

import pandas as pd
import streamlit as st

from loaders import Receipt, Rehearsal
from loaders.returns import Answers, Origin, Taken
from pages.components.upload.drafts import Drafts

_WEEK_SECONDS = 7 * 24 * 60 * 60
_MOST_FORMS = 300


@dataclass(frozen=True, slots=True, eq=False)
class Tried:
    """What was made of the answers, for one workbook and one state of the store.

    Attributes:
        rehearsed: None where the answers are refused.
    """

    file_name: str
    content: bytes
    event: int
    taken: Taken
    rehearsed: Future[Rehearsal[pd.DataFrame]] | None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Form:
    """One return under way.

    Attributes:
        key: under which it is found again; random.
        step: 1 which mechanism, 2 the questions, 3 what would change, 4 the receipt.
        answers: what was answered so far.
        mechanism: its number in the store; None: a new one, or not chosen yet.
        chosen: whether a mechanism was chosen, a new one included.
        origins, meetings: where prefilled answers come from, and days of meetings known already.
        beginning: counts how often it began anew; widgets of an earlier beginning are forgotten.
        handed_over: name and bytes of a workbook that was uploaded; None once an answer differs.
        gone_confirmed: the attempt whose vanishing names a person has confirmed.
        office: as typed, not yet judged.
        published: the commit, running or done; None: not asked for.
    """

    key: str
    step: int = 1
    answers: Answers = field(default_factory=Answers)
    mechanism: int | None = None
    chosen: bool = False
    origins: tuple[Origin, ...] = ()
    meetings: tuple[str, ...] = ()
    beginning: int = 0
    handed_over: tuple[str, bytes] | None = None
    tried: Tried | None = None
    gone_confirmed: Tried | None = None
    office: str = ""
    published: Future[tuple[Receipt, ...]] | None = None

    @property
    def size(self) -> int:
        """Bytes of what is heavy: workbooks."""
        tried = len(self.tried.content) if self.tried else 0
        return tried + (len(self.handed_over[1]) if self.handed_over else 0)


@st.cache_resource(show_spinner=False)
def kept() -> Drafts[Form]:
    """The returns under way on this server."""
    return Drafts(lifetime=_WEEK_SECONDS, most=_MOST_FORMS)
