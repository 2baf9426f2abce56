"""How the figures are made, and what they do not say."""

import streamlit as st

from core.i18n import N_
from pages.components import session
from pages.components.methodology import indicators, rules

_LEAD = N_("How the figures are made, and what they do not say.")

ctx = session.context()

st.title(ctx._("Methodology"))
st.markdown(ctx._(_LEAD))
rules.show(ctx)
indicators.show(ctx)
