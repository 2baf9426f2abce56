"""A mechanism's return for those who have no workbook: about ten questions, then publishing."""

import streamlit as st

from core.access import Permission
from core.i18n import N_
from loaders.returns import Answers
from loaders.returns.workbook import workbook
from pages.components import session
from pages.components.return_form import check, questions, receipt, visit, which
from pages.components.upload import look, publish

_LEAD = N_(
    "About ten questions on one coordination mechanism, for those who keep no list. What it "
    "reported last is filled in."
)
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_TITLES = {
    1: N_("Which mechanism"),
    2: N_("The questions"),
    3: N_("What would change"),
    4: N_("Receipt"),
}

ctx = session.context()
form = visit.now()
step = form.step if form else 1

look.apply()
st.title(ctx._("Mechanism return"))
st.markdown(ctx._(_LEAD))
publish.read_only(ctx)
if visit.was_lost():
    st.warning(ctx._("This return is no longer kept. Please begin anew."))

# What a mechanism reported last names organisations: only for those who may publish.
if ctx.may(Permission.PUBLISH):
    st.header(ctx._(_TITLES[step]))
    if step == 1 or form is None:
        which.show(ctx, form)
    elif step == 2:
        questions.show(ctx, form)
    elif step == 3:
        check.show(ctx, form)
    else:
        receipt.show(ctx, form)
if step == 1:
    st.download_button(
        ctx._("Download the empty return as a workbook of one sheet"),
        data=lambda: workbook(Answers(), ctx.lang),
        file_name=f"return-{ctx.lang.value}.xlsx",
        mime=_XLSX,
        key="rf_empty",
        on_click="ignore",
        type="tertiary",
    )
