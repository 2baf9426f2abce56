"""What the signs would make of the cells of a list: for a person to judge, before any is split."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from core.i18n.folding import identity_key
from loaders.joint import is_joint
from loaders.normalise import clean
from loaders.personal import without_addresses
from loaders.split import SIGNS, Splitting

_EXAMPLES = 40
_LONGEST_EXAMPLE = 300
_ANY = re.compile("|".join(f"(?:{sign.pattern})" for sign in SIGNS.values()), re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SplitOffer:
    """What a sign would make of the cells, or makes of them where it is chosen.

    Attributes:
        sign: of SIGNS.
        cells: how many would be taken apart.
        examples: up to 40 different ones: the cell, and the organisations in it.
    """

    sign: str
    cells: int
    chosen: bool
    examples: tuple[tuple[str, tuple[str, ...]], ...]


def counted_texts(column: pa.ChunkedArray) -> dict[str, int]:
    """The texts that hold a sign and are not about people, and how many cells hold each."""
    encoded = pc.dictionary_encode(column).combine_chunks()
    texts: list[str] = encoded.dictionary.to_pylist()
    counts = np.bincount(encoded.indices.drop_null().to_numpy(), minlength=len(texts)).tolist()
    return {
        text: count
        for text, count in zip(texts, counts, strict=True)
        if text and _ANY.search(text) and without_addresses(text)
    }


def lone_names(column: pa.ChunkedArray) -> frozenset[str]:
    """Keys of the names that stand alone in a cell."""
    return frozenset(identity_key(text) for text in column.unique().to_pylist() if text)


def offers(counted: Mapping[str, int], splitting: Splitting) -> Iterator[SplitOffer]:
    """A sign is offered where it parts a cell that seems to name several, or where chosen.

    Then every cell that it would part is told of, those that seem to be one organisation first.
    """
    joint = {text for text in counted if is_joint(text, splitting.alone)}
    for sign, pattern in SIGNS.items():
        chosen, one = sign in splitting.signs, replace(splitting, signs=(sign,))
        held = [text for text in counted if pattern.search(text.strip())]
        if not chosen and joint.isdisjoint(held):
            continue
        parted = {text: found for text in held if len(found := one.parts(text).texts) > 1}
        if chosen or not joint.isdisjoint(parted):
            listed = sorted(parted, key=joint.__contains__)
            told = [(on_one_line(text), parted[text]) for text in listed]
            cells = sum(map(counted.__getitem__, parted))
            yield SplitOffer(sign, cells, chosen, tuple(told[:_EXAMPLES]))


def on_one_line(text: str) -> str:
    """A cell on one line, its line breaks to be seen."""
    told = " ⏎ ".join(filter(None, map(clean, SIGNS["line"].split(text))))
    return told[:_LONGEST_EXAMPLE]
