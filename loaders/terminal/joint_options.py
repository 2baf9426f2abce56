"""Options about cells that name several organisations, and about a sheet that gives types."""

from collections.abc import Iterable
from typing import Annotated

import typer

from loaders.join import Join
from loaders.split import SIGNS
from loaders.terminal.usage import WrongUsage

SplitOption = Annotated[
    list[str] | None,
    typer.Option(
        "--split",
        metavar="SIGN",
        help=f"Split cells that name several organisations at: {' '.join(SIGNS)}. "
        "Types pair up where a cell has as many; inspect shows what becomes of the cells.",
    ),
]
WholeOption = Annotated[
    list[str] | None,
    typer.Option("--whole", metavar="NAME", help="One organisation, whatever signs it holds."),
]
JoinOption = Annotated[
    str | None,
    typer.Option(
        "--join",
        metavar="SHEET!KEY=TYPE",
        help="The sheet that gives the types: its heading of organisations, and that of types. "
        "A sheet with ! in its name in quotes: 'A!B'!KEY=TYPE.",
    ),
]


def signs_of(typed: Iterable[str]) -> tuple[str, ...]:
    """The signs to split at, each once.

    Raises:
        WrongUsage: `unknown-sign`.
    """
    for sign in typed:
        if sign not in SIGNS:
            raise WrongUsage("unknown-sign", value=sign, signs=" ".join(SIGNS))
    return tuple(sorted(set(typed), key=list(SIGNS).index))


def join_of(typed: str | None) -> Join | None:
    """The join as `SHEET!KEY=TYPE`; of several `=` the last one parts.

    Raises:
        WrongUsage: `join-incomplete`.
    """
    if typed is None:
        return None
    place, _, type_heading = typed.rpartition("=")
    if place.startswith("'"):
        sheet, _, key = place[1:].rpartition("'!")
        sheet = sheet.replace("''", "'")
    else:
        sheet, _, key = place.partition("!")
    join = Join(sheet.strip(), key.strip(), type_heading.strip())
    if not all((join.sheet, join.key, join.type)):
        raise WrongUsage("join-incomplete", value=typed)
    return join


def join_text(join: Join) -> str:
    """The join as `join_of` reads it."""
    quoted = f"'{join.sheet.replace(chr(39), chr(39) * 2)}'"
    sheet = quoted if "!" in join.sheet or join.sheet.startswith("'") else join.sheet
    return f"{sheet}!{join.key}={join.type}"
