"""What a person at a terminal is told of splits and joins: the proposals, and what was done."""

from collections.abc import Iterator

from core.i18n import N_
from loaders.staged import Staged
from loaders.terminal.joint_options import join_text
from loaders.terminal.words import Ready, Words, aligned

_SHOWN = 8


def offer_lines(staged: Staged | None, words: Words) -> Iterator[str]:
    """Proposals, each with the option that accepts it."""
    if staged is None:
        return
    for offer in staged.join_offers:
        yield ""
        yield words(
            N_(
                "Sheet “{sheet}” gives types. Rows of unknown type: {unknown}; it would settle "
                "{settled}."
            ),
            sheet=offer.join.sheet, settled=offer.rows_settled, unknown=offer.rows_unknown,
        )  # fmt: skip
        yield f"  --join {words(_QUOTED, option=join_text(offer.join))}"
    for split in staged.split_offers:
        yield ""
        made = N_("Split at “{sign}”; cells: {cells}.")
        would = N_("Cells that --split “{sign}” would take apart: {cells}.")
        yield words(made if split.chosen else would, sign=split.sign, cells=split.cells)
        rows = [(words(_TEXT, text=cell), words.listed(parts)) for cell, parts in split.examples]
        yield from aligned([(cell, Ready(f"→ {parts}")) for cell, parts in rows[:_SHOWN]])
        if len(rows) > _SHOWN:
            more = words(N_("{count} more; --json lists all of them"), count=len(rows) - _SHOWN)
            yield f"  … {more}"
    if staged.joined is not None:
        yield ""
    yield from joined_lines(staged, words)


def joined_lines(staged: Staged, words: Words) -> Iterator[str]:
    """What was taken from another sheet, with the cells where it stands."""
    joined = staged.joined
    if joined is None:
        return
    yield words(
        N_(
            "Types from the sheet “{sheet}”. Rows of unknown type without it: {unknown}; settled "
            "by it: {settled}."
        ),
        sheet=joined.join.sheet, settled=joined.rows_settled, unknown=joined.rows_unknown,
    )  # fmt: skip
    yield from aligned(
        (words(_TEXT, text=one.organisation), words(_TEXT, text=one.type), one.cell)
        for one in joined.types[:_SHOWN]
    )
    if len(joined.types) > _SHOWN:
        more = words(N_("{count} more; --json lists all of them"), count=len(joined.types) - _SHOWN)
        yield f"  … {more}"


# Texts of the file, made safe as any others.
_TEXT, _QUOTED = "{text}", '"{option}"'
