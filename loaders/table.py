"""Where in a file the list stands."""

from dataclasses import dataclass

from loaders.header import Header
from loaders.mapping import ColumnMapping
from loaders.upload import Sheet


@dataclass(frozen=True, slots=True)
class Table:
    """The chosen sheet, its heading, its columns."""

    sheet: Sheet
    header: Header
    mapping: ColumnMapping
