"""What a number of L/NAs is made of: every segment in one pass over the same denominator.

The three scopes are nested, so a segment is the numerator of one less that of the one before it.
Authorities de facto are in no scope and no headline; here they stand apart, beside the rest.
"""

from collections.abc import Iterable
from dataclasses import replace

import pandas as pd

from core.errors import UnknownIndicator
from core.storage.cursor import Cursor
from metrics import query
from metrics.measurement import MEASURES, shaped
from metrics.question import Grain, Only, Question, Scope, ask
from metrics.registry import Indicator
from metrics.settled import settled

SEGMENTS = ("ngo_cso", "national_society", "authorities", "de_facto", "other")


def segments(
    cur: Cursor,
    indicator: Indicator,
    *,
    by: Iterable[str] = (),
    only: Only | None = None,
    scope: Scope = 2,
    grain: Grain = "reported",
) -> pd.DataFrame:
    """An indicator as `measure` gives it, and how its denominator divides into kinds of actor.

    Returns:
        The columns of `measure`, then `SEGMENTS`: NGOs and civil society, the host country's
        society, its authorities, authorities de facto, and international and other ones. They are
        whole numbers in the unit of the numerator, and add up to the denominator.

    Raises:
        UnknownIndicator: as `measure`; `no-segments` where the indicator counts no actors.
    """
    question = replace(ask(indicator, by=by, only=only, scope=scope, grain=grain), segmented=True)
    if not has_segments(indicator):
        raise UnknownIndicator("no-segments", value=indicator.id)
    with settled(cur):
        return divided(cur, question)


def has_segments(indicator: Indicator) -> bool:
    """Whether it counts organisations, their roles or seats, of which each has a kind.

    Where the whole itself is one of L/NAs, it is another one in each scope, and divides into none.
    """
    if "$scope" in str(indicator.denominator) or indicator.entity == "mechanism":
        return False
    return "$scope" in str(indicator.numerator)


def divided(cur: Cursor, question: Question) -> pd.DataFrame:
    """The answer to a segmented question on a cursor that is settled already."""
    found = cur.frame(query.statement(question), question.values)
    answer = shaped(found, question)
    counted = answer["denominator"]
    numerators = [found[f"scope_{scope}"].astype(counted.dtype) for scope in question.scopes_apart]
    below = counted * 0
    for name, wide in zip(SEGMENTS, [*numerators, counted], strict=True):
        answer[name] = wide - below
        below = wide
    return answer[[*question.by, *MEASURES, *SEGMENTS]]
