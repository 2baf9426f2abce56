"""Country, period and cluster: where each comes from, and what a person says instead."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

import streamlit as st

from core.i18n import N_
from core.i18n.numbers import isolate
from core.i18n.periods import period_name
from loaders.issues import Code
from loaders.periods import periods_in_text
from pages.components import store
from pages.components.session import Context
from pages.components.upload import names, visit
from pages.components.upload.drafts import Draft, Understood

_PERIOD_FIELDS = {"period", "period_start", "period_end", "year", "quarter", "month"}
_OWN = {"country": {"country"}, "period": _PERIOD_FIELDS, "cluster": {"cluster"}}
_ABSENT = {
    "country": {Code.COUNTRY_MISSING},
    "period": {Code.PERIOD_MISSING, Code.PERIOD_IMPOSSIBLE},
    "cluster": {Code.COLUMN_MISSING},
}
_FROM = {
    "cells": N_("from the cells"),
    "choice": N_("as you said"),
    "some": N_("from the cells, but not in every row"),
    "nowhere": N_("not found: please say it"),
}


@dataclass(frozen=True, slots=True)
class _Found:
    """One of the three: its values for readers, where they come from, whether to ask."""

    field: str
    values: Sequence[str]
    origin: str
    asked: bool


def show(ctx: Context, draft: Draft, seen: Understood, *, disabled: bool) -> None:
    """Draw the three, side by side."""
    draws: tuple[tuple[str, Callable[..., None]], ...] = (
        ("country", _country),
        ("period", _period),
        ("cluster", _cluster),
    )
    for column, (field, ask) in zip(st.columns(3), draws, strict=True):
        found = _found(ctx, draft, seen, field)
        with column, st.container(key=f"card_up_{field}"):
            st.subheader(names.field(ctx, field))
            st.html(f"<p>{escape(names.listed(ctx, found.values, limit=8) or '–')}</p>")
            style = "up-origin up-guess" if found.asked else "up-origin"
            st.html(f'<p class="{style}">{escape(found.origin)}</p>')
            if found.asked:
                ask(ctx, draft, disabled=disabled)


def _found(ctx: Context, draft: Draft, seen: Understood, field: str) -> _Found:
    guess, guessed = next(((n, v) for of, n, v in _guesses(seen) if of == field), (None, ""))
    # Where no row can be kept, the rows tell nothing, and the guess is still to be checked.
    values = _values(ctx, seen, field) or _spoken_for(ctx, draft, field, guessed)
    said = getattr(draft.choices, field) is not None
    mapped = not _OWN[field].isdisjoint({column.field for column in seen.columns})
    absent = any(i.code in _ABSENT[field] and i.field in {field, None} for i in seen.issues)
    if guess is not None:
        origin = ctx._("guessed from the name “{name}”: please check").format(
            name=isolate(guess, ctx.lang)
        )
    else:
        cells = "some" if absent else "cells"
        where = "choice" if said else cells if mapped else "nowhere"
        origin = ctx._(_FROM[where])
    return _Found(field, values, origin, bool(guess or said or absent or not mapped))


def _spoken_for(ctx: Context, draft: Draft, field: str, guessed: str) -> list[str]:
    said = getattr(draft.choices, field)
    value = str(said) if said is not None else guessed
    return [names.of_guess(ctx, field, value)] if value else []


def _guesses(seen: Understood) -> Sequence[tuple[str, str, str]]:
    return seen.staged.guesses if seen.staged else ()


def _values(ctx: Context, seen: Understood, field: str) -> list[str]:
    if seen.staged is None:
        return []
    if field == "country":
        return [names.country(ctx, code) for code in names.countries_in(seen.staged)]
    if field == "period":
        return [period_name(period, ctx.lang) for period in names.periods_in(seen.staged)]
    return [names.cluster(ctx, code) for code in names.clusters_in(seen.staged)]


def _country(ctx: Context, draft: Draft, *, disabled: bool) -> None:
    _select(
        ctx._("Another country"), "country", names.countries(ctx),
        lambda code: names.country(ctx, code), draft, ctx._("Choose the country"), disabled,
    )  # fmt: skip


def _cluster(ctx: Context, draft: Draft, *, disabled: bool) -> None:
    _select(
        ctx._("The whole file is of one cluster"), "cluster", names.clusters(ctx),
        lambda code: names.cluster(ctx, code), draft, ctx._("Choose the cluster"), disabled,
    )  # fmt: skip


def _select(
    label: str,
    field: str,
    codes: list[str],
    name: Callable[[str], str],
    draft: Draft,
    placeholder: str,
    disabled: bool,
) -> None:
    said = getattr(draft.choices, field)
    key = f"up_{field}_{draft.key}"
    st.selectbox(
        label,
        codes,
        index=codes.index(said) if said in codes else None,
        format_func=name,
        placeholder=placeholder,
        key=key,
        on_change=visit.on_change(key, lambda code: visit.choose(**{field: code})),
        disabled=disabled,
    )


def _period(ctx: Context, draft: Draft, *, disabled: bool) -> None:
    key = f"up_period_{draft.key}"
    wrong: str | None = st.session_state.get(visit.WRONG_PERIOD)
    said = draft.choices.period
    st.text_input(
        ctx._("Another period"),
        value=wrong or (str(said) if said else ""),
        placeholder=isolate("2021-10 · 2021-Q4 · 2021", ctx.lang),
        key=key,
        on_change=visit.on_change(key, _set_period),
        disabled=disabled,
    )
    forms = escape(ctx._("A month, a quarter, a year, or from one month to another:"))
    st.html(
        f'<p class="up-origin">{forms} <bdi dir="ltr" class="up-number">2021-10..2021-12</bdi></p>'
    )
    if wrong:
        st.error(
            ctx._("“{value}” is not a period. Write it like one of the examples.").format(
                value=names.plain(wrong)
            )
        )


def _set_period(text: str) -> None:
    """Read what was typed as a file would be read: `octobre 2021` is as good as `2021-10`."""
    st.session_state.pop(visit.WRONG_PERIOD, None)
    if not text.strip():
        visit.choose(period=None)
        return
    reading = periods_in_text(text, store.known().vocabulary.months)
    period = reading.period if reading else None
    if period is None:
        st.session_state[visit.WRONG_PERIOD] = text
        return
    visit.choose(period=period)
