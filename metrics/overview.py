"""All indicators at once, and who reported: made of single measurements."""

from collections.abc import Iterable

import pandas as pd

from core.storage.cursor import Cursor
from metrics.measurement import MEASURES, answer, measure, nothing
from metrics.question import Grain, Only, ask
from metrics.registry import Indicator, indicators
from metrics.settled import settled

_LATTICE = ("country", "period", "cluster")
# All clusters together, as a cluster: none of the list is called so.
EVERY_CLUSTER = "*"


# Of a country's first upload there is nothing before, and where nobody lists members nothing is to
# be measured of them: no indicator need be asked to know it.
_REPORTED = "SELECT DISTINCT dataset FROM report WHERE list_contains($countries, country)"


def coverage(
    cur: Cursor, *, by: Iterable[str] = (), only: Only | None = None, grain: Grain = "quarter"
) -> pd.DataFrame:
    """Mechanisms `reporting` and `expected`, one row a group, with the state of the group.

    Raises:
        UnknownIndicator: `unknown-dimension`, or `wrong-period`.
    """
    groups = list(dict.fromkeys(by))
    found = measure(cur, indicators()["reporting_rate"], by=groups, only=only, grain=grain)
    return found[[*groups, "reporting", "expected", "state"]]


def snapshot(
    cur: Cursor,
    countries: Iterable[str],
    periods: Iterable[object],
    *,
    dataset: str | None = None,
) -> pd.DataFrame:
    """Indicators by country, period as reported and cluster, one statement each.

    Derived ones are left out: they move with what they are made of.

    Args:
        cur: the cursor that sees what is to be looked at, a rehearsal's own included.
        countries: ISO3 codes.
        periods: periods, or their written form; a report counts if it fits inside one of them.
        dataset: only indicators that a report of this dataset can move; None: all.

    Returns:
        Columns indicator, country, period, cluster, then those of `measure`. Where parts make a
        union, the cluster `EVERY_CLUSTER` stands for all of them together.
    """
    asked = tuple(countries)
    only: Only = {"country": asked, "period": tuple(dict.fromkeys(map(str, periods)))}
    reported = {told for (told,) in cur.rows(_REPORTED, {"countries": list(asked)})}
    if not reported:
        return nothing(("indicator", *_LATTICE))
    with settled(cur):
        answers = [
            (name, part)
            for name, indicator in indicators().items()
            if not indicator.over and (dataset is None or indicator.moved_by(dataset))
            if indicator.is_compound or indicator.dataset in {None, *reported}
            for part in _on_the_lattice(cur, indicator, only)
        ]
    parts = []
    for name, part in answers:
        part.insert(0, "indicator", pd.Series(name, index=part.index, dtype="string"))
        parts.append(part)
    return pd.concat(parts, ignore_index=True)[["indicator", *_LATTICE, *MEASURES]]


def _on_the_lattice(cur: Cursor, indicator: Indicator, only: Only) -> Iterable[pd.DataFrame]:
    """By cluster; what is a union and no sum of clusters also for all of them together."""
    yield answer(cur, ask(indicator, by=_LATTICE, only=only))
    # A mechanism is of one cluster: of those the clusters are the sum.
    if indicator.entity == "organisation":
        whole = answer(cur, ask(indicator, by=_LATTICE[:-1], only=only))
        whole["cluster"] = pd.Series(EVERY_CLUSTER, index=whole.index, dtype="string")
        yield whole
