"""The answers about a mechanism's return: what it holds, what it would change, what was stored."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from core.i18n import N_, Lang
from core.storage.database import Database
from loaders.commit import Outcome, Receipt, Rehearsal, commit_all, rehearse_all
from loaders.find import knowledge
from loaders.issues import Issue, Severity
from loaders.returns.staging import Taken, stage
from loaders.staged import Staged
from loaders.terminal import facts
from loaders.terminal.console import Answer, Status, said
from loaders.terminal.escaping import safe
from loaders.terminal.loading_terms import Terms
from loaders.terminal.moves import Seen, moves, observer_of_all
from loaders.terminal.sentences import sentence_of
from loaders.terminal.words import Words, difference_line, issue_lines
from loaders.terminal.work import write_file
from loaders.upload import Upload
from loaders.workbook import returned


def load_return(database: Database, upload: Upload, content: bytes, terms: Terms) -> Answer:
    """Publish all that a return says, or say why not.

    Raises:
        NotAllowed: this office may not publish.
        WrongUsage: `file-exists`, `file-not-opened`.
        StorageBusy: another writer holds on too long.
    """
    taken = stage(database, upload, knowledge(database))
    # Before anything is stored: a path that cannot be written to stops the load.
    _give_back(upload, content, taken, (terms.give_back, terms.lang))
    if taken.report.blocks:
        return _refused(upload, taken, terms.lang)
    if terms.dry_run:
        return _rehearsed(database, upload, taken, terms.lang)
    receipts = commit_all(database, taken.stageds, terms.office)
    return _loaded(upload, taken, receipts, terms.lang)


def _give_back(
    upload: Upload, content: bytes, taken: Taken, wanted: tuple[Path | None, Lang]
) -> None:
    path, lang = wanted
    if path is not None:
        write_file(path, returned(content, upload.name, upload, taken.report, lang))


def inspected(
    database: Database, upload: Upload, content: bytes, wanted: tuple[Path | None, Lang]
) -> Answer:
    """What a return says to which dataset, and what is wrong with it.

    Args:
        database: any store; nothing is written.
        upload: the return.
        content: the file itself.
        wanted: where to write the marked workbook, if anywhere, and the language.

    Raises:
        WrongUsage: `file-exists`, `file-not-opened`.
    """
    lang = wanted[1]
    taken, words = stage(database, upload, knowledge(database)), Words(lang)
    _give_back(upload, content, taken, wanted)
    told = {
        **_told(upload, "done", taken.report.issues, lang),
        "loadable": not taken.report.blocks,
        "batches": [facts.staged_facts(staged) for staged in taken.stageds],
    }
    counted = [_counted(staged, words) for staged in taken.stageds]
    return Answer(told, (*_lines(upload, taken.report.issues, words), "", *counted))


def _refused(upload: Upload, taken: Taken, lang: Lang) -> Answer:
    words, issues = Words(lang), taken.report.issues
    first = next(issue for issue in issues if issue.severity is Severity.BLOCKS_FILE)
    what, remedy = sentence_of(first, lang)
    told = {
        **_told(upload, "refused", issues, lang),
        "error": {"code": first.code.value, "what": what, "do": remedy},
        "batches": [],
    }
    lines = (*_lines(upload, issues, words), "", words(N_("Nothing was stored.")))
    return Answer(told | {"status": said(Status.REFUSED)}, lines, Status.REFUSED)


def _rehearsed(database: Database, upload: Upload, taken: Taken, lang: Lang) -> Answer:
    rehearsal = rehearse_all(database, taken.stageds, observe=observer_of_all(taken.stageds))
    pairs = list(zip(taken.stageds, rehearsal.parts, strict=True))
    told = {
        **_told(upload, "rehearsed", taken.report.issues, lang),
        "batches": [_would(*pair, rehearsal) for pair in pairs],
    }
    words = Words(lang)
    lines = [*_lines(upload, taken.report.issues, words), ""]
    for staged, outcome in pairs:
        lines += [_counted(staged, words), difference_line(outcome.difference, words)]
        if outcome.gone_names:
            names = words.listed(outcome.gone_names)
            lines.append(words(N_("No longer there: {names}"), names=names))
    return Answer(told, (*lines, words(N_("Rehearsed only: nothing was stored."))))


def _would(
    staged: Staged, outcome: Outcome, rehearsal: Rehearsal[Mapping[str, Seen]]
) -> dict[str, Any]:
    """A return says something to a dataset once: what moves there, its one list moves."""
    before, after = rehearsal.before[staged.dataset], rehearsal.after[staged.dataset]
    return {
        **facts.staged_facts(staged),
        "difference": facts.difference_facts(outcome.difference),
        "gone": list(outcome.gone_names),
        "moves": [facts.move_facts(move) for move in moves(before, after)],
    }


def _loaded(upload: Upload, taken: Taken, receipts: Sequence[Receipt], lang: Lang) -> Answer:
    pairs = list(zip(taken.stageds, receipts, strict=True))
    repeated = all(receipt.repeated for receipt in receipts)
    status = "already-loaded" if repeated else "loaded"
    told = {
        **_told(upload, status, taken.report.issues, lang),
        "batches": [
            {
                **facts.staged_facts(staged),
                "batch": receipt.batch,
                "repeated": receipt.repeated,
                "rows_stored": receipt.rows_stored,
                "difference": facts.difference_facts(receipt.difference),
            }
            for staged, receipt in pairs
        ],
    }
    words = Words(lang)
    lines = [*_lines(upload, taken.report.issues, words), ""]
    for staged, receipt in pairs:
        what = (
            N_("Nothing new: batch {batch} holds this file already.")
            if receipt.repeated
            else N_("Loaded as batch {batch}.")
        )
        lines.append(f"{_counted(staged, words)} {words(what, batch=str(receipt.batch))}")
    return Answer(told, tuple(lines))


def _told(upload: Upload, status: str, issues: Sequence[Issue], lang: Lang) -> dict[str, Any]:
    return {
        "status": status,
        "form": "return",
        "file": upload.name,
        "sha256": upload.sha256,
        "issues": facts.issues_facts(issues, lang),
    }


def _lines(upload: Upload, issues: Sequence[Issue], words: Words) -> Iterator[str]:
    yield f"{safe(upload.name)} · {words(N_('Return of a coordination mechanism'))}"
    yield from issue_lines(issues, words)


def _counted(staged: Staged, words: Words) -> str:
    template = N_("{dataset}: {rows} rows.")
    return words(template, dataset=staged.dataset, rows=staged.rows.num_rows)
