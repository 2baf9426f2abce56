"""Organisations that may be one: proposed with the reason, decided by a person.

Across scripts and for acronyms no score says anything (an Arabic and a Latin name of one NGO score
10 of 100): there, only a name or an acronym that both bear is a reason.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import combinations

import numpy as np
from rapidfuzz import fuzz, process

from core.i18n.folding import fold, identity_key
from core.storage.cursor import Cursor
from loaders.acronyms import acronym_decisions
from loaders.registry import standing

# Shorter texts and single words are alike by chance, and acronyms are both.
_SHORTEST = 8
_NEAR = 90.0
_ACRONYM = re.compile(r"[^\W\d_][\w&./-]{1,11}")
_IN_BRACKETS = re.compile(r"[(\[“\"]\s*([^()\[\]“”\"]{2,12}?)\s*[)\]”\"]")
_IN_FRONT = re.compile(r"^\s*([\w&./]{2,12}(?:-\w{1,3})?)\s*(?:\s[-–—]|:)\s+\S")


class Reason(StrEnum):
    """Why two organisations, or the names of one acronym, are shown to a person: surest first."""

    SAME_FOLDED = "same-folded"
    SAME_NAME = "same-name"
    ACRONYM_IN_NAME = "acronym-in-name"
    SAME_ACRONYM = "same-acronym"
    SEVERAL_NAMES = "several-names"
    NEAR_SPELLING = "near-spelling"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A question about organisations of one country.

    Attributes:
        first: key of the one with fewer rows, which would be counted as the second.
        second: key; None where the question is whether all names of the acronym are one.
        evidence: the texts of the files that speak for it, those of the first before the second's.
    """

    country: str
    first: str
    second: str | None
    reason: Reason
    evidence: tuple[str, ...]


@dataclass(slots=True)
class _Named:
    """An organisation as the files in force name it."""

    key: str
    shown: str
    rows: int = 0
    names: Counter[str] = field(default_factory=Counter)
    acronyms: Counter[str] = field(default_factory=Counter)

    def texts(self) -> list[str]:
        """What may be misspelt: its names; what tells it apart where it has none."""
        return list(self.names) or [self.shown]


_Likeness = tuple[_Named, _Named, Reason, tuple[str, ...]]
_Acronyms = Mapping[str, Mapping[str, str]]
_Texts = Callable[[_Named], Mapping[str, str]]

_NAMED = """
SELECT
    o.identity_key,
    o.name,
    f.organisation_reported,
    f.acronym_reported,
    count(*) AS rows
FROM v_named AS f
SEMI JOIN v_current_report AS v ON v.report = f.report
INNER JOIN organisation AS o ON o.organisation = f.organisation
WHERE o.country = $country
GROUP BY ALL
ORDER BY ALL
"""


def proposals(cur: Cursor, country: str) -> list[Proposal]:
    """What a person should be asked about the organisations of the files in force.

    One question a pair, with the surest reason; none about what was decided, by whatever detour.
    """
    every = _named(cur, country)
    decided = standing(cur, country)
    found: dict[frozenset[str], Proposal] = {}
    for one, other, reason, evidence in _likenesses(every):
        roots = frozenset(map(decided.counted_as, (one.key, other.key)))
        if len(roots) == 1 or decided.refusal(one.key, other.key):
            continue
        first, second = sorted((one, other), key=lambda named: (named.rows, named.key))
        told = evidence if first is one else evidence[::-1]
        proposal = Proposal(country, first.key, second.key, reason, told)
        found.setdefault(frozenset((one.key, other.key)), proposal)
    asked = [*found.values(), *_several_names(cur, country, every)]
    order = list(Reason)
    return sorted(asked, key=lambda p: (order.index(p.reason), p.first, p.second or ""))


def _named(cur: Cursor, country: str) -> list[_Named]:
    found: dict[str, _Named] = {}
    for key, shown, name, acronym, rows in cur.rows(_NAMED, {"country": country}):
        named = found.setdefault(key, _Named(key, shown))
        named.rows += rows
        if name:
            named.names[name] += rows
        if acronym:
            named.acronyms[acronym] += rows
    return list(found.values())


def _likenesses(every: list[_Named]) -> Iterator[_Likeness]:
    """Surest reasons first: the first one of a pair is kept."""
    yield from _sharing(every, Reason.SAME_FOLDED, lambda n: {fold(n.shown): n.shown})
    yield from _sharing(every, Reason.SAME_NAME, lambda n: {fold(t): t for t in n.names})
    own = {n.key: _own_acronyms(n) for n in every}
    inside = {n.key: _acronyms_inside(n) for n in every}
    for n, m in _meeting(every, own, inside):
        shared = sorted(own[n.key].keys() & inside[m.key].keys())
        evidence = (own[n.key][shared[0]], inside[m.key][shared[0]])
        yield n, m, Reason.ACRONYM_IN_NAME, evidence
    yield from _sharing(every, Reason.SAME_ACRONYM, lambda n: {**inside[n.key], **own[n.key]})
    yield from _near(every)


