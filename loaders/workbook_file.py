"""Workbooks: every cell as the text a person sees, at the address where the person sees it."""

import re
from collections.abc import Iterator
from decimal import Decimal

import fastexcel
import pyarrow as pa
import pyarrow.compute as pc

from core.errors import UnreadableFile
from loaders.issues import MOST_ROWS, Code, Issue, Severity
from loaders.progress import Progress, Stage, tell
from loaders.upload import Sheet

# What the parser writes differently from a spreadsheet program; nothing else is looked at twice.
_MIDNIGHT = re.compile(r"(\d{4}-\d\d-\d\d)[ T]00:00:00(\.0+)?")
_TIME_OF_DAY = re.compile(r"1899-12-31 (\d\d:\d\d:\d\d)(\.\d+)?")
_LONG_NUMBER = re.compile(r"-?\d+\.\d{10,}")
_ODD = (
    r"^(?:|true|false|\d{4}-\d\d-\d\d[ T]00:00:00(?:\.0+)?"
    r"|1899-12-31 [0-9:.]+|-?\d+\.\d{10,})$"
)
_DIGITS_SHOWN = 15
_ERROR = re.compile(r"Error\((\w+)\)")
_ERRORS = {
    "Div0": "#DIV/0!",
    "NA": "#N/A",
    "Name": "#NAME?",
    "Null": "#NULL!",
    "Num": "#NUM!",
    "Ref": "#REF!",
    "Value": "#VALUE!",
    "GettingData": "#GETTING_DATA",
}


def read_workbook(content: bytes, name: str) -> tuple[tuple[Sheet, ...], tuple[Issue, ...]]:
    """All sheets of an xlsx, xlsb, xls or ods file, and a FORMULA_ERROR for each column of some.

    Formulas are not evaluated: a cell holds what was computed when the file was saved.

    Raises:
        UnreadableFile: `password-protected` or `corrupt-file`.
    """
    try:
        reader = fastexcel.read_excel(content)
        read = [_sheet(reader, number) for number in range(len(reader.sheet_names))]
    except fastexcel.FastExcelError as error:
        locked = "password" in str(error).casefold()
        code = "password-protected" if locked else "corrupt-file"
        raise UnreadableFile(code, name=name) from error
    return tuple(sheet for sheet, _ in read), tuple(i for _, issue in read for i in issue)


def _sheet(reader: fastexcel.ExcelReader, number: int) -> tuple[Sheet, tuple[Issue, ...]]:
    tell(Progress(Stage.SHEET, number, len(reader.sheet_names), name=reader.sheet_names[number]))
    # skip_rows=0 is no idle zero: without it leading blank rows vanish, and addresses shift.
    loaded = reader.load_sheet(number, header_row=None, skip_rows=0, dtypes="string")
    shown = loaded.visible == "visible"
    if not loaded.width:
        return Sheet(loaded.name, pa.table({}), shown), ()
    # Leading blank columns are left out by the parser; it tells where the first one stands.
    blank = loaded.available_columns()[0].absolute_index
    batch, errors = loaded.to_arrow_with_errors()
    columns = [pa.nulls(batch.num_rows, pa.string())] * blank
    columns += [_as_seen(column) for column in batch.columns]
    names = [f"c{number}" for number in range(1, len(columns) + 1)]
    table = pa.table(columns, schema=pa.schema([(name, pa.string()) for name in names]))
    cells = errors.errors if errors else []
    return Sheet(loaded.name, table, shown), tuple(_formula_errors(cells, loaded.name, blank))


def _as_seen(column: pa.Array) -> pa.Array:
    odd = pc.match_substring_regex(column, _ODD)
    if not pc.any(odd).as_py():
        return column.cast(pa.string())
    coded = column.filter(odd).dictionary_encode()
    seen = pa.array([_seen(text) for text in coded.dictionary.to_pylist()], pa.string())
    return pc.replace_with_mask(column, pc.fill_null(odd, False), seen.take(coded.indices))


def _seen(text: str) -> str | None:
    if text in ("true", "false"):
        return text.upper()
    if time := _TIME_OF_DAY.fullmatch(text):
        return time[1]
    if day := _MIDNIGHT.fullmatch(text):
        return day[1]
    if _LONG_NUMBER.fullmatch(text):
        return _fifteen_digits(text)
    return text or None


def _fifteen_digits(text: str) -> str:
    """A spreadsheet shows 15 digits: 0.30000000000000004 is 0.3."""
    number = Decimal(text)
    if len(number.as_tuple().digits) <= _DIGITS_SHOWN:
        return text
    return format(Decimal(f"{number:.{_DIGITS_SHOWN}g}").normalize(), "f")


def _formula_errors(cells: list[fastexcel.CellError], sheet: str, blank: int) -> Iterator[Issue]:
    by_column: dict[int, list[fastexcel.CellError]] = {}
    for cell in sorted(cells, key=lambda cell: cell.position):
        by_column.setdefault(cell.position[1], []).append(cell)
    for column, listed in sorted(by_column.items()):
        rows = [cell.position[0] + 1 for cell in listed]
        kind = _ERROR.search(listed[0].detail)
        yield Issue(
            code=Code.FORMULA_ERROR,
            severity=Severity.WARNS,
            sheet=sheet,
            row=rows[0],
            column=column + 1 + blank,
            value=_ERRORS.get(kind[1], kind[1]) if kind else listed[0].detail,
            count=len(rows),
            rows=tuple(rows[:MOST_ROWS]),
        )
