"""In step 6: what was said of one list, said of the others of the same layout at once."""

from dataclasses import replace

import streamlit as st

from core.i18n.numbers import count
from pages.components.session import Context
from pages.components.upload import parts, problems, understand, visit
from pages.components.upload.drafts import Draft, Part, Understood


def show(ctx: Context, draft: Draft) -> None:
    """Offer it where other lists of this kind have not been gone through."""
    alike = [part for part in draft.beside if _waits(draft, part)]
    if not alike or draft.claim is None or visit.file_of(draft) is None:
        return
    question = ctx.ngettext(
        "Say the same of the other list of this kind, if it has the same headings",
        "Say the same of the {count} other lists of this kind that have the same headings",
        len(alike),
    )
    asked = st.button(question.format(count=count(len(alike), ctx.lang)), key="up_same_again")
    st.caption(
        ctx._("Each keeps its sheet and its months. A list of another layout is asked about alone.")
    )
    if asked:
        visit.keep(_said_of_all(ctx, draft))
        st.rerun()


def _waits(draft: Draft, part: Part) -> bool:
    return part.dataset == draft.dataset and part.reached <= parts.LAST_OF_LIST


def _said_of_all(ctx: Context, draft: Draft) -> Draft:
    """The draft with those lists gone through that have this layout, and nothing against them."""
    wanted = [_as_here(draft, part) if _waits(draft, part) else part for part in draft.beside]
    looked = understand.each(ctx, draft, wanted)
    return replace(
        draft,
        beside=tuple(
            replace(new, claim=draft.claim, reached=parts.LAST_OF_LIST + 1)
            if _waits(draft, old) and _fits(draft.understood, new.understood)
            else old
            for old, new in zip(draft.beside, looked, strict=True)
        ),
    )


def _as_here(draft: Draft, part: Part) -> Part:
    own = part.choices
    choices = replace(
        draft.choices, sheet=own.sheet, period=own.period, day=own.day, corrections=own.corrections
    )
    return replace(part, choices=choices)


def _fits(here: Understood | None, other: Understood | None) -> bool:
    if here is None or other is None or not problems.publishable(other):
        return False
    return [c.heading for c in here.columns] == [c.heading for c in other.columns]
