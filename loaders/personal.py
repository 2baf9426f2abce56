"""Columns about people: recognised here, dropped when columns are mapped, and never kept.

A person's name cannot be told from an organisation's by its letters, so names are found by the
heading alone; e-mail addresses and telephone numbers also by what stands in the cells.
"""

import re

from core.i18n.folding import fold, fold_letters
from loaders.content import Content
from loaders.hxl import is_personal, tag_of
from loaders.vocabulary import Vocabulary

_SHARE_OF_ADDRESSES = 0.2
_SHARE_OF_NUMBERS = 0.5
_SHORTEST_WORD = 4

_ADDRESS = re.compile(
    r"(?<![^\s@<>(),;:\"])[^\s@<>(),;:\"]+\s?(?:@|\[at\]|\(at\))\s?[\w-]+(?:\.[\w-]+)+",
    re.IGNORECASE,
)
# With a country's prefix, or parted into groups: a run of digits alone is a code or a figure.
_PREFIXED = re.compile(r"(?:\+|00)[1-9][\d\s().-]{6,18}\d")
_GROUPED = re.compile(r"\(?0?\d{1,4}\)?(?:[\s./-]\d{2,4}){2,5}")
_DATE = re.compile(r"\d{1,4}[-/. ]\d{1,2}[-/. ]\d{1,4}(?:[ t]\d{1,2}:.*)?", re.IGNORECASE)
_THOUSANDS = re.compile(r"\d{1,3}(?:[ .,]\d{3})+(?:[.,]\d+)?")


def has_personal_heading(content: Content, vocabulary: Vocabulary) -> bool:
    """Whether the heading or the hashtag announces names, addresses or numbers of people."""
    tag = tag_of(content.tag)
    if (tag and is_personal(tag)) or holds_address(content.heading):
        return True
    return _is_called(content, "personal_heading", vocabulary)


def lists_attendees(content: Content, vocabulary: Vocabulary) -> bool:
    """Whether the heading announces people in a list of who was there or spoke: `Name`, `Speaker`.

    In other files the same words are as often about organisations.
    """
    return _is_called(content, "attendee_heading", vocabulary)


def _is_called(content: Content, kind: str, vocabulary: Vocabulary) -> bool:
    headings = (content.heading, *content.shorter)
    return any(vocabulary.code(kind, text) is not None for text in headings)


def mentions_person(content: Content, vocabulary: Vocabulary) -> bool:
    """Whether a known personal heading stands within a longer one: `Contact e-mail (focal point)`.

    Weaker than `has_personal_heading`: for headings that mean nothing else to us.
    """
    folded = f" {fold(content.heading)} "
    return any(
        len(spelling.folded) >= _SHORTEST_WORD and f" {spelling.folded} " in folded
        for spelling in vocabulary.spellings.get("personal_heading", ())
        if spelling.folded not in _ALSO_OF_ORGANISATIONS
    )


# Within a longer heading these are as often about an organisation: `Nom du partenaire`.
_ALSO_OF_ORGANISATIONS = frozenset(map(fold, ("name", "names", "noms", "full name", "الاسم")))


def has_personal_content(content: Content) -> bool:
    """Whether the cells hold e-mail addresses or telephone numbers, a few strays apart."""
    return (
        content.share_of_cells(holds_address) >= _SHARE_OF_ADDRESSES
        or content.share_of_cells(_is_number_of_person) >= _SHARE_OF_NUMBERS
    )


def without_addresses(text: str) -> str:
    """The text of a cell; empty where it holds an e-mail address or is a telephone number.

    The whole cell goes: what stands beside an address may be the name of a person.
    """
    return "" if holds_address(text) or _is_number_of_person(text) else text


def holds_address(text: str) -> bool:
    """Whether an e-mail address stands in the text."""
    return _ADDRESS.search(text) is not None


def holds_number_of_person(text: str) -> bool:
    """Whether a telephone number stands within the text; a date or a period is none."""
    bare = fold_letters(text)
    found = (*_PREFIXED.finditer(bare), *_GROUPED.finditer(bare))
    return any(_is_number_of_person(match.group()) for match in found)


def _is_number_of_person(text: str) -> bool:
    bare = fold_letters(text).strip()
    digits = sum(map(str.isdigit, bare))
    if not 8 <= digits <= 15 or _DATE.fullmatch(bare) or _THOUSANDS.fullmatch(bare):
        return False
    return bool(_PREFIXED.fullmatch(bare) or _GROUPED.fullmatch(bare))
