"""Around every page: language, look, menu, error box, foot. Nothing else draws outside pages."""

import html

import streamlit as st

from core.errors import DashboardError
from pages.components import language, menu, notes, session, style

reader = session.reader()
targets = menu.pages(reader)
page = st.navigation(targets, position="hidden")
name = reader._("Local and national actors in humanitarian coordination")
skip = reader._("Skip to the content")

st.set_page_config(page_title=f"{page.title} · {name}", layout="wide")
style.apply(reader)

st.html(f'<a class="skip-link" href="#content">{html.escape(skip)}</a>')
with st.container(key="shell_head", horizontal=True, vertical_alignment="center"):
    st.html(f'<p class="shell-brand">{html.escape(name)}</p>')
    language.switch(reader)
menu.show(reader, targets, page)

st.html('<div id="content" tabindex="-1"></div>')
version = None
with st.container(key="shell_page"):
    try:
        with st.spinner(reader._("Opening the data…")):
            ctx = session.context()
        version = ctx.data_version
        notes.demonstration(ctx)
        notes.earlier_day(ctx)
        notes.moved_on(ctx)
        page.run()
    except DashboardError as error:
        notes.refused(reader, error)

notes.footer(reader, version)
