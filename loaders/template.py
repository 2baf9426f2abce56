"""The empty workbook of a dataset: headings that the loader knows, lists to choose from.

An example row would be read as data, so the example stands in the instructions; those, and the
lists, fill one column each, so that neither is ever taken for a table.
"""

from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from core.i18n import N_, Lang, translations
from loaders.choice_lists import choice_lists
from loaders.datasets import DATASETS
from loaders.template_column import TemplateColumn
from loaders.template_columns import is_needed, template_columns

_LAST_ROW = 5000
_TEXT = "@"  # else a spreadsheet makes a day of 2022-01
_NEEDED = PatternFill("solid", start_color="FF1F4E79")
_OPTIONAL = PatternFill("solid", start_color="FF7F9DB9")
_INSTRUCTIONS = (
    N_("Dark headings are needed; the other columns may stay empty. Do not rename the headings."),
    N_("Period: write 2022-01, 2022-Q1, 2022 or 2022-01..2022-04."),
    N_("Where a cell has a list, choose from it, or write the name as you know it."),
    N_(
        "Add no names of people, e-mail addresses or telephone numbers: such columns are dropped "
        "and never stored."
    ),
    N_("An example, which is not to be copied into the list:"),
)
_EXAMPLE = {
    "country": "TCD", "period": "2022-Q1", "cluster": "WSH", "level": "national",
    "mechanism_type": "cluster", "role": "co_lead", "organisation": N_("Example Association"),
    "acronym": "EA", "organisation_type": "441", "funded": "yes", "seat": "full",
    "date": "2022-02-14", "language": "local", "interpretation": "yes",
    "minutes_translated": "no", "status": "active", "plan": "yes", "members": "24",
    "members_ngo": "11", "fund": N_("Example Humanitarian Fund"), "reference": "EHF-22-001",
    "amount": "250000", "currency": "USD", "route": "direct", "event_kind": "lesson",
    "title": N_("What changed when meetings were held in the local language"),
    "event_role": "speaker",
}  # fmt: skip


def template(dataset: str, lang: Lang) -> bytes:
    """An XLSX workbook to be filled in: a sheet for the list, instructions, hidden lists.

    Args:
        dataset: a name of DATASETS.
        lang: of headings, lists and instructions; Arabic sheets run from right to left.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    gettext = translations(lang).gettext
    lists = choice_lists(lang)
    columns = template_columns(dataset)
    used = list(dict.fromkeys(c.choices for c in columns.values() if c.choices))
    main, instructions, hidden = (
        _sheet(book, gettext(title), lang)
        for title in (DATASETS[dataset].sheet_title, N_("Instructions"), N_("Lists"))
    )
    ranges = _fill_lists(hidden, {name: list(lists[name].values()) for name in used})
    _fill_main(main, dataset, lang, ranges)
    _fill_instructions(instructions, _instructions(dataset, lang, lists))
    hidden.sheet_state = "hidden"
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def _sheet(book: Workbook, title: str, lang: Lang) -> Worksheet:
    sheet: Worksheet = book.create_sheet(title)
    sheet.sheet_view.rightToLeft = lang.direction == "rtl"
    return sheet


def _fill_main(sheet: Worksheet, dataset: str, lang: Lang, ranges: Mapping[str, str]) -> None:
    for number, (field, column) in enumerate(template_columns(dataset).items(), start=1):
        letter = get_column_letter(number)
        cell = sheet.cell(1, number, column.heading.in_(lang))
        cell.font = Font(bold=True, color="FFFFFFFF")
        cell.fill = _NEEDED if is_needed(dataset, field) else _OPTIONAL
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        sheet.column_dimensions[letter].width = column.width
        sheet.column_dimensions[letter].number_format = _TEXT
        _add_list(sheet, letter, column, ranges)
    sheet.freeze_panes = "A2"


def _add_list(
    sheet: Worksheet, letter: str, column: TemplateColumn, ranges: Mapping[str, str]
) -> None:
    if column.choices is None:
        return
    # A warning and no stop: an office may have a cluster that is in no list.
    rule = DataValidation(
        type="list", formula1=ranges[column.choices], allow_blank=True,
        errorStyle="warning", showErrorMessage=True,
    )  # fmt: skip
    rule.add(f"{letter}2:{letter}{_LAST_ROW}")
    sheet.add_data_validation(rule)


def _fill_lists(sheet: Worksheet, lists: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """All lists below one another in column A; name of the list -> where it stands."""
    ranges: dict[str, str] = {}
    row = 1
    for name, values in lists.items():
        for offset, value in enumerate(values):
            sheet.cell(row + offset, 1, value)
        ranges[name] = f"'{sheet.title}'!$A${row}:$A${row + len(values) - 1}"
        row += len(values)
    return ranges


def _fill_instructions(sheet: Worksheet, lines: Iterator[str]) -> None:
    for row, line in enumerate(lines, start=1):
        sheet.cell(row, 1, line).alignment = Alignment(wrap_text=True, vertical="top")
    sheet.cell(1, 1).font = Font(bold=True, size=14)
    sheet.column_dimensions["A"].width = 100


def _instructions(
    dataset: str, lang: Lang, lists: Mapping[str, Mapping[str, str]]
) -> Iterator[str]:
    gettext = translations(lang).gettext
    yield gettext(N_("How to fill in this workbook"))
    yield gettext(DATASETS[dataset].filling)
    yield from map(gettext, _INSTRUCTIONS)
    for field, column in template_columns(dataset).items():
        if field in _EXAMPLE:
            told = _EXAMPLE[field]
            value = lists[column.choices][told] if column.choices else gettext(told)
            yield f"    {column.heading.in_(lang)}: {value}"
