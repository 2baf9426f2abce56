"""Several organisations in one cell: where a person says so, it is taken apart at these signs.

A name that is known as one organisation stays whole whatever signs it holds. `&`, the comma and the
words for `and` stand within so many names that they part only what is an organisation by itself.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from core.i18n.folding import fold
from loaders.joint import stands_alone
from loaders.known import Knowledge
from loaders.normalise import clean

# In the order in which they are looked for: the first ones part the longest pieces.
SIGNS: Mapping[str, re.Pattern[str]] = {
    "line": re.compile(r"\s*[\r\n\v\u2028\u2029]\s*"),
    ";": re.compile(r"\s*[;؛]\s*"),
    "+": re.compile(r"\s*\+\s*"),
    "/": re.compile(r"\s*/\s*"),
    ",": re.compile(r"\s*[,،]\s*"),
    "&": re.compile(r"\s*&\s*"),
    "and": re.compile(r"\s+and\s+", re.IGNORECASE),
    "et": re.compile(r"\s+et\s+", re.IGNORECASE),
    "و": re.compile(r"\s+و\s+"),
}
CAREFUL = frozenset((",", "&", "and", "et", "و"))
_KINDS = ("national_society", "red_cross_international", "family")
_BETWEEN_NAMES = re.compile(r"[+/;؛,،&\n()]")
_OPENING, _CLOSING = "([{«“", ")]}»”"


@dataclass(frozen=True, slots=True)
class Parts:
    """A cell taken apart.

    Attributes:
        texts: the organisations in their order; one where nothing was to be parted.
        whole: names that hold a sign and were left whole, because they are known as one.
    """

    texts: tuple[str, ...]
    whole: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Splitting:
    """How the cells of a file are taken apart.

    Attributes:
        signs: those that a person said, of SIGNS.
        alone: keys of the names that stand alone in a cell of the file.
    """

    signs: Collection[str]
    knowledge: Knowledge
    alone: Collection[str] = field(default=frozenset())

    def parts(self, text: str) -> Parts:
        """The organisations of a cell, as written; their order is that of the cell."""
        pieces, whole = [text], dict[str, None]()
        for sign in (sign for sign in SIGNS if sign in self.signs):
            cut: list[str] = []
            for piece in pieces:
                found = self._at(SIGNS[sign], piece, careful=sign in CAREFUL)
                if (
                    found == [piece]
                    and SIGNS[sign].search(piece.strip())
                    and is_one(piece, self.knowledge)
                ):
                    whole[clean(piece)] = None
                cut += found
            pieces = cut
        if len(pieces) == 1:
            return Parts((text,), tuple(whole))
        return Parts(tuple(map(clean, pieces)), tuple(whole))

    def pieces(self, text: str) -> list[str]:
        """A text that goes with the cell (types, acronyms), at the same signs; blanks count."""
        pieces = [text]
        for sign in (sign for sign in SIGNS if sign in self.signs):
            pieces = [part for piece in pieces for part in SIGNS[sign].split(piece.strip())]
        return [clean(piece) for piece in pieces]

    def _at(self, sign: re.Pattern[str], piece: str, *, careful: bool) -> list[str]:
        if (
            is_one(piece, self.knowledge)
            or self.knowledge.vocabulary.code("placeholder", piece) is not None
        ):
            return [piece]
        found = [part for part in sign.split(piece) if fold(part)]
        if len(found) < 2 or not all(map(_is_name, found)):
            return [piece]
        if careful and not all(
            is_one(p, self.knowledge) or stands_alone(p, self.alone) for p in found
        ):
            return [piece]
        return found


def is_one(text: str, knowledge: Knowledge) -> bool:
    """Whether a text is known as one organisation: a person said so, a society, a family."""
    if fold(text) in knowledge.registered:
        return True
    if any(knowledge.vocabulary.code(kind, text) is not None for kind in _KINDS):
        return True
    # One national society by its names in two languages.
    parts = [part for part in _BETWEEN_NAMES.split(text) if fold(part)]
    told = {knowledge.movement.society([part], declared=False) for part in parts}
    return len(told) == 1 and None not in told


def _is_name(part: str) -> bool:
    """Not one letter (`J/P Relief`), and no bracket left open: `Consortium (A + B)`."""
    return len(fold(part)) > 1 and all(
        part.count(opening) == part.count(closing)
        for opening, closing in zip(_OPENING, _CLOSING, strict=True)
    )
