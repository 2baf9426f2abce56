"""The answers of the commands that look at a file: inspect, load."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from core.i18n import N_, Lang
from core.i18n.numbers import isolate, percent
from core.i18n.periods import period_name
from loaders.check import Knowledge, Table
from loaders.commit import Receipt, Rehearsal
from loaders.issues import Code, Issue, Report, Severity, column_letter
from loaders.staged import Staged
from loaders.terminal import facts
from loaders.terminal.console import Answer, Status, said
from loaders.terminal.escaping import safe
from loaders.terminal.joint_facts import offered_facts
from loaders.terminal.joint_lines import joined_lines, offer_lines
from loaders.terminal.moves import Move, moves
from loaders.terminal.sentences import sentence_of
from loaders.terminal.words import Words, aligned, difference_line, issue_lines
from loaders.terminal.work import Reading

_MOVES_SHOWN = 20


def inspected(reading: Reading, lang: Lang) -> Answer:
    """What was recognised; refused only where no table was."""
    words = Words(lang)
    status = Status.DONE if reading.table is not None else Status.REFUSED
    if reading.named_wrongly:
        status = Status.WRONG_USAGE
    told: dict[str, Any] = {
        "status": said(status) if status else "done",
        "error": None if not status else _first_error(reading.issues, lang),
        "loadable": reading.storable is not None,
        **facts.upload_facts(reading.upload),
        **(facts.table_facts(reading.table) if reading.table else {}),
        **facts.found_facts(reading),
        **offered_facts(reading.staged),
        "issues": facts.issues_facts(reading.issues, lang),
    }
    return Answer(told, tuple(_inspection_lines(reading, told, words)), status)


def _inspection_lines(reading: Reading, told: dict[str, Any], words: Words) -> Iterator[str]:
    upload, table = reading.upload, reading.table
    yield " · ".join(
        safe(text) for text in (upload.name, upload.kind, upload.encoding, upload.delimiter) if text
    )
    if table is not None:
        rows = ", ".join(map(str, table.header.heading_rows)) or "–"
        yield words(
            N_("Sheet “{sheet}”; headings in row {rows}; hashtags (HXL) in row {hxl}."),
            sheet=table.sheet.name, rows=rows, hxl=str(table.header.hxl_row or "–"),
        )  # fmt: skip
        yield ""
        yield from _column_lines(table, words)
        yield ""
        yield from aligned(
            (
                words.field(name),
                words.listed(told[name]["values"]) or "–",
                _origin(told[name], words),
            )
            for name in ("country", "period", "cluster")
        )
    yield from offer_lines(reading.staged, words)
    yield from issue_lines(reading.issues, words)


_ORIGINS = {
    "cells": N_("from the cells"),
    "choice": N_("as you said"),
    None: N_("not found"),
}


def _origin(found: dict[str, Any], words: Words) -> str:
    if found["from"] == "name":
        return words(N_("guessed from the name “{name}”"), name=found["name"])
    return words(_ORIGINS[found["from"]])


def _column_lines(table: Table, words: Words) -> Iterator[str]:
    yield words(N_("Columns: heading, field, how sure, why"))
    yield from aligned(
        (
            column_letter(column.position),
            safe(column.heading),
            words.field(column.field) if column.field else "–",
            percent(column.confidence, words.lang) if column.field else "",
            column.reason,
        )
        for column in table.mapping.columns
    )


def refused(reading: Reading, lang: Lang) -> Answer:
    """Nothing was stored, and why."""
    status = Status.WRONG_USAGE if reading.named_wrongly else Status.REFUSED
    words = Words(lang)
    told = {
        "status": said(status),
        "error": _first_error(reading.issues, lang),
        "batch": None,
        **(facts.staged_facts(reading.staged) if reading.staged else {"file": reading.upload.name}),
        "rows_stored": 0,
        "issues": facts.issues_facts(reading.issues, lang),
    }
    lines = (
        safe(reading.upload.name),
        *issue_lines(reading.issues, words),
        "",
        words(N_("Nothing was stored.")),
    )
    return Answer(told, lines, status)


def _first_error(issues: Sequence[Issue], lang: Lang) -> dict[str, str]:
    issue = next(issue for issue in issues if issue.severity is Severity.BLOCKS_FILE)
    what, remedy = sentence_of(issue, lang)
    return {"code": issue.code.value, "what": what, "do": remedy}


def loaded(staged: Staged, receipt: Receipt, known: Knowledge, lang: Lang) -> Answer:
    """What was stored, or that the same was stored before."""
    if receipt.repeated:
        staged = _with(staged, Code.ALREADY_LOADED, str(receipt.batch))
    words = Words(lang)
    told = {
        "status": "already-loaded" if receipt.repeated else "loaded",
        "batch": receipt.batch,
        **facts.staged_facts(staged),
        "rows_stored": receipt.rows_stored,
        "difference": facts.difference_facts(receipt.difference),
        "issues": facts.issues_facts(staged.report.issues, lang),
    }
    last = (
        words(N_("Nothing new: batch {batch} holds this file already."), batch=str(receipt.batch))
        if receipt.repeated
        else words(N_("Loaded as batch {batch}."), batch=str(receipt.batch))
    )
    difference = [difference_line(receipt.difference, words)] if receipt.difference else []
    lines = (*_staged_lines(staged, receipt.rows_stored, known, words), *difference, last)
    return Answer(told, lines)


def rehearsed(staged: Staged, rehearsal: Rehearsal[Any], known: Knowledge, lang: Lang) -> Answer:
    """What a load would do; nothing was stored."""
    words = Words(lang)
    moved = moves(rehearsal.before, rehearsal.after)
    told = {
        "status": "rehearsed",
        "batch": None,
        **facts.staged_facts(staged),
        "rows_stored": 0,
        "cells": rehearsal.cells,
        "difference": facts.difference_facts(rehearsal.difference),
        "gone": list(rehearsal.gone_names),
        "moves": [facts.move_facts(move) for move in moved],
        "issues": facts.issues_facts(staged.report.issues, lang),
    }
    lines = [
        *_staged_lines(staged, staged.rows_stored, known, words),
        difference_line(rehearsal.difference, words),
        *_gone_lines(rehearsal.gone_names, words),
        *_move_lines(moved, words),
        words(N_("Rehearsed only: nothing was stored.")),
    ]
    return Answer(told, tuple(lines))


def _with(staged: Staged, code: Code, value: str) -> Staged:
    issue = Issue(code=code, severity=Severity.WARNS, value=value)
    return replace(staged, report=Report((*staged.report.issues, issue)))


def _staged_lines(staged: Staged, stored: int, known: Knowledge, words: Words) -> Iterator[str]:
    yield f"{safe(staged.file_name)} · {staged.dataset} · {safe(staged.sheet)}"
    yield from issue_lines(staged.report.issues, words)
    yield ""
    yield words(
        N_("Rows: {read} read, {stored} stored, {dropped} left out."),
        read=staged.rows_read, stored=stored, dropped=staged.rows_read - staged.rows_stored,
    )  # fmt: skip
    yield from joined_lines(staged, words)
    yield _claim(staged, known, words)
    if not staged.has_type:
        yield words(N_("Without organisation types no share can be computed from this file."))


def _claim(staged: Staged, known: Knowledge, words: Words) -> str:
    whole = N_(
        "Claim: this file is all of {countries}, {periods}. A cluster or place that is not in it "
        "counts as empty from now on."
    )
    found = N_(
        "Claim: this file speaks for {countries}, {periods}, and there only for the clusters "
        "({clusters}) and places that stand in it. What others reported stays as it is."
    )
    return words(
        whole if staged.choices.claim == "whole" else found,
        countries=words.listed(_country_name(c, known, words) for c in facts.countries_of(staged)),
        periods=words.listed(facts.periods_of(staged)),
        clusters=len(facts.clusters_of(staged)),
    )


def _country_name(iso3: str, known: Knowledge, words: Words) -> str:
    """A country in the reader's language; its code where it has no name."""
    names = known.vocabulary.countries.get(iso3, ())
    place = list(Lang).index(words.lang)
    return names[place] if len(names) == len(Lang) else iso3


def _gone_lines(names: Sequence[str], words: Words) -> Iterator[str]:
    if names:
        yield words(N_("No longer there: {names}"), names=words.listed(names))


def _move_lines(moved: Sequence[Move], words: Words) -> Iterator[str]:
    if not moved:
        return
    yield ""
    yield words(N_("Organisations counted, before and after"))
    yield from aligned(
        (
            move.country,
            period_name(move.period, words.lang),
            safe(move.cluster or "–"),
            isolate(f"{move.before} → {move.after}", words.lang),
        )
        for move in moved[:_MOVES_SHOWN]
    )
    if len(moved) > _MOVES_SHOWN:
        more = words(N_("{count} more; --json lists all of them"), count=len(moved) - _MOVES_SHOWN)
        yield f"  … {more}"
    yield ""
