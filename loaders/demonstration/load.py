"""Fills a store with the demonstration, through the same verbs as any upload."""

from dataclasses import replace

from core.access import Office
from core.errors import WrongDeclaration
from core.i18n.folding import fold
from core.storage.database import Database
from loaders import (
    Knowledge,
    Staged,
    check,
    commit,
    find_table,
    knowledge,
    read,
    withdraw,
)
from loaders.demonstration.cast import host_society
from loaders.demonstration.files import File
from loaders.demonstration.plan import COUNTRIES
from loaders.demonstration.story import uploads
from loaders.red_cross import Movement


def build(database: Database) -> None:
    """Load every file of the demonstration into an open, empty store.

    Raises:
        WrongDeclaration: a file of ours cannot be loaded.
    """
    known = taught(knowledge(database))
    for file in uploads():
        office = Office(file.office)
        receipt = commit(database, staged(file, known), office)
        if file.withdrawn is not None:
            withdraw(database, receipt.batch, office, file.withdrawn)


def staged(file: File, known: Knowledge) -> Staged:
    """A file read and checked.

    Raises:
        WrongDeclaration: it cannot be loaded.
    """
    upload = read(file.content, file.name)
    table, issues = find_table(upload, file.dataset, file.choices, known)
    if table is None:
        raise _wrong(file, issues[0].code.value)
    ready = check(upload, table, file.dataset, file.choices, known)
    if ready.report.blocks:
        raise _wrong(file, "blocked")
    return ready


def taught(known: Knowledge) -> Knowledge:
    """What is known, and the fictional national societies.

    The alias tables hold real societies only. Theirs is the rule by host country, and to show it
    without naming one the fictional ones are known here and nowhere else.
    """
    fictional = {
        fold(name): country.iso3
        for country in COUNTRIES
        for name in (host_society(country).name[tongue] for tongue in ("en", "fr", "ar"))
    }
    movement = Movement({**known.movement.societies, **fictional}, known.movement.international)
    return replace(known, movement=movement)


def _wrong(file: File, reason: str) -> WrongDeclaration:
    return WrongDeclaration("wrong-declaration", file=file.name, reason=reason)
