"""The web application: `streamlit run dashboard.py`. Composition only; pages are in `pages/`."""

import streamlit as st

from pages.components import notes, web

app = st.App("pages/frame.py", middleware=web.middleware(), on_script_error=notes.unexpected)
