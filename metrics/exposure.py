"""How many organisations stand behind attendances, seats or voices: one can stand behind many."""

import pandas as pd

from core.storage.cursor import Cursor
from metrics import query_behind
from metrics.measurement import with_periods
from metrics.question import Question
from metrics.settled import settled


def organisations_behind(cur: Cursor, found: pd.DataFrame, question: Question) -> pd.Series:
    """For each row of an answer how many different organisations make its numerator.

    Args:
        cur: the one that it was measured on.
        found: the answer.
        question: as it was asked, by dimensions that reports have themselves.
    """
    with settled(cur):
        counted = with_periods(cur.frame(query_behind.behind(question), question.values), question)
    made_of = counted[counted["numerator"] > 0]
    by = list(question.by)
    if not by:
        return pd.Series(made_of["organisation"].nunique(), index=found.index, dtype="Int64")
    groups = made_of.astype(dict.fromkeys(by, "string")).groupby(by, dropna=False)
    behind = groups["organisation"].nunique().rename("behind").reset_index()
    rows = found[by].merge(behind, on=by, how="left")["behind"]
    return rows.fillna(0).astype("Int64").set_axis(found.index)
