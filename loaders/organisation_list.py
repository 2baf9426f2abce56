"""The organisations that the files in force name in a country, with what is said of each."""

from dataclasses import dataclass

from core.i18n.folding import identity_key
from core.i18n.periods import Period
from core.storage.cursor import Cursor


@dataclass(frozen=True, slots=True)
class Listed:
    """An organisation of the files in force.

    Attributes:
        key: what tells it apart in its country.
        name: as first reported.
        names, acronyms, types: as the files write them, the most frequent first; none where no
            file has any.
        datasets: the lists that name it.
        rows: how many rows name it.
        counted_as: the name of the one as which it is counted; None: as itself.
    """

    key: str
    name: str
    names: tuple[str, ...]
    acronyms: tuple[str, ...]
    types: tuple[str, ...]
    datasets: tuple[str, ...]
    rows: int
    counted_as: str | None


@dataclass(frozen=True, slots=True)
class NamedIn:
    """A file in force that names an organisation: its batch, and how many of its rows do."""

    batch: int
    file_name: str
    sheet: str
    rows: int


_LISTED = """
SELECT
    o.identity_key,
    any_value(o.name) AS name,
    coalesce(histogram(f.organisation_reported) FILTER (WHERE f.organisation_reported IS NOT NULL), MAP {}) AS names,
    coalesce(histogram(f.acronym_reported) FILTER (WHERE f.acronym_reported IS NOT NULL), MAP {}) AS acronyms,
    coalesce(histogram(f.type_reported) FILTER (WHERE f.type_reported IS NOT NULL), MAP {}) AS types,
    list_sort(list(DISTINCT f.dataset)) AS datasets,
    count(*) AS rows,
    any_value(c.name) AS counted_as
FROM v_named AS f
SEMI JOIN v_current_report AS v ON v.report = f.report
INNER JOIN organisation AS o ON o.organisation = f.organisation
LEFT JOIN v_same_organisation AS s
    ON s.organisation = o.organisation AND s.counted_as <> o.organisation
LEFT JOIN organisation AS c ON c.organisation = s.counted_as
WHERE o.country = $country
GROUP BY o.identity_key
ORDER BY lower(any_value(o.name)), o.identity_key
"""  # noqa: E501 - one column a line

_NAMED_IN = """
SELECT
    r.batch,
    b.file_name,
    b.sheet,
    count(*) AS rows
FROM v_named AS f
SEMI JOIN v_current_report AS v ON v.report = f.report
INNER JOIN organisation AS o ON o.organisation = f.organisation
INNER JOIN report AS r ON r.report = f.report
INNER JOIN batch AS b ON b.batch = r.batch
WHERE o.country = $country AND o.identity_key = $key
GROUP BY ALL
ORDER BY r.batch DESC
"""


def countries_named(cur: Cursor) -> list[str]:
    """ISO3 of the countries whose files in force name an organisation, in the order of codes."""
    rows = cur.rows(
        "SELECT DISTINCT o.country FROM v_named AS f "
        "SEMI JOIN v_current_report AS v ON v.report = f.report "
        "JOIN organisation AS o ON o.organisation = f.organisation ORDER BY o.country"
    )
    return [country for (country,) in rows]


def organisations_of(cur: Cursor, country: str) -> list[Listed]:
    """The organisations that the files in force of a country name, by name."""
    return [
        Listed(key, name, _most(names), _most(acronyms), _most(types), tuple(sets), rows, counted)
        for key, name, names, acronyms, types, sets, rows, counted in cur.rows(
            _LISTED, {"country": country}
        )
    ]


def named_in(cur: Cursor, country: str, organisation: str) -> list[NamedIn]:
    """The files in force that name an organisation, the newest batch first.

    Args:
        cur: sees the store now, or as of an event number.
        country: ISO3.
        organisation: its key, or a text that folds to it.
    """
    asked = {"country": country, "key": identity_key(organisation)}
    return [NamedIn(*row) for row in cur.rows(_NAMED_IN, asked)]


def reach_of(cur: Cursor, country: str) -> Period | None:
    """Every month that the reports of a country touch; None: there are none."""
    first, last = cur.rows(
        "SELECT min(period_start), max(period_end) FROM report WHERE country = $country",
        {"country": country},
    )[0]
    return None if first is None else Period(first, last)


def _most(counted: dict[str, int]) -> tuple[str, ...]:
    return tuple(sorted(counted, key=lambda text: (-counted[text], text)))
