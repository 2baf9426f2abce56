"""Step 1: which mechanism, known or new, and for which month."""

from datetime import UTC, datetime
from functools import partial

import streamlit as st

from core.i18n import N_
from core.i18n.periods import Period, period_name
from loaders.returns import KnownMechanism, known_mechanisms
from pages.components import names, store
from pages.components.return_form import fields, visit
from pages.components.return_form.forms import Form
from pages.components.session import Context
from pages.components.upload import names as words

_MONTHS = 36
_OF_NEW = ("mechanism_type", "cluster", "level", "place", "hub", "mechanism")
_MISSING = N_("Choose the country, the mechanism and the month first.")


def show(ctx: Context, form: Form | None) -> None:
    """Ask for country, mechanism and month; the rest only of a mechanism that is not known."""
    left, right = st.columns(2)
    with left:
        _country(ctx, form)
    if form is None:
        return
    with right:
        _month(ctx, form)
    _mechanism(ctx, form)
    if form.chosen and form.mechanism is None:
        _new(ctx, form)
    ready = is_complete(form)
    st.button(
        ctx._("Continue"), key="rf_to_questions", type="primary", disabled=not ready,
        on_click=visit.go, args=(2,),
    )  # fmt: skip
    if not ready:
        st.caption(ctx._(_MISSING))


def is_complete(form: Form) -> bool:
    """Whether it is clear what the return is about."""
    which = form.answers.which
    return form.chosen and all(which.get(n) for n in ("country", "period", "mechanism_type"))


def title(ctx: Context, form: Form) -> str:
    """Mechanism, country and month in a line."""
    which = form.answers.which
    listed = ("mechanism", "mechanism_type", "cluster", "level", "place", "hub", "country")
    told = [fields.named(ctx, name, which[name]) for name in listed if which.get(name)]
    return " · ".join(
        [*told, *([_month_name(ctx, which["period"])] if which.get("period") else [])]
    )


def _month_name(ctx: Context, written: str) -> str:
    try:
        return period_name(Period.parse(written), ctx.lang)
    except ValueError:  # as a workbook has it; the check says so
        return written


def months() -> list[str]:
    """The months that are offered, this one first."""
    today = datetime.now(UTC)
    now = today.year * 12 + today.month - 1
    return [str(Period(month, month)) for month in range(now, now - _MONTHS, -1)]


def _country(ctx: Context, form: Form | None) -> None:
    codes = words.countries(ctx)
    told = form.answers.which.get("country") if form else None
    key = f"rf_country_{form.key[:8] if form else ''}"
    st.selectbox(
        ctx._("Country"),
        codes,
        index=codes.index(told) if told in codes else None,
        format_func=partial(words.country, ctx),
        placeholder=ctx._("Choose the country"),
        key=key,
        on_change=visit.on_change(key, visit.set_country),
    )


def _month(ctx: Context, form: Form) -> None:
    told, recent = form.answers.which.get("period"), months()
    options = recent if told in {None, *recent} else [str(told), *recent]
    key = f"rf_month_{form.key[:8]}"
    st.selectbox(
        ctx._("Month"),
        options,
        index=options.index(told) if told else None,
        format_func=partial(_month_name, ctx),
        placeholder=ctx._("Choose the month"),
        key=key,
        on_change=visit.on_change(key, partial(visit.answer, "which", "period")),
    )


def _mechanism(ctx: Context, form: Form) -> None:
    with store.real().cursor() as cur:
        every = known_mechanisms(cur, form.answers.which["country"])
    known = {one.mechanism: one for one in every}
    options = [*known, visit.NEW]
    meant = (form.mechanism or visit.NEW) if form.chosen else None
    key = f"rf_mechanism_{form.key[:8]}_{form.answers.which['country']}"
    st.selectbox(
        ctx._("Mechanism"),
        options,
        index=options.index(meant) if meant in options else None,
        format_func=lambda number: (
            _called(ctx, known[number])
            if number in known
            else ctx._("One that nobody has reported on yet")
        ),
        placeholder=ctx._("Choose the mechanism"),
        help=ctx._("Choosing another mechanism begins the answers anew."),
        key=key,
        on_change=visit.on_change(key, visit.set_mechanism),
    )


def _called(ctx: Context, one: KnownMechanism) -> str:
    told = [
        one.name,
        fields.named(ctx, "mechanism_type", one.mechanism_type),
        names.of(ctx, "cluster", one.cluster) if one.cluster else None,
        fields.named(ctx, "level", one.level),
        one.place,
        one.hub,
    ]
    return " · ".join(text for text in told if text)


def _new(ctx: Context, form: Form) -> None:
    """What tells a new mechanism from the others."""
    for start in range(0, len(_OF_NEW), 3):
        for column, name in zip(st.columns(3), _OF_NEW[start : start + 3], strict=False):
            with column:
                told = form.answers.which.get(name, "")
                keep = partial(visit.answer, "which", name)
                question = fields.Question(name=name, place=name, told=told, keep=keep)
                fields.show(ctx, form, question)
