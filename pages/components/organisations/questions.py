"""Organisations that may be one: the reason, both as the files name them, and the two answers."""

import html

import streamlit as st

from core.i18n.numbers import count, isolate
from loaders.country_registry import CountryRegistry
from loaders.likenesses import Proposal
from loaders.organisation_list import Listed
from loaders.registry_words import REASON_WORDS
from pages.components.organisations import decision
from pages.components.session import Context

_AT_ONCE = 10
_SHOWN = "org_questions_shown"


def show(ctx: Context, registry: CountryRegistry) -> None:
    """The questions, surest first, some at a time."""
    if not registry.proposals:
        st.markdown(ctx._("There is nothing to decide: no two names look like one organisation."))
        return
    named = {one.key: one for one in registry.listed}
    shown = st.session_state.get(_SHOWN, _AT_ONCE)
    for proposal in registry.proposals[:shown]:
        _card(ctx, registry, proposal, named)
    if len(registry.proposals) > shown:
        st.button(ctx._("Show more questions"), key="org_more", on_click=_more, args=(shown,))


def _more(shown: int) -> None:
    st.session_state[_SHOWN] = shown + _AT_ONCE


def _card(
    ctx: Context, registry: CountryRegistry, proposal: Proposal, named: dict[str, Listed]
) -> None:
    key = f"{proposal.country}_{proposal.first}_{proposal.second or ''}"
    with st.container(key=f"card_question_{key}"):
        st.html(f"<p class='org-reason'>{html.escape(ctx._(REASON_WORDS[proposal.reason]))}</p>")
        if proposal.second is None:
            _names_of_one(ctx, proposal)
            decision.about_acronym(ctx, registry, proposal.first)
            return
        pair = (named.get(proposal.first), named.get(proposal.second))
        _beside(ctx, [one for one in pair if one is not None])
        decision.about_pair(ctx, registry, proposal.first, proposal.second)


def _beside(ctx: Context, pair: list[Listed]) -> None:
    cards = "".join(f"<div class='org-one'>{_facts(ctx, one)}</div>" for one in pair)
    st.html(f"<div class='org-pair'>{cards}</div>")


def _facts(ctx: Context, one: Listed) -> str:
    rows = ctx.ngettext("{count} row", "{count} rows", one.rows)
    told = [*one.acronyms[:3], *one.types[:2]]
    others = [name for name in one.names if name != one.name][:3]
    lines = [f"<strong><bdi>{html.escape(one.name)}</bdi></strong>"]
    if others:
        lines.append(_listed(others))
    if told:
        lines.append(_listed(told))
    lines.append(html.escape(rows.format(count=count(one.rows, ctx.lang))))
    return "".join(f"<p>{line}</p>" for line in lines)


def _listed(texts: list[str]) -> str:
    return " · ".join(f"<bdi>{html.escape(text)}</bdi>" for text in texts)


def _names_of_one(ctx: Context, proposal: Proposal) -> None:
    sentence = ctx._("{acronym} stands beside several names:")
    said = sentence.format(acronym=isolate(proposal.first.upper(), ctx.lang))
    names = "".join(f"<li><bdi>{html.escape(name)}</bdi></li>" for name in proposal.evidence)
    st.html(f"<p>{html.escape(said)}</p><ul class='org-names'>{names}</ul>")
