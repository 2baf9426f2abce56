"""From presence to leadership: three dots a cluster, or a country of one cluster."""

from html import escape

import streamlit as st

from charts.dropoff import ENOUGH_ROLES, dropoff
from charts.dropoff import MEMBERS as OF_MEMBERS
from charts.dropoff import PRESENT as OF_PRESENCE
from charts.dropoff import ROLES as OF_ROLES
from charts.ways import Way
from pages.components import cached, draw, links
from pages.components.clusters.chart import ranked, split_of
from pages.components.looked_at import MEMBERS, PRESENCE, ROLES, LookedAt

_WAYS = (
    (OF_PRESENCE, PRESENCE, 0),
    (OF_MEMBERS, MEMBERS, 0),
    (OF_ROLES, ROLES, ENOUGH_ROLES),
)


def show(look: LookedAt) -> None:
    """The chart, and where all clusters are shown the way to the page of each."""
    ctx, by = look.ctx, split_of(look)
    st.header(ctx._("From presence to leadership"))
    ways = [
        Way(name, look.declared(indicator), ranked(look, look.measure(indicator, by=(by,))), needs)
        for name, indicator, needs in _WAYS
    ]
    if all(way.frame.empty for way in ways):
        draw.nothing(ctx, look.declared(ROLES), "dropoff")
        return
    names = cached.names_of(ctx, by)
    drawn = dropoff(ways, ctx.lang, by=by, names=names, within=look.setting(ROLES))
    draw.chart(ctx, drawn, look.declared(ROLES), "dropoff")
    if by == "cluster":
        _open(look, sorted({code for way in ways for code in way.frame["cluster"]}))


def _open(look: LookedAt, codes: list[str]) -> None:
    """A link to each cluster's own view; it keeps what is looked at."""
    ctx, names = look.ctx, cached.names_of(look.ctx, "cluster")
    asked = {"period": str(look.period), "scope": str(look.scope), **dict(look.only)}
    items = "".join(
        f"<li><a href='{escape(links.page_link(ctx, 'clusters', cluster=code, **asked))}'"
        f" target='_self'><bdi>{escape(names.get(code, code))}</bdi></a></li>"
        for code in sorted(codes, key=lambda code: names.get(code, code))
    )
    label = escape(ctx._("One cluster by itself"))
    st.html(f"<h3 class='tile-name'>{label}</h3><ul class='places'>{items}</ul>")
