"""The indicators of what was typed: the loaders and the metrics themselves, on a store of nothing.

The rows are written inside a rehearsal, which is undone: no other visit sees them, and nothing of
them is left, neither on a disk nor in memory.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import get_args

import pandas as pd

import loaders
import metrics
from core.storage.cursor import Cursor
from core.storage.database import Database
from loaders import Knowledge, Staged, Upload
from loaders.issues import Code, Issue
from metrics import Indicator, Scope
from metrics.measurement import answer
from metrics.question import ask
from metrics.reads import datasets_of
from metrics.settled import settled
from metrics.trace import counted_entities

SCOPES: tuple[Scope, ...] = get_args(Scope)
# What is always so of rows that were typed here: roles are chosen from our own list, and nobody
# lists types of organisations twice.
_OF_THE_FORM = frozenset({Code.COLUMNS_EMPTY, Code.ROLE_AMBIGUOUS})


@dataclass(frozen=True, slots=True, eq=False)
class Worked:
    """One indicator of what was typed.

    Attributes:
        found: scope to its measurement, one row, or none where nothing was typed for it.
        named: organisations by how they count: numerator, denominator (there alone), unknown.
    """

    indicator: Indicator
    found: Mapping[Scope, pd.DataFrame]
    named: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, eq=False)
class Working:
    """All of them, and what the loaders said of the rows.

    Attributes:
        answered: those of which there is something to show.
        silent: those that other lists, or other rows, would answer.
        issues: dataset to its issues; the heading is line 1.
    """

    answered: tuple[Worked, ...]
    silent: tuple[Indicator, ...]
    issues: Mapping[str, tuple[Issue, ...]]


def open_store() -> Database:
    """A store in memory that nothing is ever kept in."""
    database = Database.in_memory()
    metrics.install_views(database)
    return database


def work_out(
    database: Database, known: Knowledge, upload: Upload, datasets: Sequence[str], scope: Scope
) -> Working:
    """Judge the rows, write them, measure and undo it.

    Args:
        database: from `open_store`; it is as empty afterwards as it was before.
        known: words by which rows are recognised, from the same reference data.
        upload: the lists, one sheet each.
        datasets: whose lists the sheets are, in their order.
        scope: under which definition organisations are told apart by name.
    """
    stageds: list[Staged] = []
    issues: dict[str, tuple[Issue, ...]] = {}
    for dataset, sheet in zip(datasets, upload.sheets, strict=True):
        alone = replace(upload, sheets=(sheet,))
        prepared = loaders.prepare(database, alone, dataset, loaders.Choices(), known)
        issues[dataset] = tuple(
            issue for issue in prepared.report.issues if issue.code not in _OF_THE_FORM
        )
        if prepared.staged is not None and not prepared.report.blocks:
            stageds.append(prepared.staged)
    answered: tuple[Worked, ...] = ()
    if stageds:
        observe = partial(_observed, datasets=datasets, scope=scope)
        answered = loaders.rehearse_all(database, stageds, observe=observe).after
    told = {worked.indicator.id for worked in answered}
    silent = tuple(one for one in _near(datasets) if one.id not in told)
    return Working(answered, silent, issues)


def read_by(indicator: Indicator) -> frozenset[str]:
    """The datasets that an indicator is made of."""
    if indicator.over:
        return frozenset().union(*map(read_by, indicator.parts))
    return frozenset(datasets_of(indicator.dataset, indicator.view))


def _asked(datasets: Sequence[str]) -> tuple[Indicator, ...]:
    """Those that reports of these datasets move; who reported is asked of nobody here."""
    return tuple(
        one
        for one in metrics.indicators().values()
        if one.view != "v_expected" and any(map(one.moved_by, datasets))
    )


def _near(datasets: Sequence[str]) -> Iterator[Indicator]:
    """Those that lists of this page could answer, or do in part."""
    return (one for one in _asked(("members", "roles", "meetings", *datasets)))


def _observed(cur: Cursor, *, datasets: Sequence[str], scope: Scope) -> tuple[Worked, ...]:
    """Measured twice in a rehearsal; before there is any batch there is nothing to measure."""
    if not cur.value("SELECT count(*) FROM batch"):
        return ()
    with settled(cur):
        found = ((one, answer(cur, ask(one, scope=2, grain="all"))) for one in _asked(datasets))
        return tuple(
            _worked(cur, one, rows, scope) for one, rows in found if _tells(one, rows, datasets)
        )


def _worked(cur: Cursor, indicator: Indicator, rows: pd.DataFrame, scope: Scope) -> Worked:
    others: dict[Scope, pd.DataFrame] = {
        other: answer(cur, ask(indicator, scope=other, grain="all"))
        for other in SCOPES
        if other != 2 and depends_on_scope(indicator)
    }
    found = {one: others.get(one, rows) for one in SCOPES}
    return Worked(indicator, found, _named(cur, indicator, scope))


def depends_on_scope(indicator: Indicator) -> bool:
    """Whether the definition of an L/NA can change its number."""
    if indicator.over:
        return any(map(depends_on_scope, indicator.parts))
    return "$scope" in indicator.halves


def _named(cur: Cursor, indicator: Indicator, scope: Scope) -> dict[str, tuple[str, ...]]:
    """Nobody is named where mechanisms are counted, or two numbers are put together."""
    if indicator.over or indicator.entity == "mechanism":
        return {}
    told = counted_entities(cur, ask(indicator, scope=scope, grain="all")).to_pylist()
    parts = ("numerator", "denominator", "unknown")
    return {part: _names([one for one in told if one["counted_as"] == part]) for part in parts}


def _names(entities: Sequence[Mapping[str, str | None]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one["organisation_name"] or "–" for one in entities))


def _tells(indicator: Indicator, rows: pd.DataFrame, datasets: Sequence[str]) -> bool:
    """Whether anything was counted, or could not be although every list for it was typed."""
    if rows.empty:
        return False
    if indicator.over:
        return bool(rows["state"].eq("value").any())
    whole, unknown = rows[["denominator", "unknown"]].fillna(0).to_numpy(dtype=float).sum(axis=0)
    return bool(whole > 0 or (unknown > 0 and _all_typed(indicator, datasets)))


def _all_typed(indicator: Indicator, datasets: Sequence[str]) -> bool:
    """Whether it is made of these alone; returns of mechanisms only stand in for others."""
    return read_by(indicator) <= {*datasets, "mechanisms"}
