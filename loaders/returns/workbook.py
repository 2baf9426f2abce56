"""The return as a workbook of one sheet: questions, cells with lists, and what is known already.

Two workbooks with the same answers are the same bytes, so that a return handed over twice is known
again.
"""

import re
import zipfile
from collections.abc import Mapping
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from core.i18n import N_, Lang, translations
from loaders.choice_lists import choice_lists
from loaders.returns.answers import VACANT, Answers
from loaders.returns.layout import (
    CODE_COLUMN,
    FIRST_ANSWER,
    HINTS,
    HOW_TO,
    LAST_COLUMN,
    OF_MECHANISM,
    OF_SAG,
    QUESTION_COLUMN,
    SHEET,
    SIGN,
    TABLES,
    TITLE,
    SheetLine,
    columns,
    lines,
)
from loaders.template import fill_lists

VACANT_WORD = N_("Vacant")
_WIDTHS = (4, 52, 26, 38, 16, 32, 12)
_TEXT = "@"
_QUESTION = PatternFill("solid", start_color="FF1F4E79")
_HEADING = PatternFill("solid", start_color="FFDCE6F0")
_LABEL = PatternFill("solid", start_color="FFF3F6F9")
_LINE = Side("thin", color="FF7F9DB9")
_FRAME = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_MOMENT = (1980, 1, 1, 0, 0, 0)
_WRITTEN = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")


def workbook(answers: Answers, lang: Lang) -> bytes:
    """The sheet to be filled in, in one language; Arabic runs from right to left.

    Args:
        answers: what is answered already; a code becomes the word of its list.
        lang: of questions, lists and words.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    writer = _Writer(book, lang)
    writer.top()
    for line in lines(answers):
        writer.line(line)
    writer.finish()
    written = BytesIO()
    book.save(written)
    return _unchanging(written.getvalue())


class _Writer:
    """Writes the sheet from the top down."""

    def __init__(self, book: Workbook, lang: Lang) -> None:
        self._lang, self._words = lang, translations(lang).gettext
        self._lists, self._columns = choice_lists(lang), columns()
        self._sheet = self._new(book, self._words(SHEET))
        hidden = self._new(book, self._words(N_("Lists")))
        hidden.sheet_state = "hidden"
        used = dict.fromkeys(c.choices for c in self._columns.values() if c.choices)
        self._ranges = fill_lists(hidden, {n: list(self._lists[n].values()) for n in used})
        self._rules: dict[str, DataValidation] = {}
        self._row = 0

    def _new(self, book: Workbook, title: str) -> Worksheet:
        sheet: Worksheet = book.create_sheet(title)
        sheet.sheet_view.rightToLeft = self._lang.direction == "rtl"
        return sheet

    def top(self) -> None:
        """Title and instructions; the sign by which the sheet is known again."""
        for text in (TITLE, *HOW_TO):
            self._row += 1
            cell = self._put(QUESTION_COLUMN, self._words(text))
            cell.font = Font(bold=True, size=14) if text is TITLE else Font(italic=True)
        self._sheet.cell(1, CODE_COLUMN, SIGN)

    def line(self, line: SheetLine) -> None:
        """One line; a question stands a line apart from what is above it."""
        self._row += 2 if line.kind == "question" else 1
        self._sheet.cell(self._row, CODE_COLUMN, line.code)
        if line.kind == "question":
            self._question(line)
        elif line.kind == "heading":
            self._heading(line.code.removeprefix("#"))
        else:
            self._answers(line)

    def _question(self, line: SheetLine) -> None:
        hint = HINTS.get(line.code.removeprefix("?"))
        text = self._words(line.label or "")
        self._put(QUESTION_COLUMN, f"{text} {self._words(hint)}" if hint else text)
        for column in range(QUESTION_COLUMN, LAST_COLUMN + 1):
            cell = self._sheet.cell(self._row, column)
            cell.fill, cell.font = _QUESTION, Font(bold=True, color="FFFFFFFF")

    def _heading(self, table: str) -> None:
        texts = (
            [self._words(OF_MECHANISM), self._words(OF_SAG)]
            if table == "members"
            else [self._columns[name].heading.in_(self._lang) for name in TABLES[table]]
        )
        for column, text in enumerate(texts, start=FIRST_ANSWER):
            cell = self._put(column, text)
            cell.fill, cell.font, cell.border = _HEADING, Font(bold=True), _FRAME

    def _answers(self, line: SheetLine) -> None:
        if line.field is not None:
            heading = self._columns[line.field].heading.in_(self._lang)
            self._put(QUESTION_COLUMN, self._words(line.label) if line.label else heading)
            self._sheet.cell(self._row, QUESTION_COLUMN).fill = _LABEL
        for column, (name, told) in enumerate(line.answers, start=FIRST_ANSWER):
            cell = self._put(column, self._shown(name, told))
            cell.border = _FRAME
            self._choose(cell, self._columns[name].choices)

    def _shown(self, name: str, told: str) -> str | None:
        if name == "organisation" and told == VACANT:
            return self._words(VACANT_WORD)
        kind = self._columns[name].choices
        if kind is None:
            return told or None
        words = self._lists[kind]
        if name == "language" and told and all(code in words for code in told.split()):
            return ", ".join(words[code] for code in told.split())
        return words.get(told, told) or None

    def _put(self, column: int, text: str | None) -> Cell:
        cell: Cell = self._sheet.cell(self._row, column, text)
        cell.number_format = _TEXT
        if text is not None:
            cell.data_type = "s"  # an answer that begins with = is a text
        wraps = column != QUESTION_COLUMN or self._row > 3
        cell.alignment = Alignment(wrap_text=wraps and column >= FIRST_ANSWER, vertical="top")
        return cell

    def _choose(self, cell: Cell, kind: str | None) -> None:
        if kind is None:
            return
        if kind not in self._rules:
            # A warning and no stop: a mechanism may be in no list.
            self._rules[kind] = DataValidation(
                type="list", formula1=self._ranges[kind], allow_blank=True,
                errorStyle="warning", showErrorMessage=True,
            )  # fmt: skip
        self._rules[kind].add(cell.coordinate)

    def finish(self) -> None:
        """Widths, lists, and the column of codes out of sight."""
        for column, width in enumerate(_WIDTHS, start=CODE_COLUMN):
            self._sheet.column_dimensions[get_column_letter(column)].width = width
        self._sheet.column_dimensions[get_column_letter(CODE_COLUMN)].hidden = True
        for rule in self._rules.values():
            self._sheet.add_data_validation(rule)
        self._sheet.freeze_panes = "C2"
        self._sheet.page_setup.orientation = "landscape"
        self._sheet.page_setup.fitToHeight = 0
        self._sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _unchanging(content: bytes) -> bytes:
    """The same workbook without the moment at which it was written."""
    bare: Mapping[str, bytes]
    with zipfile.ZipFile(BytesIO(content)) as archive:
        bare = {name: archive.read(name) for name in archive.namelist()}
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in bare.items():
            if name == "docProps/core.xml":
                part = _WRITTEN.sub(rb"\g<1>2000-01-01T00:00:00Z\g<2>", part)
            archive.writestr(zipfile.ZipInfo(name, _MOMENT), part, zipfile.ZIP_DEFLATED)
    return written.getvalue()
