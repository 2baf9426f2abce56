"""The sheet of a return, line by line: a hidden code, the question, and cells for the answers.

Lines are known again by their codes, so that a person may add lines, or take some away.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from core.i18n import N_
from loaders.datasets.mechanisms import MEMBERS
from loaders.returns.answers import MEETING, ROLE, SEAT, Answers, Line
from loaders.template_column import TemplateColumn
from loaders.template_columns import template_columns

# Stands in the first cell; a later form of the sheet gets another number.
SIGN = "aln-mechanism-return-1"
CODE_COLUMN, QUESTION_COLUMN, FIRST_ANSWER = 1, 2, 3
LAST_COLUMN = FIRST_ANSWER + len(ROLE) - 1
TABLES: Mapping[str, Sequence[str]] = {"role": ROLE, "seat": SEAT, "meeting": MEETING}
# Offered line by line; one that names nobody says nothing.
_ROLES = ("lead", "co_lead", "co_coordinator", "chair", "co_chair")
_BLANK_LINES = {"role": 2, "seat": 10, "meeting": 3}

TITLE = N_("Return of a coordination mechanism")
HOW_TO = (
    N_("Answer in the white cells. Leave empty what is not known: it counts as not known, never "
       "as 0."),
    N_("Name organisations, never people; no e-mail addresses, no telephone numbers."),
)  # fmt: skip
SHEET = N_("Mechanism return")
OF_MECHANISM, OF_SAG = N_("In the mechanism"), N_("In its SAG")
QUESTIONS: Mapping[str, str] = {
    "which": N_("Which mechanism, and which month?"),
    "status": N_("1. Is it active or closed?"),
    "role": N_("2. Who leads, co-leads, coordinates or chairs it?"),
    "members": N_("3. How many members has it, by type of organisation?"),
    "seat": N_("4. Which organisations have a seat in its Strategic Advisory Group (SAG)?"),
    "meeting": N_("5. When were its last meetings?"),
    "language": N_("6. In which language does it usually meet?"),
    "interpretation": N_("7. Is there interpretation?"),
    "minutes_translated": N_("8. Are the minutes translated?"),
    "plan": N_("9. Is a plan for localisation or capacity strengthening in place?"),
    "source": N_("10. Where do the answers come from, and what else should be known?"),
}
HINTS: Mapping[str, str] = {
    "which": N_("Write the month as 2026-03."),
    "role": N_("Write Vacant where nobody holds the role."),
    "members": N_("Write 0 only where there is none."),
    "meeting": N_("Write the day as 2026-03-14. Give the last three, if there were so many."),
}
LABELS: Mapping[str, str] = {
    "closed_on": N_("Closed since"),
    "remarks": N_("Remarks"),
    "source": N_("Source of the answers"),
}
_ORDER = (
    ("which", ("country", "hub", "period", "mechanism_type", "mechanism", "cluster", "level",
               "place")),
    ("status", ("status", "closed_on")),
    ("role", ()),
    ("members", MEMBERS),
    ("seat", ()),
    ("meeting", ()),
    ("language", ("language",)),
    ("interpretation", ("interpretation",)),
    ("minutes_translated", ("minutes_translated",)),
    ("plan", ("plan",)),
    ("source", ("source", "remarks")),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetLine:
    """One line of the sheet.

    Attributes:
        code: by which it is known again; empty for a title.
        kind: question, heading, answer.
        label: a key of the catalogue, or None where the column of the field names it.
        field: what it asks; None for a question and a heading.
        answers: of each cell the field and what was answered.
    """

    code: str
    kind: str
    label: str | None = None
    field: str | None = None
    answers: tuple[tuple[str, str], ...] = ()


def columns() -> dict[str, TemplateColumn]:
    """Field -> its heading and its list, of all that a return asks."""
    found: dict[str, TemplateColumn] = {}
    for dataset in ("mechanisms", "roles", "members", "meetings"):
        found |= template_columns(dataset)
    return found


def lines(answers: Answers) -> Iterator[SheetLine]:
    """The lines below the title and the instructions, with what is answered already."""
    for question, fields in _ORDER:
        yield SheetLine(code=f"?{question}", kind="question", label=QUESTIONS[question])
        if question in TABLES:
            yield from _table(question, _given(answers, question))
        elif question == "members":
            yield SheetLine(code="#members", kind="heading")
            yield from (_numbers(name, answers) for name in fields)
        else:
            yield from (_single(name, answers) for name in fields)


def _given(answers: Answers, table: str) -> tuple[Line, ...]:
    return {"role": answers.roles, "seat": answers.seats, "meeting": answers.meetings}[table]


def _table(table: str, given: Sequence[Line]) -> Iterator[SheetLine]:
    yield SheetLine(code=f"#{table}", kind="heading")
    named = {line.get("role") for line in given}
    offered: list[Line] = [{"role": role} for role in _ROLES if role not in named]
    blank = (offered if table == "role" else []) + [{}] * max(_BLANK_LINES[table] - len(given), 2)
    for line in [*given, *blank]:
        cells = tuple((name, line.get(name, "")) for name in TABLES[table])
        yield SheetLine(code=table, kind="answer", answers=cells)


def _numbers(name: str, answers: Answers) -> SheetLine:
    cells = ((name, answers.members.get(name, "")), (name, answers.sag.get(name, "")))
    return SheetLine(code=name, kind="answer", field=name, answers=cells)


def _single(name: str, answers: Answers) -> SheetLine:
    told = answers.which.get(name) or answers.says.get(name) or ""
    label = LABELS.get(name)
    return SheetLine(code=name, kind="answer", label=label, field=name, answers=((name, told),))
