"""Every indicator by every dimension and filter, as chart and as table, with the link to share."""

import streamlit as st

from core.errors import NotAllowed, UnknownIndicator
from pages.components import notes, session
from pages.components.explorer import answer, choices

ctx = session.context()

try:
    asked = choices.show(ctx)
    if asked is None:
        st.title(ctx._("Explorer"))
        notes.nothing_yet(ctx)
    else:
        answer.why_less(ctx)
        answer.show(ctx, asked)
except (NotAllowed, UnknownIndicator) as error:
    # Said where the answer would stand, so that the choices above it can be mended.
    notes.refused(ctx, error)
