"""Pydantic judges the distinct rows; its stable error types pick our codes, never its sentences."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import pyarrow as pa
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from loaders.bounded import bounded
from loaders.columns import TextColumn
from loaders.datasets.row import LONGEST, Row, is_free_text
from loaders.groups import NOTHING, tuples_of
from loaders.issues import Code, Issue, Severity

# No default: a type that we have not thought of is a bug that a test finds, not a vague sentence.
CODES: Mapping[str, Code] = {
    "string_too_long": Code.VALUE_TOO_LONG,
    "greater_than_equal": Code.PERIOD_IMPOSSIBLE,
    "period_reversed": Code.PERIOD_IMPOSSIBLE,
    "nobody": Code.ORGANISATION_MISSING,
    "closed_with_roles": Code.CLOSED_WITH_ROLES,
    "string_type": Code.VALUE_NOT_IN_LIST,
    "string_pattern_mismatch": Code.VALUE_NOT_IN_LIST,
    "literal_error": Code.VALUE_NOT_IN_LIST,
    "int_type": Code.PERIOD_MISSING,
    "bool_type": Code.VALUE_NOT_IN_LIST,
    "float_type": Code.NUMBER_IMPOSSIBLE,
}

# Said, with its cell, where the column was read.
_SAID_BEFORE = frozenset({"string_type", "int_type", "nobody"})
# What a rule over several cells is about.
_FIELDS = {"period_reversed": "period", "closed_with_roles": "closed_on"}
# Where the cell of a model's field stands, if its column goes by another name.
_COLUMNS = {"period_start": "period"}
_REPORTED = "_reported"
# As dictionaries, rows take a hundred times their room.
_ROWS_AT_ONCE = 10_000


@dataclass(frozen=True, slots=True, eq=False)
class Verdict:
    """For each row whether it can be stored, and why not where nothing has said so before."""

    good: np.ndarray
    issues: tuple[Issue, ...]


def judge_rows(
    model: type[Row],
    rows: Mapping[str, pa.Array],
    columns: Mapping[str, TextColumn],
) -> Verdict:
    """Validate one row of each kind that the model can tell apart, then each tuple that fails.

    Args:
        model: the dataset's row model.
        rows: the columns that its fields are read from.
        columns: where the cells stand, for the addresses; rows that agree in all of them agree in
            all that the model sees.
    """
    tuples = tuples_of([column.coded for column in columns.values()])
    told = pa.table({name: rows[name] for name in model.model_fields}).take(pa.array(tuples.first))
    alike = tuples_of([_told_apart(told.column(name), model, name) for name in told.column_names])
    errors = _errors(model, told, alike.first)
    good = np.array([error is None for error in errors], dtype=bool)[alike.member]
    failing = np.flatnonzero(~good)
    issues = (
        issue
        for at, error in zip(failing.tolist(), _errors(model, told, failing), strict=True)
        if error is not None
        for issue in _issues(error, _Found(int(tuples.first[at]), int(tuples.rows[at])), columns)
    )
    return Verdict(good[tuples.member], tuple(bounded(issues)))


def _errors(model: type[Row], told: pa.Table, rows: np.ndarray) -> Iterator[ValidationError | None]:
    """What the model says against each of these rows."""
    for start in range(0, len(rows), _ROWS_AT_ONCE):
        some = pa.array(rows[start : start + _ROWS_AT_ONCE], pa.int64())
        for values in told.take(some).to_pylist():
            try:
                model.model_validate(values)
            except ValidationError as error:
                yield error
            else:
                yield None


def _told_apart(column: pa.ChunkedArray, model: type[Row], name: str) -> tuple[np.ndarray, int]:
    """Codes of what the model tells apart in a column: free texts that are short enough are one."""
    encoded = column.combine_chunks().dictionary_encode()
    codes = encoded.indices.fill_null(NOTHING).to_numpy(zero_copy_only=False)
    if not is_free_text(model, name):
        return codes, len(encoded.dictionary)
    long = [len(text) > LONGEST for text in encoded.dictionary.to_pylist()]
    lookup = np.array([*(at + 1 if long[at] else 0 for at in range(len(long))), NOTHING])
    return lookup[codes], len(long) + 1


class _Found(NamedTuple):
    """Where rows of one tuple stand: the index of the first one, and how many."""

    at: int
    rows: int


def _issues(
    error: ValidationError, found: _Found, columns: Mapping[str, TextColumn]
) -> Iterator[Issue]:
    for detail in error.errors(include_url=False, include_context=True):
        if detail["type"] not in _SAID_BEFORE:
            yield _issue(detail, found, columns)


def _issue(detail: ErrorDetails, found: _Found, columns: Mapping[str, TextColumn]) -> Issue:
    field = str(detail["loc"][0]) if detail["loc"] else _FIELDS[detail["type"]]
    field = _COLUMNS.get(field, field.removesuffix(_REPORTED))
    column = columns[field]
    limit = detail.get("ctx", {}).get("max_length")
    return Issue(
        code=CODES[detail["type"]],
        severity=Severity.DROPS_ROW,
        row=int(column.numbers[found.at]),
        column=column.position,
        field=field,
        # What Pydantic was given may be the whole row.
        value=column.text_at(found.at) if limit is None else str(limit),
        count=found.rows,
    )
