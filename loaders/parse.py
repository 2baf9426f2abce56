"""The work that is done inside the fence: from the bytes of a file to its sheets."""

from pathlib import PurePath

import pyarrow as pa

from loaders.broken_letters import broken_letters
from loaders.front_sheet import is_front_sheet
from loaders.issues import Code, Issue, Severity
from loaders.parcel import pack
from loaders.recognise import recognise
from loaders.text_file import read_text
from loaders.upload import Sheet, Upload
from loaders.workbook_file import read_workbook

_ENDINGS = {
    "csv": {".csv", ".tsv", ".tab", ".txt"},
    "xlsx": {".xlsx", ".xlsm", ".xltx", ".xltm"},
    "xlsb": {".xlsb"},
    "xls": {".xls", ".xlt"},
    "ods": {".ods", ".ots"},
}


def parse(content: bytes, *, name: str, encoding: str | None) -> pa.Buffer:
    """The upload without its sha256, packed by `loaders.parcel`.

    Raises:
        UnreadableFile: the content is no table that we can read.
    """
    kind = recognise(content, name)
    sheets: tuple[Sheet, ...]
    if kind == "csv":
        text = read_text(content, name, encoding)
        encoding, delimiter = text.encoding, text.delimiter
        sheets, issues = (text.sheet,), text.issues
    else:
        every, found = read_workbook(content, name)
        # A workbook that we returned, corrected: its first sheet is ours and holds no rows.
        sheets = tuple(sheet for sheet in every if not is_front_sheet(sheet))
        kept = {sheet.name for sheet in sheets}
        issues = tuple(issue for issue in found if issue.sheet in kept)
        encoding = delimiter = None
    issues = (*_wrong_ending(kind, name), *issues, *broken_letters(sheets))
    return pack(Upload(name, "", kind, encoding, delimiter, sheets, issues))


def _wrong_ending(kind: str, name: str) -> tuple[Issue, ...]:
    ending = PurePath(name).suffix.casefold()
    # "3W Chad 10.2021" has no ending, whatever follows its dot.
    if ending in _ENDINGS[kind] or not ending[1:].isalnum() or ending[1:].isdecimal():
        return ()
    return (
        Issue(
            code=Code.EXTENSION_WRONG, severity=Severity.WARNS, value=name, suggestion=kind.upper()
        ),
    )
