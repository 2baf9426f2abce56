"""What a program is told: values that become JSON, under names that stay."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pyarrow.compute as pc

from core.i18n import Lang
from core.i18n.periods import Period
from loaders.batches import Batch
from loaders.check import Table
from loaders.commit import Difference
from loaders.issues import Issue, column_letter
from loaders.staged import Staged
from loaders.terminal.joint_facts import joined_facts
from loaders.terminal.moves import Move
from loaders.terminal.sentences import sentence_of
from loaders.terminal.work import Reading
from loaders.upload import Upload

Facts = dict[str, Any]
_PERIOD_FIELDS = ("period", "period_start", "period_end", "year", "quarter", "month")


def issue_facts(issue: Issue, lang: Lang) -> Facts:
    """One issue; `cell` as a spreadsheet writes it, sentences in the language."""
    what, remedy = sentence_of(issue, lang)
    return {
        "code": issue.code.value,
        "severity": issue.severity.value,
        "sheet": issue.sheet,
        "row": issue.row,
        "column": issue.column,
        "cell": issue.cell,
        "field": issue.field,
        "value": issue.value,
        "suggestion": issue.suggestion,
        "count": issue.count,
        "others": list(issue.others),
        "rows": list(issue.rows),
        "more": issue.more,
        "what": what,
        "do": remedy,
    }


def issues_facts(issues: Iterable[Issue], lang: Lang) -> list[Facts]:
    """All issues, in the order found."""
    return [issue_facts(issue, lang) for issue in issues]


def upload_facts(upload: Upload) -> Facts:
    """The file as it was read."""
    return {
        "file": upload.name,
        "sha256": upload.sha256,
        "kind": upload.kind,
        "encoding": upload.encoding,
        "delimiter": upload.delimiter,
        "sheets": [
            {
                "name": sheet.name,
                "rows": sheet.table.num_rows,
                "columns": sheet.table.num_columns,
                "visible": sheet.visible,
            }
            for sheet in upload.sheets
        ],
    }


def table_facts(table: Table) -> Facts:
    """Where the list stands, and what each column is taken for."""
    return {
        "sheet": table.sheet.name,
        "heading_rows": list(table.header.heading_rows),
        "hxl_row": table.header.hxl_row,
        "heading_confidence": table.header.confidence,
        "columns": [
            {
                "column": column.position,
                "letter": column_letter(column.position),
                "heading": column.heading,
                "tag": column.tag,
                "field": column.field,
                "confidence": column.confidence,
                "reason": column.reason,
                "examples": list(column.examples),
            }
            for column in table.mapping.columns
        ],
    }


def found_facts(reading: Reading) -> Facts:
    """Country, cluster and periods, each with where it comes from: cells, name, choice, None."""
    staged, table = reading.staged, reading.table
    if staged is None or table is None:
        return {name: {"values": [], "from": None} for name in ("country", "cluster", "period")}
    mapped = table.mapping.fields
    guessed = {field: name for field, name, _ in staged.guesses}
    named: Mapping[str, Sequence[Any]] = {
        "country": countries_of(staged),
        "cluster": clusters_of(staged),
        "period": [str(period) for period in periods_of(staged)],
    }
    own = {"country": ("country",), "cluster": ("cluster",), "period": _PERIOD_FIELDS}
    found: Facts = {}
    for field, values in named.items():
        in_cells = any(name in mapped for name in own[field])
        source = _source(in_cells, field in guessed, getattr(reading.typed, field) is not None)
        found[field] = {"values": list(values), "from": source}
        if field in guessed:
            found[field]["name"] = guessed[field]
    return found


def _source(in_cells: bool, guessed: bool, chosen: bool) -> str | None:
    """A name that was leant on is said, even where some cells speak for themselves."""
    if guessed:
        return "name"
    if in_cells:
        return "cells"
    return "choice" if chosen else None


def staged_facts(staged: Staged) -> Facts:
    """What is about to be stored."""
    return {
        "dataset": staged.dataset,
        "file": staged.file_name,
        "sha256": staged.file_sha256,
        "sheet": staged.sheet,
        "heading_row": staged.heading_row,
        "identity": staged.identity,
        "columns": [{"heading": heading, "field": field} for heading, field in staged.columns],
        "guesses": [
            {"field": field, "name": name, "value": value} for field, name, value in staged.guesses
        ],
        "has_type": staged.has_type,
        "joined": joined_facts(staged.joined),
        "split": list(staged.choices.split),
        "whole": list(staged.choices.whole),
        "rows_read": staged.rows_read,
        "rows_dropped": staged.rows_read - staged.rows_stored,
        "claim": {
            "extent": staged.choices.claim,
            "countries": countries_of(staged),
            "periods": [str(period) for period in periods_of(staged)],
            "clusters": clusters_of(staged),
        },
    }


def countries_of(staged: Staged) -> list[str]:
    """ISO3 of every country that rows to be stored are about."""
    return sorted(pc.unique(staged.rows.column("country")).drop_null().to_pylist())


def clusters_of(staged: Staged) -> list[str]:
    """Every cluster as reported."""
    return sorted(pc.unique(staged.rows.column("cluster_reported")).drop_null().to_pylist())


def periods_of(staged: Staged) -> list[Period]:
    """Every period that rows to be stored are about."""
    months = staged.rows.select(["period_start", "period_end"])
    pairs = months.group_by(["period_start", "period_end"]).aggregate([]).to_pylist()
    return sorted(Period(pair["period_start"], pair["period_end"]) for pair in pairs)


def difference_facts(difference: Difference | None) -> Facts | None:
    """Organisations by cluster, place, role and period; None where nothing was compared."""
    if difference is None:
        return None
    return {name: getattr(difference, name) for name in ("new", "changed", "unchanged", "gone")}


def move_facts(move: Move) -> Facts:
    """One number that would move."""
    return {
        "country": move.country,
        "cluster": move.cluster,
        "period": str(move.period),
        "organisations": {"before": move.before, "after": move.after},
    }


def batch_facts(batch: Batch) -> Facts:
    """One line of the list of batches."""
    months = None if batch.first_month is None else batch.last_month
    period = None if months is None else str(Period(batch.first_month or 0, months))
    fields = {name: getattr(batch, name) for name in Batch.__dataclass_fields__}
    del fields["first_month"], fields["last_month"]
    moment = f"{batch.moment.isoformat(timespec='seconds')}Z"
    return fields | {"moment": moment, "countries": list(batch.countries), "period": period}
