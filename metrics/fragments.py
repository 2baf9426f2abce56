"""Columns and conditions that `metrics.query` puts into its statements."""

from collections.abc import Iterable

from metrics.question import Question
from metrics.reads import View
from metrics.registry import OF_FACTS


def period_columns(question: Question) -> dict[str, str]:
    """First and last month of a group, by the names that the answer gives them."""
    if "period" not in question.by:
        return {}
    if question.grain == "all":
        return {"g_start": "s.first_month", "g_end": "s.last_month"}
    return {"g_start": "v.g_start", "g_end": "v.g_end"}


def keys_of_report(question: Question) -> str:
    """What tells the groups of reports apart, as columns."""
    columns = [*(f"r.{name}" for name in question.names), "0 AS part"]
    if not question.splits_periods:
        return ", ".join(columns)
    if months := question.months:
        start = f"r.period_start // {months} * {months}"
        return ", ".join([*columns, f"{start} AS g_start", f"{start} + {months - 1} AS g_end"])
    return ", ".join([*columns, "r.period_start AS g_start", "r.period_end AS g_end"])


def listed(alias: str, names: Iterable[str]) -> str:
    """Columns of one table, one after the other."""
    return ", ".join(f"{alias}.{name}" for name in names)


def same(left: str, right: str, names: Iterable[str]) -> str:
    """Whether two rows agree in columns; no value agrees with no value."""
    return " AND ".join(f"{left}.{name} IS NOT DISTINCT FROM {right}.{name}" for name in names)


def limits(question: Question) -> list[str]:
    """What a report must be to be looked at, periods apart."""
    dataset = question.indicator.dataset
    return [
        f"r.dataset = '{dataset}'" if dataset else "true",
        *(limit(name, texts) for name, texts in question.only.items() if name not in OF_FACTS),
    ]


def limit(name: str, texts: Iterable[str | None]) -> str:
    """Whether a column has one of the bound values; None stands for no value."""
    or_none = f" OR r.{name} IS NULL" if None in texts else ""
    return f"(list_contains($only_{name}::VARCHAR[], r.{name}){or_none})"


def periods(question: Question, condition: str) -> list[str]:
    """Whether one of the periods fits: a condition with `{n}` for its number."""
    each = [condition.format(n=n) for n in range(len(question.periods))]
    return [f"({' OR '.join(each)})"] if each else []


def source(question: Question) -> str:
    """The rows of the view in the reports that count, each with the number of its group."""
    text = f"FROM {view_of(question)} AS r\nINNER JOIN counted AS c ON c.report = r.report"
    said = [limit(d, question.only[d]) for d in OF_FACTS if d in question.only]
    return f"{text}\nWHERE {' AND '.join(said)}" if said else text


def view_of(question: Question) -> View:
    """Where it looks.

    Raises:
        TypeError: it is derived, and asked part by part.
    """
    view = question.indicator.view
    if view is None:
        raise TypeError(question.indicator.id)
    return view
