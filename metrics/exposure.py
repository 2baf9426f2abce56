"""How many L/NAs stand behind attendances, seats or voices: one can stand behind many."""

from collections.abc import Sequence

import pandas as pd

from core.storage.cursor import Cursor
from metrics.question import Only, Question
from metrics.trace import trace

_EVERYTHING = 1_000_000


def few_behind(
    cur: Cursor, found: pd.DataFrame, question: Question, only: Only | None, *, enough: int
) -> Sequence[str | None]:
    """For each row `hidden` where fewer organisations than enough make its numerator, else None.

    Args:
        cur: the one that it was measured on.
        found: the answer; rows that are hidden already are not looked at.
        question: as it was asked.
        only: the limits as they were asked for.
        enough: how many different organisations there must be.
    """
    states: list[str | None] = []
    for row in found.to_dict("records"):
        cell = dict(only or {})
        cell.update({str(name): str(row[name]) for name in question.by})
        few = row["state"] == "value" and _behind(cur, question, cell) < enough
        states.append("hidden" if few else None)
    return states


def _behind(cur: Cursor, question: Question, only: Only) -> int:
    made_of = trace(
        cur, question.indicator, only=only, scope=question.scope, limit=_EVERYTHING
    ).frame
    return int(made_of.loc[made_of["counted_as"].eq("numerator"), "organisation"].nunique())
