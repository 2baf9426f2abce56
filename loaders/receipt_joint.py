"""What a receipt says of cells that were split, and of types that stand on another sheet."""

from collections.abc import Iterator

from core.i18n import N_
from loaders.receipt_words import Fact, ReceiptWords
from loaders.recorded import Decided
from loaders.split_words import SIGN_WORDS


def joint_facts(said: Decided, words: ReceiptWords) -> Iterator[Fact]:
    """What was split and joined, every type with the cell of the other sheet."""
    if said.split:
        signs = (words(SIGN_WORDS[one]) if one in SIGN_WORDS else one for one in said.split)
        yield words(N_("Cells that name several organisations split at")), " · ".join(signs)
    if said.whole:
        yield words(N_("Left whole, as one organisation each")), " · ".join(said.whole)
    if said.joined is None:
        return
    join = said.joined.join
    yield (
        words(N_("Types on another sheet")),
        words(
            N_(
                "Sheet “{sheet}”, columns “{key}” and “{type}”. Rows of unknown type without it: "
                "{unknown}; settled by it: {settled}."
            ),
            sheet=join.sheet,
            key=join.key,
            type=join.type,
            unknown=said.joined.rows_unknown,
            settled=said.joined.rows_settled,
        ),
    )
    for one in said.joined.types:
        cell = f"{join.sheet}!{one.cell}"
        told = words(
            N_("{type}, from {cell} (rows: {count})"), type=one.type, cell=cell, count=one.rows
        )
        yield words(N_("Type of {organisation}"), organisation=one.organisation), told
