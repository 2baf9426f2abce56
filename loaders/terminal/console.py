"""How a command ends: sentences for a person or one JSON object, and an exit status."""

import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from enum import IntEnum
from typing import NoReturn

import typer

from core.errors import DashboardError, NotAllowed, StorageBusy, UnknownIndicator
from core.i18n import Lang, translations
from core.i18n.errors import explain
from core.i18n.numbers import isolate
from loaders.terminal.escaping import safe
from loaders.terminal.under_way import telling
from loaders.terminal.usage import USAGE, WITHOUT_SUGGESTION, WrongUsage


class Status(IntEnum):
    """What a script asks: done, refused because of the data, wrong usage, store in use."""

    DONE = 0
    REFUSED = 1
    WRONG_USAGE = 2
    STORE_BUSY = 3


_SAID = {
    Status.REFUSED: "refused",
    Status.WRONG_USAGE: "wrong-usage",
    Status.STORE_BUSY: "store-busy",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command has to say: `facts` for a program, `lines` for a person."""

    facts: Mapping[str, object]
    lines: tuple[str, ...]
    status: Status = Status.DONE


@dataclass(frozen=True, slots=True)
class Console:
    """Where the answer goes, in which language and form."""

    lang: Lang
    as_json: bool = False

    def end(self, answer: Answer) -> NoReturn:
        """Say it, and end the command with its status."""
        if self.as_json:
            # Escaped throughout: no encoding of a terminal and no letter of a file can break it.
            text = json.dumps(answer.facts, ensure_ascii=True, default=str)
        else:
            text = "\n".join(answer.lines)
        to_script = self.as_json or answer.status in {Status.DONE, Status.REFUSED}
        stream = sys.stdout if to_script else sys.stderr
        encoding = stream.encoding or "utf-8"
        stream.write(text.encode(encoding, "backslashreplace").decode(encoding) + "\n")
        stream.flush()
        raise typer.Exit(int(answer.status))

    @contextmanager
    def guarding(self) -> Iterator[None]:
        """What stops a request ends the command with a sentence and its status."""
        try:
            with telling(self.lang):
                yield
        except DashboardError as error:
            self.end(refusal(error, self.lang))


def refusal(error: DashboardError, lang: Lang) -> Answer:
    """An error as an answer."""
    status = _status(error)
    what, remedy = explained(error, lang)
    facts = {
        "status": _SAID[status],
        "error": {"code": error.code, "what": what, "do": remedy},
        "issues": [],
    }
    return Answer(facts, (what, remedy), status)


def said(status: Status) -> str:
    """The word for a status other than done."""
    return _SAID[status]


def _status(error: DashboardError) -> Status:
    if isinstance(error, StorageBusy):
        return Status.STORE_BUSY
    if isinstance(error, WrongUsage | UnknownIndicator | NotAllowed):
        return Status.WRONG_USAGE
    return Status.REFUSED


def explained(error: DashboardError, lang: Lang) -> tuple[str, str]:
    """What is wrong and what to do; nothing that came from a file can steer the terminal."""
    facts = {name: safe(str(fact)) for name, fact in error.facts.items() if fact is not None}
    if not isinstance(error, WrongUsage):
        return explain(DashboardError(error.code, **facts), lang)
    wrong, remedy = USAGE[error.code]
    if not error.facts.get("suggestion"):
        remedy = WITHOUT_SUGGESTION.get(error.code, remedy)
    shown = {name: isolate(fact, lang) for name, fact in facts.items()}
    gettext = translations(lang).gettext
    return gettext(wrong).format(**shown), gettext(remedy).format(**shown)
