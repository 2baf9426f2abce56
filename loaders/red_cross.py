"""Red Cross and Red Crescent: a type does not tell the national society from a foreign one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from core.i18n.folding import fold
from core.storage.cursor import Cursor

INTERNATIONAL = "INT"
_PHRASES = tuple(
    fold(phrase)
    for phrase in (
        "Red Cross",
        "Red Crescent",
        "Croix-Rouge",
        "Croissant-Rouge",
        "الصليب الأحمر",
        "الهلال الأحمر",
    )
)


@dataclass(frozen=True, slots=True)
class Movement:
    """The names that settle it.

    Attributes:
        societies: folded name or acronym -> ISO3 of the society's country.
        international: folded names and acronyms of ICRC and IFRC.
    """

    societies: Mapping[str, str]
    international: frozenset[str]

    def society(self, texts: Iterable[str], *, declared: bool) -> str | None:
        """ISO3 of the national society that these names say, INTERNATIONAL, or None.

        An acronym alone settles only what the file declares to be Red Cross: CRS is also Catholic
        Relief Services. A name that says Red Cross and no country stays open.
        """
        for text in texts:
            found = self._one(fold(text), declared=declared)
            if found is not None:
                return found
        return None

    def _one(self, folded: str, *, declared: bool) -> str | None:
        if folded in self.international:
            return INTERNATIONAL
        if not declared and not any(phrase in folded for phrase in _PHRASES):
            return None
        return self.societies.get(folded) or self._within(folded)

    def _within(self, folded: str) -> str | None:
        """A longer name holds a society's: `Somali Red Crescent Society Puntland (SRCS)`."""
        padded = f" {folded} "
        held = [name for name in self.societies if " " in name and f" {name} " in padded]
        if held:
            return self.societies[max(held, key=len)]
        holds = any(" " in name and f" {name} " in padded for name in self.international)
        return INTERNATIONAL if holds else None


def movement(cur: Cursor) -> Movement:
    """Read the names from the reference tables."""
    societies = cur.rows("SELECT folded, code FROM alias WHERE kind = 'national_society'")
    international = cur.rows("SELECT folded FROM alias WHERE kind = 'red_cross_international'")
    return Movement(dict(societies), frozenset(folded for (folded,) in international))
