"""What was split, and which types were taken from another sheet, when a batch was published."""

import streamlit as st

from core.i18n.numbers import count, isolate
from loaders.recorded import Decided
from pages.components import table
from pages.components.session import Context
from pages.components.upload import joint

_LISTED = 200


def show(ctx: Context, said: Decided) -> None:
    """The signs, the names left whole, and every type with the cell where it stands."""
    if said.split:
        signs = " · ".join(joint.sign(ctx, one) for one in said.split)
        whole = " · ".join(isolate(name, ctx.lang) for name in said.whole)
        table.facts(
            [
                (ctx._("Cells that name several organisations split at"), signs),
                (ctx._("Left whole, as one organisation each"), whole),
            ]
        )
    joined = said.joined
    if joined is None:
        return
    label = ctx._("Types on another sheet")
    number = isolate(f"({count(len(joined.types), ctx.lang)})", ctx.lang)
    with st.expander(f"{label} {number}"):
        st.text(joint.settled(ctx, joined))
        rows = [
            (one.organisation, one.type, one.cell, count(one.rows, ctx.lang))
            for one in joined.types[:_LISTED]
        ]
        headings = [ctx._("Organisation"), ctx._("Type"), ctx._("Cell"), ctx._("Rows")]
        table.show(headings, rows, caption=label, numbers={3})
