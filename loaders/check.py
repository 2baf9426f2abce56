"""A mapped sheet judged row by row: what can be stored, what cannot, what was made of each cell.

The cells are read column by column, over their distinct texts; Pydantic then judges the distinct
tuples of what they mean. A million rows hold a few thousand of those.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TypedDict

import pyarrow as pa

from loaders.acronyms import fingerprint
from loaders.choices import Choices
from loaders.cluster_name import ClusterGuess, guess_cluster
from loaders.columns import TextColumn
from loaders.conversions import short
from loaders.datasets import DATASETS
from loaders.datasets.row import Row
from loaders.file_columns import file_columns
from loaders.issues import Code, Issue, Report, Severity
from loaders.known import Knowledge
from loaders.layouts import Layout, layout_of
from loaders.mending import kept_corrections
from loaders.numbering import numbered
from loaders.progress import Progress, Stage, tell
from loaders.refusals import with_refusals
from loaders.repair import repairs_as_conversions
from loaders.row_reading import ReadRows, read_rows
from loaders.rows import judge_rows
from loaders.said import presentable
from loaders.staged import NUMBERS, SCHEMA, Staged
from loaders.table import Table
from loaders.upload import Upload
from loaders.vocabulary import Vocabulary

__all__ = ["Knowledge", "Table", "check"]


def check(
    upload: Upload, table: Table, dataset: str, choices: Choices, knowledge: Knowledge
) -> Staged:
    """Read and judge every row of the list that stands at `table`, as `choices` say to.

    Args:
        upload: the file, with what was mended in it.
        table: where in it the list stands.
        dataset: a name of DATASETS.
        choices: a person's word about it.
        knowledge: what is known beforehand.
    """
    model, names = DATASETS[dataset], (table.sheet.name, upload.name)
    guess = _cluster_guess(table, dataset, choices, names, knowledge.vocabulary)
    cluster = choices.cluster or (guess.text if guess else None)
    found = file_columns(table, model, _said(choices, cluster), choices.refused)
    read = read_rows(found.by_field, names, dataset, choices, _literally(knowledge, choices))
    tell(Progress(Stage.JUDGING, rows=found.rows_read))
    verdict = judge_rows(model, _as_model(read, found.by_field), found.by_field)
    kept = numbered(_table(read, model).filter(pa.array(verdict.good)), model.own.names)
    issues = (
        *(*upload.issues, *table.mapping.issues),
        *found.issues,
        *([guess.issue] if guess else []),
        *(*read.issues, *verdict.issues),
        *_about_all(table, dataset, read, stored=kept.num_rows, cluster=cluster),
    )
    return Staged(
        **_source(upload, table, dataset),
        identity=choices.identity,
        has_type=read.organisations.has_type,
        rows=kept,
        rows_read=found.rows_read,
        guesses=(*read.guesses, *_guessed(guess)),
        conversions=tuple(map(short, (*repairs_as_conversions(upload, table), *read.conversions))),
        choices=choices,
        report=Report(tuple(presentable(issues, table))),
        known=fingerprint(knowledge.version, read.organisations.apart),
        corrections=kept_corrections(choices.corrections, table),
    )


def _literally(knowledge: Knowledge, choices: Choices) -> Knowledge:
    words = with_refusals(knowledge.vocabulary, choices.refused)
    return replace(knowledge, vocabulary=words)


def _guessed(guess: ClusterGuess | None) -> list[tuple[str, str, str]]:
    return [("cluster", guess.name, guess.code)] if guess else []


def _said(choices: Choices, cluster: str | None) -> dict[str, str | None]:
    """What holds for every row of a file that has no column for it."""
    day = choices.day.isoformat() if choices.day else None
    return {"cluster": cluster, "hub": choices.hub, "date": day}


class _Source(TypedDict):
    dataset: str
    file_name: str
    file_sha256: str
    sheet: str
    heading_row: int | None
    columns: tuple[tuple[str, str], ...]
    layout: Layout | None


def _source(upload: Upload, table: Table, dataset: str) -> _Source:
    """Where in which file the rows stand."""
    return {
        "dataset": dataset,
        "file_name": upload.name,
        "file_sha256": upload.sha256,
        "sheet": table.sheet.name,
        "heading_row": next(iter(table.header.heading_rows), None),
        "layout": layout_of(table),
        "columns": tuple((c.heading, c.field) for c in table.mapping.columns if c.field),
    }


def _cluster_guess(
    table: Table, dataset: str, choices: Choices, names: tuple[str, ...], vocabulary: Vocabulary
) -> ClusterGuess | None:
    """Only where neither a column nor a person says it."""
    told = choices.cluster or table.mapping.position_of("cluster")
    return guess_cluster(names, vocabulary) if dataset == "presence" and not told else None


def _about_all(
    table: Table, dataset: str, read: ReadRows, *, stored: int, cluster: str | None
) -> Iterator[Issue]:
    """What only shows when every row was read."""
    said = {issue.code for issue in table.mapping.issues}
    nowhere = cluster is None and table.mapping.position_of("cluster") is None
    # The name of another sheet told a cluster, so the columns were not asked for one.
    if dataset == "presence" and nowhere and Code.COLUMN_MISSING not in said:
        yield Issue(
            code=Code.COLUMN_MISSING,
            severity=Severity.BLOCKS_FILE,
            sheet=table.sheet.name,
            field="cluster",
        )
    names_somebody = {"organisation", "acronym"} & table.mapping.fields.keys()
    if names_somebody and not read.organisations.has_type and Code.NO_ORGANISATION_TYPE not in said:
        yield Issue(
            code=Code.NO_ORGANISATION_TYPE,
            severity=Severity.WARNS,
            column=table.mapping.position_of("organisation_type"),
            field="organisation_type",
        )
    if not stored:
        yield Issue(code=Code.NO_ROWS_LEFT, severity=Severity.BLOCKS_FILE, sheet=table.sheet.name)


def _table(read: ReadRows, model: type[Row]) -> pa.Table:
    """All that is stored of the rows, but for what numbers them."""
    named = [field for field in (*SCHEMA, *model.own) if field.name not in NUMBERS]
    return pa.table({field.name: read.rows[field.name] for field in named}, pa.schema(named))


def _as_model(read: ReadRows, columns: Mapping[str, TextColumn]) -> dict[str, pa.Array]:
    """The columns under the names that the row models use; texts as they are stored."""
    rows = dict(read.rows)
    return rows | {
        "cluster": columns["cluster"].reported(),
        "organisation": rows["organisation_reported"],
        "acronym": rows["acronym_reported"],
        "organisation_type": rows["type_reported"],
        "mechanism": rows["mechanism_name"],
        "vacant": read.organisations.spread(
            (c.vacant for c in read.organisations.combinations), pa.bool_()
        ),
    }
