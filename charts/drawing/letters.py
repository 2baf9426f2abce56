"""How wide text will be, and where it breaks: SVG does neither by itself."""

import re
import unicodedata

# Widths in ems of Noto Sans, rounded up: a label may stand too far away, never in another's place.
_THIN = set("iljtfrI.,:;'|!()[]·’‘ـ")
_BROAD = set("mwMWQO%@—…ÆŒ")
# A column as wide as its longest text comes out a hair narrower when ends are subtracted.
_ROUNDING = 0.01
# `(5 of 9)` and `(Q4 2025)` stay whole.
_SHORT_ASIDE = re.compile(r"\([^()]{1,18}\)")


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """About how wide the text is in the unit of its size, rather more than less."""
    return sum(map(_em, text)) * size * (1.07 if bold else 1.0)


def wrapped(text: str, room: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """The text in lines that fit; no-break spaces and short asides hold, long words are cut."""
    lines: list[str] = []
    held = _SHORT_ASIDE.sub(_held, text)
    whole = all(width_of(word, size, bold=bold) <= room for word in held.split(" "))
    for word in (held if whole else text).split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, size, bold=bold) <= room + _ROUNDING:
            lines[-1] = longer
        else:
            lines.extend(_pieces(word, room, size * (1.07 if bold else 1.0)))
    return tuple(lines)


def balanced(text: str, room: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """As `wrapped`, with lines of about one length: no last line of a single word."""
    lines = wrapped(text, room, size, bold=bold)
    longest = max(width_of(word, size, bold=bold) for word in text.split(" "))
    while len(lines) > 1 and room * 0.95 > max(size * 8, longest):
        room *= 0.95
        tighter = wrapped(text, room, size, bold=bold)
        if len(tighter) > len(lines):
            break
        lines = tighter
    return lines


def _held(aside: re.Match[str]) -> str:
    return aside[0].replace(" ", "\u00a0")


def _pieces(word: str, room: float, size: float) -> list[str]:
    pieces = [""]
    for letter in word:
        if pieces[-1] and width_of(pieces[-1] + letter, size) > room:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def _em(letter: str) -> float:
    if unicodedata.category(letter) in {"Mn", "Cf"}:
        return 0.0
    if letter in _THIN:
        return 0.36
    if letter in _BROAD:
        return 0.95
    if letter.isspace():
        return 0.27
    if unicodedata.east_asian_width(letter) in "WF":
        return 1.05
    return 0.68 if letter.isupper() else 0.59
