"""What every row of a file says, column by column, before any of them is left out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import pyarrow as pa
import pyarrow.compute as pc

from core.i18n.periods import Period
from loaders.choices import Choices
from loaders.columns import TextColumn, constant
from loaders.conversions import conversions_of
from loaders.datasets import DATASETS
from loaders.datasets.row import Row
from loaders.doubts import doubts
from loaders.issues import Code, Issue
from loaders.known import Knowledge
from loaders.normalise import Conversion
from loaders.row_dataset import dataset_rows
from loaders.row_date import RowDates, row_dates
from loaders.row_organisation import OrganisationColumns, RowOrganisations, row_organisations
from loaders.row_period import Context, RowPeriods, row_periods
from loaders.row_place import RowCountries, place_keys, row_countries, row_levels, without_levels
from loaders.row_who import who as who_columns
from loaders.unknown import unknown_values
from loaders.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True, eq=False)
class ReadRows:
    """The rows as they were understood.

    Attributes:
        rows: columns of `staged.SCHEMA`, all but those that number them.
        guesses: what was taken from names instead of cells: (field, from which name, value).
        lead_has_type: as `organisations.has_type`, of those who lead; None: nobody is said to.
    """

    rows: Mapping[str, pa.Array]
    organisations: RowOrganisations
    guesses: tuple[tuple[str, str, str], ...]
    conversions: tuple[Conversion, ...]
    issues: tuple[Issue, ...]
    lead_has_type: bool | None = None


def read_rows(
    columns: Mapping[str, TextColumn],
    names: tuple[str, ...],
    dataset: str,
    choices: Choices,
    knowledge: Knowledge,
) -> ReadRows:
    """Read every row.

    Args:
        columns: field by field, all of the same length.
        names: the sheet's and the file's.
        dataset: a name of DATASETS.
        choices: a person's word.
        knowledge: what is known beforehand.
    """
    vocabulary, model = knowledge.vocabulary, DATASETS[dataset]
    columns = without_levels(columns, vocabulary) if model.of_mechanism else columns
    dates = _dates(columns, model, choices, vocabulary)
    countries = row_countries(columns["country"], choices.country, names, vocabulary)
    periods = _periods(columns, dates, _context(choices, names, vocabulary))
    who, organisations = _organisations(columns, countries.country, choices, knowledge)
    levels, level_issues = row_levels(columns, vocabulary, placed_below=model.of_mechanism)
    rows = {
        "dataset": constant(dataset, len(levels)),
        "level": levels,
        **_where(columns, countries),
        **_when(periods, dates),
        **who_columns(organisations),
    }
    own = dataset_rows(dataset, columns, rows, vocabulary)
    types = _unknown_types(who.type, vocabulary)
    asked = doubts(organisations, who, knowledge, vacant_allowed=model.may_name_nobody)
    return ReadRows(
        {**rows, **own.columns},
        organisations,
        _guesses(countries, periods),
        (*conversions_of(columns, vocabulary), *periods.conversions, *own.conversions),
        (*countries.issues, *periods.issues, *level_issues, *types, *own.issues, *asked),
    )


def _organisations(
    columns: Mapping[str, TextColumn], country: pa.Array, choices: Choices, knowledge: Knowledge
) -> tuple[OrganisationColumns, RowOrganisations]:
    who = OrganisationColumns(
        columns["organisation"], columns["acronym"], columns["organisation_type"]
    )
    return who, row_organisations(who, country, choices.identity, knowledge)


def _guesses(countries: RowCountries, periods: RowPeriods) -> tuple[tuple[str, str, str], ...]:
    found = (("country", countries.guess), ("period", periods.guess))
    return tuple((field, *guess) for field, guess in found if guess)


def _dates(
    columns: Mapping[str, TextColumn], model: type[Row], choices: Choices, vocabulary: Vocabulary
) -> RowDates | None:
    if "date" not in model.reads:
        return None
    return row_dates(columns, choices.dates, vocabulary, needed=("date",) in model.needs)


def _periods(
    columns: Mapping[str, TextColumn], dates: RowDates | None, context: Context
) -> RowPeriods:
    """The periods of the rows: where there are dates, their months."""
    if dates is None:
        return row_periods(columns, context)
    found = row_periods({**columns, "period": dates.period}, context)
    # Where a day is needed, what is no day is said of the day.
    said = [i for i in found.issues if not (dates.needed and i.code in _SAID_OF_DAY)]
    return replace(
        found,
        issues=(*dates.issues, *said),
        conversions=(*dates.conversions, *found.conversions),
    )


_SAID_OF_DAY = frozenset((Code.PERIOD_IMPOSSIBLE, Code.PERIOD_MISSING))


def _context(choices: Choices, names: tuple[str, ...], vocabulary: Vocabulary) -> Context:
    today, day = datetime.now(UTC), choices.day
    chosen = choices.period or (Period.month(day.year, day.month) if day else None)
    return Context(chosen, names, vocabulary.months, today.year * 12 + today.month - 1)


def _where(columns: Mapping[str, TextColumn], countries: RowCountries) -> dict[str, pa.Array]:
    place, code, hub = columns["place"], columns["place_code"], columns["hub"]
    return {
        "source_row": pa.array(place.numbers, pa.int32()),
        "country": countries.country,
        "country_reported": columns["country"].reported(),
        "hub": hub.reported(),
        "place": pc.coalesce(place.reported(), code.reported()),
        "place_key": place_keys(place, code),
        "place_reported": place.reported(),
        "place_code": code.reported(),
    }


def _when(periods: RowPeriods, dates: RowDates | None) -> dict[str, pa.Array]:
    return {
        **({"day": dates.day} if dates else {}),
        "period_start": periods.start,
        "period_end": periods.end,
        "period_reported": periods.reported,
    }


def _unknown_types(column: TextColumn, vocabulary: Vocabulary) -> Iterator[Issue]:
    codes = [vocabulary.code("organisation_type", text) for text in column.texts]
    return unknown_values(column, codes, vocabulary, "organisation_type")
