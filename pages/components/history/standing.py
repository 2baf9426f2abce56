"""The standing of a batch: who confirms or contests what it reported, in whose words."""

from collections.abc import Mapping, Sequence
from functools import partial

import streamlit as st

from core.access import Office, Permission
from core.errors import DashboardError
from core.i18n import N_
from core.i18n.numbers import isolate, moment
from loaders.batches import Batch
from loaders.standing import LEVELS, LONGEST_WHY, Level, Standing, set_standing, standings
from pages.components import names, notes, table, worker
from pages.components.session import Context

# Word and sign: never a colour alone.
WORDS: Mapping[Level, tuple[str, str]] = {
    "reported": ("○", N_("Reported")),
    "confirmed": ("✓", N_("Confirmed")),
    "contested": ("⚑", N_("Contested")),
}
_CHOICES: Mapping[Level, str] = {
    "confirmed": N_("Confirmed by a co-lead or a forum of NGOs"),
    "contested": N_("Contested"),
    "reported": N_("Reported: take back what was said before"),
}
_SAID = "standing_said"
_ALL = 0


def by_batch(ctx: Context) -> dict[int, list[Standing]]:
    """What holds for each batch, as of the reader's day."""
    with ctx.db.cursor(as_of=ctx.as_of) as cur:
        found: dict[int, list[Standing]] = {}
        for one in standings(cur):
            found.setdefault(one.batch, []).append(one)
        return found


def in_words(ctx: Context, said: Sequence[Standing]) -> str:
    """Sign and word, once each; outside the team neither who says so nor why."""
    levels = dict.fromkeys(one.standing for one in said) or {"reported": None}
    shown = (f"{WORDS[level][0]} {ctx._(WORDS[level][1])}" for level in levels)
    return " · ".join(shown)


def show(ctx: Context, batch: Batch) -> None:
    """The words that hold, and the form for another."""
    said = by_batch(ctx).get(batch.batch, [])
    st.header(ctx._("Standing"))
    if st.session_state.pop(_SAID, False):
        notes.said(ctx._("The standing was recorded"), ctx._("It is shown beside the numbers."))
    if not said:
        st.markdown(ctx._("Reported. Nobody has confirmed or contested it."))
    for one in said:
        _word(ctx, one)
    here = not ctx.demonstration and ctx.day is None and ctx.may(Permission.PUBLISH)
    if here and batch.standing in {"in-force", "replaced"}:
        with st.expander(ctx._("Confirm or contest what this batch reported")):
            _form(ctx, batch)


def _word(ctx: Context, one: Standing) -> None:
    sign, word = WORDS[one.standing]
    about = (
        ctx._("All that this batch reported")
        if one.mechanism is None
        else _called(ctx, (one.mechanism_name, one.cluster, one.mechanism_type, None))
    )
    with st.container(key=f"card_standing_{one.event}_{one.mechanism or 0}"):
        st.subheader(f"{sign} {ctx._(word)}")
        table.facts(
            [
                (ctx._("What it is about"), about),
                (ctx._("Who says so"), one.office),
                (ctx._("In these words"), one.why or ""),
                (ctx._("When"), moment(one.moment, ctx.lang)),
            ]
        )


def _form(ctx: Context, batch: Batch) -> None:
    level = st.radio(
        ctx._("Its standing"),
        ("confirmed", "contested", "reported"),
        format_func=lambda code: ctx._(_CHOICES[code]),
        key=f"standing_{batch.batch}",
    )
    mechanism = _mechanism(ctx, batch)
    office = st.text_input(
        ctx._("Who says so: an organisation or office, never a person"),
        key=f"standing_{batch.batch}_office", max_chars=80,
    )  # fmt: skip
    why = st.text_area(
        ctx._("In its words, shown beside the numbers: no names of persons"),
        key=f"standing_{batch.batch}_why", max_chars=LONGEST_WHY,
    )  # fmt: skip
    if st.button(ctx._("Record the standing"), key=f"standing_{batch.batch}_do"):
        _record(ctx, batch.batch, mechanism, (LEVELS[LEVELS.index(level)], office, why))


def _mechanism(ctx: Context, batch: Batch) -> int | None:
    """One of the mechanisms of the batch, or all of them."""
    with ctx.db.cursor() as cur:
        rows = cur.rows(
            "SELECT DISTINCT m.mechanism, m.name, m.cluster, m.mechanism_type, m.country "
            "FROM report AS r JOIN mechanism AS m ON m.mechanism = r.mechanism "
            "WHERE r.batch = $batch ORDER BY m.country, m.mechanism",
            {"batch": batch.batch},
        )
    called = {number: _called(ctx, told) for number, *told in rows}
    if len(called) < 2:
        return None
    chosen = st.selectbox(
        ctx._("Which mechanism"),
        [_ALL, *called],
        format_func=lambda number: called.get(number, ctx._("All that this batch reported")),
        key=f"standing_{batch.batch}_mechanism",
    )
    return chosen or None


def _called(ctx: Context, told: Sequence[str | None]) -> str:
    name, cluster, kind, country = told
    parts = (
        name,
        names.of(ctx, "mechanism_type", kind) if kind else None,
        names.of(ctx, "cluster", cluster) if cluster else None,
        names.of(ctx, "country", country) if country else None,
    )
    return isolate(" · ".join(part for part in parts if part), ctx.lang)


def _record(ctx: Context, batch: int, mechanism: int | None, said: tuple[Level, str, str]) -> None:
    level, office, why = said
    try:
        who = Office(office, ctx.role)
        worker.run(partial(set_standing, ctx.db, batch, mechanism, level, who, why))
    except DashboardError as error:
        notes.refused(ctx, error)
        return
    st.session_state[_SAID] = True
    st.rerun()
