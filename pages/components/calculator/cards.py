"""One indicator a card: the number, the steps that lead to it, who counts, what it does not say."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from pathlib import Path

import streamlit as st

import metrics
from charts.chart import Mark
from charts.marks import mark_of, missing, records
from charts.steps import steps
from charts.words import SCOPES
from core.i18n import N_
from core.i18n.numbers import isolate
from metrics import Indicator, Scope
from pages.components import notes
from pages.components.calculator.working import Worked, depends_on_scope, read_by
from pages.components.methodology.halves import HALVES
from pages.components.session import Context

_SHEET = Path(__file__).with_name("calculator.css").read_text(encoding="utf-8")
_AREAS: Mapping[str, str] = {
    "participation": N_("Participation"),
    "representation": N_("Representation"),
    "leadership": N_("Leadership"),
    "capacity": N_("Capacity strengthening"),
    "resourcing": N_("Resourcing for coordination"),
    "visibility": N_("Visibility"),
    "quality": N_("Quality of the data"),
}
_WHO = {
    "numerator": N_("Counted in the figure"),
    "denominator": N_("In the total, but not counted"),
    "unknown": N_("Type not known: on neither side"),
}
# As many of each area as stand beside the lists.
_OF_AN_AREA = 2


def style() -> None:
    """Put the style sheet of the cards on the page."""
    st.html(f"<style>{_SHEET}</style>")


def glance(ctx: Context, answered: Sequence[Worked], scope: Scope) -> None:
    """The numbers beside the lists, so that a change in a row is seen at once."""
    telling = [one for one in answered if _mark(ctx, one, scope).short]
    areas = dict.fromkeys(one.indicator.area for one in telling)
    of_area = ([one for one in telling if one.indicator.area == area] for area in areas)
    shown = [one for listed in of_area for one in listed[:_OF_AN_AREA]]
    if not shown:
        notes.warning(ctx._("Nothing to work out yet"), ctx._("What is missing stands below."))
        return
    items = "".join(_line(ctx, one, scope) for one in shown)
    title = escape(ctx._("Your numbers"))
    st.html(f"<section class='calc-glance'><h2>{title}</h2><ul>{items}</ul></section>")


def show(ctx: Context, answered: Sequence[Worked], scope: Scope) -> None:
    """All cards, area by area."""
    for area in dict.fromkeys(one.indicator.area for one in answered):
        st.header(ctx._(_AREAS[area]))
        cards = (_card(ctx, one, scope) for one in answered if one.indicator.area == area)
        st.html(f"<div class='calc-cards'>{''.join(cards)}</div>")


def silent(ctx: Context, indicators: Sequence[Indicator]) -> None:
    """The indicators of these lists that nothing was typed for, and what they are made of."""
    if not indicators:
        return
    with ctx.db.cursor() as cur:
        datasets = metrics.names(cur, ctx.lang.value)["dataset"]
    with st.expander(ctx._("Indicators that these rows do not answer")):
        for one in indicators:
            made_of = ", ".join(datasets[name] for name in sorted(read_by(one)))
            st.markdown(
                ctx._("{code} · {name} (made of: {datasets})").format(
                    code=isolate(one.code, ctx.lang), name=one.name.in_(ctx.lang), datasets=made_of
                )
            )


def _line(ctx: Context, worked: Worked, scope: Scope) -> str:
    mark, one = _mark(ctx, worked, scope), worked.indicator
    return (
        f"<li><a href='#calc-{one.id}'><strong><bdi>{escape(mark.short)}</bdi></strong>"
        f"<span>{escape(one.name.in_(ctx.lang))}</span></a></li>"
    )


def _mark(ctx: Context, worked: Worked, scope: Scope) -> Mark:
    rows, one = records(worked.found[scope]), worked.indicator
    name = one.name.in_(ctx.lang)
    return mark_of(rows[0], name, one, ctx.lang) if rows else missing(name, ctx.lang)


def _card(ctx: Context, worked: Worked, scope: Scope) -> str:
    one, mark = worked.indicator, _mark(ctx, worked, scope)
    code = isolate(one.code, ctx.lang)
    return "".join(
        (
            f"<article class='calc-card' id='calc-{one.id}'>",
            f"<h3><bdi>{escape(code)}</bdi> · {escape(one.name.in_(ctx.lang))}</h3>",
            _number(mark),
            _bar(mark),
            *_made(ctx, worked, mark),
            *_people(ctx, worked),
            _scopes(ctx, worked, scope),
            _said(ctx._("What it does not say"), one.caution.in_(ctx.lang)),
            _said(ctx._("What would move it"), one.lever.in_(ctx.lang)),
            "</article>",
        )
    )


def _number(mark: Mark) -> str:
    if not mark.short:
        return f"<p class='calc-none'>{escape(mark.text)}</p>"
    rest = mark.counts if mark.counts != mark.short else ""
    beside = mark.text if mark.value is None and mark.text != mark.short else rest
    return (
        f"<p class='calc-number'><strong><bdi>{escape(mark.short)}</bdi></strong> "
        f"<span>{escape(beside)}</span></p>"
    )


def _bar(mark: Mark) -> str:
    """The share on a line from nothing to all, and how far what is unknown could move it."""
    if mark.value is None:
        return ""
    low, high = mark.low or 0.0, mark.high or 0.0
    open_ = ""
    if mark.uncertain:
        open_ = (
            f"<span class='calc-open' style='inset-inline-start:{low:.2%};"
            f"inline-size:{high - low:.2%}'></span>"
        )
    return (
        "<div class='calc-bar' aria-hidden='true'>"
        f"<span class='calc-fill' style='inline-size:{mark.value:.2%}'></span>{open_}</div>"
    )


def _made(ctx: Context, worked: Worked, mark: Mark) -> Iterator[str]:
    one = worked.indicator
    what = ctx._(HALVES[one.id][0]) if one.id in HALVES else ""
    sentences = steps(mark, one, ctx.lang, what=what)
    if one.over:
        sentences = tuple(_part(ctx, part) for part in one.parts)
    items = "".join(f"<li>{escape(sentence)}</li>" for sentence in sentences)
    title = escape(ctx._("Step by step"))
    yield f"<h4>{title}</h4><ol class='calc-steps'>{items}</ol>"


def _part(ctx: Context, part: Indicator) -> str:
    return ctx._("{code}: {name}").format(
        code=isolate(part.code, ctx.lang), name=part.name.in_(ctx.lang)
    )


def _people(ctx: Context, worked: Worked) -> Iterator[str]:
    """Organisations by how they count; a sign before each group, not its colour alone, tells it."""
    groups = [(part, names) for part in _WHO if (names := worked.named.get(part))]
    for part, names in groups:
        chips = "".join(f"<li><bdi>{escape(name)}</bdi></li>" for name in names)
        title = escape(ctx._(_WHO[part]))
        yield (f"<p class='calc-who'>{title}</p><ul class='calc-names calc-{part}'>{chips}</ul>")


def _scopes(ctx: Context, worked: Worked, scope: Scope) -> str:
    """The same rows under each definition; the chosen one is marked by a word as well."""
    if not depends_on_scope(worked.indicator):
        return ""
    rows = "".join(_definition(ctx, worked, one, chosen=one == scope) for one in SCOPES)
    caption = escape(ctx._("Under each definition"))
    return f"<table class='calc-scopes'><caption>{caption}</caption><tbody>{rows}</tbody></table>"


def _definition(ctx: Context, worked: Worked, scope: Scope, *, chosen: bool) -> str:
    name, number = ctx._(SCOPES[scope]), _mark(ctx, worked, scope).text
    if chosen:
        name = ctx._("{definition} (chosen)").format(definition=name)
    return (
        f"<tr{' class=calc-chosen' if chosen else ''}><th scope='row'>{escape(name)}</th>"
        f"<td><bdi>{escape(number)}</bdi></td></tr>"
    )


def _said(title: str, text: str) -> str:
    return f"<p class='calc-said'><strong>{escape(title)}</strong> {escape(text)}</p>"
