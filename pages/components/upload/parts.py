"""The lists of one file: which of them is open, what is said of the others, how far all came."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.i18n.periods import Period
from loaders import Choices
from loaders.issues import Issue, Report
from loaders.mending import Correction
from pages.components.upload.drafts import Draft, Part

# The steps up to here are walked for each list, those behind for all of them together.
LAST_OF_LIST = 6


@dataclass(frozen=True, slots=True)
class Wanted:
    """A sheet that is to be published, and as what; `period` is that of its name."""

    sheet: str
    dataset: str
    period: Period | None = None


def every(draft: Draft) -> tuple[Part, ...]:
    """All lists in the order of the sheets, the open one in its place."""
    here = Part(draft.dataset, draft.choices, draft.understood, draft.claim, draft.reached)
    return (*draft.beside[: draft.at], here, *draft.beside[draft.at :])


def sheet_of(part: Part) -> str:
    """The sheet of a list: as chosen, else as found; empty where there is none."""
    return part.choices.sheet or (part.understood.sheet if part.understood else None) or ""


def unfinished(draft: Draft) -> int | None:
    """The next list that has not come through the steps of a list; None where all others have."""
    lists = every(draft)
    turn = [(draft.at + ahead) % len(lists) for ahead in range(1, len(lists))]
    return next((at for at in turn if lists[at].reached <= LAST_OF_LIST), None)


def reached(draft: Draft) -> int:
    """The furthest step that may be opened; behind a list's own only when all have come there."""
    return draft.reached if unfinished(draft) is None else min(draft.reached, LAST_OF_LIST)


def opened(draft: Draft, at: int) -> Draft:
    """The draft with another list open, where that one had come to.

    Not at the step that is open now: its widgets would be taken for those of the other list.
    """
    if at == draft.at:
        return draft
    lists = every(draft)
    step = min(lists[at].reached, LAST_OF_LIST)
    return replace(_with(draft, lists, at), step=2 if step == draft.step else step)


def taken(draft: Draft, wanted: Sequence[Wanted]) -> Draft:
    """The draft with these lists, at least one; what was said of those that stay is kept."""
    known = {(sheet_of(part), part.dataset): part for part in every(draft)}
    here = (sheet_of(every(draft)[draft.at]), draft.dataset)
    kinds = Counter(one.dataset for one in wanted)
    lists = tuple(
        _said(known.get((one.sheet, one.dataset)), one, dated=kinds[one.dataset] > 1)
        for one in wanted
    )
    places = [(one.sheet, one.dataset) for one in wanted]
    at = places.index(here) if here in places else 0
    return replace(_with(draft, lists, at), published=None)


def without_open(draft: Draft) -> Draft:
    """The draft without the list that is open; the next one is open then."""
    following = unfinished(draft)
    at = (draft.at + 1) % len(every(draft)) if following is None else following
    rest = (*every(draft)[: draft.at], *every(draft)[draft.at + 1 :])
    kept = _with(draft, rest, at - (draft.at < at))
    return replace(kept, step=opened(draft, at).step, published=None)


def report(draft: Draft) -> Report:
    """What is said about all lists together, each thing once."""
    issues: dict[Issue, None] = {}
    for part in every(draft):
        issues |= dict.fromkeys(part.understood.issues if part.understood else ())
    return Report(tuple(issues))


def corrections(draft: Draft) -> tuple[Correction, ...]:
    """The cells mended by hand in any of the lists."""
    return tuple(one for part in every(draft) for one in part.choices.corrections)


def _said(part: Part | None, wanted: Wanted, *, dated: bool) -> Part:
    """A list as it stands, or begun; of several of one kind each has the months of its name."""
    part = part or Part(wanted.dataset, Choices())
    choices = replace(part.choices, sheet=wanted.sheet)
    if dated and choices.period is None:
        choices = replace(choices, period=wanted.period)
    return part if choices == part.choices else replace(part, choices=choices, reached=2)


def _with(draft: Draft, lists: Sequence[Part], at: int) -> Draft:
    here = lists[at]
    return replace(
        draft,
        dataset=here.dataset,
        choices=here.choices,
        understood=here.understood,
        claim=here.claim,
        reached=here.reached,
        at=at,
        typed={} if at != draft.at else draft.typed,
        beside=(*lists[:at], *lists[at + 1 :]),
    )
