"""A text reduced to what bears on its period; `loaders.periods` reads the marks."""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache, lru_cache

from core.i18n.folding import fold_letters

_NOT_AFTER_LETTER = r"(?<![^\W\d_])"
_NOT_BEFORE_LETTER = r"(?![^\W\d_])"
_YEAR = r"(?:199\d|20[0-4]\d)"
_YEAR_BEFORE = r"(?:20[0-4]\d)"
_MONTH = r"(?:0[1-9]|1[0-2])"

_YEAR_FIRST = re.compile(rf"(?<![\w.])({_YEAR})([-/._ ])(\d\d?)\2(\d\d?)(?!\d)(?:[t ]\d\d:\S*)?")
_YEAR_LAST = re.compile(rf"(?<![^\W_])(?<![\d.])(\d\d?)([-/._])(\d\d?)\2({_YEAR})(?!\d)")
_COMPACT = re.compile(rf"(?<![^\W_])({_YEAR})({_MONTH})([0-2]\d|3[01])(?!\d)")
_COMPACT_MONTH = re.compile(rf"(?<![^\W_])({_YEAR})({_MONTH})(?![^\W_])")
_SEASON = re.compile(rf"(?<![^\W_])({_YEAR})[-/](\d\d)(?![^\W_])")
_YEAR_MONTH = re.compile(rf"(?<![^\W_])({_YEAR})[-/._](0?[1-9]|1[0-2])(?![^\W_])(?![-/.]\d)")
_MONTH_YEAR = re.compile(rf"(?<![^\W_])(?<!\d[-/.])(0?[1-9]|1[0-2])[-/._]({_YEAR})(?![^\W_])")
_NAMED_YEAR = re.compile(rf"(?<![\d{{\[])({_YEAR})(?:\.0)?(?!\d)")
# Neither a date nor a month (2022-13, 99/99/2022): the year in it is no more certain than the rest.
_BROKEN = re.compile(
    rf"(?<![^\W_])(?:(?:\d{{1,3}}[-/.])+{_YEAR}|(?!\d+\.0\b){_YEAR}(?:[-/.]\d{{1,3}})+)(?![^\W_])"
)
# A quarter or half that no year has (2022-Q5, trimestre 5 de 2022) leaves nothing certain either.
_NO_PART = (
    r"(?:[qt][ _-]?(?:0|[5-9]|\d\d+)|[hs][ _-]?(?:0|[3-9]|\d\d+)"
    r"|(?:quarter|qtr|trimestre|trim|ربع|الربع)\.?[ _-]*(?:0|[5-9]|\d\d+|الخامس|السادس)"
    r"|(?:[5-9]|\d\d+)(?:th|e|eme)?[ _-]*(?:quarter|qtr|trimestre|q))"
)
_BETWEEN = r"(?:[\W_]|of|de|لعام|من|عام|سنه|لسنه)*"
_NO_PART_OF_A_YEAR = re.compile(
    rf"(?<![^\W_])(?:{_NO_PART}{_BETWEEN}{_YEAR}|{_YEAR}{_BETWEEN}{_NO_PART})(?![^\W_])"
)
# Two letters and digits are a place code (SO2021), not a year.
_PLACE_CODE = re.compile(r"(?<![^\W_])[a-z]{2}\d{2,}(?![^\W_])")
_SHORT_YEAR = re.compile(r"(<\d\d-\d\d>)[-'’/]?([1-3]\d)(?![\w<])")
_DAY = re.compile(r"(?:[1-9]|[0-2]\d|3[01])(?:st|nd|rd|th|er|e)?")
_TO = re.compile(r"(?<![^\W_])(?:to|a|au|until|till|through|jusqu'au|الي|حتي)(?![^\W_])")
_AND = re.compile(r"(?<![^\W_])(?:and|et|و)(?![^\W_])|[&,;+،]")
_WORD = re.compile(r"[^\W_]+")
_MARK = re.compile(r"<\d\d-\d\d>|\{\d{4}\}|\[\d{4}\|\d\d\]|[~&]")

_ORDINALS = {
    1: r"1|1st|1er|1ere|i|first|premier|one|الاول",
    2: r"2|2nd|2e|2eme|2nde|ii|second|deuxieme|two|الثاني",
    3: r"3|3rd|3e|3eme|iii|third|troisieme|three|الثالث",
    4: r"4|4th|4e|4eme|iv|fourth|quatrieme|four|الرابع",
}
_WORDS = {  # months in the part: what it is called
    3: r"(?:quarter|qtr|qrtr|trimestre|trim|ربع|الربع)\.?",
    6: r"(?:half|semester|semestre|نصف|النصف)\.?",
}
# T1, S1 and H1 are also names of tables and sheets: they count only beside a year.
_SIGNS = {3: (r"q", r"[qt]"), 6: (r"(?!)", r"[hs]")}


