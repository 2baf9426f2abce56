"""Which names are one organisation: what to decide, what was decided, and who is named where."""

import streamlit as st

from core.i18n import N_
from pages.components import cached, notes, session
from pages.components.organisations import decided, decision, every, questions, review, which

_LEAD = N_(
    "One organisation under two names counts twice. Here a person says which names are one; "
    "files are never changed, and every decision can be taken back."
)
_PARTS = {
    "questions": questions.show,
    "every": every.show,
    "decided": decided.show,
    "review": review.show,
}

ctx = session.context()
st.title(ctx._("Organisations"))
st.markdown(ctx._(_LEAD))
country = which.country(ctx) if ctx.inside else None

# No st.stop(): it would stop the frame as well, and the foot of the page with it.
if not ctx.inside:
    st.markdown(ctx._("The names of organisations are shown only to the team."))
elif country is None:
    notes.nothing_yet(ctx)
else:
    registry = cached.registry(ctx, country)
    decision.last_result(ctx)
    _PARTS[which.part(ctx, registry)](ctx, registry)
