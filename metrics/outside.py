"""Which questions may be asked outside the team: told without a store, so that a page can offer."""

from collections.abc import Iterable

from core.errors import NotAllowed
from metrics.pattern import Switches
from metrics.question import Grain, Only, Scope, ask
from metrics.registry import Indicator
from metrics.suppression import checked


def allowed_outside(
    indicator: Indicator,
    *,
    by: Iterable[str] = (),
    only: Only | None = None,
    scope: Scope = 2,
    grain: Grain = "quarter",
    switches: Switches | None = None,
) -> bool:
    """Whether `published` answers this; of a derived indicator, both of its parts.

    Args:
        indicator: as for `published`; so are the others.
        by: dimensions.
        only: limits.
        scope: 1, 2 or 3.
        grain: of periods.
        switches: country to its switch.

    Raises:
        UnknownIndicator: as `measure`.
    """
    groups = list(by)
    for part in indicator.parts or (indicator,):
        question = ask(part, by=groups, only=only, scope=scope, grain=grain)
        try:
            checked(question, switches or {})
        except NotAllowed:
            return False
    return True
