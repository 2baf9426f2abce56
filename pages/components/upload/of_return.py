"""A file that is the return of a mechanism: it says what it is about, and has a page of its own."""

import streamlit as st

from core.access import Permission
from core.errors import NotAllowed
from loaders import Upload
from pages.components import links, menu, notes
from pages.components.return_form import visit
from pages.components.session import Context

_KEPT = "upload_return"


def offer(ctx: Context, upload: Upload, content: bytes) -> None:
    """Keep its answers as if they had been given on the page for returns, and lead there."""
    if not ctx.may(Permission.PUBLISH):
        notes.refused(ctx, NotAllowed("not-allowed"))
        return
    sha256, key = st.session_state.get(_KEPT, (None, ""))
    if sha256 != upload.sha256:
        key = visit.handed_over(upload, content)
        st.session_state[_KEPT] = (upload.sha256, key)
    st.info(ctx._("This file is the return of a mechanism. It is checked and published there:"))
    st.page_link(
        menu.page_at("return_form"),
        label=ctx._("Open this return"),
        query_params={**links.kept(ctx), visit.PARAMETER: key},
    )
