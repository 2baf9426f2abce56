"""Every cell of country, cluster and period has one of the states that never merge."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product

import pandas as pd

from core.i18n.periods import Period
from core.storage.cursor import Cursor
from metrics.measurement import MEASURES
from metrics.reporting import low_coverage

CELL = ("country", "cluster", "period")
_Place = tuple[str | None, str | None]
_Rows = Mapping[_Place, Mapping[Period, dict[str, object]]]


def lattice_states(
    cur: Cursor,
    found: pd.DataFrame,
    *,
    countries: Iterable[str] = (),
    clusters: Iterable[str] = (),
    periods: Iterable[str] = (),
) -> pd.DataFrame:
    """An answer drawn in full: one row for every country, cluster and period.

    Args:
        cur: a cursor on the store.
        found: `measure` or `published` by country, cluster and period, of every period that there
            is: what was reported before and after tells what is missing in between.
        countries: those to be there even if nobody reported on them.
        clusters: likewise.
        periods: those to be shown; left out: all of the answer.

    Returns:
        Country, cluster, period, the columns of `measure` and `low_coverage`. The state is that of
        the answer, and beside these: `zero` also where something was counted and none is an L/NA;
        `hidden`; `closed` also in the periods after the report that said so; `not-reported`; and
        `not-applicable` where the country has no clusters, or no mechanism of this cluster ever
        reported from it.
    """
    rows = _by_place(found)
    shown = [Period.parse(p) for p in periods] or sorted({p for at in rows.values() for p in at})
    places = product(
        sorted({c for c, _ in rows if c} | set(countries)),
        sorted({k for _, k in rows if k} | set(clusters)),
    )
    without = {code for (code,) in cur.rows("SELECT iso3 FROM country WHERE NOT has_clusters")}
    cells = [cell for place in places for cell in _cells(place, rows, shown, without)]
    full = pd.DataFrame(cells, columns=[*CELL, *MEASURES])
    full = full.astype({name: found[name].dtype for name in [*CELL, *MEASURES]})
    return full.assign(low_coverage=low_coverage(full))


def _by_place(found: pd.DataFrame) -> _Rows:
    rows: dict[_Place, dict[Period, dict[str, object]]] = {}
    for row in found.astype(object).where(found.notna(), None).to_dict("records"):
        if row["period"] is not None:
            at = rows.setdefault((row["country"], row["cluster"]), {})
            at[Period.parse(row["period"])] = {str(name): cell for name, cell in row.items()}
    return rows


def _cells(
    place: tuple[str, str], rows: _Rows, shown: Sequence[Period], without: set[str]
) -> Iterator[dict[str, object]]:
    known = rows.get(place, {})
    for period in shown:
        row = known.get(period)
        if row is not None:
            yield row | {"state": _told(row)}
            continue
        state = "not-applicable" if not known or place[0] in without else _silent(period, known)
        empty = dict.fromkeys(MEASURES)
        yield {"country": place[0], "cluster": place[1], "period": str(period), **empty} | {
            "state": state
        }


def _told(row: Mapping[str, object]) -> object:
    return "zero" if row["state"] == "value" and row["value"] == 0 else row["state"]


def _silent(period: Period, known: Mapping[Period, Mapping[str, object]]) -> str:
    """Closed while the newest report before says so and no other mechanism is waited for."""
    before = [p for p in known if p < period]
    last = known[max(before)] if before else None
    closed = last is not None and last["state"] == "closed" and not last["expected"]
    return "closed" if closed else "not-reported"
