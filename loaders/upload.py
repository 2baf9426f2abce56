"""What reading a file yields: sheets of text cells, addressed as the person sees them."""

from dataclasses import dataclass

import pyarrow as pa

from loaders.issues import Issue


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet; a text file has one, named like the file without its ending.

    Attributes:
        table: text columns `c1` to `cN`, `c1` being column A; NULL is an empty cell. Row i counted
            from 0 is line i + 1 of the sheet: leading blank rows and columns are kept.
        visible: False for hidden sheets, the very hidden included.
    """

    name: str
    table: pa.Table
    visible: bool


@dataclass(frozen=True, slots=True)
class Repair:
    """Cells of one column whose letters were broken, and what they read now; `row` is the first."""

    sheet: str
    row: int
    column: int
    before: str
    after: str
    count: int


@dataclass(frozen=True, slots=True)
class Upload:
    """One file as it was read, before anybody asks what it means.

    Attributes:
        sha256: of the bytes, in hexadecimal.
        kind: csv, xlsx, xls, xlsb or ods, by content and whatever the file is called.
        encoding: of a text file, such as `utf-8` or `cp1256`; None for a workbook.
        delimiter: of a text file; None for a workbook, and for a text file of one column.
        repairs: cells whose letters a person let us repair.
    """

    name: str
    sha256: str
    kind: str
    encoding: str | None
    delimiter: str | None
    sheets: tuple[Sheet, ...]
    issues: tuple[Issue, ...]
    repairs: tuple[Repair, ...] = ()
