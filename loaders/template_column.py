"""One column of a template."""

from dataclasses import dataclass

from core.i18n import Trilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateColumn:
    """One column.

    Attributes:
        heading: each of its three is in data/reference/aliases_heading.csv.
        needed: a row without it says nothing.
        choices: which list its cells are chosen from; None for free text.
        width: in characters.
    """

    heading: Trilingual
    needed: bool = False
    choices: str | None = None
    width: int = 18
