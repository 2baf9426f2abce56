"""How the figures are made, and what they do not say."""

import streamlit as st

from core.i18n import N_
from pages.components import session

_LEAD = N_("How the figures are made, and what they do not say.")
_RULES = (
    (
        N_("A type that nobody recorded is not international"),
        N_(
            "Organisations of unknown type leave both sides of a share. Beside it stand the "
            "lowest and the highest value it could have."
        ),
    ),
    (
        N_("Zero, not reported, closed and hidden are four different things"),
        N_("A zero was counted. What nobody reported is shown as not known, never as zero."),
    ),
    (
        N_("Every figure says who reported"),
        N_("Beside a figure stands how many of the expected reports have arrived."),
    ),
    (
        N_("Uploads are not edited"),
        N_(
            "A correction is a new upload. The earlier one stays in the history and can be "
            "brought back."
        ),
    ),
)

ctx = session.context()

st.title(ctx._("Methodology"))
st.markdown(ctx._(_LEAD))
for number, (rule, reason) in enumerate(_RULES):
    with st.container(key=f"card_rule_{number}"):
        st.subheader(ctx._(rule))
        st.markdown(ctx._(reason))
