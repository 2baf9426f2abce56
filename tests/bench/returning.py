"""A workbook of 31,000 rows given back with a mark in each, against a library that rewrites it.

Measured on two shared cores: 1.0 s, where openpyxl needs 6.7 s to read and write the workbook, and
loses the saved results of its formulas.
"""

from io import BytesIO

import openpyxl

import loaders
from core.i18n import Lang
from loaders.issues import Code, Issue, Report, Severity
from loaders.workbook import returned
from tests.bench.ingest import FILE
from tests.bench.table import Line, best_of

_ROWS = 31_085


def lines() -> list[Line]:
    """One line: every row of the Somali workbook has a mark."""
    content = FILE.read_bytes()
    upload = loaders.read(content, FILE.name)
    report = _every_row(upload)
    ours, bare = best_of(
        lambda: returned(content, FILE.name, upload, report, Lang.AR), lambda: _rewritten(content)
    )
    return [Line("Somali workbook given back", ours, bare, 0.5, f"{_ROWS:,} cells marked")]


def _every_row(upload: loaders.Upload) -> Report:
    """An issue about each distinct text of the first column, which together are all rows."""
    column = upload.sheets[0].table.column(0).slice(2)
    first: dict[str, int] = {}
    counts: dict[str, int] = {}
    for row, text in enumerate(column.to_pylist(), start=3):
        name = " ".join((text or "").split())
        first.setdefault(name, row)
        counts[name] = counts.get(name, 0) + 1
    return Report(
        tuple(
            Issue(
                code=Code.VALUE_NOT_IN_LIST,
                severity=Severity.WARNS,
                sheet=upload.sheets[0].name,
                row=row,
                column=1,
                field="cluster",
                value=name,
                count=counts[name],
            )
            for name, row in first.items()
        )
    )


def _rewritten(content: bytes) -> bytes:
    written = BytesIO()
    openpyxl.load_workbook(BytesIO(content)).save(written)
    return written.getvalue()
