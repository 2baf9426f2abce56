"""Text that was UTF-8, taken for Windows-1252 and saved again: "Ã©" where "é" stood."""

import re
from collections.abc import Iterable, Iterator

import pyarrow as pa
import pyarrow.compute as pc

from loaders.issues import Code, Issue, Severity
from loaders.normalise import repair_double_encoding
from loaders.upload import Sheet

# The first bytes of UTF-8's two-byte letters in French and Arabic, as Windows-1252 shows them,
# and what Windows-1252 shows for the second bytes.
_FIRST = "ÂÃÅØÙÚÛ"
_SECOND = "".join(
    bytes([code]).decode("cp1252", errors="ignore") or chr(code) for code in range(0x80, 0xC0)
)
_PATTERN = f"[{_FIRST}][{_SECOND}]"
# The same first letters in UTF-8.
_TRACE = re.compile(rb"\xc3[\x82\x83\x85\x98-\x9b]")


def broken_letters(sheets: Iterable[Sheet]) -> Iterator[Issue]:
    """One TEXT_DOUBLE_ENCODED for each sheet that has such text: its first cell and the rows."""
    for sheet in sheets:
        marks = [(number, _marked(column)) for number, column in columns_in_doubt(sheet.table)]
        hits = [(number, mask, text) for number, (mask, text) in marks if text is not None]
        if hits:
            yield _issue(sheet, hits)


def broken_cells(sheet: Sheet) -> Iterator[tuple[int, int]]:
    """Row and column, from 1, of each cell with such text, column by column."""
    for number, column in columns_in_doubt(sheet.table):
        mask, text = _marked(column)
        if text is not None:
            yield from ((row + 1, number) for row in pc.indices_nonzero(mask).to_pylist())


def columns_in_doubt(table: pa.Table) -> Iterator[tuple[int, pa.ChunkedArray]]:
    """Columns whose raw bytes hold a first letter at all; looking at them costs next to nothing."""
    for number, column in enumerate(table.columns, start=1):
        if any(_is_suspect(chunk) for chunk in column.chunks):
            yield number, column


def _is_suspect(chunk: pa.Array) -> bool:
    letters = chunk.buffers()[2]
    return letters is not None and _TRACE.search(letters) is not None


def _marked(column: pa.ChunkedArray) -> tuple[pa.ChunkedArray, str | None]:
    """Which cells look broken, and the first of them that can be repaired."""
    mask = pc.fill_null(pc.match_substring_regex(column, _PATTERN), False)
    found = pc.unique(column.filter(mask))
    repairable = [text.as_py() for text in found if repair_double_encoding(text.as_py())]
    if len(repairable) < len(found):
        mask = pc.is_in(column, value_set=pa.array(repairable, pa.string()))
    return mask, repairable[0] if repairable else None


def _issue(sheet: Sheet, hits: list[tuple[int, pa.ChunkedArray, str]]) -> Issue:
    number, mask, text = min(hits, key=lambda hit: pc.index(hit[1], True).as_py())
    rows = mask
    for _, other, _ in hits:
        rows = pc.or_(rows, other)
    return Issue(
        code=Code.TEXT_DOUBLE_ENCODED,
        severity=Severity.WARNS,
        sheet=sheet.name,
        row=pc.index(mask, True).as_py() + 1,
        column=number,
        value=text,
        suggestion=repair_double_encoding(text),
        count=pc.sum(rows).as_py(),
    )
