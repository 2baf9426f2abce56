"""The report as a table: every issue a row, in the reader's language, to be downloaded."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

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
_TITLE, _BY_RULE = N_("Issues"), N_("By rule and column")
_GROUP_HEADINGS = (
    N_("Rule"), N_("Weight"), N_("Sheet"), N_("Field"), N_("Rows"), N_("Values"), N_("Where"),
    N_("What, for example"), N_("What to do"),
)  # fmt: skip
_MOST_ADDRESSES = 100
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


def grouped_rows(report: Report, lang: Lang) -> Iterator[tuple[object, ...]]:
    """The headings, then a row for each rule and column: how many, where, an example, what to do.

    The gravest first, then those of the most rows.
    """
    gettext = translations(lang).gettext
    yield tuple(map(gettext, _GROUP_HEADINGS))
    found: dict[tuple[object, ...], list[Issue]] = {}
    for issue in report.issues:
        key = (issue.severity, issue.code, issue.sheet, issue.field, issue.column)
        found.setdefault(key, []).append(issue)
    for alike in sorted(found.values(), key=_gravest):
        first = alike[0]
        what, remedy = sentence(first, lang)
        yield (
            first.code.value,
            severity_word(first.severity, lang),
            first.sheet,
            field_name(first, lang),
            sum(issue.count for issue in alike),
            sum(issue.more or 1 for issue in alike),
            _addresses(alike),
            what,
            remedy,
        )


def _gravest(alike: Sequence[Issue]) -> tuple[int, int]:
    weight = list(SEVERITY_WORDS).index(alike[0].severity)
    return weight, -sum(issue.count for issue in alike)


def _addresses(alike: Sequence[Issue]) -> str | None:
    """The cells, or rows, one after the other, as many as a reader looks up; None: nowhere."""
    every = (
        replace(issue, row=row).cell or row
        for issue in alike
        for row in dict.fromkeys((issue.row, *issue.rows))
        if row is not None
    )
    found = [str(address) for address in islice(dict.fromkeys(every), _MOST_ADDRESSES + 1)]
    shown = " ".join(found[:_MOST_ADDRESSES])
    return f"{shown} …" if len(found) > _MOST_ADDRESSES else shown or None


def report_csv(report: Report, lang: Lang) -> bytes:
    """The report as a text file that spreadsheets open."""
    return csv_bytes(report_rows(report, lang))


def report_xlsx(report: Report, lang: Lang) -> bytes:
    """The report as a workbook: issue by issue, then by rule and column.

    In Arabic it runs from right to left.
    """
    gettext = translations(lang).gettext
    each, together = titles([gettext(_TITLE), gettext(_BY_RULE)])
    sheets = [
        PlainSheet(each, report_rows(report, lang), heading=True),
        PlainSheet(together, grouped_rows(report, lang), heading=True),
    ]
    return plain_workbook(sheets, rtl=lang.direction == "rtl")


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
