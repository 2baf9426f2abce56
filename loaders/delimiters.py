"""Which character separates the cells of a text file: the one that succeeds best."""

import csv
import re
from collections import Counter
from io import StringIO

_CANDIDATES = (",", ";", "\t", "|")
_RECORDS = 50
_SAMPLE = 1 << 18
_ENOUGH = 0.2
_SEP_LINE = re.compile(rb'"?sep=(.)"?(?:\r\n|\n|\r|$)', re.IGNORECASE)


def sep_line(utf8: bytes) -> tuple[str, int] | None:
    """The delimiter of a first line `sep=;`, as Excel writes it, and the length of the line."""
    found = _SEP_LINE.match(utf8[:16])
    return (found[1].decode("ascii", errors="ignore") or ",", found.end()) if found else None


def delimiter_of(utf8: bytes) -> str | None:
    """The one that gives the most records of equal length; None if the file has one column."""
    sample = utf8[:_SAMPLE].decode("utf-8", errors="ignore")
    success, _, delimiter = max(
        (*_success(sample, candidate), candidate) for candidate in reversed(_CANDIDATES)
    )
    return delimiter if success >= _ENOUGH else None


def _success(sample: str, delimiter: str) -> tuple[float, int]:
    """Share of the records that have the commonest number of cells, and that number."""
    # A cell of any length, above all where the candidate is the wrong one.
    csv.field_size_limit(1 << 30)
    # Quoted line ends are part of a cell: newline="" leaves them to the reader.
    records = csv.reader(StringIO(sample, newline=""), delimiter=delimiter)
    widths = [len(record) for record, _ in zip(records, range(_RECORDS), strict=False) if record]
    several = Counter(width for width in widths if width > 1).most_common(1)
    if not several:
        return 0.0, 1
    width, count = several[0]
    return count / len(widths), width
