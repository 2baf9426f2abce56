"""What is read in ten seconds: who leads, who is a member, presence and share, both contexts."""

import streamlit as st

from charts.dropoff import designated, presence_and_share, side_by_side
from charts.headline import headline
from charts.step import step_of
from charts.ways import Way
from pages.components import beside, cached, draw
from pages.components.looked_at import (
    BOTH,
    COORDINATION_SEATS,
    LEADERSHIP,
    MEMBERS,
    PRESENCE,
    SAG_SEATS,
    SAGS,
    WITH_MEMBERS,
    LookedAt,
)
from pages.components.overview import contexts, tiles


def show(look: LookedAt) -> None:
    """Four tiles: the headline, two dots, presence and share, both contexts."""
    with st.container(key="first_sight"):
        for left, right in ((_leadership, _both), (_presence, contexts.tile)):
            first, second = st.columns(2)
            with first:
                left(look)
            with second:
                right(look)


def _leadership(look: LookedAt) -> None:
    ctx, declared = look.ctx, look.declared(LEADERSHIP)
    drawn = headline(look.measure(LEADERSHIP), declared, ctx.lang, within=look.setting(LEADERSHIP))
    (mark,) = drawn.marks
    steps = beside.steps(ctx, LEADERSHIP, scope=look.scope)
    shown = tiles.tile(
        tiles.title(drawn.measure),
        tiles.figure(mark),
        tiles.step(step_of(steps, look.period, declared, ctx.lang)),
        tiles.notes([tiles.covered(mark, declared, ctx.lang)]),
    )
    draw.tile(ctx, shown, drawn, declared, LEADERSHIP)


def _both(look: LookedAt) -> None:
    declared = look.declared(BOTH)
    drawn = side_by_side(look.measure(BOTH), declared, look.ctx.lang, within=look.when())
    covered = tiles.covered(drawn.series[0].marks[0], declared.parts[0], look.ctx.lang)
    shown = tiles.tile(
        tiles.title(drawn.measure),
        tiles.finding(drawn.finding),
        tiles.dots(drawn.series, 0, look.ctx.lang),
        tiles.notes([covered, designated(look.ctx.lang)]),
    )
    draw.tile(look.ctx, shown, drawn, declared, BOTH)


def _presence(look: LookedAt) -> None:
    ctx, declared = look.ctx, look.declared(PRESENCE)
    drawn = presence_and_share(_forums(look), ctx.lang, within=look.when())
    present = headline(look.measure(PRESENCE), declared, ctx.lang, within=look.when())
    shown = tiles.tile(
        tiles.title(drawn.measure),
        tiles.finding(drawn.finding),
        tiles.rows(drawn.series, drawn.measure, drawn.categories.title, ctx.lang),
        tiles.fact(present.finding, next(present.marks), declared, ctx.lang),
    )
    draw.tile(ctx, shown, drawn, look.declared(WITH_MEMBERS), "presence")


def _forums(look: LookedAt) -> list[tuple[str, Way, Way]]:
    _ = look.ctx._
    kinds: tuple[tuple[str, str, str, tuple[str, ...]], ...] = (
        (_("Clusters"), WITH_MEMBERS, MEMBERS, ()),
        (_("Strategic Advisory Groups"), SAGS, SAG_SEATS, ()),
        (_("HCTs and ICCGs"), WITH_MEMBERS, COORDINATION_SEATS, ("hct", "iccg")),
    )
    forums = [
        (name, _way(look, presence, of), _way(look, seats, of))
        for name, presence, seats, of in kinds
    ]
    first, *others = forums
    return [first, *(one for one in others if not (one[1].frame.empty and one[2].frame.empty))]


def _way(look: LookedAt, indicator: str, kinds: tuple[str, ...]) -> Way:
    only: dict[str, tuple[str, ...]] = {"period": (str(look.period),)}
    declared = look.declared(indicator)
    if kinds:
        only["mechanism_type"] = kinds
        declared = declared.model_copy(update={"only": {**declared.only, "mechanism_type": kinds}})
    found = cached.measure(look.ctx, indicator, only=only, scope=look.scope)
    return Way("", declared, found)
