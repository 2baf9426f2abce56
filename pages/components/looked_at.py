"""What a page looks at: a quarter and a definition of L/NA, and measurements under both."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

import metrics
from charts.headline import whole_mark
from charts.words import Setting, of_side
from core.i18n.periods import Period
from metrics import Scope
from metrics.question import Side
from metrics.registry import Indicator
from pages.components import cached
from pages.components.session import Context

PRESENCE = "lna_share_of_presence"
LEADERSHIP = "clusters_with_lna_leadership"
ROLES = "lna_share_of_leadership_roles"
REPORTING = "reporting_rate"
MEMBERS = "lna_share_of_members"
BOTH = "membership_and_leadership"
WITH_MEMBERS = "mechanisms_with_lna_members"
SAGS = "sags_with_lna"
COORDINATION_SEATS = "lna_share_of_coordination_seats"
SAG_SEATS = "lna_share_of_sag_seats"


@dataclass(frozen=True, slots=True)
class LookedAt:
    """A reader, a quarter, a definition, and the values that dimensions are limited to."""

    ctx: Context
    period: Period
    scope: Scope
    only: tuple[tuple[str, str], ...] = ()

    def measure(
        self, indicator: str, *, by: Sequence[str] = (), scope: Scope | None = None
    ) -> pd.DataFrame:
        """An indicator in this quarter."""
        return self._measured(indicator, by, scope or self.scope, period=True)

    def segments(self, indicator: str, *, by: Sequence[str] = ()) -> pd.DataFrame:
        """An indicator in this quarter, and how its denominator divides into kinds of actor."""
        only = {name: (value,) for name, value in self.only} | {"period": (str(self.period),)}
        return cached.segments(
            self.ctx, indicator, by=by, only=only, scope=self.scope, grain="quarter"
        )

    def over_time(self, indicator: str, *, by: Sequence[str] = ()) -> pd.DataFrame:
        """An indicator in every quarter up to this one, split by `period` and more."""
        found = self._measured(indicator, ("period", *by), self.scope, period=False)
        known = found[found["period"].notna()]
        until = known["period"].map(lambda text: Period.parse(text) <= self.period)
        return known[until.astype(bool)]

    def setting(self, indicator: str) -> Setting:
        """What the lines around a chart say: when, under which definition, and the whole."""
        declared = metrics.find(indicator)
        whole = whole_mark(self.measure(indicator), declared, self.ctx.lang)
        return Setting(period=self.period, scope=self.scope, whole=whole, side=self.side(indicator))

    def when(self) -> Setting:
        """What the lines around a chart of several indicators say: when, under which definition."""
        return Setting(period=self.period, scope=self.scope)

    def side(self, indicator: str) -> Side | None:
        """Which organisation of a row is counted; None: no file that counts names two."""
        if indicator != PRESENCE:
            return None
        only = {name: (value,) for name, value in self.only}
        if only.pop("role", None) == ("lead",):
            return "lead"
        told = cached.tells_leads(self.ctx, {**only, "period": (str(self.period),)})
        return "present" if told else None

    def declared(self, indicator: str) -> Indicator:
        """The declaration of an indicator."""
        return of_side(metrics.find(indicator), self.side(indicator))

    def _measured(
        self, indicator: str, by: Sequence[str], scope: Scope, *, period: bool
    ) -> pd.DataFrame:
        only = {name: (value,) for name, value in self.only}
        if period:
            only["period"] = (str(self.period),)
        return cached.measure(self.ctx, indicator, by=by, only=only, scope=scope, grain="quarter")
