"""The rules that hold for every figure."""

import streamlit as st

from core.i18n import N_
from pages.components.session import Context

_RULES = (
    (
        N_("Who counts as local or national"),
        (
            N_("Scope 1: non-governmental and civil society organisations of the country."),
            N_(
                "Scope 2, the one that is shown unless you choose another: also the Red Cross or "
                "Red Crescent society of the country."
            ),
            N_("Scope 3: also the authorities of the country."),
            N_(
                "De facto authorities, international organisations and the United Nations count "
                "in none of the three."
            ),
        ),
    ),
    (
        N_("A type that nobody recorded is not international"),
        (
            N_(
                "Organisations of unknown type leave both sides of a share. Beside it stand the "
                "lowest and the highest value it could have: if every unknown were international, "
                "or every unknown local or national."
            ),
            N_("Where nothing is known there is no figure, never a zero."),
        ),
    ),
    (
        N_("Every figure says who reported"),
        (
            N_("Beside a figure stands how many of the expected reports have arrived."),
            N_(
                "A coordination mechanism is expected to report in the quarter of its last report "
                "and in the three after it, unless it is reported closed."
            ),
        ),
    ),
    (
        N_("Zero, not reported, closed, hidden and not applicable are five different things"),
        (
            N_("Zero was counted. What nobody reported is shown as not known, never as zero."),
            N_("Closed: the mechanism itself said so. It is not expected to report any more."),
            N_(
                "Hidden: so few organisations that a number could point to one of them. The team "
                "sees it, others do not."
            ),
            N_("Not applicable: there is no such mechanism in that country."),
        ),
    ),
    (
        N_("Months, quarters and years"),
        (
            N_(
                "A report counts in a month, quarter or year only if all of its months lie in it. "
                "A report for a quarter is never spread over three months."
            ),
            N_(
                "An organisation that is named in several months, clusters or places is counted "
                "once in their total. A total is therefore often smaller than the sum of its parts."
            ),
        ),
    ),
    (
        N_("Uploads are not edited"),
        (
            N_(
                "A correction is a new upload. The earlier one stays in the history and counts "
                "again when the correction is withdrawn."
            ),
            N_("From every number the team can go back to the file, the sheet and the row."),
        ),
    ),
    (
        N_("How words of a file are recognised"),
        (
            N_(
                "Headings, clusters, organisation types and countries are matched through lists of "
                "spellings in English, French and Arabic. A spelling that is in no list stays "
                "unknown and is shown before anything is stored."
            ),
            N_(
                "The lists can be edited: they are the files “aliases_…” in the folder "
                "data/reference of this program."
            ),
        ),
    ),
)


def show(ctx: Context) -> None:
    """Each rule on a card."""
    st.header(ctx._("Rules for every figure"))
    for number, (rule, reasons) in enumerate(_RULES):
        with st.container(key=f"card_rule_{number}"):
            st.subheader(ctx._(rule))
            st.markdown("\n".join(f"- {ctx._(reason)}" for reason in reasons))
