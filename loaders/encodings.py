"""How the letters of a text file are written: told by its first bytes, valid UTF-8, or guessed."""

import codecs
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from charset_normalizer import from_bytes

from core.errors import UnreadableFile

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# In the order of preference where nothing tells them apart.
_LEGACY = ("cp1252", "cp1256", "mac_roman", "iso8859-6", "latin-1")
_FOREIGN_RUN = re.compile(rb"[\x00-\x7f]{0,2}[\x80-\xff]+[\x00-\x7f]{0,2}")
_RUNS = 3000
_SAMPLE = 1 << 16
_PIECE = 1 << 22
_COMMON_LETTERS = set("éèêëàâäçîïôöûùüñáíóúãõœæßÉÈÊÀÂÇÎÔÛÑÁÍÓÚÖÜœŒ")
# Left and right quotation marks, single and double; guillemets.
_QUOTES = set("\u2018\u2019\u201c\u201d«»")
# Dashes, ellipsis, degree, ordinal, euro, bullet, fixed blank; Arabic comma and its like.
_COMMON_MARKS = _QUOTES | set("\u2013\u2014\u2026°º€\u2022\xa0،؛؟")
_UNEXPLAINED = -3.0


@dataclass(frozen=True, slots=True)
class Letters:
    """A text in UTF-8 without a mark, how it was written, and whether that is a guess."""

    utf8: bytes
    encoding: str
    guessed: bool


def decoded(content: bytes, name: str, encoding: str | None = None) -> Letters:
    """The text of the file; with `encoding`, as the person says that it is written.

    Raises:
        UnreadableFile: `not-a-table` if it is no text; `corrupt-file` if it is cut off, or is not
            written in the encoding that its first bytes or the person name.
    """
    if encoding:
        return Letters(_transcoded(content, encoding, name), encoding, guessed=False)
    for mark, marked in _BOMS:
        if content.startswith(mark):
            return Letters(_transcoded(content, marked, name), marked, guessed=False)
    if b"\x00" in content:
        wide = _wide(content, name)
        return Letters(_transcoded(content, wide, name), wide, guessed=True)
    if _decodes(content, "utf-8"):
        return Letters(content, "utf-8", guessed=False)
    if _is_cut_off(content):
        raise UnreadableFile("corrupt-file", name=name)
    guess = _legacy(content, name)
    return Letters(_transcoded(content, guess, name), guess, guessed=True)


def _transcoded(content: bytes, encoding: str, name: str) -> bytes:
    try:
        utf8 = b"".join(piece.encode() for piece in _pieces(content, encoding))
    except (UnicodeError, LookupError) as error:
        raise UnreadableFile("corrupt-file", name=name) from error
    return utf8.removeprefix(codecs.BOM_UTF8)


def _pieces(content: bytes, encoding: str) -> Iterator[str]:
    """The text piece by piece: whole, a text with one rare letter takes four times its size."""
    decoder = codecs.getincrementaldecoder(encoding)(errors="strict")
    rest = memoryview(content)
    for start in range(0, len(rest), _PIECE):
        yield decoder.decode(rest[start : start + _PIECE], final=start + _PIECE >= len(rest))


def _is_cut_off(content: bytes) -> bool:
    """Whether it is UTF-8 but for its last letter, of which a part is missing."""
    for missing in (1, 2, 3):
        if content[-missing : -missing + 1 or None][:1] >= b"\xc0":
            whole = content[:-missing]
            return not whole.isascii() and _decodes(whole, "utf-8")
    return False


def _wide(content: bytes, name: str) -> str:
    """Which byte order UTF-16 without a mark has; text of another kind holds no zero bytes."""
    for order in ("utf-16-le", "utf-16-be"):
        try:
            text = str(memoryview(content)[: _SAMPLE & ~1], order)
        except UnicodeDecodeError:
            continue
        if all(_is_written(letter) for letter in text) and any(i in text for i in ",;\t|\r\n"):
            return order
    raise UnreadableFile("not-a-table", name=name)


def _is_written(letter: str) -> bool:
    """Whether offices here write it: the wrong byte order makes Chinese of Latin."""
    code = ord(letter)
    return letter in "\t\r\n" or 0x20 <= code < 0x0800 or 0x1E00 <= code < 0x2E80 or code >= 0xFB50


def _legacy(content: bytes, name: str) -> str:
    """The one-byte encoding in which the letters beyond ASCII make the most sense."""
    runs = [
        run.group() for run, _ in zip(_FOREIGN_RUN.finditer(content), range(_RUNS), strict=False)
    ]
    sample = b"\n".join(runs)
    scores = {encoding: _sense(sample, encoding) for encoding in _LEGACY}
    best = from_bytes(content[:_SAMPLE], cp_isolation=list(_LEGACY)).best()
    if best is not None and (hint := _named(best.encoding)) in scores:
        # Its opinion settles near ties only: on short files it errs.
        scores[hint] += 0.02 * len(runs)
    for encoding in sorted(_LEGACY, key=lambda encoding: -scores[encoding]):
        if scores[encoding] > _UNEXPLAINED * len(runs) / 2 and _decodes(content, encoding):
            return encoding
    raise UnreadableFile("not-a-table", name=name)


def _named(encoding: str) -> str:
    return {"latin_1": "latin-1", "iso8859_6": "iso8859-6"}.get(encoding, encoding)


def _decodes(content: bytes, encoding: str) -> bool:
    try:
        for _ in _pieces(content, encoding):
            pass
    except UnicodeDecodeError:
        return False
    return True


def _sense(sample: bytes, encoding: str) -> float:
    """How well each letter beyond ASCII goes with its neighbours, summed; -inf if undefined."""
    try:
        text = f"\n{sample.decode(encoding)}\n"
    except UnicodeDecodeError:
        return float("-inf")
    return sum(
        _fits(text[i - 1], text[i], text[i + 1])
        for i in range(1, len(text) - 1)
        if text[i] > "\x7f"
    )


def _fits(before: str, letter: str, after: str) -> float:
    neighbours = before + after
    if unicodedata.category(letter) in ("Cc", "Cn", "Co"):
        return _UNEXPLAINED
    if _is_arabic(letter):
        if any(_is_latin(other) for other in neighbours):
            return -2.0
        return 1.0 if any(_is_arabic(other) for other in neighbours) else 0.0
    if letter.isalpha():
        return _latin_fits(before, letter, neighbours)
    return _mark_fits(letter, neighbours)


def _latin_fits(before: str, letter: str, neighbours: str) -> float:
    if any(_is_arabic(other) for other in neighbours):
        return -2.0
    if before.islower() and letter.isupper():
        return -1.0
    if any(other > "\x7f" and other.isalpha() for other in neighbours):
        return -1.0
    if letter not in _COMMON_LETTERS:
        return -0.5
    return 1.0 if any(_is_latin(other) for other in neighbours) else 0.25


def _mark_fits(mark: str, neighbours: str) -> float:
    beside = sum(other.isalpha() for other in neighbours)
    if mark in _QUOTES and beside:
        return 1.0
    if beside == 2:
        return -1.0
    return 0.25 if mark in _COMMON_MARKS else -0.25


def _is_arabic(letter: str) -> bool:
    return "\u0620" <= letter <= "\u06ff" and letter.isalpha()


def _is_latin(letter: str) -> bool:
    return letter.isalpha() and letter < "\u0250"
