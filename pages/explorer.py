"""Every indicator by every dimension and filter, as chart and as table, with the link to share."""

import streamlit as st

from core.errors import NotAllowed, UnknownIndicator
from core.i18n import N_
from pages.components import notes, session
from pages.components.explorer import answer, choices

_LEAD = N_("Any indicator, split and filtered as you like. The address always says what you see.")

ctx = session.context()
st.title(ctx._("Explorer"))
st.markdown(ctx._(_LEAD))
answer.why_less(ctx)

try:
    asked = choices.show(ctx)
    if asked is None:
        notes.nothing_yet(ctx)
    else:
        answer.show(ctx, asked)
except (NotAllowed, UnknownIndicator) as error:
    # Said where the answer would stand, so that the choices above it can be mended.
    notes.refused(ctx, error)
