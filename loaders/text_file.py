"""Text files: CSV, TSV and their like, however they are written and separated."""

import csv
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from itertools import islice
from pathlib import PurePath

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pacsv

from core.errors import UnreadableFile
from loaders.delimiters import delimiter_of, sep_line
from loaders.encodings import Letters, decoded
from loaders.issues import Code, Issue, Severity
from loaders.progress import Progress, Stage, listener, tell
from loaders.upload import Sheet

_NO_DELIMITER = "\x1f"
_BLOCK = 1 << 23
_RECORDS_AT_ONCE = 20_000
_CONTROLS = bytes((*range(0x09), *range(0x0E, 0x1A), 0x1B, 0x7F))
_PIECE = 1 << 16
_MARKUP = re.compile(rb"\s*<(?:!doctype|html|head|body|table|meta|\?xml|svg)", re.IGNORECASE)
_SPREADSHEET_XML = b"schemas-microsoft-com:office:spreadsheet"
_GOOGLE = b"docs.google.com"
_START = 4096
_LONGEST_CELL = 32_767


@dataclass(frozen=True, slots=True)
class Text:
    """A text file as a sheet, and how it was read."""

    sheet: Sheet
    encoding: str
    delimiter: str | None
    issues: tuple[Issue, ...]


def read_text(content: bytes, name: str, encoding: str | None) -> Text:
    """The one sheet of a text file; a row is a record, as a spreadsheet would number it.

    Raises:
        UnreadableFile: `empty-file`, `not-a-table`, `unsupported-format` or `corrupt-file`.
    """
    tell(Progress(Stage.LETTERS))
    letters = decoded(content, name, encoding)
    _refuse_no_table(letters.utf8, name)
    told = sep_line(letters.utf8)
    body = letters.utf8[told[1] :] if told else letters.utf8
    delimiter = told[0] if told else delimiter_of(body)
    title = PurePath(name).stem
    table, ragged = _records(body, delimiter or _NO_DELIMITER, title, skipped=int(bool(told)))
    issues = (*_guess(letters, title), *ragged, *_open_quote(body, table, title))
    return Text(Sheet(title, table, True), letters.encoding, delimiter, issues)


def _refuse_no_table(utf8: bytes, name: str) -> None:
    start = utf8[:_START]
    if not start.strip() and not utf8.strip():
        raise UnreadableFile("empty-file", name=name)
    if _SPREADSHEET_XML in start or (start.startswith(b"{") and _GOOGLE in start):
        raise UnreadableFile("unsupported-format", name=name)
    if _MARKUP.match(start) or _has_controls(utf8) or _is_json(utf8, start):
        raise UnreadableFile("not-a-table", name=name)


def _has_controls(utf8: bytes) -> bool:
    """Whether a letter that no text has stands anywhere; deleting them is faster than a search."""
    pieces = (utf8[at : at + _PIECE] for at in range(0, len(utf8), _PIECE))
    return any(len(piece.translate(None, _CONTROLS)) < len(piece) for piece in pieces)


def _is_json(utf8: bytes, start: bytes) -> bool:
    if not start.lstrip().startswith((b"{", b"[")):
        return False
    try:
        json.loads(utf8)
    except ValueError:
        return False
    return True


def _guess(letters: Letters, title: str) -> tuple[Issue, ...]:
    if not letters.guessed:
        return ()
    return (
        Issue(
            code=Code.ENCODING_GUESSED,
            severity=Severity.WARNS,
            sheet=title,
            value=letters.encoding,
        ),
    )


def _open_quote(body: bytes, table: pa.Table, title: str) -> tuple[Issue, ...]:
    """An odd mark that swallowed lines up to the end; one within a word swallows nothing."""
    if body.count(b'"') % 2 == 0 or not table.num_rows:
        return ()
    last = [column[-1].as_py() or "" for column in table.columns]
    swallowing = [at for at, text in enumerate(last) if "\n" in text.rstrip("\r\n") or
                  (text.endswith(("\n", "\r")))]  # fmt: skip
    if not swallowing:
        return ()
    return (
        Issue(
            code=Code.QUOTE_NOT_CLOSED,
            severity=Severity.BLOCKS_FILE,
            sheet=title,
            row=table.num_rows,
            column=swallowing[-1] + 1,
        ),
    )


