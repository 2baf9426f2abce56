"""The headline: how much of coordination is held by local and national actors."""

import streamlit as st

from core.i18n import N_
from pages.components import notes, session

_LEAD = N_("How much of humanitarian coordination is held by local and national actors.")

ctx = session.context()

st.title(ctx._("Overview"))
st.markdown(ctx._(_LEAD))
notes.nothing_yet(ctx)
