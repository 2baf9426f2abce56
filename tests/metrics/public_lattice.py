"""Everything that a reader outside the team can ask of an indicator, and what is true."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random

import pandas as pd

from core.storage.cursor import Cursor
from metrics import Grain, Indicator, hidden_cells, measure
from metrics.lattice import cell_of
from metrics.lattice_cells import Cell
from metrics.question import Question, ask
from metrics.suppression import suppressed
from tests.metrics.made_store import Told

COUNTRIES = ("YEM", "IRQ", "SDN", "DJI", "TCD", "MLI", "NGA", "SOM")
CLUSTERS = ("WSH", "HEA", "NUT")
QUARTERS = ("2025-Q1", "2025-Q2")
YEAR = "2025"


@dataclass(frozen=True, slots=True)
class Number:
    """L/NAs and others in one cell, and whether the reader sees them."""

    local: int
    others: int
    seen: bool


def made_up(seed: int, kinds: tuple[str, ...] = ("NNGO", "INGO")) -> list[Told]:
    """Reports with many small clusters; an organisation is of one kind for good."""
    chance = Random(seed)  # noqa: S311 - no secret
    told = []
    for country in chance.sample(COUNTRIES, 6):
        pool = {f"o{n}": chance.choice(kinds) for n in range(chance.choice([4, 8, 25]))}
        for cluster in chance.sample(CLUSTERS, chance.choice([2, 3])):
            for quarter in chance.sample(QUARTERS, chance.choice([1, 2, 2])):
                size = min(chance.choice([1, 2, 3, 4, 6, 9, 18]), len(pool))
                who = {name: pool[name] for name in chance.sample(sorted(pool), size)}
                told.append(Told(country=country, cluster=cluster, period=quarter, who=who))
    return told


def lattice(cur: Cursor, indicator: Indicator) -> dict[Cell, Number]:
    """Every cell that can be asked for, as all answers together tell it."""
    pattern = hidden_cells(cur, indicator)
    cells: dict[Cell, Number] = {}
    for question in questions(indicator):
        by, grain = list(question.by), question.grain
        true = measure(cur, indicator, by=by, grain=grain)
        shown = suppressed(true, indicator, by, grain=grain, hidden=pattern)
        for cell, number in _numbers(true, shown, question):
            known = cells.get(cell)
            if known is not None:
                assert (known.local, known.others) == (number.local, number.others)
                number = replace(number, seen=number.seen or known.seen)
            cells[cell] = number
    return cells


def questions(indicator: Indicator) -> Iterator[Question]:
    """One for each place, with and without clusters and periods, of every grain."""
    grains: tuple[Grain, ...] = ("quarter", "year", "all")
    for place in (["country"], ["region"], ["context"], []):
        for cluster in (["cluster"], []):
            for grain in grains:
                for period in [["period"], []] if grain != "all" else [[]]:
                    yield ask(indicator, by=[*place, *cluster, *period], grain=grain)


def _numbers(
    true: pd.DataFrame, shown: pd.DataFrame, question: Question
) -> Iterator[tuple[Cell, Number]]:
    for row, outside in zip(true.to_dict("records"), shown.to_dict("records"), strict=True):
        local, known = int(row["numerator"]), int(row["denominator"])
        seen = not pd.isna(outside["denominator"])
        cell = cell_of(row, question)
        # All is of one year: the year, all years and all quarters together are the same number.
        period = cell.period if "-Q" in cell.period else YEAR
        yield cell._replace(period=period), Number(local, known - local, seen)
