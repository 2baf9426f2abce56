"""Which reports are due, which came and which are late: the one place that says what late is.

Late is what was expected for a quarter, when the quarter is over and neither a report of it has
come nor one of a longer period that touches it. Expected is what the reporting rate expects: see
docs/adr/0017.
"""

from collections.abc import Iterable, Mapping
from datetime import date as Day  # noqa: N812 - as in core/i18n/numbers.py
from typing import Literal

import pandas as pd

from core.errors import UnknownIndicator
from core.i18n.periods import Period
from core.storage.cursor import Cursor
from metrics.question import Only, ask
from metrics.registry import indicators
from metrics.settled import settled
from metrics.suggestion import nearest

DueState = Literal["reported", "partial", "longer", "late", "awaited", "closed", "not-reported"]
MECHANISM = ("mechanism", "name", "mechanism_type", "country", "hub", "cluster")
_LIMITS = ("country", "cluster", "level", "mechanism_type", "dataset")
_TEXT = ("name", "mechanism_type", "country", "hub", "cluster", "dataset", "period", "state")


def due(cur: Cursor, *, day: Day, only: Only | None = None) -> pd.DataFrame:
    """Reports that were due, quarter by quarter. It names mechanisms: for the team alone.

    Args:
        cur: sees the store now, or as of an event number.
        day: on which a quarter is over or not.
        only: limits of the reporting rate by country, cluster, level, mechanism_type and dataset;
            left out: the national level.

    Returns:
        One row a mechanism, dataset and quarter: mechanism (its number), name, mechanism_type,
        country, hub, cluster, dataset, period, and the state: `reported`, `longer` (a report of a
        longer period touches the quarter), `late`, or `awaited` (the quarter is not over). A
        quarter in which the mechanism is closed has state `closed`, and no dataset.

    Raises:
        UnknownIndicator: `unknown-dimension`.
    """
    values = _values(only)
    with settled(cur):
        found = cur.frame(_DUE, values)
    over = found["quarter"] * 3 + 2 < day.year * 12 + day.month - 1
    came = found["came"].where(found["came"] != "nothing", "late")
    state = came.where((came != "late") | over, "awaited")
    periods = [str(Period(q * 3, q * 3 + 2)) for q in found["quarter"].tolist()]
    told = found.assign(state=state, period=pd.Series(periods, index=found.index, dtype="string"))
    return told[[*MECHANISM, "dataset", "period", "state"]].astype(dict.fromkeys(_TEXT, "string"))


def by_mechanism(found: pd.DataFrame, periods: Iterable[Period]) -> pd.DataFrame:
    """The state of each mechanism in each quarter, over all datasets that were due from it.

    Args:
        found: what `due` returned, of all quarters.
        periods: the quarters to be shown.

    Returns:
        The columns of the mechanism, period and state: `reported` (all that was due), `partial`
        (a part of it), `longer`, `late`, `awaited`, `closed`, or `not-reported` (it has been silent
        for so long that nothing is expected any more). Quarters before its first are left out.
    """
    shown = sorted(periods)
    rows = []
    for mechanism, own in found.groupby("mechanism", sort=False):
        told: dict[Period, set[str]] = {}
        for period, state in zip(own["period"], own["state"], strict=True):
            told.setdefault(Period.parse(period), set()).add(state)
        first = own.iloc[0]
        about = {"mechanism": mechanism, **{name: first[name] for name in MECHANISM[1:]}}
        rows += [
            {**about, "period": str(period), "state": _together(told.get(period))}
            for period in shown
            if period >= min(told)
        ]
    return pd.DataFrame(rows, columns=[*MECHANISM, "period", "state"])


def chase(
    cur: Cursor, period: Period, *, day: Day, only: Only | None = None
) -> tuple[pd.DataFrame, Mapping[str, tuple[str, ...]]]:
    """The reports that are late for a quarter, and in which languages to ask for them.

    Args:
        cur: sees the store now, or as of an event number.
        period: the quarter.
        day: as for `due`.
        only: as for `due`.

    Returns:
        One row a mechanism and dataset: the columns of the mechanism, dataset, `since` (the first
        of the quarters in a row that are late, this one the last), and of the newest report before
        it: `last` (its period) and `office` (who published it; never a person). And the working
        languages of each country, the first the most used; a country of which none is known has
        none.
    """
    found = due(cur, day=day, only=only)
    late = found[(found["state"] == "late") & (found["period"] == str(period))]
    listed = late.assign(since=_since(found, late, period)).merge(
        _last(cur, period), on=["mechanism", "dataset"], how="left"
    )
    languages = {code: tuple(spoken.split()) for code, spoken in cur.rows(_LANGUAGES)}
    return listed.drop(columns=["period", "state"]), languages


