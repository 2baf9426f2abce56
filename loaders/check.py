"""A mapped sheet judged row by row: what can be stored, what cannot, what was made of each cell.

The cells are read column by column, over their distinct texts; Pydantic then judges the distinct
tuples of what they mean. A million rows hold a few thousand of those.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypedDict

import pyarrow as pa

from core.i18n.folding import fold
from loaders.about_file import about_all, of_columns
from loaders.acronyms import fingerprint
from loaders.bounded import bounded
from loaders.choices import Choices, Identity
from loaders.cluster_name import ClusterGuess, guess_cluster
from loaders.columns import TextColumn
from loaders.conversions import short
from loaders.datasets import DATASETS
from loaders.datasets.presence import LEAD
from loaders.datasets.row import Row
from loaders.evidence import Side
from loaders.file_columns import FileColumns, file_columns
from loaders.issues import Code, Issue, Report
from loaders.join import JoinOffer
from loaders.joining import Joining, apply_join, join_offers
from loaders.known import Knowledge
from loaders.layouts import Layout, layout_of
from loaders.mending import kept_corrections
from loaders.normalise import Conversion
from loaders.numbering import numbered
from loaders.progress import Progress, Stage, tell
from loaders.refusals import with_refusals
from loaders.repair import repairs_as_conversions
from loaders.row_lead import with_leads
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
        upload: the file, mended.
        table: where in it the list stands.
        dataset: a name of DATASETS.
        choices: a person's word about it.
        knowledge: what is known beforehand.
    """
    model, names, side = DATASETS[dataset], (table.sheet.name, upload.name), table.mapping.side
    guess = _cluster_guess(table, dataset, choices, names, knowledge.vocabulary)
    cluster, knowledge = _said_cluster(choices, guess), _with_whole(knowledge, choices.whole)
    found = file_columns(table, model, _said(choices, cluster), choices, knowledge)
    beside = apply_join(found.by_field, upload, names, dataset, choices, knowledge)
    read = _read(beside, names, dataset, choices, knowledge, side)
    offers, offered = _join_offers(upload, table, dataset, read, beside, knowledge)
    verdict, kept = _judged(read, beside, model)
    issues = (
        *(*upload.issues, *of_columns(table, read), *found.issues, *beside.issues, *offered),
        *(*([guess.issue] if guess else []), *read.issues, *verdict),
        *about_all(table, dataset, read, stored=kept.num_rows, cluster=cluster),
    )
    return Staged(
        **_source(upload, table, dataset, choices),
        has_type=read.organisations.has_type,
        lead_has_type=read.lead_has_type,
        rows=kept,
        rows_read=found.rows_read,
        guesses=(*read.guesses, *_guessed(guess)),
        conversions=_conversions(upload, table, found, read),
        report=Report(tuple(bounded(presentable(issues, table)))),
        known=fingerprint(knowledge.version, _met(read, found)),
        corrections=kept_corrections(choices.corrections, table, beside.used),
        joined=beside.joined,
        join_offers=offers,
        split_offers=found.offers,
    )


def _judged(
    read: ReadRows, beside: Joining, model: type[Row]
) -> tuple[tuple[Issue, ...], pa.Table]:
    """What is wrong with rows, and those that stay."""
    tell(Progress(Stage.JUDGING, rows=len(beside.columns["period"].codes)))
    verdict = judge_rows(model, _as_model(read, beside.columns), beside.columns)
    good = _table(read, model).filter(pa.array(verdict.good))
    return tuple(verdict.issues), numbered(good, model.own.names)


def _read(
    beside: Joining,
    names: tuple[str, ...],
    dataset: str,
    choices: Choices,
    knowledge: Knowledge,
    side: Side,
) -> ReadRows:
    """Every row; those of presence may name who leads as well."""
    literally = with_refusals(knowledge.vocabulary, choices.refused)
    knowledge = replace(knowledge, vocabulary=literally)
    read = read_rows(beside.columns, names, dataset, choices, knowledge)
    if dataset != "presence":
        return read
    return with_leads(read, beside.columns, side, choices.identity, knowledge)


def _conversions(
    upload: Upload, table: Table, found: FileColumns, read: ReadRows
) -> tuple[Conversion, ...]:
    repaired = repairs_as_conversions(upload, table)
    return tuple(map(short, (*repaired, *found.conversions, *read.conversions)))


def _with_whole(knowledge: Knowledge, names: Iterable[str]) -> Knowledge:
    """A person knows of this file that these are one organisation each."""
    return replace(knowledge, registered=knowledge.registered | frozenset(map(fold, names)))


def _met(read: ReadRows, found: FileColumns) -> frozenset[tuple[str, str]]:
    """Decisions that the file met: acronyms told apart, and names that no sign parted."""
    whole = (issue for issue in found.issues if issue.code is Code.SPLIT_LEFT_WHOLE)
    return read.organisations.apart | {(issue.code.value, issue.value or "") for issue in whole}


def _join_offers(
    upload: Upload,
    table: Table,
    dataset: str,
    read: ReadRows,
    beside: Joining,
    knowledge: Knowledge,
) -> tuple[tuple[JoinOffer, ...], tuple[Issue, ...]]:
    """Nothing is offered beside the one that was taken."""
    if beside.joined is not None:
        return (), ()
    numbers = beside.columns["organisation"].numbers
    return join_offers(read.organisations, numbers, upload, table, dataset, knowledge)


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
    side: Side
    columns: tuple[tuple[str, str], ...]
    identity: Identity
    choices: Choices
    layout: Layout | None


def _source(upload: Upload, table: Table, dataset: str, choices: Choices) -> _Source:
    """Where in which file the rows stand, and what a person said of it."""
    return {
        "dataset": dataset,
        "file_name": upload.name,
        "file_sha256": upload.sha256,
        "sheet": table.sheet.name,
        "heading_row": next(iter(table.header.heading_rows), None),
        "side": table.mapping.side,
        "layout": layout_of(table),
        "columns": tuple((c.heading, c.field) for c in table.mapping.columns if c.field),
        "identity": choices.identity,
        "choices": choices,
    }


def _said_cluster(choices: Choices, guess: ClusterGuess | None) -> str | None:
    return choices.cluster or (guess.text if guess else None)


def _cluster_guess(
    table: Table, dataset: str, choices: Choices, names: tuple[str, ...], vocabulary: Vocabulary
) -> ClusterGuess | None:
    """Only where neither a column nor a person says it."""
    told = choices.cluster or table.mapping.position_of("cluster")
    return guess_cluster(names, vocabulary) if dataset == "presence" and not told else None


def _table(read: ReadRows, model: type[Row]) -> pa.Table:
    """All that is stored of the rows, but for what numbers them."""
    named = [field for field in (*SCHEMA, *model.own) if field.name not in NUMBERS]
    return pa.table({field.name: read.rows[field.name] for field in named}, pa.schema(named))


def _as_model(read: ReadRows, columns: Mapping[str, TextColumn]) -> dict[str, pa.Array]:
    """The columns under the names that the row models use; texts as they are stored."""
    rows = dict(read.rows)
    leads = {
        field: rows[f"{field.replace('_organisation_type', '_type')}_reported"]
        for field in LEAD
        if "lead_name" in rows
    }
    return (
        leads
        | rows
        | {
            "cluster": columns["cluster"].reported(),
            "organisation": rows["organisation_reported"],
            "acronym": rows["acronym_reported"],
            "organisation_type": rows["type_reported"],
            "mechanism": rows["mechanism_name"],
            "vacant": read.organisations.spread(
                (c.vacant for c in read.organisations.combinations), pa.bool_()
            ),
        }
    )
