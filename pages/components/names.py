"""Countries, clusters, periods and datasets as this reader calls them."""

from collections.abc import Iterable
from functools import partial

from core.i18n import N_
from core.i18n.periods import Period, period_name
from metrics.overview import EVERY_CLUSTER
from pages.components import cached
from pages.components.session import Context

_NONE = N_("Not said")
_WITHOUT = {
    "cluster": N_("No cluster of the list"),
    "hub": N_("No hub"),
    "place": N_("Whole country"),
}


def of(ctx: Context, dimension: str, code: str | None) -> str:
    """The name of a value of a dimension; a code without a name stands for itself."""
    if code is None:
        return ctx._(_WITHOUT.get(dimension, _NONE))
    if code == EVERY_CLUSTER and dimension == "cluster":
        return ctx._("All clusters")
    if dimension == "period":
        return period_name(Period.parse(code), ctx.lang)
    return cached.names_of(ctx, dimension).get(code, code)


def listed(ctx: Context, dimension: str, codes: Iterable[str | None]) -> str:
    """Several names, one after the other."""
    return " · ".join(map(partial(of, ctx, dimension), codes))
