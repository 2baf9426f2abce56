"""Which published figures may stand beside an answer, and which measured something else."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from core.storage.cursor import Cursor
from metrics.published_figures import WORLD, published_figures
from metrics.question import Only, Scope, ask
from metrics.registry import Dimension, Indicator

_KEY = ["figure", "levels", "mechanism_types", "source_url"]


def figures_beside(
    cur: Cursor,
    indicator: Indicator,
    *,
    by: Dimension | None = None,
    codes: Sequence[str] = (),
    only: Only | None = None,
    scope: Scope = 2,
) -> pd.DataFrame:
    """Every published figure on an indicator, and whether it measured what is shown.

    Args:
        cur: sees the store.
        indicator: ours.
        by: what our answer is split by; a figure on one of its groups fits too.
        codes: the groups that are shown.
        only: what our answer is limited to, as for `measure`.
        scope: of our answer; it does not matter to an indicator that counts no L/NAs.

    Returns:
        The rows and columns of `published_figures`, and `fits`: same scope, level, cluster and
        kinds of mechanism, a whole year, of the world or of a country that is shown. Nobody
        published scope 2, so nothing fits an answer about L/NAs in that scope.
    """
    question = ask(indicator, only=only, scope=scope)
    limits = {str(name): tuple(v for v in values if v) for name, values in question.only.items()}
    level = limits.get("level", ())
    every = published_figures(cur, indicator)
    alike = published_figures(
        cur,
        indicator,
        scope=scope if "$scope" in indicator.halves else None,
        level=level[0] if len(level) == 1 else None,
    )
    same = {_key(row) for row in alike.to_dict("records")}
    about = _About(limits, by, codes)
    fits = [_key(row) in same and about.is_same(row) for row in every.to_dict("records")]
    return every.assign(fits=pd.Series(fits, index=every.index, dtype="boolean"))


@dataclass(frozen=True, slots=True)
class _About:
    """What the numbers shown are about."""

    limits: Mapping[str, tuple[str, ...]]
    by: str | None
    codes: Sequence[str]

    def is_same(self, row: Mapping[Hashable, Any]) -> bool:
        """Whether a figure is of a whole year, of these places, clusters and mechanisms."""
        codes = self.codes if self.by == "country" else ()
        countries = {*self.limits.get("country", ()), *codes}
        return bool(
            pd.isna(row["period"])
            and (row["iso3"] in countries or row["geography"] == WORLD)
            and _of(row["cluster"]) in self._shown("cluster")
            and frozenset(_listed(row["mechanism_types"])) in self._shown("mechanism_type")
        )

    def _shown(self, name: str) -> set[frozenset[str]]:
        """The whole of what is asked, and each group of a split."""
        groups = {frozenset({code}) for code in self.codes} if self.by == name else set()
        return {frozenset(self.limits.get(name, ())), *groups}


def _of(code: object) -> frozenset[str]:
    return frozenset({code}) if isinstance(code, str) else frozenset()


def _listed(cell: object) -> list[str]:
    """The members of a list as the engine gives it; none where it is missing."""
    return [str(one) for one in cell] if isinstance(cell, Iterable) else []


def _key(row: Mapping[Hashable, Any]) -> tuple[str, ...]:
    return tuple(" ".join(_listed(row[n])) or str(row[n]) for n in _KEY)
