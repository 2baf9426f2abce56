"""Which sheets hold which lists: proposed from their headings, decided by a person."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from core.i18n import Lang, translations
from core.i18n.folding import fold
from core.i18n.periods import Period
from loaders.cluster_name import guess_cluster
from loaders.datasets import DATASETS
from loaders.datasets.row import MECHANISM, WHEN, WHERE, WHO
from loaders.header import find_header
from loaders.known import Knowledge
from loaders.mapping import ColumnMapping, propose
from loaders.mapping_issues import missing
from loaders.periods import Strength, periods_in_text
from loaders.upload import Sheet, Upload
from loaders.vocabulary import Vocabulary

# Enough to tell what a list is about; rows are counted over the whole sheet.
_LOOKED_AT = 500
# These have no column of their own in many lists, and are said by a name or by a person.
_SAID_ELSEWHERE = frozenset(("country", "period"))
# Read by other datasets as well, but telling of one: a 3W says where an organisation is at work.
_TELLING: Mapping[str, frozenset[str]] = {"presence": frozenset(("place", "place_code"))}
# Any list may have such a column: it tells of none.
_TELLING_NOTHING = frozenset(("source", "remarks"))
_COUNT = re.compile(r"[\d\s.,٫٬%]+")
_3W = re.compile(r"(?<![a-z0-9])[345]ws?(?![a-z0-9])")


@dataclass(frozen=True, slots=True)
class Likely:
    """What a sheet may list.

    Attributes:
        dataset: a name of DATASETS.
        confidence: 0 to 1; one half where another dataset is as likely.
        heading_row: the row of its headings, the first line is 1.
    """

    dataset: str
    confidence: float
    heading_row: int


@dataclass(frozen=True, slots=True)
class SheetLists:
    """One sheet and the datasets that it may hold, the likeliest first; none: it is no list.

    Attributes:
        rows: lines of the sheet, headings and all.
        period: of its name, where sheets are called by months or quarters; else None.
    """

    sheet: str
    visible: bool
    rows: int
    likely: tuple[Likely, ...]
    period: Period | None


@dataclass(frozen=True, slots=True)
class _Candidate:
    dataset: str
    heading_row: int
    mapping: ColumnMapping
    weight: float

    @property
    def surety(self) -> float:
        """How sure the columns are that a list of this kind cannot do without."""
        needed = {field for group in DATASETS[self.dataset].needs for field in group}
        found = [c.confidence for c in self.mapping.columns if c.field in needed]
        return sum(found) / len(found) if found else 1.0


def lists_in(upload: Upload, known: Knowledge) -> tuple[SheetLists, ...]:
    """Every sheet with what it may list; nothing is decided here.

    Args:
        upload: the file as it was read.
        known: what is known beforehand.
    """
    periods = _periods([sheet.name for sheet in upload.sheets], upload.name, known.vocabulary)
    return tuple(
        SheetLists(
            sheet.name,
            sheet.visible,
            sheet.table.num_rows,
            _likely(sheet, upload.name, known),
            periods.get(sheet.name),
        )
        for sheet in upload.sheets
    )


def _periods(sheets: Sequence[str], file_name: str, vocabulary: Vocabulary) -> Mapping[str, Period]:
    """Sheet -> the months that its name tells; nothing unless at least two tell different ones.

    The name of the file may give the year, or contain them all (the file of 2022, or of its first
    quarter); where it contradicts a sheet, that sheet tells nothing.
    """
    file = periods_in_text(file_name, vocabulary.months)
    found: dict[str, Period] = {}
    for sheet in sheets:
        reading = periods_in_text(sheet, vocabulary.months)
        if reading is not None and file is not None and file.year is not None:
            reading = reading.in_year(file.year)
        period = reading.period if reading and reading.strength is Strength.MONTHS else None
        dated = file.period if file and file.strength is not Strength.DATE else None
        if period is not None and (dated is None or dated.contains(period)):
            found[sheet] = period
    return found if len(set(found.values())) > 1 else {}


def _likely(sheet: Sheet, file_name: str, known: Knowledge) -> tuple[Likely, ...]:
    top = Sheet(sheet.name, sheet.table.slice(0, _LOOKED_AT), sheet.visible)
    found = list(_candidates(top, file_name, known.vocabulary))
    listed = (
        Likely(one.dataset, round(one.surety * _lead(one, found), 2), one.heading_row)
        for one in found
    )
    return tuple(sorted((one for one in listed if one.confidence), key=lambda o: -o.confidence))


def _candidates(sheet: Sheet, file_name: str, vocabulary: Vocabulary) -> Iterator[_Candidate]:
    """The datasets that find in the sheet all that they need."""
    for dataset in DATASETS:
        header = find_header(sheet, vocabulary, dataset)
        if header is None or sheet.table.num_rows < header.first_data_row:
            continue
        given = _given(dataset, (sheet.name, file_name), vocabulary)
        mapping = propose(sheet, header, dataset, vocabulary, given=given)
        if not missing(dataset, {*mapping.fields, *given}) and _says_something(dataset, mapping):
            named = _is_named((sheet.name, file_name), dataset)
            yield _Candidate(dataset, header.row, mapping, _weight(dataset, mapping) + named)


def _says_something(dataset: str, mapping: ColumnMapping) -> bool:
    """Whether it is a list, and no table of counts.

    Organisations are named, not numbered; and where a row may name nobody, a place and a month
    alone say nothing.
    """
    model = DATASETS[dataset]
    named = [column for column in mapping.columns if column.field in {"organisation", "acronym"}]
    if named and all(all(map(_COUNT.fullmatch, column.examples)) for column in named):
        return False
    own = set(model.reads).difference(WHERE, WHO, WHEN, MECHANISM, _TELLING_NOTHING)
    return not model.may_name_nobody or not own.isdisjoint(mapping.fields)


def _given(dataset: str, names: tuple[str, str], vocabulary: Vocabulary) -> Collection[str]:
    named = dataset == "presence" and guess_cluster(names, vocabulary)
    return _SAID_ELSEWHERE | {"cluster"} if named else _SAID_ELSEWHERE


def _weight(dataset: str, mapping: ColumnMapping) -> float:
    """How much of the sheet makes sense as this dataset, in columns."""
    told = [c for c in mapping.columns if c.field and c.field not in _TELLING_NOTHING]
    understood = sum(column.confidence for column in told)
    return understood + len(_TELLING.get(dataset, frozenset()) & mapping.fields.keys())


def _is_named(names: tuple[str, str], dataset: str) -> bool:
    """Whether the sheet is called as in a template, or sheet or file as such lists are."""
    title = DATASETS[dataset].sheet_title
    titles = {fold(translations(lang).gettext(title)) for lang in Lang}
    is_3w = dataset == "presence" and any(_3W.search(fold(name)) for name in names)
    return is_3w or fold(names[0]) in titles


def _lead(one: _Candidate, every: list[_Candidate]) -> float:
    """1 for a dataset that makes sense of a column more than any other, 1/2 for one of equals."""
    others = [other.weight for other in every if other is not one]
    ahead = one.weight - max(others) if others else 1.0
    return (1 + max(-1.0, min(1.0, ahead))) / 2
