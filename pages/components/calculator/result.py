"""What was typed, worked out: once for each state of the lists."""

import streamlit as st

from core.storage.database import Database
from metrics import Scope
from pages.components import store
from pages.components.calculator.lists import About, Lists, typed_in, upload_of
from pages.components.calculator.working import Working, open_store, work_out
from pages.components.session import Context

_KEY = "calculator_worked_out"


def worked_out(ctx: Context, lists: Lists, about: About, scope: Scope) -> Working | None:
    """The indicators of the lists; None where nothing was typed.

    It is kept in the visit alone: no cache of the server ever holds what somebody typed.
    """
    datasets = typed_in(lists)
    if not datasets:
        return None
    upload = upload_of(lists, about, ctx.lang)
    state = (upload.sha256, ctx.lang, scope)
    kept = st.session_state.get(_KEY)
    if kept is None or kept[0] != state:
        with st.spinner(ctx._("Working out the numbers…")):
            found = work_out(_nowhere(), store.known(), upload, datasets, scope)
        kept = (state, found)
        st.session_state[_KEY] = kept
    found = kept[1]
    return found if isinstance(found, Working) else None


@st.cache_resource(show_spinner=False)
def _nowhere() -> Database:
    """One store in memory for all visits: each writes in a rehearsal that is undone."""
    return open_store()
