"""Where countries stand on a map of equal tiles; no borders, so none to dispute."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from core.errors import WrongDeclaration
from core.i18n import Lang

FILE = "tiles.csv"


@dataclass(frozen=True, slots=True)
class TilePlace:
    """The place of one country; west is a small column, north a small row, in every language.

    Attributes:
        row: from 0, on wide screens; so is `column`.
        narrow_row: from 0, on telephones, where the world stands in fewer columns.
        names: what the tile may be called, the first that fits: name, short name, code.
    """

    iso3: str
    row: int
    column: int
    narrow_row: int
    narrow_column: int
    names: tuple[str, ...]


@cache
def tile_places(folder: Path, lang: Lang) -> Mapping[str, TilePlace]:
    """Code of a country to its place, from `tiles.csv`; `names` are short names and code alone.

    Args:
        folder: where the reference files lie.
        lang: of the short names.

    Raises:
        WrongDeclaration: there is no such file.
    """
    file = folder / FILE
    if not file.exists():
        raise WrongDeclaration("wrong-declaration", file=FILE, reason="missing")
    with file.open(encoding="utf-8", newline="") as lines:
        return {row["iso3"]: _place(row, lang) for row in csv.DictReader(lines)}


def _place(row: Mapping[str, str], lang: Lang) -> TilePlace:
    names = (row[f"short_{lang.value}"], row["iso3"])
    return TilePlace(
        row["iso3"],
        int(row["row"]),
        int(row["column"]),
        int(row["narrow_row"]),
        int(row["narrow_column"]),
        tuple(name for name in names if name),
    )
