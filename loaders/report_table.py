"""The report as a table: every issue a row, in the reader's language, to be downloaded."""

from collections.abc import Iterator, Mapping

from core.i18n import N_, Lang, translations
from core.i18n.spreadsheets import csv_bytes
from loaders.fields import FIELD_NAMES
from loaders.issues import Issue, Report, Severity
from loaders.marking.plain import PlainSheet, plain_workbook, titles
from loaders.sentences import sentence

# Signs as well as words: a colour alone tells nothing to many readers, or on paper.
SEVERITY_WORDS: Mapping[Severity, tuple[str, str]] = {
    Severity.BLOCKS_FILE: ("■", N_("blocks publication")),
    Severity.DROPS_ROW: ("▲", N_("row left out")),
    Severity.WARNS: ("●", N_("remark")),
}
_HEADINGS = (
    N_("Rule"), N_("Weight"), N_("Sheet"), N_("Cell"), N_("Row"), N_("Field"), N_("Value"),
    N_("Rows"), N_("What is wrong"), N_("What to do"),
)  # fmt: skip
_TITLE = N_("Issues")
# The name of a colour, as a severity is one.
MENDED = "mended"
_MENDED = N_("corrected by hand")


def report_rows(report: Report, lang: Lang) -> Iterator[tuple[object, ...]]:
    """The headings, then a row for each issue: texts, whole numbers, None for nothing."""
    gettext = translations(lang).gettext
    yield tuple(map(gettext, _HEADINGS))
    for issue in report.issues:
        yield _row(issue, lang)


def _row(issue: Issue, lang: Lang) -> tuple[object, ...]:
    what, remedy = sentence(issue, lang)
    return (
        issue.code.value,
        severity_word(issue.severity, lang),
        issue.sheet,
        issue.cell,
        issue.row,
        field_name(issue, lang),
        issue.value,
        issue.count,
        what,
        remedy,
    )


def report_csv(report: Report, lang: Lang) -> bytes:
    """The report as a text file that spreadsheets open."""
    return csv_bytes(report_rows(report, lang))


def report_xlsx(report: Report, lang: Lang) -> bytes:
    """The report as a workbook; in Arabic it runs from right to left."""
    (title,) = titles([translations(lang).gettext(_TITLE)])
    sheet = PlainSheet(title, report_rows(report, lang), heading=True)
    return plain_workbook([sheet], rtl=lang.direction == "rtl")


def severity_word(severity: Severity, lang: Lang) -> str:
    """What becomes of the rows, with its sign."""
    sign, word = SEVERITY_WORDS[severity]
    return f"{sign} {translations(lang).gettext(word)}"


def mended_word(lang: Lang) -> str:
    """What is said of a cell that a person corrected by hand, with its sign."""
    return f"✎ {translations(lang).gettext(_MENDED)}"


def field_name(issue: Issue, lang: Lang) -> str | None:
    """The field that an issue is about, as readers call it."""
    if issue.field is None:
        return None
    return translations(lang).gettext(FIELD_NAMES.get(issue.field, issue.field))
