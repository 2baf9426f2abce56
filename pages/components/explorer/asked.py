"""A question of the explorer, and whether this reader may ask it."""

from collections.abc import Mapping
from dataclasses import dataclass

import metrics
from core.errors import UnknownIndicator
from core.i18n.periods import Period
from metrics import Grain, Indicator, Scope
from metrics.question import Side, ask
from pages.components import cached
from pages.components.session import Context

Values = tuple[str | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is asked of an indicator.

    Attributes:
        by: no dimension, one, or two: lines and columns.
        only: what it is limited to beyond the declaration's own limits; no period among them.
        period: the one that is looked at; None: all together, or each for itself.
    """

    indicator: Indicator
    by: tuple[str, ...] = ()
    only: Mapping[str, Values]
    period: Period | None = None
    scope: Scope = 2
    grain: Grain = "quarter"

    @property
    def limits(self) -> dict[str, Values]:
        """All limits, the period among them."""
        period = {} if self.period is None else {"period": (str(self.period),)}
        return {**self.only, **period}

    def of(self, codes: Mapping[str, str | None]) -> dict[str, Values]:
        """The limits of one group of the answer: what leads from its number to its rows."""
        return {**self.limits, **{name: (code,) for name, code in codes.items()}}


def may_ask(ctx: Context, asked: Asked) -> bool:
    """Whether the indicator has an answer to this for this reader."""
    try:
        if ctx.inside:
            ask(asked.indicator, by=asked.by, only=asked.limits, grain=asked.grain)
            return True
        return metrics.allowed_outside(
            asked.indicator, by=asked.by, only=asked.limits, scope=asked.scope, grain=asked.grain
        )
    except UnknownIndicator:
        return False


def side(ctx: Context, asked: Asked) -> Side | None:
    """Which organisations of a row are counted; None: the indicator, or every file, names one."""
    if asked.indicator.view != "v_presence" or "role" in asked.by:
        return None
    if asked.only.get("role") == ("lead",):
        return "lead"
    rest = {name: values for name, values in asked.limits.items() if name != "role"}
    return "present" if cached.tells_leads(ctx, rest) else None
