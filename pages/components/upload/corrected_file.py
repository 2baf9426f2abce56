"""The same file chosen again, corrected: what was said of it before is not asked a second time."""

from dataclasses import replace
from pathlib import PurePath

import streamlit as st

from core.i18n.numbers import isolate
from loaders.workbook import returned_stem
from pages.components.session import Context
from pages.components.upload import names, understand, visit
from pages.components.upload.drafts import Draft, Understood

_TAKEN_OVER = "upload_taken_over"
_ISSUES = 5


def begun(ctx: Context, before: Draft | None, draft: Draft) -> bool:
    """Whether the new draft was given what was said of the file before it, and opened there.

    Args:
        ctx: the page.
        before: the draft until now; one that is published is finished, and of one with several
            lists each has to be looked at again.
        draft: of the file that was just read.
    """
    if before is None or before.published is not None or before.beside:
        return False
    if not _same_file(before, draft):
        return False
    choices = replace(before.choices, corrections=())
    said = replace(draft, dataset=before.dataset, choices=choices, claim=before.claim)
    said = understand.up_to_date(ctx, replace(said, remembered=before.remembered))
    if not _same_headings(before.understood, said.understood):
        visit.keep(draft)
        return False
    step = min(before.reached, _ISSUES)
    visit.keep(replace(said, step=step, reached=step))
    st.session_state[_TAKEN_OVER] = (draft.key, step, before.file.name)
    return True


def banner(ctx: Context, draft: Draft) -> None:
    """Say that nothing is asked again, in the step where the corrected file was opened."""
    key, step, name = st.session_state.get(_TAKEN_OVER, (None, 0, ""))
    if (draft.key, draft.step) != (key, step):
        return
    said = ctx._(
        "What you said of “{file}” before is taken over for the corrected file. Everything can "
        "still be looked at and changed."
    )
    st.info(said.format(file=isolate(names.plain(name), ctx.lang)))


def _same_file(before: Draft, draft: Draft) -> bool:
    old, new = (returned_stem(PurePath(d.file.name).stem) for d in (before, draft))
    return old == new


def _same_headings(before: Understood | None, now: Understood | None) -> bool:
    if before is None or now is None or now.staged is None:
        return False
    return [c.heading for c in before.columns] == [c.heading for c in now.columns]
