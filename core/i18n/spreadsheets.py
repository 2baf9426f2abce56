"""Tables as text that a spreadsheet opens in any language, and that cannot make it run anything."""

import csv
import io
from collections.abc import Iterable, Sequence

# Full-width signs as well: some spreadsheets read them as the plain ones.
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")


def starts_like_formula(text: str) -> bool:
    """Whether a spreadsheet would take the text for something to compute."""
    return text.lstrip(" \u00a0").startswith(_FORMULA)


def disarmed(text: str) -> str:
    """The text as a spreadsheet shows it and runs nothing: with an apostrophe where needed."""
    return f"'{text}" if starts_like_formula(text) else text


def csv_bytes(rows: Iterable[Sequence[object]]) -> bytes:
    """UTF-8 with the mark by which spreadsheets tell it; None is an empty cell."""
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\r\n")
    table.writerows([_cell(cell) for cell in row] for row in rows)
    return written.getvalue().encode("utf-8-sig")


def _cell(cell: object) -> object:
    return disarmed(cell) if isinstance(cell, str) else "" if cell is None else cell
