"""`python -m loaders receipt BATCH`: what a batch published, from the store alone."""

from collections.abc import Iterator

import typer

from core.i18n import Lang
from loaders.receipt import BatchReceipt, batch_receipt, receipt_lines
from loaders.receipt_file import lines_by_part, receipt_facts
from loaders.receipt_words import Line
from loaders.terminal import options
from loaders.terminal.console import Answer, Console
from loaders.terminal.escaping import safe
from loaders.terminal.words import aligned
from loaders.terminal.work import opened

_MARKS = str.maketrans("", "", "\u2066\u2067\u2069")


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("receipt")(receipt_command)


def receipt_command(
    batch: options.BatchArgument,
    store: options.StoreOption = None,
    wait: options.WaitOption = 0.0,
    lang: options.LangOption = Lang.EN,
    as_json: options.JsonOption = False,
) -> None:
    """Say what a batch published, what was decided and corrected, and what became of it."""
    console = Console(lang, as_json)
    with console.guarding(), opened(store, wait) as database, database.cursor() as cur:
        console.end(receipt(batch_receipt(cur, batch), lang))


def receipt(found: BatchReceipt, lang: Lang) -> Answer:
    """The receipt as lines, part by part."""
    told = {"status": "done", "receipt": receipt_facts(found)}
    return Answer(told, tuple(_lines(lines_by_part(receipt_lines(found, lang)))))


def _lines(parts: dict[str, list[Line]]) -> Iterator[str]:
    for title, lines in parts.items():
        yield title
        yield from aligned((_shown(line.name), _shown(line.value)) for line in lines)
        yield ""


def _shown(text: str) -> str:
    return safe(text.translate(_MARKS))
