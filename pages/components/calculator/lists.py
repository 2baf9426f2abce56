"""What is typed: three lists of one cluster, as the sheets of a file that nobody saved."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

import pyarrow as pa

from core.i18n import N_, Lang, translations
from loaders import Sheet, Upload
from loaders.choice_lists import choice_lists
from loaders.datasets import DATASETS
from loaders.template import template
from loaders.template_columns import choices_of, template_columns

Line = Mapping[str, str]
Lines = tuple[Line, ...]
Lists = Mapping[str, Lines]

# What a grid asks for; the rest of a row is said once for all of them.
GRIDS: Mapping[str, tuple[str, ...]] = {
    "members": ("organisation", "organisation_type", "mechanism_type", "seat"),
    "roles": ("role", "organisation", "organisation_type", "mechanism_type", "funded"),
    "meetings": (
        "date", "organisation", "organisation_type", "language", "interpretation",
        "minutes_translated",
    ),
}  # fmt: skip
# A line that says nothing but these was not filled in.
DEFAULTS: Line = {"mechanism_type": "cluster", "seat": "full"}
NO_LISTS: Lists = dict.fromkeys(GRIDS, ())
_NAME = N_("Calculator")


@dataclass(frozen=True, slots=True)
class About:
    """What every row is about: codes, and a month such as `2026-03`."""

    country: str
    cluster: str
    month: str


def is_filled(line: Line) -> bool:
    """Whether somebody said something in it."""
    return any(name not in DEFAULTS for name, text in line.items() if text)


def typed_in(lists: Lists) -> tuple[str, ...]:
    """The lists that hold a line."""
    return tuple(name for name in GRIDS if any(map(is_filled, lists.get(name, ()))))


def upload_of(lists: Lists, about: About, lang: Lang) -> Upload:
    """The lists as a file with a sheet for each, as if it had been read; line 1 is the heading.

    Args:
        lists: field to code or text, line by line; a line without anything stays a blank row.
        about: what every row is about.
        lang: of headings and words.
    """
    sheets = tuple(_sheet(name, lists[name], about, lang) for name in typed_in(lists))
    said = repr((about, [(name, lists[name]) for name in typed_in(lists)])).encode()
    name = translations(lang).gettext(_NAME)
    return Upload(name, sha256(said).hexdigest(), "xlsx", None, None, sheets, ())


def sheet_name(dataset: str, lang: Lang) -> str:
    """What the sheet of a list is called."""
    return translations(lang).gettext(DATASETS[dataset].sheet_title)


def workbook_of(dataset: str, lists: Lists, about: About, lang: Lang) -> bytes:
    """One list as a filled template, ready to be uploaded."""
    return template(dataset, lang, _rows(dataset, lists[dataset], about, lang, blanks=False))


def _sheet(dataset: str, lines: Sequence[Line], about: About, lang: Lang) -> Sheet:
    rows = _rows(dataset, lines, about, lang, blanks=True)
    columns = template_columns(dataset)
    used = [field for field in columns if any(row.get(field) for row in rows)]
    table = {
        f"c{number}": pa.array(
            [columns[field].heading.in_(lang), *(row.get(field) for row in rows)], pa.string()
        )
        for number, field in enumerate(used, start=1)
    }
    return Sheet(sheet_name(dataset, lang), pa.table(table), True)


def _rows(
    dataset: str, lines: Sequence[Line], about: About, lang: Lang, *, blanks: bool
) -> list[dict[str, str]]:
    lists = choice_lists(lang)
    whole = {"country": about.country, "cluster": about.cluster, "level": "national"}
    if "period" in template_columns(dataset):
        whole["period"] = about.month
    rows = []
    for line in lines:
        if is_filled(line):
            told = {**DEFAULTS, **whole, **{name: text for name, text in line.items() if text}}
            rows.append(
                {
                    name: _word(lists, name, text)
                    for name, text in told.items()
                    if name in template_columns(dataset)
                }
            )
        elif blanks:
            rows.append({})
    return rows


def _word(lists: Mapping[str, Mapping[str, str]], field: str, text: str) -> str:
    """A code as its list writes it in the language; anything else as it was typed."""
    return lists.get(choices_of(field) or "", {}).get(text, text)
