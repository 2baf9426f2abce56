"""A decision about organisations: asked for, looked at before it is made, made, and told."""

from collections.abc import Callable
from functools import partial

import streamlit as st

import metrics
from core.access import Office, Permission
from core.errors import DashboardError
from core.i18n import N_
from loaders.acronyms import keep_together, tell_apart
from loaders.country_registry import CountryRegistry
from loaders.registry import Pair, approve, refuse, rehearse_alias
from pages.components import notes, worker
from pages.components.history import moves
from pages.components.session import Context
from pages.components.upload.names import plain

_OPEN = "org_open"
_SAID = "org_said"
_TOLD = {
    "one": N_("The two are counted as one from now on."),
    "two": N_("The two stay two, and are not proposed again."),
    "apart": N_(
        "Files loaded from now on tell them apart by name. Upload those again that were published "
        "before."
    ),
    "together": N_("Its names stay one organisation, and are not asked about again."),
    "revoked": N_("The decision is taken back."),
    "flag": N_("What is said of the organisation is recorded."),
}
Work = Callable[[Office, str], int]


def last_result(ctx: Context) -> None:
    """Say once what the last button has done."""
    kind = st.session_state.pop(_SAID, None)
    if kind is not None:
        notes.said(ctx._("Recorded"), ctx._(_TOLD[kind]))


def possible(ctx: Context) -> bool:
    """Whether this reader may decide here and now."""
    return not ctx.demonstration and ctx.day is None and ctx.may(Permission.PUBLISH)


def about_pair(ctx: Context, registry: CountryRegistry, first: str, second: str) -> None:
    """The two answers to whether two organisations are one."""
    if not possible(ctx):
        return
    key = f"{first}|{second}"
    _answers(ctx, key, {"one": N_("They are one…"), "two": N_("They are two…")})
    answer = st.session_state.get(_OPEN)
    if answer == (key, "one"):
        _one(ctx, registry, first, second)
    elif answer == (key, "two"):
        pair = Pair(registry.country, first, second)
        panel(ctx, "two", key, ctx._("They are two"), partial(refuse, ctx.db, pair))


def about_acronym(ctx: Context, registry: CountryRegistry, acronym: str) -> None:
    """The two answers to whether the names of an acronym are one organisation."""
    if not possible(ctx):
        return
    answers = {"together": N_("One organisation…"), "apart": N_("Several organisations…")}
    _answers(ctx, acronym, answers)
    answer = st.session_state.get(_OPEN)
    if answer == (acronym, "together"):
        work = partial(keep_together, ctx.db, registry.country, acronym)
        panel(ctx, "together", acronym, ctx._("One organisation"), work)
    elif answer == (acronym, "apart"):
        work = partial(tell_apart, ctx.db, registry.country, acronym)
        panel(ctx, "apart", acronym, ctx._("Several organisations"), work)


def panel(ctx: Context, kind: str, key: str, label: str, work: Work) -> None:
    """Office, reason and the button that decides."""
    office = st.text_input(
        ctx._("Your office, such as “OCHA Chad”"), key=f"org_office_{kind}_{key}", max_chars=80,
        value=st.session_state.get("org_office", ""),
    )  # fmt: skip
    why = st.text_input(
        ctx._("Reason, kept on record: no names of persons"),
        key=f"org_why_{kind}_{key}",
        max_chars=300,
    )
    with st.container(horizontal=True):
        if st.button(label, key=f"org_decide_{kind}_{key}", type="primary"):
            _decide(ctx, kind, work, office.strip(), why.strip())
        st.button(ctx._("Leave it open"), key=f"org_leave_{kind}_{key}", on_click=_close)


def _answers(ctx: Context, key: str, answers: dict[str, str]) -> None:
    with st.container(horizontal=True):
        for kind, label in answers.items():
            st.button(
                ctx._(label), key=f"org_{kind}_{key}", on_click=_ask, args=(key, kind)
            )  # fmt: skip


def _ask(key: str, kind: str) -> None:
    st.session_state[_OPEN] = (key, kind)


def _close() -> None:
    st.session_state.pop(_OPEN, None)


def _one(ctx: Context, registry: CountryRegistry, first: str, second: str) -> None:
    """Which name stands for both, and which figures would move."""
    named = {one.key: one.name for one in registry.listed}
    key = f"{first}|{second}"
    kept = st.radio(
        ctx._("Which of the two stands for both?"),
        [second, first],
        key=f"org_kept_{key}",
        format_func=lambda code: plain(named.get(code, code) or ""),
    )
    pair = Pair(registry.country, *((first, second) if kept == second else (second, first)))
    try:
        moved = _preview(ctx, registry, pair)
    except DashboardError as error:
        notes.refused(ctx, error)
        return
    st.markdown(ctx._("Figures now, and once the two are one"))
    moves.show(ctx, moved, caption=ctx._("Figures now, and once the two are one"))
    panel(ctx, "one", key, ctx._("They are one"), partial(approve, ctx.db, pair))


def _preview(ctx: Context, registry: CountryRegistry, pair: Pair) -> list[moves.Move]:
    """The moves in this state of the data; kept, because every key that is typed draws anew."""
    state = (ctx.data_version, pair)
    before, found = st.session_state.get("org_preview", (None, []))
    if before == state:
        return list(found)
    periods = [] if registry.reach is None else [registry.reach]
    observe = partial(metrics.snapshot, countries=[pair.country], periods=periods)
    with st.spinner(ctx._("Trying it out…")):
        seen = worker.run(partial(rehearse_alias, ctx.db, pair, observe=observe))
        found = moves.between(*seen)
        st.session_state["org_preview"] = (state, found)
    return found


def _decide(ctx: Context, kind: str, work: Work, office: str, why: str) -> None:
    if not office or not why:
        notes.warning(
            ctx._("The office or the reason is missing"),
            ctx._("Fill in both, then press the button again."),
        )
        return
    try:
        worker.run(partial(work, Office(office, ctx.role), why))
    except DashboardError as error:
        notes.refused(ctx, error)
        return
    st.session_state["org_office"] = office
    st.session_state[_SAID] = kind
    _close()
    st.rerun()
