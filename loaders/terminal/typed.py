"""The options of a command that say something of its file, as they were typed."""

from typing import Any

import typer

from core.access import Office
from loaders.terminal.memory import Recalling, Way
from loaders.terminal.options import Typed
from loaders.terminal.usage import WrongUsage

# An option -> the choice that it makes, where the two are not called the same.
_CHOICES = {"mapped": "columns", "date": "day", "refuse": "refused", "repair_letters": "repaired"}
_SAME = ("country", "period", "cluster", "hub", "sheet", "identity", "heading_row", "dates")


def typed_of(ctx: typer.Context) -> Typed:
    """What was typed of the file, or else holds.

    Raises:
        UnknownIndicator: `unknown-dataset`, `wrong-period`.
        WrongUsage: `map-incomplete`, `unknown-field`, `unknown-conversion`, `join-incomplete`,
            `unknown-sign`.
    """
    said: dict[str, Any] = ctx.params
    return Typed(
        dataset=said["dataset"],
        claim=said.get("claim", "as-found"),
        mapped=tuple(said["mapped"] or ()),
        day=said["date"],
        refused=tuple(said["refuse"] or ()),
        repaired=said["repair_letters"],
        join=said["join"],
        split=tuple(said["split"] or ()),
        whole=tuple(said["whole"] or ()),
        **{name: said[name] for name in _SAME},
    )


def recalling_of(ctx: typer.Context) -> Recalling | None:
    """What to do with earlier decisions; None where no office was named that could have any.

    Raises:
        WrongUsage: `memory-without-office`.
        NotAllowed: the office is called like a person.
    """
    said: dict[str, Any] = ctx.params
    if said["office_with_memory"] is None:
        if said["no_memory"] or said["forget"]:
            raise WrongUsage("memory-without-office")
        return None
    way: Way = "forget" if said["forget"] else "pass-over" if said["no_memory"] else "use"
    spoken = frozenset(
        _CHOICES.get(name, name)
        for name in said
        if (source := ctx.get_parameter_source(name)) and source.name == "COMMANDLINE"
    )
    return Recalling(Office(said["office_with_memory"]), way, spoken, dry_run=said["dry_run"])
