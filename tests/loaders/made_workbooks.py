"""Workbooks of several lists: from lines of text, and from templates filled in."""

from collections.abc import Mapping, Sequence
from io import BytesIO

import openpyxl

from core.i18n import Lang
from tests.loaders.filled_templates import filled
from tests.loaders.made_files import saved

WASH = {"country": "TCD", "period": "2022-Q1", "mechanism_type": "cluster", "cluster": "WSH"}
LUMIERE = {"organisation": "Association Lumière", "organisation_type": "441"}
INTERNATIONAL = {"organisation": "Example International", "organisation_type": "437"}
MEMBERS: Sequence[Mapping[str, str]] = (
    {**WASH, **LUMIERE, "seat": "full"},
    {**WASH, **INTERNATIONAL, "seat": "full"},
)
ROLES: Sequence[Mapping[str, str]] = (
    {**WASH, "role": "lead", **INTERNATIONAL},
    {**WASH, "role": "co_lead", **LUMIERE},
)


def workbook(sheets: Mapping[str, Sequence[str]]) -> bytes:
    """A workbook; cells are parted by `|`, an empty one stays empty."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, lines in sheets.items():
        sheet = book.create_sheet(name)
        for line in lines:
            sheet.append([cell or None for cell in line.split("|")])
    return saved(book)


def members_and_roles(
    lang: Lang,
    members: Sequence[Mapping[str, str]] = MEMBERS,
    roles: Sequence[Mapping[str, str]] = ROLES,
) -> bytes:
    """A membership list and a list of roles, the templates of a language in one workbook."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for dataset, rows in (("members", members), ("roles", roles)):
        source = openpyxl.load_workbook(BytesIO(filled(dataset, lang, rows))).worksheets[0]
        sheet = book.create_sheet(source.title)
        sheet.sheet_view.rightToLeft = lang.direction == "rtl"
        for line in source.iter_rows(values_only=True, max_row=len(rows) + 1):
            sheet.append(line)
    return saved(book)


def titles(lang: Lang) -> tuple[str, str]:
    """What the two sheets are called."""
    members, roles = openpyxl.load_workbook(BytesIO(members_and_roles(lang))).sheetnames
    return members, roles
