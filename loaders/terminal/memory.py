"""What is remembered of an office's earlier files, used, passed over or forgotten at a terminal."""

from dataclasses import dataclass, fields, replace
from typing import Literal

from core.access import Office
from core.i18n import N_, Lang
from core.i18n.numbers import moment
from core.storage.database import Database
from loaders.check import Knowledge
from loaders.choices import Choices
from loaders.layouts import as_kept
from loaders.memory import Remembered, forget_layout, remembered
from loaders.terminal.console import Answer
from loaders.terminal.escaping import safe
from loaders.terminal.options import Typed
from loaders.terminal.words import Ready, Words
from loaders.upload import Upload

Way = Literal["use", "pass-over", "forget"]


@dataclass(frozen=True, slots=True)
class Recalling:
    """Whose earlier decisions, and what to do with them.

    Attributes:
        spoken: the choices that were typed, and `dataset`: they go before what is remembered.
        dry_run: nothing is written, so nothing is forgotten either.
    """

    office: Office
    way: Way
    spoken: frozenset[str]
    dry_run: bool


def recalled(
    database: Database, upload: Upload, typed: Typed, known: Knowledge, recalling: Recalling | None
) -> Remembered | None:
    """What an office said of the last file of these headings; its own word only, never another's.

    Args:
        database: the open store.
        upload: the file.
        typed: the options; a dataset that was typed is the only one wanted.
        known: what is known beforehand.
        recalling: whose decisions, if any.
    """
    if recalling is None or recalling.way == "pass-over":
        return None
    office = recalling.office
    dataset = typed.dataset if "dataset" in recalling.spoken else None
    with database.cursor() as cur:
        found = remembered(cur, upload, known.vocabulary, office=office.label, dataset=dataset)
    if found is None or not found.own:
        return None
    if recalling.way == "use":
        return found
    if not recalling.dry_run:
        forget_layout(database, found, office)
    return None


def with_memory(
    found: Remembered | None, typed: Typed, known: Knowledge, recalling: Recalling | None
) -> tuple[Typed, Choices]:
    """Dataset and choices: what was typed, then what is remembered."""
    said = typed.choices(known.vocabulary)
    if found is None or recalling is None:
        return typed, said
    own = {f.name: getattr(said, f.name) for f in fields(Choices) if f.name in recalling.spoken}
    # Of two words about one column the later counts.
    own["columns"] = (*found.choices.columns, *said.columns)
    return replace(typed, dataset=found.dataset), replace(found.choices, **own)


def with_remembered(answer: Answer, found: Remembered | None, lang: Lang) -> Answer:
    """The answer, and whose decisions were used again."""
    if found is None:
        return replace(answer, facts={**answer.facts, "remembered": None})
    told = {
        "batch": found.batch,
        "office": found.office,
        "moment": f"{found.moment:%Y-%m-%dT%H:%M:%SZ}",
        "dataset": found.dataset,
        "choices": as_kept(found.choices),
        "asked": list(found.asked),
    }
    line = Words(lang)(
        N_("Read as the file of batch {batch} of {office} of {moment} was read."),
        batch=str(found.batch),
        office=safe(found.office),
        moment=Ready(moment(found.moment, lang)),
    )
    return replace(answer, facts={**answer.facts, "remembered": told}, lines=(line, *answer.lines))