def marks_of(text: str, months: Mapping[str, int]) -> tuple[str, bool]:
    """The marks of a text, and whether each could be read in one way only."""
    folded = fold_letters(text)
    if _NO_PART_OF_A_YEAR.search(folded):
        return "x", True
    marked = _with_parts(with_months(_with_numeric(folded), months))
    marked = _NAMED_YEAR.sub(r" {\1} ", _PLACE_CODE.sub(" x ", marked))
    certain = not any(int(m[1]) <= 12 and int(m[3]) <= 12 for m in _YEAR_LAST.finditer(folded))
    if "{" not in marked and _SHORT_YEAR.search(marked):
        marked, certain = _SHORT_YEAR.sub(r"\1 {20\2} ", marked), False
    return _compact(marked), certain


def _with_numeric(text: str) -> str:
    """Dates and months written in digits, the longest forms first."""
    text = _YEAR_FIRST.sub(lambda m: _dated(m, int(m[1]), int(m[3]), int(m[4])), text)
    text = _YEAR_LAST.sub(lambda m: _day_first(m, int(m[1]), int(m[3]), int(m[4])), text)
    text = _COMPACT.sub(lambda m: _dated(m, int(m[1]), int(m[2]), int(m[3])), text)
    text = _COMPACT_MONTH.sub(lambda m: _month_mark(m[2], m[1]), text)
    text = _YEAR_MONTH.sub(lambda m: _month_mark(m[2], m[1]), text)
    text = _MONTH_YEAR.sub(lambda m: _month_mark(m[1], m[2]), text)
    return _BROKEN.sub(" x ", _SEASON.sub(_season, text))


def _dated(found: re.Match[str], year: int, month: int, day: int) -> str:
    try:
        date(year, month, day)
    except ValueError:
        return found[0]
    return f" [{year}|{month:02}] "


def _day_first(found: re.Match[str], first: int, second: int, year: int) -> str:
    as_day_first = _dated(found, year, second, first)
    return as_day_first if as_day_first != found[0] else _dated(found, year, first, second)


def _month_mark(month: str, year: str) -> str:
    return f" <{int(month):02}-{int(month):02}> {{{year}}} "


def _season(found: re.Match[str]) -> str:
    """`2021-22` is two years; the century of the second is the first's."""
    year = int(found[1])
    return f" {{{year}}} ~ {{{year + 1}}} " if int(found[2]) == (year + 1) % 100 else found[0]


def with_months(text: str, months: Mapping[str, int]) -> str:
    """A folded text with every name of a month as `<02-02>`."""
    number = dict(months)
    pattern = _month_pattern(tuple(sorted(number, key=len, reverse=True)))

    def mark(found: re.Match[str]) -> str:
        month = number[" ".join(re.split(r"[\W_]+", found[0]))]
        return f"<{month:02}-{month:02}>"

    return pattern.sub(mark, text) if number else text


@lru_cache(maxsize=8)
def _month_pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    words = "|".join(r"[\W_]+".join(map(re.escape, name.split())) for name in names)
    return re.compile(f"{_NOT_AFTER_LETTER}(?:{words}){_NOT_BEFORE_LETTER}")


def _with_parts(text: str) -> str:
    """Quarters and halves of a year."""
    for pattern, mark in _part_patterns():
        text = pattern.sub(mark, text)
    return text


@cache
def _part_patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (_part_pattern(length, part), f" <{(part - 1) * length + 1:02}-{part * length:02}> ")
        for length in _WORDS
        for part in range(1, 12 // length + 1)
    )


def _part_pattern(length: int, part: int) -> re.Pattern[str]:
    (alone, beside), word, ordinal = _SIGNS[length], _WORDS[length], _ORDINALS[part]
    return re.compile(
        rf"(?:{_NOT_AFTER_LETTER}{alone}[ _-]?{part}|(?<![^\W_]){part}{alone}"
        rf"|(?<![^\W_]){beside}[ _-]?{part}(?=[\W_]*{_YEAR})"
        rf"|(?<={_YEAR_BEFORE}){beside}{part}|(?<={_YEAR_BEFORE}[ _-]){beside}{part}"
        rf"|(?<![^\W_])(?:{word}[ _-]*(?:{ordinal})|(?:{ordinal})[ _-]*{word}))(?![^\W_])"
    )


def _compact(marked: str) -> str:
    """Only the marks: what lies between them matters as a word or as a joint, else not."""
    joined = _AND.sub(" & ", _TO.sub(" ~ ", marked))
    pieces = re.split(f"({_MARK.pattern})", joined)
    compact = []
    for piece in pieces:
        if _MARK.fullmatch(piece):
            compact.append(piece)
        else:
            compact.extend("#" if _DAY.fullmatch(word) else "x" for word in _WORD.findall(piece))
    return "".join(compact)
