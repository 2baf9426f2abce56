"""The answers about several lists of one workbook: each list, then all of them together."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from core.i18n import N_, Lang
from loaders.check import Knowledge
from loaders.commit import Receipt, Rehearsal
from loaders.difference import Difference
from loaders.staged import Staged
from loaders.terminal import facts, reports
from loaders.terminal.console import Answer, Status, said
from loaders.terminal.escaping import safe
from loaders.terminal.moves import Seen, moves
from loaders.terminal.words import Words, difference_line, issue_lines
from loaders.terminal.work import Reading


def refused(readings: Sequence[Reading], lang: Lang) -> Answer:
    """Nothing was stored, because at least one of the lists is refused."""
    words = Words(lang)
    status = Status.REFUSED
    if any(reading.named_wrongly for reading in readings):
        status = Status.WRONG_USAGE
    blocked = [reading for reading in readings if reading.storable is None]
    told = {
        "status": said(status),
        "error": reports.refused(blocked[0], lang).facts["error"],
        "file": readings[0].upload.name,
        "sha256": readings[0].upload.sha256,
        "parts": [_refused_part(reading, lang) for reading in readings],
        "rows_stored": 0,
        "issues": facts.issues_facts((i for r in readings for i in r.issues), lang),
    }
    lines = [safe(readings[0].upload.name)]
    for reading in readings:
        lines += ["", _title(reading.typed.dataset, reading.typed.sheet)]
        lines += issue_lines(reading.issues, words)
    lines += ["", words(N_("Nothing was stored: the lists of a file are stored all or none."))]
    return Answer(told, tuple(lines), status)


def _refused_part(reading: Reading, lang: Lang) -> facts.Facts:
    ready = reading.storable is not None
    return {
        "status": "held-back" if ready else "refused",
        "batch": None,
        "dataset": reading.typed.dataset,
        "sheet": reading.typed.sheet,
        "rows_stored": 0,
        "issues": facts.issues_facts(reading.issues, lang),
    }


def loaded(
    stageds: Sequence[Staged], receipts: Sequence[Receipt], known: Knowledge, lang: Lang
) -> Answer:
    """What was stored of each list, or that it was stored before."""
    each = [
        reports.loaded(staged, receipt, known, lang)
        for staged, receipt in zip(stageds, receipts, strict=True)
    ]
    differences = [receipt.difference for receipt in receipts if receipt.difference]
    repeated = all(receipt.repeated for receipt in receipts)
    told = {
        "status": "already-loaded" if repeated else "loaded",
        "batches": [receipt.batch for receipt in receipts],
        **_together(stageds, each),
        "rows_stored": sum(receipt.rows_stored for receipt in receipts),
        "difference": facts.difference_facts(_sum(differences)) if differences else None,
    }
    return Answer(told, tuple(_one_after_the_other(each)))


def rehearsed(
    stageds: Sequence[Staged],
    rehearsal: Rehearsal[Mapping[str, Seen]],
    known: Knowledge,
    lang: Lang,
) -> Answer:
    """What a load would do with each list, and which numbers it would move; nothing was stored."""
    words = Words(lang)
    nothing: Seen = {}
    each = [
        reports.rehearsed(staged, Rehearsal((outcome,), (), nothing, nothing), known, lang)
        for staged, outcome in zip(stageds, rehearsal.parts, strict=True)
    ]
    moved = {
        dataset: moves(before, rehearsal.after[dataset])
        for dataset, before in rehearsal.before.items()
    }
    told = {
        "status": "rehearsed",
        "batches": [],
        **_together(stageds, each),
        "rows_stored": 0,
        "cells": rehearsal.cells,
        "difference": facts.difference_facts(rehearsal.difference),
        "gone": list(rehearsal.gone_names),
        "moves": [
            {"dataset": dataset, **facts.move_facts(move)}
            for dataset, listed in moved.items()
            for move in listed
        ],
    }
    # That nothing was stored is said once, at the end.
    shown = [replace(answer, lines=answer.lines[:-1]) for answer in each]
    lines = [*_one_after_the_other(shown), "", words(N_("All lists together"))]
    lines.append(difference_line(rehearsal.difference, words))
    for dataset, listed in moved.items():
        lines += [dataset, *reports.move_lines(listed, words)] if listed else []
    lines.append(words(N_("Rehearsed only: nothing was stored.")))
    return Answer(told, tuple(lines))


def _together(stageds: Sequence[Staged], each: Sequence[Answer]) -> facts.Facts:
    return {
        "file": stageds[0].file_name,
        "sha256": stageds[0].file_sha256,
        "parts": [dict(answer.facts) for answer in each],
    }


def _sum(differences: Iterable[Difference]) -> Difference:
    return sum(differences, Difference(0, 0, 0, 0))


def _one_after_the_other(each: Iterable[Answer]) -> Iterable[str]:
    for at, answer in enumerate(each):
        yield from ([""] if at else [])
        yield from answer.lines


def _title(dataset: str, sheet: str | None) -> str:
    return f"{dataset} · {safe(sheet or '–')}"
