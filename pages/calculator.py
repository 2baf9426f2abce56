"""Type a cluster's members, roles and meetings, and see its indicators and how each is made."""

import streamlit as st

from core.i18n import N_
from core.i18n.periods import Period, period_name
from pages.components import cached, filters, notes, session
from pages.components.calculator import cards, example, grids, result, visit
from pages.components.calculator.lists import About
from pages.components.return_form.which import months
from pages.components.upload import names

_LEAD = N_(
    "Type or paste the members, the leadership roles and the meetings of your cluster, and see "
    "its indicators with how each is made. Nothing is stored: what you type is gone when you "
    "close this page."
)
_EMPTY = N_(
    "Type the first member into the list, paste rows from a spreadsheet, or load the example."
)

ctx = session.context()
cards.style()
with st.container(key="calc_head", horizontal=True, vertical_alignment="center"):
    st.title(ctx._("Calculator"))
    st.button(
        ctx._("Load the example"), key="calc_example", type="primary",
        on_click=visit.load_example, args=(ctx.lang,),
    )  # fmt: skip
    st.button(ctx._("Clear"), key="calc_clear", on_click=visit.clear)
st.markdown(ctx._(_LEAD))

with st.container(key="filters", horizontal=True):
    countries = {code: names.country(ctx, code) for code in names.countries(ctx)}
    clusters = {
        code: name for code, name in cached.names_of(ctx, "cluster").items() if code != "OTH"
    }
    recent = dict.fromkeys([*months(), example.ABOUT.month])
    named = {month: period_name(Period.parse(month), ctx.lang) for month in recent}
    about = About(
        filters.choice("country", ctx._("Country"), countries, example.ABOUT.country),
        filters.choice("cluster", ctx._("Cluster"), clusters, example.ABOUT.cluster),
        filters.choice("month", ctx._("Month"), named, example.ABOUT.month),
    )
    scope = filters.scope(ctx)

lists_side, numbers_side = st.columns([3, 2], gap="medium")
with lists_side:
    grids.show(ctx)
lists = visit.now().lists
found = result.worked_out(ctx, lists, about, scope)
with numbers_side:
    if found is None:
        notes.warning(ctx._("Nothing to work out yet"), ctx._(_EMPTY))
    else:
        cards.glance(ctx, found.answered, scope)
if found is not None:
    grids.problems(ctx, found.issues)
    cards.show(ctx, found.answered, scope)
    cards.silent(ctx, found.silent)
    grids.take_away(ctx, lists, about)
