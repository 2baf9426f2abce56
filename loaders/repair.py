"""Broken letters mended throughout a file, once a person has asked for it."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from loaders.broken_letters import columns_in_doubt
from loaders.choices import Choices
from loaders.issues import Code
from loaders.normalise import Conversion, ConversionKind, repair_double_encoding
from loaders.table import Table
from loaders.upload import Repair, Sheet, Upload


def with_letters(upload: Upload, choices: Choices) -> Upload:
    """The upload with its letters repaired if that was asked for; the given one stays as it is."""
    if not choices.repaired:
        return upload
    sheets, repairs = [], []
    for sheet in upload.sheets:
        mended, found = _repaired(sheet)
        sheets.append(mended)
        repairs += found
    issues = (issue for issue in upload.issues if issue.code is not Code.TEXT_DOUBLE_ENCODED)
    return replace(
        upload, sheets=tuple(sheets), issues=tuple(issues), repairs=(*upload.repairs, *repairs)
    )


def repairs_as_conversions(upload: Upload, table: Table) -> Iterator[Conversion]:
    """What was repaired in the columns that are used; nothing of the others is shown."""
    fields = {column.position: column.field for column in table.mapping.columns if column.field}
    for one in upload.repairs:
        field = fields.get(one.column)
        if field is None or one.sheet != table.sheet.name:
            continue
        yield Conversion(
            field, one.before, one.after, one.count, ConversionKind.ENCODING, one.row, one.column
        )


def _repaired(sheet: Sheet) -> tuple[Sheet, list[Repair]]:
    table, repairs = sheet.table, []
    for position, column in columns_in_doubt(table):
        coded = pc.dictionary_encode(column.combine_chunks())
        before = coded.dictionary.to_pylist()
        after = [repair_double_encoding(text) or text for text in before]
        if after == before:
            continue
        rows = coded.indices.fill_null(-1).to_numpy(zero_copy_only=False)
        mended = pa.array(after, pa.string()).take(coded.indices)
        name = table.column_names[position - 1]
        table = table.set_column(position - 1, name, pa.chunked_array([mended]))
        for at in (at for at, text in enumerate(before) if text != after[at]):
            where = np.flatnonzero(rows == at)
            repairs.append(
                Repair(sheet.name, int(where[0]) + 1, position, before[at], after[at], len(where))
            )
    return replace(sheet, table=table), repairs
