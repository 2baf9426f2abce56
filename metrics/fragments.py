"""Columns and conditions that `metrics.query` puts into its statements."""

from collections.abc import Iterable

from metrics.question import Question
from metrics.reads import View


def period_columns(question: Question) -> dict[str, str]:
    """First and last month of a group, by the names that the answer gives them."""
    if "period" not in question.by:
        return {}
    if question.grain == "all":
        return {"g_start": "s.first_month", "g_end": "s.last_month"}
    return {"g_start": "v.g_start", "g_end": "v.g_end"}


def keys_of_report(question: Question) -> str:
    """What tells the groups of reports apart, as columns."""
    columns = [*(f"r.{name}" for name in question.names), f"{question.part} AS part"]
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


def view_of(question: Question) -> View:
    """Where it looks.

    Raises:
        TypeError: it is derived, and asked part by part.
    """
    view = question.indicator.view
    if view is None:
        raise TypeError(question.indicator.id)
    return view
