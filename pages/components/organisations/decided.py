"""What was decided about the organisations of a country; each can be taken back."""

from datetime import datetime
from functools import partial

import streamlit as st

from core.i18n import N_
from core.i18n.numbers import moment
from loaders.acronyms import AcronymDecision, revoke_acronym
from loaders.country_registry import CountryRegistry
from loaders.registry import PairDecision, revoke
from pages.components import table
from pages.components.organisations import decision
from pages.components.session import Context
from pages.components.upload.names import plain

_SENTENCES = {
    "alias-approved": N_("“{first}” is counted as “{second}”"),
    "alias-refused": N_("“{first}” and “{second}” are two organisations"),
    "acronym-apart": N_("“{first}” is several organisations, told apart by name"),
    "acronym-together": N_("The names of “{first}” are one organisation"),
}


def show(ctx: Context, registry: CountryRegistry) -> None:
    """The decisions that hold, the newest first."""
    listed: list[PairDecision | AcronymDecision] = [*registry.decisions, *registry.acronyms]
    every = sorted(listed, key=lambda one: -one.event)
    if not every:
        st.markdown(ctx._("Nothing has been decided about the organisations of this country."))
    named = {one.key: one.name for one in registry.listed}
    for one in every:
        with st.container(key=f"card_decided_{one.event}"):
            if isinstance(one, PairDecision):
                _pair(ctx, one, named)
            else:
                _acronym(ctx, one)


def _pair(ctx: Context, one: PairDecision, named: dict[str, str]) -> None:
    first, second = (named.get(key, key) for key in (one.pair.first, one.pair.second))
    _told(ctx, one.kind, first, second, (one.moment, one.who, one.why))
    _back(ctx, one.event, partial(revoke, ctx.db, one.pair))


def _acronym(ctx: Context, one: AcronymDecision) -> None:
    _told(ctx, one.kind, one.acronym.upper(), "", (one.moment, one.who, one.why))
    _back(ctx, one.event, partial(revoke_acronym, ctx.db, one.country, one.acronym))


def _told(
    ctx: Context, kind: str, first: str, second: str, said: tuple[datetime, str, str]
) -> None:
    when, who, why = said
    sentence = ctx._(_SENTENCES[kind])
    st.subheader(sentence.format(first=plain(first), second=plain(second)))
    table.facts(
        [
            (ctx._("When"), moment(when, ctx.lang)),
            (ctx._("Office"), who),
            (ctx._("Reason"), why or ""),
        ]
    )


def _back(ctx: Context, event: int, work: decision.Work) -> None:
    if not decision.possible(ctx):
        return
    with st.expander(ctx._("Take this back")):
        decision.panel(ctx, "revoked", str(event), ctx._("Take back"), work)
