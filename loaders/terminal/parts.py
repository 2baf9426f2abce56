"""Several lists of one workbook, as `--part` names them: which sheets, and as what."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.terminal.options import Typed, known_dataset
from loaders.terminal.usage import WrongUsage


def typed_parts(typed: Typed, parts: Sequence[str], mapped: Sequence[str]) -> tuple[Typed, ...]:
    """What was typed about each list.

    Args:
        typed: what holds for all of them; neither a sheet nor a heading row.
        parts: such as `Members=members`.
        mapped: such as `Members!Seat=seat`; without a sheet it is about every list.

    Raises:
        WrongUsage: `part-incomplete`, `part-twice`, `part-and-sheet`, or as `Typed`.
        UnknownIndicator: `unknown-dataset`.
    """
    if typed.sheet is not None or typed.heading_row is not None:
        raise WrongUsage("part-and-sheet")
    named = [_part(text) for text in parts]
    for at, one in enumerate(named):
        if one in named[:at]:
            raise WrongUsage("part-twice", value=parts[at])
    sheets = {sheet for sheet, _ in named}
    return tuple(
        replace(typed, sheet=sheet, dataset=dataset, mapped=tuple(_of(sheet, sheets, mapped)))
        for sheet, dataset in named
    )


def _part(text: str) -> tuple[str, str]:
    """At the last sign, because the name of a sheet may hold one."""
    sheet, sign, dataset = text.rpartition("=")
    if not sign or not sheet.strip() or not dataset.strip():
        raise WrongUsage("part-incomplete", value=text)
    return sheet.strip(), known_dataset(dataset.strip())


def _of(sheet: str, sheets: set[str], mapped: Sequence[str]) -> Iterator[str]:
    """What was said of the columns of one sheet."""
    for text in mapped:
        named, sign, rest = text.partition("!")
        if not sign or named.strip() not in sheets:
            yield text
        elif named.strip() == sheet:
            yield rest