def _sharing(every: list[_Named], reason: Reason, texts_of: _Texts) -> Iterator[_Likeness]:
    """Pairs that bear the same text, once folded; both are shown as written."""
    bearers: dict[str, list[tuple[_Named, str]]] = defaultdict(list)
    for named in every:
        for folded, text in texts_of(named).items():
            if folded:
                bearers[folded].append((named, text))
    for _, listed in sorted(bearers.items()):
        for (one, text), (other, another) in combinations(listed, 2):
            yield one, other, reason, (text, another)


def _own_acronyms(named: _Named) -> Mapping[str, str]:
    """Acronyms that a file gives in its column, or that stand where the name should."""
    texts = [*named.acronyms, *(text for text in (named.shown, *named.names) if _is_acronym(text))]
    return {_bare(text): text for text in texts if _is_acronym(text)}


def _acronyms_inside(named: _Named) -> Mapping[str, str]:
    """Acronyms that a name brings along: `Example Association (EXA)`, `EXA - Example Association`.

    Shown with the whole name.
    """
    found = {}
    for text in (named.shown, *named.names):
        for match in (*_IN_BRACKETS.finditer(text), *_IN_FRONT.finditer(text)):
            if _is_acronym(match[1]):
                found[_bare(match[1])] = text
    return found


def _is_acronym(text: str) -> bool:
    """One word in capitals, at least two of them; other scripts have no capitals and none."""
    capitals = sum(c.isupper() for c in text)
    return bool(_ACRONYM.fullmatch(text)) and capitals >= 2 and capitals * 2 >= len(text)


def _bare(acronym: str) -> str:
    return fold(acronym).replace(" ", "")


def _meeting(
    every: list[_Named], own: _Acronyms, inside: _Acronyms
) -> Iterator[tuple[_Named, _Named]]:
    """(whose acronym it is, whose name holds it)."""
    holders: dict[str, list[_Named]] = defaultdict(list)
    for named in every:
        for acronym in inside[named.key]:
            holders[acronym].append(named)
    for named in every:
        for acronym in own[named.key]:
            yield from ((named, holder) for holder in holders[acronym] if holder is not named)


def _near(every: list[_Named]) -> Iterator[_Likeness]:
    """Names all but written alike: within one script, long enough, with the same figures."""
    by_script: dict[str, dict[str, tuple[_Named, str]]] = defaultdict(dict)
    for named in every:
        for text in named.texts():
            folded = fold(text)
            if len(folded) >= _SHORTEST and " " in folded and (script := _script(folded)):
                by_script[script].setdefault(folded, (named, text))
    for _, bearers in sorted(by_script.items()):
        texts = list(bearers)
        for i, j in np.argwhere(np.triu(_scores(texts), k=1) >= _NEAR).tolist():
            (one, text), (other, another) = bearers[texts[i]], bearers[texts[j]]
            if one is not other and _figures(texts[i]) == _figures(texts[j]):
                yield one, other, Reason.NEAR_SPELLING, (text, another)


def _scores(texts: list[str]) -> np.ndarray:
    """The better of two measures, as written and with the words in order; 0 below the limit."""
    ordered = [" ".join(sorted(text.split())) for text in texts]
    written, any_order = (
        process.cdist(way, way, scorer=fuzz.ratio, score_cutoff=_NEAR, dtype=np.uint8)
        for way in (texts, ordered)
    )
    found: np.ndarray = np.maximum(written, any_order)
    return found


def _script(folded: str) -> str | None:
    """LATIN, ARABIC and so on; None where letters of several stand in one text."""
    scripts = {unicodedata.name(c, "").partition(" ")[0] for c in folded if c.isalpha()}
    return scripts.pop() if len(scripts) == 1 else None


def _figures(folded: str) -> list[str]:
    return sorted(c for c in folded if c.isdigit())


def _several_names(cur: Cursor, country: str, every: Iterable[_Named]) -> Iterator[Proposal]:
    """Organisations told apart by an acronym that goes with several names."""
    decided = acronym_decisions(cur)
    for named in every:
        names = {identity_key(name): name for name in named.names}
        by_acronym = named.key in map(identity_key, named.acronyms)
        if by_acronym and len(names) > 1 and not decided.settle((country, named.key), names):
            evidence = tuple(name for name, _ in named.names.most_common())
            yield Proposal(country, named.key, None, Reason.SEVERAL_NAMES, evidence)
