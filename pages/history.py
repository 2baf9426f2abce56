"""What was published, by which office, and when."""

import streamlit as st

from core.i18n import N_
from pages.components import notes, session

_LEAD = N_("What each office published, and when.")

ctx = session.context()

st.title(ctx._("History"))
st.markdown(ctx._(_LEAD))
notes.nothing_yet(ctx)
