"""Who implements and who leads: both are kept; a person may say it is the other way round."""

import pyarrow.compute as pc
import streamlit as st

from core.i18n.numbers import count, percent
from loaders import Staged
from loaders.datasets.presence import LEAD
from loaders.issues import column_letter
from loaders.mapping import Column
from pages.components.session import Context
from pages.components.upload import visit
from pages.components.upload.drafts import Draft, Understood

Pairs = tuple[tuple[str, str], ...]

_PRESENT = ("organisation", "acronym", "organisation_type")
_NAMING = 2  # of both, the first two fields name somebody


def show(ctx: Context, draft: Draft, seen: Understood, *, disabled: bool) -> None:
    """Both columns, how often they differ, and the exchange; nothing where the file has one."""
    held = {column.field: column for column in seen.columns if column.field}
    if not (set(_PRESENT[:_NAMING]) & set(held) and set(LEAD[:_NAMING]) & set(held)):
        return
    st.subheader(ctx._("Implementing and lead organisation"))
    st.markdown(
        ctx._(
            "Present: column {present}. Lead: column {lead}. Both are kept, each with its own "
            "type, and counted apart."
        ).format(present=_heading(held, _PRESENT), lead=_heading(held, LEAD))
    )
    if seen.staged is not None:
        st.markdown(differing(ctx, seen.staged))
    st.button(
        ctx._("Exchange the two"),
        key="up_exchange_sides",
        on_click=lambda: visit.choose(columns=exchanged(held, draft.choices.columns)),
        disabled=disabled,
    )


def differing(ctx: Context, staged: Staged) -> str:
    """In how many of the rows that name both the two are not named alike."""
    rows = staged.rows
    both = rows.filter(pc.and_(rows["who"].is_valid(), rows["lead_who"].is_valid()))
    others = int(pc.sum(pc.not_equal(both["who"], both["lead_who"])).as_py() or 0)
    share = percent(others / both.num_rows, ctx.lang) if both.num_rows else "–"
    return ctx.ngettext(
        "Of {rows} row that names both, the two names differ in {others} ({share}).",
        "Of {rows} rows that name both, the two names differ in {others} ({share}).",
        both.num_rows,
    ).format(rows=count(both.num_rows, ctx.lang), others=count(others, ctx.lang), share=share)


def exchanged(held: dict[str, Column], chosen: Pairs) -> Pairs:
    """The choices with every column of one side on the other."""
    letters = {field: f"column:{column_letter(column.position)}" for field, column in held.items()}
    swapped = tuple(
        (letters[field], other)
        for one, two in zip(_PRESENT, LEAD, strict=True)
        for field, other in ((one, two), (two, one))
        if field in letters
    )
    fields, columns = {*_PRESENT, *LEAD}, {column for column, _ in swapped}
    kept = tuple(pair for pair in chosen if pair[1] not in fields and pair[0] not in columns)
    return (*kept, *swapped)


def _heading(held: dict[str, Column], fields: tuple[str, ...]) -> str:
    column = next(held[field] for field in fields if field in held)
    return column_letter(column.position)
