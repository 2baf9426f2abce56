"""The heading of each column: rows joined, merged cells filled, hashtags split off."""

import re
from dataclasses import dataclass

from loaders.hxl import Tag, split_heading, tag_of

_BETWEEN_LANGUAGES = re.compile(r"[/|\n()–-]")
_ARABIC = re.compile(r"[\u0600-\u06ff]")

Row = tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """The rows of headings, from the top, and the row of hashtags, if any."""

    headings: tuple[Row, ...]
    tags: Row | None
    width: int


@dataclass(frozen=True, slots=True)
class ColumnHeading:
    """What one column is called, in full and shorter, and its hashtag."""

    text: str
    shorter: tuple[str, ...]
    tag: str | None


def column_headings(block: Block) -> tuple[ColumnHeading, ...]:
    """One heading for each column."""
    filled = [
        _filled_right(row, block.headings[at + 1]) if at + 1 < len(block.headings) else row
        for at, row in enumerate(block.headings)
    ]
    return tuple(
        _column_heading([row[at] for row in filled], block.tags[at] if block.tags else None)
        for at in range(block.width)
    )


def _filled_right(row: Row, under: Row) -> Row:
    """A merged cell spread over its columns; one that is merged downwards stays alone."""
    filled: list[str | None] = []
    spreading: str | None = None
    for cell, below in zip(row, under, strict=True):
        if cell is not None:
            spreading = cell if below is not None else None
        filled.append(cell if cell is not None or below is None else spreading)
    return tuple(filled)


def _column_heading(cells: list[str | None], tag_cell: str | None) -> ColumnHeading:
    parts = [split_heading(cell) for cell in cells if cell]
    within = [tag for _, tag in parts if tag]
    texts = [text for text, _ in parts if text]
    tag: Tag | None = tag_of(tag_cell) or (within[-1] if within else None)
    if not texts and tag_cell:
        texts = [tag_cell]
    joined = " ".join(" ".join(dict.fromkeys(map(_one_line, texts))).split())
    return ColumnHeading(joined, _shorter(texts, joined), str(tag) if tag else None)


def _shorter(texts: list[str], joined: str) -> tuple[str, ...]:
    if not texts:
        return ()
    last = texts[-1]
    first_line = next((line for line in last.splitlines() if line.strip()), last)
    readings = (
        _one_line(last),
        _one_line(first_line),
        _one_line(last.partition("(")[0]),
        *_of_each_script(last),
    )
    return tuple(dict.fromkeys(text for text in readings if text and text != joined))


def _of_each_script(text: str) -> tuple[str, ...]:
    """The halves of `Organisation / المنظمة`; parts in one script may be two different things."""
    parts = [_one_line(part) for part in _BETWEEN_LANGUAGES.split(text)]
    arabic = {_ARABIC.search(part) is not None for part in parts if part}
    return tuple(parts) if len(arabic) == 2 else ()


def _one_line(text: str) -> str:
    return " ".join(text.split())
