"""What the map shows: any indicator that can be told by country, in one cluster or in all."""

import metrics
from metrics.dimensions import splits
from pages.components import cached, filters
from pages.components.looked_at import PRESENCE, REPORTING
from pages.components.session import Context


def indicator(ctx: Context) -> str:
    """Which indicator; presence first, because most files tell of it."""
    declared = metrics.indicators()
    options = {
        name: one.name.in_(ctx.lang) for name, one in declared.items() if "country" in splits(one)
    }
    return filters.choice("indicator", ctx._("Indicator"), options, PRESENCE)


def cluster(ctx: Context) -> tuple[tuple[str, str], ...]:
    """One cluster, or none where all count."""
    found = cached.measure(ctx, REPORTING, by=("cluster",), grain="all")
    names = cached.names_of(ctx, "cluster")
    codes = sorted(found["cluster"].dropna().unique(), key=lambda code: names.get(code, code))
    code = filters.one_of(ctx, "cluster", ctx._("Cluster"), codes, ctx._("All clusters"))
    return () if code is None else (("cluster", code),)
