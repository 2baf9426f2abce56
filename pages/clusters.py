"""Per cluster and country: where local and national actors stand."""

import streamlit as st

from core.i18n import N_
from pages.components import notes, session

_LEAD = N_("Local and national actors, cluster by cluster and country by country.")

ctx = session.context()

st.title(ctx._("Clusters"))
st.markdown(ctx._(_LEAD))
notes.nothing_yet(ctx)
