"""How far the reports behind a number can stand: reported, confirmed by others, or contested."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import pyarrow as pa

from core.storage.cursor import Cursor
from metrics.question import Only, ask
from metrics.registry import Indicator
from metrics.trace import counted_reports

Level = Literal["reported", "confirmed", "contested"]


@dataclass(frozen=True, slots=True)
class Word:
    """What an organisation or office says about reports behind a number.

    Attributes:
        reports: how many of those that the number rests on it is about.
        office: never a person.
        why: in its words.
    """

    batch: int
    standing: Level
    reports: int
    office: str
    why: str | None


@dataclass(frozen=True, slots=True)
class Standings:
    """The reports that one number rests on, counted by what others say of them.

    Attributes:
        words: what was said about them, the contested first, then the newest.
    """

    reported: int
    confirmed: int
    contested: int
    words: tuple[Word, ...] = ()


def standing(cur: Cursor, indicator: Indicator, *, only: Only | None = None) -> Standings:
    """What the reports behind `measure(cur, indicator, only=only)` are said to be worth.

    Counts can be shown to everyone; the words name offices, so they are for readers inside the
    team. Reports in force count, as of the event number of the cursor.

    Args:
        cur: sees the store now, or as of an event number.
        indicator: one of the declared ones.
        only: as for `measure`, such as country, cluster and period.

    Raises:
        UnknownIndicator: `unknown-dimension`, `wrong-period`.
    """
    reports = _reports(cur, indicator, only)
    cur.lend("counted_report", reports)
    try:
        rows = cur.rows(_WORDS)
    finally:
        cur.take_back("counted_report")
    counts: Mapping[str, int] = {
        level: sum(number for _, found, number, _, _ in rows if found == level)
        for level in ("confirmed", "contested")
    }
    said = sum(number for _, found, number, _, _ in rows if found != "reported")
    silent = reports.num_rows - said
    words = tuple(Word(*row) for row in rows if row[1] != "reported")
    return Standings(silent, counts["confirmed"], counts["contested"], words)


def contested(
    cur: Cursor, indicator: Indicator, *, only: Only | None = None
) -> frozenset[tuple[str | None, str | None]]:
    """Country and cluster wherever a number by both rests on a contested report.

    Args:
        cur: sees the store now, or as of an event number.
        indicator: one of the declared ones.
        only: as for `measure`.

    Raises:
        UnknownIndicator: `unknown-dimension`, `wrong-period`.
    """
    cur.lend("counted_report", _reports(cur, indicator, only))
    try:
        return frozenset((country, cluster) for country, cluster in cur.rows(_CONTESTED))
    finally:
        cur.take_back("counted_report")


def _reports(cur: Cursor, indicator: Indicator, only: Only | None) -> pa.Table:
    """Each report once, with the column `report`; of a derived indicator those of its parts."""
    found = [
        reports.filter(reports.column("counts")).select(["report"])
        for part in indicator.parts or (indicator,)
        for reports in (counted_reports(cur, ask(part, only=only)),)
    ]
    return pa.concat_tables(found).group_by("report").aggregate([])


_CONTESTED = """
SELECT DISTINCT
    r.country,
    r.cluster
FROM counted_report AS c
INNER JOIN v_standing AS v ON v.report = c.report
INNER JOIN report AS r ON r.report = c.report
WHERE v.standing = 'contested'
"""

_WORDS = """
SELECT
    v.batch,
    v.standing,
    count(*) AS reports,
    v.who,
    v.why
FROM counted_report AS c
INNER JOIN v_standing AS v ON v.report = c.report
GROUP BY v.batch, v.standing, v.event, v.who, v.why
ORDER BY v.standing = 'contested' DESC, v.event DESC
"""
