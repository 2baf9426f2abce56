"""Talks: charts in order, frozen on a state of the data, presented and taken away."""

import streamlit as st

from core.access import Permission
from pages.components import filters, notes, session
from pages.components.talks import editor, files, freezing, shelf

ctx = session.context()

st.title(ctx._("Talks"))
if not filters.reported_quarters(ctx):
    notes.nothing_yet(ctx)
else:
    talk = shelf.choose(ctx)
    if talk is not None:
        freezing.show(ctx, talk)
        if talk.slides:
            files.show(ctx, talk)
        if ctx.may(Permission.PUBLISH):
            editor.undo(ctx)
            editor.slides(ctx, talk)
            editor.add(ctx, talk)
            editor.titles(ctx, talk)
            shelf.tools(ctx, talk)
