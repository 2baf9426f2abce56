"""What a person confirmed when the batch was published."""

import streamlit as st

from core.i18n import N_
from core.i18n.numbers import count, isolate
from loaders.fields import FIELD_NAMES
from loaders.normalise import Conversion, ConversionKind
from loaders.recorded import Decided
from pages.components import issue_table, names, table
from pages.components.history import joint
from pages.components.session import Context

_CLAIMS = {
    "whole": N_("Everything of these countries and months: what is not in the file is gone"),
    "as-found": N_("Only the clusters, places and months that stand in the file"),
}
_IDENTITIES = {"name": N_("Their name"), "acronym": N_("Their acronym")}
_LISTED = 50


def show(ctx: Context, said: Decided) -> None:
    """Claim, columns, guesses, conversions and issues."""
    st.header(ctx._("What was decided"))
    heading_row = "" if said.heading_row is None else count(said.heading_row, ctx.lang)
    table.facts(
        [
            (ctx._("The file claims"), ctx._(_CLAIMS[said.claim])),
            (ctx._("Organisations are told apart by"), ctx._(_IDENTITIES[said.identity])),
            (ctx._("Row of the headings"), heading_row),
        ]
    )
    _columns(ctx, said)
    _guesses(ctx, said)
    joint.show(ctx, said)
    _conversions(ctx, said)
    _issues(ctx, said)


def _columns(ctx: Context, said: Decided) -> None:
    label = ctx._("Columns")
    with st.expander(_numbered(ctx, label, len(said.columns))):
        rows = [(heading, _field(ctx, field)) for heading, field in said.columns]
        table.show([ctx._("In the file"), ctx._("Read as")], rows, caption=label)


def _guesses(ctx: Context, said: Decided) -> None:
    if not said.guesses:
        return
    label = ctx._("Taken from a name, not from the cells")
    with st.expander(_numbered(ctx, label, len(said.guesses))):
        rows = [
            (_field(ctx, field), name, _named(ctx, field, value))
            for field, name, value in said.guesses
        ]
        table.show([ctx._("Field"), ctx._("From the name"), ctx._("Value")], rows, caption=label)


def _conversions(ctx: Context, said: Decided) -> None:
    if not said.conversions:
        return
    label = ctx._("Converted")
    with st.expander(_numbered(ctx, label, len(said.conversions))):
        rows = [
            (_field(ctx, one.field), one.before, _after(ctx, one), count(one.count, ctx.lang))
            for one in said.conversions[:_LISTED]
        ]
        headings = [ctx._("Field"), ctx._("In the file"), ctx._("Read as"), ctx._("Cells")]
        table.show(headings, rows, caption=label, numbers={3})


def _issues(ctx: Context, said: Decided) -> None:
    if not said.issues:
        return
    with st.expander(_numbered(ctx, ctx._("What was found"), len(said.issues))):
        issue_table.show(ctx, said.issues)


def _numbered(ctx: Context, label: str, number: int) -> str:
    return f"{label} {isolate(f'({count(number, ctx.lang)})', ctx.lang)}"


def _after(ctx: Context, one: Conversion) -> str:
    """What the text was read as; a word that was taken for a code by the name of the code."""
    matched = one.kind is ConversionKind.MATCHED
    return _named(ctx, one.field, one.after) if matched else one.after


def _named(ctx: Context, field: str, code: str) -> str:
    try:
        return names.of(ctx, field, code)
    except ValueError:  # a period that is not written as ours
        return code


def _field(ctx: Context, name: str) -> str:
    return ctx._(FIELD_NAMES.get(name, name))
