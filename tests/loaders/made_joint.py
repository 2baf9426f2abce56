"""A workbook whose types stand on a hidden sheet, and whose cells name several organisations."""

from functools import cache

import openpyxl

from tests.loaders.made_files import saved

NAME = "Chad 3W 2022-01.xlsx"
LIST = (
    ("Organisation", "Cluster"),
    ("Espoir du Sahel", "WASH"),
    ("Secours Inventé", "WASH"),
    ("Espoir du Sahel + Made Up Relief", "Health"),
    ("Nobody Knows", "WASH"),
)
PARTNERS = (
    ("Organisation", "Organisation type"),
    ("ESPOIR DU  SAHEL", "NNGO"),
    ("Secours Invente", "INGO"),
    ("Made Up Relief", "NNGO"),
)


@cache  # a workbook says when it was written: made again, it is another file
def workbook(partners: tuple[tuple[str, str], ...] = PARTNERS) -> bytes:
    """The list on the sheet `3W`, the types on the hidden sheet `Partners`."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title, rows in (("3W", LIST), ("Partners", partners)):
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book["Partners"].sheet_state = "hidden"
    return saved(book)
