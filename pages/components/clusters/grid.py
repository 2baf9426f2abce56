"""Country by cluster as a table: every number leads to its rows."""

import html

import pandas as pd
import streamlit as st

from pages.components import cached
from pages.components.figures import Figure, figures, in_words
from pages.components.links import trace_link
from pages.components.looked_at import LookedAt


def show(look: LookedAt, indicator: str) -> None:
    """One line a country, one column a cluster; a dash where the cluster did not report."""
    ctx = look.ctx
    found = look.measure(indicator, by=("country", "cluster"))
    found = found[found["country"].notna() & found["cluster"].notna()]
    countries = _by_name(look, "country", found)
    clusters = _by_name(look, "cluster", found)
    places = zip(found["country"], found["cluster"], strict=True)
    cells = dict(zip(places, figures(found), strict=True))
    st.header(ctx._("By country and cluster"))
    head = "".join(f"<th scope='col'>{html.escape(name)}</th>" for name in clusters.values())
    body = "".join(
        f"<tr><th scope='row'>{html.escape(name)}</th>"
        + "".join(_cell(look, indicator, cells.get((country, c)), country, c) for c in clusters)
        + "</tr>"
        for country, name in countries.items()
    )
    caption = html.escape(look.declared(indicator).name.in_(ctx.lang))
    corner = html.escape(ctx._("Country"))
    st.html(
        f"<div class='wide-table' tabindex='0'><table class='grid-table'>"
        f"<caption>{caption}</caption><thead><tr><th scope='col'>{corner}</th>{head}</tr></thead>"
        f"<tbody>{body}</tbody></table></div>"
    )


def _by_name(look: LookedAt, dimension: str, found: pd.DataFrame) -> dict[str, str]:
    names = cached.names_of(look.ctx, dimension)
    codes = sorted(found[dimension].unique(), key=lambda code: names.get(code, code))
    return {code: names.get(code, code) for code in codes}


def _cell(look: LookedAt, indicator: str, figure: Figure | None, country: str, cluster: str) -> str:
    text = html.escape(in_words(look.ctx, figure)) if figure else "–"
    if figure is None or not look.ctx.inside:
        return f"<td><bdi>{text}</bdi></td>"
    address = trace_link(
        look.ctx,
        indicator,
        scope=look.scope,
        country=country,
        cluster=cluster,
        period=str(look.period),
        **dict(look.only),
    )
    return f"<td><a href='{html.escape(address)}' target='_self'><bdi>{text}</bdi></a></td>"
