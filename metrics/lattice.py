"""The questions that a reader outside the team may ask, and the cell that each answer stands in.

The public lattice is country × cluster × quarter and its totals: regions, contexts, the world; all
clusters; years, and all periods together. Anything between two cells would tell their difference.
"""

from collections.abc import Hashable, Iterator, Mapping
from typing import Any

import pandas as pd

from core.errors import NotAllowed
from core.i18n.periods import Period
from metrics.dimensions import CLUSTER_LISTS
from metrics.lattice_cells import ALL, Cell, Kind
from metrics.question import Grain, Question, ask
from metrics.registry import Indicator

Row = Mapping[Hashable, Any]

_LATTICE = {"country", "region", "context", "cluster", "period"}
# Lists of clusters and working languages are other sums of the same cells: they are offered outside
# only where every sum may be asked for. Flags are not: who is women-led or refugee-led is exposure.
_STRUCTURE = (
    _LATTICE
    | {"level", "mechanism_type", "role", "seat", "currency", "dataset", "working_language"}
    | set(CLUSTER_LISTS)
)


def refuse_outside(question: Question, *, counts_are_public: bool) -> None:
    """Pass where every row of the answer may be asked for.

    Args:
        question: as it was measured.
        counts_are_public: structure of which no country is closed: any set of cells may be asked
            for, by level, type of mechanism, role and dataset as well.

    Raises:
        NotAllowed: `outside-the-lattice`.
    """
    asked = {str(name) for name in question.by} | set(_limits(question))
    inside = (
        asked <= (_STRUCTURE if counts_are_public else _LATTICE)
        and question.grain in {"quarter", "year", "all"}
        and _whole_periods(question)
        and (counts_are_public or _one_cell_a_row(question))
        and (question.indicator.disclosure != "exposure" or _country_and_quarter(question))
    )
    if not inside:
        raise NotAllowed("outside-the-lattice")


def whole_lattice(indicator: Indicator) -> Iterator[Question]:
    """The questions whose answers hold every cell of the countries; totals are their sums."""
    grains: tuple[Grain, ...] = ("quarter", "year", "all")
    for grain in grains:
        for period in [["period"], []] if grain != "all" else [[]]:
            for cluster in (["cluster"], []):
                yield ask(indicator, by=["country", *cluster, *period], grain=grain)


def cell_of(row: Row, question: Question) -> Cell:
    """Where in the lattice a row of the answer stands."""
    kind, place = _place(row, question)
    cluster = _value("cluster", row, question) if _fixed("cluster", question) else ALL
    if question.grain == "all" or not ("period" in question.by or question.periods):
        return Cell(kind, place, cluster, f"{ALL}{question.grain}")
    period = row["period"] if "period" in question.by else question.periods[0]
    return Cell(kind, place, cluster, str(period))


def _place(row: Row, question: Question) -> tuple[Kind, str | None]:
    kinds: tuple[Kind, ...] = ("country", "region", "context")
    for kind in kinds:
        if _fixed(kind, question):
            return kind, _value(kind, row, question)
    return "world", None


def _fixed(name: str, question: Question) -> bool:
    return name in question.by or name in _limits(question)


def _value(name: str, row: Row, question: Question) -> str | None:
    value = row[name] if name in question.by else _limits(question)[name][0]
    return None if pd.isna(value) else str(value)


def _limits(question: Question) -> dict[str, tuple[str | None, ...]]:
    """What was asked for beyond the declaration's own limits, periods apart."""
    own = question.indicator.only
    return {
        str(name): values
        for name, values in question.only.items()
        if values not in {(own.get(name),), own.get(name)}
    }


def _whole_periods(question: Question) -> bool:
    months = 12 if question.grain == "year" else 3
    return all(p.start % months == 0 and (p.end + 1) % months == 0 for p in question.periods)


def _one_cell_a_row(question: Question) -> bool:
    several = {name for name, values in _limits(question).items() if len(set(values)) != 1}
    wider = {name for name in ("region", "context") if _fixed(name, question)}
    if _fixed("country", question):  # what it belongs to is then no more than its label
        return not several - set(question.by) - wider and _one_period_a_row(question)
    return len(wider) < 2 and not several - set(question.by) and _one_period_a_row(question)


def _one_period_a_row(question: Question) -> bool:
    if question.grain == "all":
        return not question.periods
    if "period" in question.by:
        return True
    return len(question.periods) < 2 and all(_is_one(p, question) for p in question.periods)


def _is_one(period: Period, question: Question) -> bool:
    return period.end - period.start + 1 == question.months


def _country_and_quarter(question: Question) -> bool:
    named = "period" in question.by or bool(question.periods)
    alone = _fixed("country", question) and not _fixed("cluster", question)
    return question.grain == "quarter" and named and alone


def offered_outside(indicator: Indicator, dimension: str) -> bool:
    """Whether a reader outside the team may be offered an answer split by a dimension.

    Exposure is told by country alone. What is offered may still be refused beside other limits.
    """
    if indicator.disclosure == "exposure":
        return dimension in {"country", "period"}
    return dimension in (_STRUCTURE if indicator.disclosure == "structure" else _LATTICE)
