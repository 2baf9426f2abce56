"""What a person says about columns, found in the sheet or said to be missing."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from core.i18n.folding import fold
from loaders.content import Content
from loaders.datasets import DATASETS
from loaders.issues import Code, Issue, Severity, column_letter

NOT_USED = "-"
BY_LETTER = "column:"

FIELDS: Mapping[str, tuple[str, ...]] = {
    name: (*model.reads, *model.set_aside) for name, model in DATASETS.items()
}


@dataclass(frozen=True, slots=True)
class Chosen:
    """Position -> field; None for a column that the person leaves out."""

    fields: Mapping[int, str | None]
    issues: tuple[Issue, ...]

    def without(self, positions: Collection[int]) -> "Chosen":
        """The choices but for some columns: nobody can ask for personal data."""
        kept = {at: field for at, field in self.fields.items() if at not in positions}
        return Chosen(kept, self.issues)


def read_choices(
    choices: Iterable[tuple[str, str]], every: Sequence[Content], dataset: str, sheet: str
) -> Chosen:
    """Find the columns that a person named; what is not found blocks the file.

    Of two columns for one field the one named last counts.
    """
    fields: dict[int, str | None] = {}
    issues: list[Issue] = []
    for heading, field in choices:
        position = _position(heading, every)
        if position is None:
            issues.append(_no_such_heading(heading, every, sheet))
        elif field != NOT_USED and field not in FIELDS[dataset]:
            issues.append(_no_such_field(field, dataset, sheet, position))
        else:
            meant = None if field == NOT_USED else field
            fields = {at: other for at, other in fields.items() if meant is None or other != meant}
            fields[position] = meant
    return Chosen(fields, tuple(issues))


def _position(heading: str, every: Sequence[Content]) -> int | None:
    """By letter after `column:`, else as it stands, else but for case, accents and blanks."""
    if heading.startswith(BY_LETTER):
        letter = heading.removeprefix(BY_LETTER).strip().upper()
        return next((c.position for c in every if column_letter(c.position) == letter), None)
    exact = [c.position for c in every if c.heading == " ".join(heading.split())]
    alike = [c.position for c in every if fold(heading) and fold(c.heading) == fold(heading)]
    return next(iter(exact + alike), None)


def _no_such_heading(heading: str, every: Sequence[Content], sheet: str) -> Issue:
    headings = tuple(c.heading for c in every if c.heading)
    near = process.extractOne(heading, headings, scorer=fuzz.WRatio, processor=fold)
    return Issue(
        code=Code.HEADING_NOT_FOUND,
        severity=Severity.BLOCKS_FILE,
        sheet=sheet,
        value=heading,
        suggestion=near[0] if near else None,
        others=headings,
    )


def _no_such_field(field: str, dataset: str, sheet: str, position: int) -> Issue:
    near = process.extractOne(field, FIELDS[dataset], scorer=fuzz.ratio)
    return Issue(
        code=Code.VALUE_NOT_IN_LIST,
        severity=Severity.BLOCKS_FILE,
        sheet=sheet,
        column=position,
        field="field",
        value=field,
        suggestion=near[0] if near else None,
        others=FIELDS[dataset],
    )
