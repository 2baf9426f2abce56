"""What a person decided about the layout of a file, kept so that the next one needs no question."""

import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from core.i18n.folding import fold
from core.storage.cursor import Cursor
from loaders.choices import Choices
from loaders.header import Header
from loaders.issues import column_letter
from loaders.mapping import Column
from loaders.mapping_choices import BY_LETTER, NOT_USED
from loaders.normalise import repair_double_encoding
from loaders.personal import without_addresses
from loaders.table import Table

# Every field of the choices is in one of the two; a new one has to be put into one of them.
OF_LAYOUT = (
    "country", "cluster", "hub", "identity", "claim", "columns", "sheet", "heading_row", "dates",
    "refused", "repaired", "join", "split", "whole",
)  # fmt: skip
OF_THIS_FILE = ("period", "corrections", "day")


@dataclass(frozen=True, slots=True)
class Headings:
    """By what the next file of the same layout is known.

    Attributes:
        set_sha256: of the folded headings, in any order.
        order_sha256: of the same in their order, repeated ones included.
    """

    set_sha256: str
    order_sha256: str


@dataclass(frozen=True, slots=True)
class Layout:
    """The headings of a list, and the field of each column that is used or left out."""

    headings: Headings
    columns: tuple[tuple[str, str], ...]


def headings_of(header: Header) -> Headings | None:
    """None where nothing is written above the columns; nothing of it is about people."""
    texts = [
        heading or tag or "" for heading, tag in zip(header.headings, header.tags, strict=True)
    ]
    folded = [fold(without_addresses(repair_double_encoding(t) or t)) for t in texts]
    named = sorted({text for text in folded if text})
    return Headings(_sha256(named), _sha256(folded)) if named else None


def layout_of(table: Table) -> Layout | None:
    """The layout as it was understood; None where nothing is written above the columns."""
    headings = headings_of(table.header)
    return None if headings is None else Layout(headings, tuple(_pairs(table.mapping.columns)))


def _pairs(columns: Sequence[Column]) -> list[tuple[str, str]]:
    """By heading, so that a column may move; by letter where a heading does not tell it."""
    seen = Counter(fold(column.heading) for column in columns)
    left_out = [(c, NOT_USED) for c in columns if c.field is None and c.reason == "person"]
    used = [(c, c.field) for c in columns if c.field is not None]
    return [(_name(column, seen), field) for column, field in (*used, *left_out)]


def _name(column: Column, seen: Counter[str]) -> str:
    key = fold(column.heading)
    alone = key and seen[key] == 1 and not column.heading.startswith(BY_LETTER)
    return column.heading if alone else f"{BY_LETTER}{column_letter(column.position)}"


def keep_layout(
    cur: Cursor, batch: int, office: str, dataset: str, layout: Layout, choices: Choices
) -> None:
    """Write down what was decided, in the transaction of the commit.

    Args:
        cur: the open transaction.
        batch: the number of the commit.
        office: as it calls itself.
        dataset: a name of DATASETS.
        layout: of the file.
        choices: a person's word about it.
    """
    said = replace(choices, columns=layout.columns)
    cur.run(
        "INSERT INTO layout VALUES ($batch, $office, $headings, $order, $dataset, $row, $choices)",
        {
            "batch": batch,
            "office": fold(office),
            "headings": layout.headings.set_sha256,
            "order": layout.headings.order_sha256,
            "dataset": dataset,
            "row": choices.heading_row,
            "choices": json.dumps(as_kept(said), ensure_ascii=False),
        },
    )


def as_kept(choices: Choices) -> dict[str, Any]:
    """What holds for the next file too, as JSON can hold it; nothing of what was left unsaid."""
    unsaid = _adapter().dump_python(Choices(), mode="json")
    said: dict[str, Any] = _adapter().dump_python(choices, mode="json", include=set(OF_LAYOUT))
    return {name: value for name, value in said.items() if value != unsaid[name]}


def from_kept(kept: str) -> Choices | None:
    """The choices again; None where this program no longer has what they say: then it is asked."""
    said = json.loads(kept)
    if not said.keys() <= set(OF_LAYOUT):
        return None
    try:
        return _adapter().validate_python(said)
    except ValidationError:
        return None


@cache
def _adapter() -> TypeAdapter[Choices]:
    return TypeAdapter(Choices)


def _sha256(texts: Sequence[str]) -> str:
    return hashlib.sha256(json.dumps(texts).encode()).hexdigest()
