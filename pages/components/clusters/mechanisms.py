"""The mechanisms of one cluster: where they are, whether they reported, who leads them."""

from dataclasses import replace
from html import escape

import pandas as pd
import streamlit as st

from charts.words import dimension_name
from metrics.suppression import ENOUGH_FOR_PERCENT
from pages.components import names
from pages.components.figures import Figure, figures, in_words
from pages.components.links import trace_link
from pages.components.looked_at import MEMBERS, REPORTING, ROLES, LookedAt

_Place = tuple[str | None, ...]
# Outside the team a hub or an area would be a smaller cell than the public lattice has.
_INSIDE = ("country", "mechanism_type", "level", "hub", "place")
_OUTSIDE = ("country", "mechanism_type", "level")


def show(look: LookedAt) -> None:
    """One line a mechanism; outside the team one line for those of one kind, level and country."""
    ctx = look.ctx
    by = _INSIDE if ctx.inside else _OUTSIDE
    asked = (REPORTING, ROLES, MEMBERS) if ctx.inside else (REPORTING, ROLES)
    found = {one: _by_place(look.measure(one, by=by), by) for one in asked}
    places = sorted(_mechanisms(found), key=lambda place: _named(look, by, place))
    st.header(ctx._("Mechanisms"))
    if not places:
        st.write(ctx._("Nobody has reported on this yet."))
        return
    # A column in which nobody has anything would be read for nothing.
    shown = [n for n in range(len(by)) if n == 0 or any(place[n] for place in places)]
    headings = [dimension_name(by[n], ctx.lang) for n in shown]
    headings += [look.declared(one).name.in_(ctx.lang) for one in asked]
    head = "".join(f"<th scope='col'>{escape(text)}</th>" for text in headings)
    body = "".join(
        f"<tr>{_names([_named(look, by, place)[n] for n in shown])}"
        + "".join(_number(look, one, found[one].get(place), by, place) for one in asked)
        + "</tr>"
        for place in places
    )
    st.html(
        f"<div class='wide-table' tabindex='0'><table class='grid-table'>"
        f"<caption>{escape(ctx._('Mechanisms'))}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _by_place(found: pd.DataFrame, by: tuple[str, ...]) -> dict[_Place, Figure]:
    keys = found[list(by)].astype(object).where(found[list(by)].notna(), None)
    return dict(zip(keys.itertuples(index=False, name=None), figures(found), strict=True))


def _mechanisms(found: dict[str, dict[_Place, Figure]]) -> set[_Place]:
    """Those that anything but presence is known of: in a 3W, an area is no mechanism."""
    told = {place for one, rows in found.items() if one != REPORTING for place in rows}
    whole = {p for p in found[REPORTING] if p[1] is not None and not any(p[3:])}
    return {place for place in told | whole if place[0] is not None}


def _named(look: LookedAt, by: tuple[str, ...], place: _Place) -> list[str]:
    ctx = look.ctx
    return [names.of(ctx, name, code) for name, code in zip(by, place, strict=True)]


def _names(texts: list[str]) -> str:
    first, *others = map(escape, texts)
    cells = "".join(f"<td><bdi>{text}</bdi></td>" for text in others)
    return f"<th scope='row'><bdi>{first}</bdi></th>{cells}"


def _number(
    look: LookedAt, indicator: str, found: Figure | None, by: tuple[str, ...], place: _Place
) -> str:
    if found is None:
        return "<td>–</td>"
    text = f"<bdi>{escape(_words(look, indicator, found))}</bdi>"
    if not look.ctx.inside or indicator == REPORTING:
        return f"<td>{text}</td>"
    limits = dict(look.only) | dict(zip(by, place, strict=True)) | {"period": str(look.period)}
    address = trace_link(look.ctx, indicator, scope=look.scope, **limits)
    return f"<td><a href='{escape(address)}' target='_self'>{text}</a></td>"


def _words(look: LookedAt, indicator: str, found: Figure) -> str:
    """Of one mechanism whether it reported; of a few roles how many, for `1 of 2` is no half."""
    ctx = look.ctx
    if indicator == REPORTING and found.expected == 1:
        return ctx._("reported") if found.reporting else ctx._("not reported")
    if (found.denominator or 0) < ENOUGH_FOR_PERCENT:
        return in_words(ctx, replace(found, value=None))
    return in_words(ctx, found)