def _records(
    body: bytes, delimiter: str, title: str, skipped: int
) -> tuple[pa.Table, tuple[Issue, ...]]:
    """The table, and ROWS_RAGGED if records differ in length; `skipped` lines stand above."""
    if table := _even_table(body, delimiter):
        ragged: tuple[Issue, ...] = ()
    else:
        uneven = _Uneven(body, delimiter)
        table, ragged = uneven.table, _ragged(uneven.widths, title, skipped)
    table = _cut(table)
    if skipped:
        above = pa.table({name: pa.nulls(skipped, pa.string()) for name in table.column_names})
        table = pa.concat_tables([above, table])
    return table, ragged


def _cut(table: pa.Table) -> pa.Table:
    """Cells as long as a spreadsheet's can be; what is cut is too long for any of our fields."""
    for at, column in enumerate(table.columns):
        if (pc.max(pc.binary_length(column)).as_py() or 0) > _LONGEST_CELL:
            table = table.set_column(
                at, table.column_names[at], pc.utf8_slice_codeunits(column, 0, _LONGEST_CELL)
            )
    return table


def _even_table(body: bytes, delimiter: str) -> pa.Table | None:
    """Fast, for the usual file; None if it has blank or uneven records."""
    first = next(_csv(body, delimiter), [])
    names = [f"c{number}" for number in range(1, len(first) + 1)]
    quoted = b'"' in body
    if not first:
        return None
    try:
        return pacsv.read_csv(
            _Told(body),
            read_options=pacsv.ReadOptions(column_names=names, block_size=_BLOCK),
            parse_options=pacsv.ParseOptions(
                delimiter=delimiter,
                quote_char='"' if quoted else False,
                newlines_in_values=quoted,
                ignore_empty_lines=False,
            ),
            convert_options=pacsv.ConvertOptions(
                check_utf8=False,  # it was decoded, or written by us
                column_types=dict.fromkeys(names, pa.string()),
                null_values=[""],
                strings_can_be_null=True,
                quoted_strings_can_be_null=True,
            ),
        )
    except pa.ArrowInvalid:
        return None


class _Told(BytesIO):
    """The text, handed over block by block; how far it was read is told."""

    def __init__(self, body: bytes) -> None:
        super().__init__(body)
        self._of, self._rows, self._tell = len(body), 0, listener()

    def read(self, size: int | None = -1, /) -> bytes:
        """The next block; it is asked for by a thread of the parser."""
        block = super().read(size)
        if self._tell is not None:
            self._rows += block.count(b"\n")
            self._tell(Progress(Stage.ROWS, self.tell(), self._of, rows=self._rows))
        return block


class _Uneven:
    """Exact, for the others: short records are filled up, long ones widen the table."""

    def __init__(self, body: bytes, delimiter: str) -> None:
        self.widths: list[int] = []
        records = _csv(body, delimiter)
        parts = []
        while batch := list(islice(records, _RECORDS_AT_ONCE)):
            self.widths += map(len, batch)
            parts.append(_part(batch, max(self.widths)))
            tell(Progress(Stage.ROWS, rows=len(self.widths)))
        width = max(self.widths, default=0)
        self.table = pa.concat_tables([_widened(part, width) for part in parts])


def _csv(body: bytes, delimiter: str) -> Iterator[list[str]]:
    csv.field_size_limit(1 << 30)
    text = TextIOWrapper(BytesIO(body), encoding="utf-8", newline="")
    return csv.reader(text, delimiter=delimiter)


def _part(records: Sequence[Sequence[str]], width: int) -> pa.Table:
    columns = {
        f"c{i + 1}": pa.array(
            [record[i] or None if i < len(record) else None for record in records], pa.string()
        )
        for i in range(width)
    }
    return pa.table(columns)


def _widened(part: pa.Table, width: int) -> pa.Table:
    for number in range(part.num_columns + 1, width + 1):
        part = part.append_column(f"c{number}", pa.nulls(part.num_rows, pa.string()))
    return part


def _ragged(widths: Sequence[int], title: str, skipped: int) -> tuple[Issue, ...]:
    """Rows that differ from the usual length; blank rows and titles above the table do not."""
    usual = Counter(width for width in widths if width).most_common(1)
    if not usual:
        return ()
    start = widths.index(usual[0][0])
    rows = [i for i, w in enumerate(widths) if i >= start and w not in (0, usual[0][0])]
    if not rows:
        return ()
    return (
        Issue(
            code=Code.ROWS_RAGGED,
            severity=Severity.WARNS,
            sheet=title,
            row=rows[0] + 1 + skipped,
            count=len(rows),
        ),
    )
