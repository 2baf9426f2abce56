"""What a person fills into the template of a dataset, as codes, and picks from the lists."""

import csv
from collections.abc import Mapping, Sequence
from functools import cache
from io import BytesIO

import openpyxl

from core.i18n import Lang
from loaders.template import template
from loaders.template_columns import template_columns
from tests.conftest import ROOT
from tests.loaders.made_files import saved

_FILES = {"country": "countries", "cluster": "clusters", "organisation_type": "organisation_types"}
_YES = {Lang.EN: ("Yes", "No"), Lang.FR: ("Oui", "Non"), Lang.AR: ("نعم", "لا")}


def filled(dataset: str, lang: Lang, rows: Sequence[Mapping[str, str]]) -> bytes:
    """The template of a dataset with these rows; codes become the words of its lists."""
    book = openpyxl.load_workbook(BytesIO(template(dataset, lang)))
    sheet = book.worksheets[0]
    for number, row in enumerate(rows, start=2):
        for column, (field, asked) in enumerate(template_columns(dataset).items(), start=1):
            if field in row:
                told = row[field]
                text = picked(asked.choices, told, lang) if asked.choices else told
                # A person who types =A after an apostrophe means the text.
                sheet.cell(number, column, text).data_type = "s"
        assert row.keys() <= template_columns(dataset).keys()
    return saved(book)


def picked(kind: str, code: str, lang: Lang) -> str:
    """The word of a list for a code."""
    if kind == "yes_no":
        return _YES[lang][code == "no"]
    return _names(kind)[code][f"name_{lang.value}"]


@cache
def _names(kind: str) -> Mapping[str, Mapping[str, str]]:
    name = _FILES.get(kind, "terms")
    with (ROOT / "data" / "reference" / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if row.get("kind", kind) in {kind, "cluster",
                "aor", "other"}]  # fmt: skip
    return {row.get("code") or row["iso3"]: row for row in rows}