def _since(found: pd.DataFrame, late: pd.DataFrame, period: Period) -> pd.Series:
    """The first of the quarters in a row that are late, for each row of `late`."""
    every = found[found["state"] == "late"]
    known = set(zip(every["mechanism"], every["dataset"], every["period"], strict=True))
    pairs = zip(late["mechanism"], late["dataset"], strict=True)
    firsts = [str(_first(known, mechanism, of, period)) for mechanism, of in pairs]
    return pd.Series(firsts, index=late.index, dtype="string")


def _first(known: set[tuple[int, str, str]], mechanism: int, of: str, period: Period) -> Period:
    before = Period(period.start - 3, period.end - 3)
    late_before = (mechanism, of, str(before)) in known
    return _first(known, mechanism, of, before) if late_before else period


def _last(cur: Cursor, period: Period) -> pd.DataFrame:
    """The newest report of a mechanism and dataset before a quarter, and its office."""
    last = cur.frame(_LAST, {"quarter": period.end // 3})
    months = zip(last["period_start"], last["period_end"], strict=True)
    periods = [str(Period(int(start), int(end))) for start, end in months]
    told = last.assign(last=pd.Series(periods, index=last.index, dtype="string"))
    return told[["mechanism", "dataset", "last", "office"]]


def _together(states: set[str] | None) -> DueState:
    """The state of a mechanism from those of its datasets."""
    if states is None:
        return "not-reported"
    came, missing = states & {"reported", "longer"}, states & {"late", "awaited"}
    if came and missing:
        return "partial"
    order: tuple[DueState, ...] = ("reported", "longer", "late", "awaited", "closed")
    return next(state for state in order if state in states)


def _values(only: Only | None) -> dict[str, object]:
    for name in set(only or {}) - set(_LIMITS):
        suggestion = nearest(name, _LIMITS)
        raise UnknownIndicator("unknown-dimension", value=name, suggestion=suggestion)
    asked = ask(indicators()["reporting_rate"], only=only, grain="quarter").only
    limits = {str(name): [value or "" for value in values] for name, values in asked.items()}
    return {name: limits.get(name) for name in _LIMITS}


_DUE = """
SELECT
    d.mechanism,
    m.name,
    m.mechanism_type,
    m.country,
    m.hub,
    m.cluster,
    d.dataset,
    d.quarter,
    d.came
FROM (
    SELECT
        v.mechanism,
        v.dataset,
        v.quarter,
        v.came
    FROM v_due AS v
    WHERE $dataset::VARCHAR[] IS NULL OR list_contains($dataset, v.dataset)
    UNION ALL
    SELECT
        c.mechanism,
        NULL AS dataset,
        unnest(range(c.quarter_from, coalesce(c.quarter_until, n.newest + 1))) AS quarter,
        'closed' AS came
    FROM v_closed AS c,
        (SELECT max(r.period_end) // 3 AS newest FROM v_in_force AS r) AS n
) AS d
INNER JOIN mechanism AS m ON m.mechanism = d.mechanism
WHERE ($country::VARCHAR[] IS NULL OR list_contains($country, coalesce(m.country, '')))
    AND ($cluster::VARCHAR[] IS NULL OR list_contains($cluster, coalesce(m.cluster, '')))
    AND ($level::VARCHAR[] IS NULL OR list_contains($level, coalesce(m.level, '')))
    AND (
        $mechanism_type::VARCHAR[] IS NULL
        OR list_contains($mechanism_type, coalesce(m.mechanism_type, ''))
    )
ORDER BY m.country, m.cluster NULLS LAST, m.mechanism, d.quarter, d.dataset
"""

_LAST = """
SELECT
    l.mechanism,
    l.dataset,
    l.newest.period_start AS period_start,
    l.newest.period_end AS period_end,
    e.who AS office
FROM (
    SELECT
        r.mechanism,
        r.dataset,
        arg_max(
            {'period_start': r.period_start, 'period_end': r.period_end, 'batch': r.batch},
            (r.period_end::BIGINT << 40) | r.batch
        ) AS newest
    FROM v_report AS r
    WHERE r.mechanism IS NOT NULL
        AND NOT r.closed
        AND r.period_end // 3 < $quarter
    GROUP BY r.mechanism, r.dataset
) AS l
INNER JOIN event AS e ON e.event = l.newest.batch
"""

_LANGUAGES = """
SELECT
    c.iso3,
    c.working_languages
FROM country AS c
WHERE c.working_languages IS NOT NULL
"""
