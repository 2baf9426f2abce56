"""The median of mechanisms: a second view beside the pooled number, never in its place."""

from collections.abc import Iterable
from dataclasses import replace
from typing import cast

import pandas as pd

from core.errors import UnknownIndicator
from core.storage.cursor import Cursor
from metrics.measurement import answer
from metrics.question import Grain, Only, Scope, ask
from metrics.registry import Dimension, Indicator
from metrics.settled import settled


def median_of_mechanisms(
    cur: Cursor,
    indicator: Indicator,
    *,
    by: Iterable[str] = (),
    only: Only | None = None,
    scope: Scope = 2,
    grain: Grain = "reported",
) -> pd.DataFrame:
    """The value of the mechanism in the middle, one row a group.

    It stands on the numbers of single mechanisms, however small: for readers inside the team only.

    Args:
        cur: sees the store now, or as of an event number.
        indicator: one of which each mechanism can have a value; neither derived nor of coverage.
        by: as for `measure`.
        only: as for `measure`.
        scope: as for `measure`.
        grain: as for `measure`.

    Returns:
        The dimensions, `median` (NA: no mechanism has a value), `mechanisms` (how many have one)
        and `without` (how many reported and have none: closed, or nothing is known).

    Raises:
        UnknownIndicator: as `measure`; `unknown-indicator` for one without values of mechanisms.
    """
    question = ask(indicator, by=by, only=only, scope=scope, grain=grain)
    if indicator.over or question.is_coverage:
        raise UnknownIndicator("unknown-indicator", value=indicator.id, suggestion=None)
    each = replace(question, by=(*question.by, cast("Dimension", "mechanism")))
    with settled(cur):
        found = answer(cur, each)
    return _by_group(found[found["mechanism"].notna() & found["reporting"].gt(0)], question.by)


def _by_group(found: pd.DataFrame, by: tuple[str, ...]) -> pd.DataFrame:
    if not by:
        return pd.DataFrame([_of_group(found)])
    grouped = found.groupby(list(by), sort=False, dropna=False)
    rows = [{**dict(zip(by, key, strict=True)), **_of_group(group)} for key, group in grouped]
    columns = [*by, "median", "mechanisms", "without"]
    return pd.DataFrame(rows, columns=columns).astype(dict.fromkeys(by, "string"))


def _of_group(found: pd.DataFrame) -> dict[str, object]:
    known = found["value"].dropna()
    median = float(known.median()) if len(known) else None
    return {"median": median, "mechanisms": len(known), "without": len(found) - len(known)}
