"""One indicator measured: a question asked, its answer given types."""

from collections.abc import Iterable

import pandas as pd

from core.i18n.periods import Period
from core.storage.cursor import Cursor
from metrics import query
from metrics.derived import derived
from metrics.question import Grain, Only, Question, Scope, ask, of_part
from metrics.registry import Indicator
from metrics.settled import settled

MEASURES = (
    "numerator",
    "denominator",
    "unknown",
    "value",
    "low",
    "high",
    "reporting",
    "expected",
    "state",
)
_WHOLE = ("numerator", "denominator", "unknown", "reporting", "expected")


def measure(
    cur: Cursor,
    indicator: Indicator,
    *,
    by: Iterable[str] = (),
    only: Only | None = None,
    scope: Scope = 2,
    grain: Grain = "reported",
) -> pd.DataFrame:
    """An indicator, one row a group, with how sure it is and who reported.

    Args:
        cur: sees the store now, or as of an event number.
        indicator: from `indicators()`.
        by: dimensions of the indicator. `period` gives the period of the grain.
        only: dimension to a value or several; None stands for no value; a period means every
            report that fits inside it. Replaces the declaration's own limit of that dimension.
        scope: 1 NGOs and civil society, 2 with the national society, 3 with authorities.
        grain: a report counts if it fits inside one month, quarter or year; `reported` keeps the
            periods as reported, `all` makes one of them.

    Returns:
        The dimensions (text, NA: no value), then `MEASURES`: whole numbers (NA: the indicator knows
        no such thing), shares from 0 to 1 (NA: nothing is known, never 0), mechanisms reporting
        and expected, and the state: `value`, `no-type` (not computable: no file gives organisation
        types), `nothing-known` (every type is unknown), `closed`, `zero` (reported, and nothing is
        there), `several-currencies` (amounts that have no sum: no numbers). Of a count, value, low
        and high are all there are. A derived indicator has the columns of its parts besides, and
        more states: see `metrics.derived`. Sorted by the dimensions, no value last.

    Raises:
        UnknownIndicator: `unknown-dimension`, or `wrong-period`.
    """
    question = ask(indicator, by=by, only=only, scope=scope, grain=grain)
    with settled(cur):
        return answer(cur, question)


def answer(cur: Cursor, question: Question) -> pd.DataFrame:
    """The answer to a question on a cursor that is settled already."""
    if parts := question.indicator.parts:
        answers = [answer(cur, of_part(question, part)) for part in parts]
        return derived(question.indicator, question.by, answers)
    return shaped(cur.frame(query.statement(question), question.values), question)


def shaped(found: pd.DataFrame, question: Question) -> pd.DataFrame:
    """What the engine answered, with the columns and types of a measurement."""
    told = with_periods(found, question)
    return told[[*question.by, *MEASURES]].astype(_types(question.by))


def with_periods(found: pd.DataFrame, question: Question) -> pd.DataFrame:
    """What the engine answered, with the period of a group as text beside its months."""
    if "period" not in question.by:
        return found
    months = list(zip(found["g_start"].tolist(), found["g_end"].tolist(), strict=True))
    # Thousands of groups share a few periods.
    written = {both: _written(*both) for both in set(months)}
    texts = [written[both] for both in months]
    return found.assign(period=pd.Series(texts, index=found.index, dtype="string"))


def _written(start: float, end: float) -> str | None:
    return None if pd.isna(start) else str(Period(int(start), int(end)))


def nothing(by: Iterable[str]) -> pd.DataFrame:
    """An answer without rows."""
    types = _types(by)
    return pd.DataFrame({name: pd.Series(dtype=kind) for name, kind in types.items()})


def _types(by: Iterable[str]) -> dict[str, str]:
    whole = {name: "Int64" if name in _WHOLE else "Float64" for name in MEASURES}
    return dict.fromkeys(by, "string") | whole | {"state": "string"}
