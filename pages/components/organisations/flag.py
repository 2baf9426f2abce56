"""What somebody says of an organisation: affiliated, women-led, refugee-led, and who says so."""

import streamlit as st

from core.access import Office
from core.i18n import N_
from loaders.country_registry import CountryRegistry
from loaders.organisation_flags import Flag, Said, set_flag
from loaders.organisation_list import Listed
from pages.components import table
from pages.components.organisations import decision
from pages.components.session import Context

_NAMES: dict[Flag, str] = {
    "affiliated": N_("Affiliated to an international organisation"),
    "women-led": N_("Women-led"),
    "refugee-led": N_("Refugee-led"),
}
_ANSWERS: dict[str, bool | None] = {"yes": True, "no": False, "open": None}
_WORDS = {"yes": N_("Yes"), "no": N_("No"), "open": N_("Nobody says")}


def show(ctx: Context, registry: CountryRegistry, one: Listed) -> None:
    """What is said now, and the form to say something else."""
    table.facts(
        [(ctx._(_NAMES[flag]), _told(ctx, registry.flags.get((one.key, flag)))) for flag in _NAMES]
    )
    if not decision.possible(ctx):
        return
    with st.expander(ctx._("Record what somebody says of it")):
        flag = st.selectbox(
            ctx._("What is said"), list(_NAMES), key=f"org_flag_{one.key}",
            format_func=lambda code: ctx._(_NAMES[code]),
        )  # fmt: skip
        answer = st.radio(
            ctx._("Does it hold?"), list(_ANSWERS), key=f"org_holds_{one.key}", horizontal=True,
            format_func=lambda code: ctx._(_WORDS[code]),
        )  # fmt: skip
        said_by = st.text_input(
            ctx._("Who says so: an office or an organisation, never a person"),
            key=f"org_said_by_{one.key}",
            max_chars=80,
        )

        def record(office: Office, why: str) -> int:
            said = Said(registry.country, one.key, flag, _ANSWERS[answer], said_by or office.label)
            return set_flag(ctx.db, said, office, why)

        decision.panel(ctx, "flag", one.key, ctx._("Record"), record)


def _told(ctx: Context, said: tuple[bool, str] | None) -> str:
    if said is None:
        return ctx._("Nobody says")
    holds, who = said
    sentence = ctx._("Yes, says {who}") if holds else ctx._("No, says {who}")
    return sentence.format(who=who)
