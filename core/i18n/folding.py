"""Two keys of a text: one to match spellings, one to tell organisations apart.

They are kept apart because they fail in opposite ways. Matching an alias must forgive accents and
letter forms; the identity of an organisation must not, or two organisations become one.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

# Arabic-Indic and Persian digits, which Python's own number readers treat unevenly.
WESTERN_DIGITS = {zero + digit: str(digit) for zero in (0x0660, 0x06F0) for digit in range(10)}

# What decomposing leaves: letters of their own, or other scripts' forms of the same Arabic letter.
_SAME_LETTER = str.maketrans(
    {
        "œ": "oe",
        "æ": "ae",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ı": "i",
        "ٱ": "ا",
        "ى": "ي",
        "ی": "ي",
        "ے": "ي",
        "ک": "ك",
        "ة": "ه",
        "ۃ": "ه",
        "ہ": "ه",
        "ھ": "ه",
        "ە": "ه",
        "ـ": None,
    }
)


class Letters(dict[int, int | None]):
    """For `str.translate`: letters stay, but for those that are dropped; each is judged once."""

    def __init__(self, dropped: Callable[[str], bool]) -> None:
        super().__init__()
        self._dropped = dropped

    def __missing__(self, code: int) -> int | None:
        """Judge a letter that is met for the first time."""
        self[code] = None if self._dropped(chr(code)) else code
        return self[code]


def is_invisible(letter: str) -> bool:
    """Whether a letter is a mark of control or format, and no blank."""
    return not letter.isspace() and unicodedata.category(letter) in {"Cf", "Cc"}


_WITHOUT_MARKS = Letters(lambda letter: unicodedata.category(letter) in {"Mn", "Cf"})
_VISIBLE = Letters(is_invisible)
_SEPARATORS = re.compile(r"[\W_]+")


@lru_cache(maxsize=16_384)
def fold(text: str) -> str:
    """The text as it is matched, never as it is stored or shown.

    Without case, accents, vowel marks, tatweel and invisible characters; forms of alef, hamza on a
    carrier, yeh, heh and kaf are one; digits are Western; anything else is one blank.
    """
    return _SEPARATORS.sub(" ", fold_letters(text)).strip()


def fold_letters(text: str) -> str:
    """As `fold`, with punctuation and blanks left where they stand: for dates and the like."""
    if text.isascii():
        return text.lower()
    folded = unicodedata.normalize("NFKC", text).casefold()
    apart = unicodedata.normalize("NFKD", folded).translate(_SAME_LETTER)
    return unicodedata.normalize("NFKC", apart.translate(_WITHOUT_MARKS)).translate(WESTERN_DIGITS)


@lru_cache(maxsize=16_384)
def identity_key(text: str) -> str:
    """What tells one organisation from another in a file.

    NFKC, without invisible characters, blanks collapsed, without case: accents, punctuation and
    letter forms stay, because a person decides whether they make two organisations one.
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.split()).lower()
    visible = unicodedata.normalize("NFKC", text).translate(_VISIBLE)
    return unicodedata.normalize("NFKC", " ".join(visible.split()).casefold())
