"""What the first sheet of a returned workbook says: rule, rows, where, example, what to do."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from core.i18n import N_, Lang, translations
from core.i18n.numbers import count
from loaders.front_sheet import SIGN
from loaders.issues import Issue, Report, Severity
from loaders.report_table import MENDED, field_name, mended_word, severity_word
from loaders.sentences import sentence

# Text or number, the name of its format, the place it leads to.
Line = tuple[tuple[str | int | None, str, str | None], ...]

WIDTHS = (22, 60, 22, 10, 24, 14, 30, 60)
_MOST_LINES = 2000
_HEADINGS = (
    N_("Weight"), N_("What is wrong"), N_("Field"), N_("Rows"), N_("Sheet"), N_("Cell"),
    N_("Value"), N_("What to do"),
)  # fmt: skip


class Form(StrEnum):
    """What stands behind the first sheet."""

    OWN = "own"
    COPIED = "copied"
    LIST_ONLY = "list-only"


_FORMS: Mapping[Form, str] = {
    Form.OWN: N_("The sheets behind this one are your own. The cells in question are coloured."),
    Form.COPIED: N_(
        "A file of this kind cannot be marked itself. The sheets behind this one hold its cells as "
        "text, at the same addresses. The cells in question are coloured."
    ),
    Form.LIST_ONLY: N_(
        "The file is too large to be marked cell by cell. This list says where to look in it."
    ),
}
_CORRECT = N_(
    "Correct the cells and upload this workbook again. Leave this sheet as it is: it is not read."
)
_CORRECT_THERE = N_("Correct the cells in your own file and upload that file again.")
_NOTES = N_(
    "Notes stand beside the first cells of each issue; the others have the colour alone, and mean "
    "the same."
)
_NOTHING = N_("Nothing to remark on.")


@dataclass(frozen=True, slots=True)
class Front:
    """What the first sheet needs to know.

    Attributes:
        name: of the file.
        titles: name of a sheet in the upload -> its name in the workbook; none: no links.
        all_noted: every coloured cell has a note.
        mended: how many cells were corrected by hand.
    """

    name: str
    report: Report
    form: Form
    titles: Mapping[str, str]
    all_noted: bool
    lang: Lang
    mended: int = 0


def front_lines(front: Front) -> tuple[list[Line], int]:
    """The lines of the sheet, and which of them holds the headings."""
    gettext = translations(front.lang).gettext
    listed = sorted(front.report.issues, key=_weight)
    remedy = _CORRECT_THERE if front.form is Form.LIST_ONLY else _CORRECT
    said = [_FORMS[front.form], *([] if front.all_noted else [_NOTES]), remedy]
    above: list[Line] = [
        _one(gettext(N_("What to correct in {file}")).format(file=front.name), "title"),
        _one(SIGN, "faint"),
        *(_one(gettext(text), "plain") for text in (said if listed else [_NOTHING])),
        *_totals(front),
    ]
    headings: Line = tuple((gettext(text), "heading", None) for text in _HEADINGS)
    rows = [_issue_line(issue, front) for issue in listed[:_MOST_LINES]]
    if len(listed) > _MOST_LINES:
        more = gettext(N_("and {count} more")).format(
            count=count(len(listed) - _MOST_LINES, front.lang)
        )
        rows.append(_one(more, "text"))
    return [*above, headings, *rows], len(above) + 1


def place(sheet: str, cell: str) -> str:
    """A cell as a link within a workbook leads to it."""
    quoted = sheet.replace("'", "''")
    return f"'{quoted}'!{cell}"


def _weight(issue: Issue) -> tuple[int, str, str, int]:
    """The gravest first, alike ones together, and of these the most rows first."""
    return (list(Severity).index(issue.severity), issue.code, issue.field or "", -issue.count)


def _one(text: str, style: str) -> Line:
    return ((text, style, None),)


def _totals(front: Front) -> Iterator[Line]:
    """How many rows of each weight; the colours explain themselves here."""
    for severity, rows in front.report.counts().items():
        if rows:
            word = severity_word(severity, front.lang)
            yield ((word, severity.value, None), (rows, "number", None))
    if front.mended:
        yield ((mended_word(front.lang), MENDED, None), (front.mended, "number", None))


def _issue_line(issue: Issue, front: Front) -> Line:
    what, remedy = sentence(issue, front.lang)
    there = issue.cell or (f"A{issue.row}" if issue.row is not None else None)
    title = front.titles.get(issue.sheet or "")
    link = place(title, there) if there and title is not None else None
    return (
        (severity_word(issue.severity, front.lang), issue.severity.value, None),
        (what, "text", None),
        (field_name(issue, front.lang), "text", None),
        (issue.count, "number", None),
        (issue.sheet, "text", None),
        (there, "link" if link else "text", link),
        (issue.value, "text", None),
        (remedy, "text", None),
    )


def as_order(lines: Sequence[Line], heading: int) -> dict[str, object]:
    """The lines as they cross the fence."""
    return {"lines": lines, "heading": heading, "widths": WIDTHS}
