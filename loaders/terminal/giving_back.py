"""The file back as a workbook with marks, where `--return` asks for it."""

from dataclasses import replace
from pathlib import Path

from core.i18n import N_, Lang
from loaders.issues import Report
from loaders.terminal.console import Answer
from loaders.terminal.words import Words
from loaders.terminal.work import Reading, write_file
from loaders.workbook import returned


def give_back(content: bytes, reading: Reading, path: Path | None, lang: Lang) -> None:
    """Write the marked workbook, if one is wanted.

    Raises:
        WrongUsage: `file-exists`, `file-not-opened`.
    """
    if path is not None:
        name, report = reading.upload.name, Report(reading.issues)
        write_file(path, returned(content, name, reading.upload, report, lang))


def with_path(answer: Answer, path: Path | None, lang: Lang) -> Answer:
    """The answer, and where the marked workbook lies."""
    if path is None:
        return answer
    line = Words(lang)(N_("The marked workbook is at {path}."), path=path)
    facts = {**answer.facts, "returned": str(path)}
    return replace(answer, facts=facts, lines=(*answer.lines, line))
