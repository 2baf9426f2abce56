"""What the contexts page looks at: an indicator, a quarter and a definition of L/NA."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from core.i18n.periods import Period
from metrics import Scope
from metrics.registry import Indicator
from pages.components import compared
from pages.components.cached import Filters
from pages.components.looked_at import LookedAt
from pages.components.session import Context


@dataclass(frozen=True, slots=True)
class Contexts:
    """A reader, an indicator, a quarter, a definition."""

    ctx: Context
    indicator: Indicator
    period: Period
    scope: Scope

    def at_period(self, only: tuple[tuple[str, str], ...] = ()) -> LookedAt:
        """The quarter alone, within limits."""
        return LookedAt(self.ctx, self.period, self.scope, only)

    def measured(self, by: Sequence[str]) -> pd.DataFrame:
        """The indicator in the quarter; raises as `cached.measure`."""
        return self.at_period().measure(self.indicator.id, by=by)

    def over_time(self, by: Sequence[str], only: Filters) -> pd.DataFrame:
        """The indicator in every quarter up to this one; raises as `cached.measure`."""
        found = compared.over_time(self.ctx, self.indicator.id, by=by, only=only, scope=self.scope)
        if found.empty:
            return found
        until = found["period"].map(lambda text: Period.parse(text) <= self.period)
        return found[until.astype(bool)]
