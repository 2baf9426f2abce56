"""What the clusters page shows: an indicator, and one cluster or country or all of them."""

import metrics
from pages.components import cached, filters
from pages.components.looked_at import LEADERSHIP, PRESENCE, REPORTING, ROLES
from pages.components.session import Context

INDICATORS = (PRESENCE, LEADERSHIP, ROLES, REPORTING)


def indicator(ctx: Context) -> str:
    """Which indicator; presence first, because most files tell of it."""
    options = {name: metrics.find(name).name.in_(ctx.lang) for name in INDICATORS}
    return filters.choice("indicator", ctx._("Indicator"), options, PRESENCE)


def limits(ctx: Context) -> tuple[tuple[str, str], ...]:
    """One country, one cluster, both or neither."""
    found = cached.measure(ctx, REPORTING, by=("country", "cluster"), grain="all")
    labels = {
        "country": (ctx._("Country"), ctx._("All countries")),
        "cluster": (ctx._("Cluster"), ctx._("All clusters")),
    }
    chosen = []
    for dimension, (label, every) in labels.items():
        names = cached.names_of(ctx, dimension)
        codes = sorted(found[dimension].dropna().unique(), key=lambda c: names.get(c, c))
        code = filters.one_of(ctx, dimension, label, codes, every)
        if code is not None:
            chosen.append((dimension, code))
    return tuple(chosen)
