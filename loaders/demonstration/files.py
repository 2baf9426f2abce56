"""Rows as the bytes of a file, the same bytes each time."""

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import openpyxl

from core.i18n import Lang
from loaders import Choices
from loaders.choice_lists import choice_lists
from loaders.demonstration.names import Tongue, Words
from loaders.demonstration.plan import Country
from loaders.demonstration.rows import Row
from loaders.demonstration.wording import HEADINGS, HXL
from loaders.template_columns import template_columns

PREFIX = "demonstration-"
_OFFICE = Words("Demonstration office {}", "Bureau de démonstration {}", "مكتب العرض التوضيحي {}")
# A workbook holds the day it was saved, twice; a fixed one keeps its bytes the same.
_SAVED = datetime(2022, 1, 1)  # noqa: DTZ001 - a workbook knows no time zone
_ZIP_DAY = (2022, 1, 1, 0, 0, 0)
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """An upload of the demonstration: what an office has, and what it says about it.

    Attributes:
        withdrawn: why it was taken back right after; None for nearly all.
    """

    name: str
    content: bytes
    dataset: str
    choices: Choices
    office: str
    withdrawn: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a file looks.

    Attributes:
        encoding: of a text file; None makes a workbook.
        delimiter: of a text file.
        hxl: whether a row of tags follows the headings.
    """

    encoding: str | None = "utf-8-sig"
    delimiter: str = ","
    hxl: bool = False


def office_of(country: Country) -> str:
    """Who sends the files of a country."""
    return _OFFICE[country.tongue].format(country.office)


def content(fields: Sequence[str], rows: Iterable[Row], tongue: Tongue, look: Look) -> bytes:
    """The file of these columns."""
    lines = [[HEADINGS[field][tongue] for field in fields]]
    if look.hxl:
        lines.append([HXL.get(field, "") for field in fields])
    lines += [[row[field] for field in fields] for row in rows]
    return _workbook(lines) if look.encoding is None else _text(lines, look.encoding, look)


def filled(dataset: str, rows: Iterable[Row], tongue: Tongue) -> bytes:
    """The columns of the dataset's template as a text file; codes become the words of its lists."""
    columns, lists = template_columns(dataset), choice_lists(Lang(tongue))
    lines = [[column.heading.in_(Lang(tongue)) for column in columns.values()]]
    lines += [
        [_word(row.get(field, ""), lists.get(column.choices or "", {})) for field, column in
         columns.items()]
        for row in rows
    ]  # fmt: skip
    return _text(lines, "utf-8-sig", Look(delimiter=";" if tongue == "fr" else ","))


def _word(told: str, words: Mapping[str, str]) -> str:
    """The word for a code; what is no code is written as it is."""
    return words.get(told, told)


def _text(lines: Iterable[Sequence[str]], encoding: str, look: Look) -> bytes:
    made = io.StringIO()
    csv.writer(made, delimiter=look.delimiter, lineterminator="\r\n").writerows(lines)
    return made.getvalue().encode(encoding)


def _workbook(lines: Iterable[Sequence[str]]) -> bytes:
    book = openpyxl.Workbook(write_only=True)
    book.properties.created = _SAVED
    sheet = book.create_sheet("3W")
    for line in lines:
        sheet.append(line)
    saved = io.BytesIO()
    book.save(saved)
    return _without_clock(saved)


def _without_clock(saved: io.BytesIO) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as out:
        for name in source.namelist():
            member = source.read(name)
            if name == "docProps/core.xml":
                member = _MODIFIED.sub(rb"\g<1>2022-01-01T00:00:00Z", member)
            out.writestr(zipfile.ZipInfo(name, _ZIP_DAY), member, zipfile.ZIP_DEFLATED)
    return made.getvalue()
