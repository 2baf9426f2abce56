"""Field by field: the column that holds it, how sure that is, why, and what stands in it."""

from collections.abc import Callable, Sequence

import streamlit as st

from core.i18n import N_
from core.i18n.numbers import isolate
from loaders.issues import column_letter
from loaders.mapping import Column
from loaders.mapping_choices import FIELDS, NOT_USED
from pages.components.session import Context
from pages.components.upload import names

Pairs = tuple[tuple[str, str], ...]

# What nearly every file has stands first; the rest one click away.
_FIRST = {
    "presence": ("organisation", "acronym", "organisation_type", "cluster", "country", "place",
                 "period"),
    "roles": ("mechanism", "mechanism_type", "cluster", "role", "organisation", "acronym",
              "organisation_type", "country", "period"),
    "members": ("mechanism", "mechanism_type", "cluster", "organisation", "acronym",
                "organisation_type", "seat", "country", "period"),
    "meetings": ("mechanism", "mechanism_type", "cluster", "date", "organisation", "acronym",
                 "organisation_type", "language", "interpretation", "country"),
    "mechanisms": ("mechanism", "mechanism_type", "cluster", "status", "language", "plan",
                   "members", "country", "period"),
    "funding": ("fund", "reference", "date", "organisation", "organisation_type", "amount",
                "currency", "route", "country"),
    "events": ("event_kind", "title", "date", "event_role", "organisation", "organisation_type",
               "country"),
}  # fmt: skip
_ASKED_LATER = {"country", "period", "cluster"}
_EXAMPLE = 60
_SURE = ((0.9, N_("sure")), (0.7, N_("rather sure")), (0.0, N_("not sure: please check")))
_REASONS = {
    "person": N_("you said so"),
    "hxl": N_("by its hashtag (HXL)"),
    "heading": N_("by its heading"),
    "similar": N_("its heading is similar"),
    "content": N_("by what stands in it"),
    "less-likely": N_("by what stands in it"),
}


def show(
    ctx: Context,
    dataset: str,
    columns: Sequence[Column],
    *,
    chosen: Pairs,
    save: Callable[[Pairs], None],
    disabled: bool = False,
) -> None:
    """Draw the form.

    Args:
        ctx: whose language it speaks.
        dataset: a name of `loaders.datasets.DATASETS`.
        columns: of the sheet, as they are understood now.
        chosen: (column, field) pairs that the person has said so far.
        save: is handed the pairs with one more decision, before the page is drawn again.
        disabled: show only.
    """
    offered = [c for c in columns if c.reason not in {"personal-data", "empty"}]
    found = {column.field: column for column in columns if column.field}
    first = [*_FIRST[dataset], *(f for f in FIELDS[dataset] if f in found)]
    shown = list(dict.fromkeys(first))
    others = [field for field in FIELDS[dataset] if field not in shown]

    def line(field: str) -> None:
        with st.container(key=f"up_field_{field}"):
            _line(ctx, field, found.get(field), offered, chosen, save, disabled)

    for field in shown:
        line(field)
    with st.expander(ctx._("Further fields")):
        for field in others:
            line(field)


def _line(
    ctx: Context,
    field: str,
    held: Column | None,
    offered: Sequence[Column],
    chosen: Pairs,
    save: Callable[[Pairs], None],
    disabled: bool,
) -> None:
    by_position = {column.position: column for column in offered}
    key = f"up_map_{field}_{held.position if held else 0}"

    def decided() -> None:
        save(_with(chosen, field, held, st.session_state[key]))

    left, right = st.columns(2, vertical_alignment="center")
    with left:
        options = [0, *by_position]
        st.selectbox(
            names.field(ctx, field),
            options,
            index=options.index(held.position) if held else 0,
            format_func=lambda at: _label(ctx, by_position.get(at)),
            key=key,
            on_change=decided,
            disabled=disabled,
        )
    with right:
        st.markdown(_why(ctx, field, held))


def _label(ctx: Context, column: Column | None) -> str:
    if column is None:
        return ctx._("not in the file")
    return f"{column_letter(column.position)} · {column.heading or column.tag or '–'}"


def _why(ctx: Context, field: str, held: Column | None) -> str:
    if held is None:
        return ctx._("Step 4 asks for it.") if field in _ASKED_LATER else "–"
    sure = next(word for least, word in _SURE if held.confidence >= least)
    said = f"**{ctx._(sure)}** · {ctx._(_REASONS[held.reason])}"
    examples = " · ".join(
        isolate(names.plain(_short(example)), ctx.lang) for example in held.examples
    )
    return f"{said}  \n{examples}" if examples else said


def _short(example: str) -> str:
    return example if len(example) <= _EXAMPLE else f"{example[:_EXAMPLE]}…"


def _with(chosen: Pairs, field: str, held: Column | None, position: int) -> Pairs:
    """The pairs with this decision; what they said before of the same field or column goes."""
    column = f"column:{column_letter(position or (held.position if held else 1))}"
    kept = tuple(pair for pair in chosen if pair[1] != field and pair[0] != column)
    if position:
        return (*kept, (column, field))
    return (*kept, (column, NOT_USED)) if held else kept
