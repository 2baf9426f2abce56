"""From an office's workbook to a published figure, step by step."""

import streamlit as st

from core.i18n import N_
from pages.components import session
from pages.components.upload import (
    claim,
    columns,
    file,
    list_line,
    look,
    problems,
    publish,
    receipt,
    rehearsal,
    said_before,
    sheet,
    steps,
    understood,
    visit,
)

_LEAD = N_("From an office’s workbook to a published figure, step by step.")
_FIRST = N_("File")
_STEPS = (
    (N_("Sheet and heading row"), sheet.show),
    (N_("Columns"), columns.show),
    (N_("What was understood"), understood.show),
    (N_("Issues"), problems.show),
    (N_("What the file stands for"), claim.show),
    (N_("Rehearsal"), rehearsal.show),
    (N_("Publish"), publish.show),
    (N_("Receipt"), receipt.show),
)

ctx = session.context()
draft = visit.now()

look.apply()
st.title(ctx._("Upload"))
st.markdown(ctx._(_LEAD))
publish.read_only(ctx)
if ctx.demonstration:
    st.caption(ctx._("Demonstration data gives way as soon as a file is published."))
if visit.was_lost():
    st.warning(ctx._("This upload is no longer kept. Please choose the file again."))

said_before.at_the_top(ctx, draft)
with steps.frame(draft):
    if steps.is_open(ctx, draft, 1, _FIRST):
        with steps.body():
            file.show(ctx, draft)
    for number, (title, show) in enumerate(_STEPS, start=2):
        if steps.is_open(ctx, draft, number, title) and draft is not None:
            with steps.body():
                if number > 2:
                    list_line.show(ctx, draft, number)
                said_before.in_the_step(ctx, draft)
                show(ctx, draft)
