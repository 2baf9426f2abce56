"""Step 5: what is wrong with the file, or worth knowing."""

import streamlit as st

from core.i18n.numbers import count
from loaders.issues import Code, Severity
from pages.components import issue_table
from pages.components.session import Context
from pages.components.upload import give_back, mend, parts, steps, understand, visit
from pages.components.upload.drafts import Draft, Understood

# Where each can be mended; anything else only in the file itself.
_MENDED_IN = {
    Code.SEVERAL_SHEETS: 2,
    Code.SHEET_NOT_FOUND: 2,
    Code.HEADER_NOT_FOUND: 2,
    Code.COLUMN_MISSING: 3,
    Code.HEADING_NOT_FOUND: 3,
    Code.COUNTRY_MISSING: 4,
    Code.PERIOD_MISSING: 4,
    Code.DATE_AMBIGUOUS: 4,
}


def show(ctx: Context, draft: Draft) -> None:
    """Show all issues; nothing goes on while one of them blocks the file."""
    draft = understand.up_to_date(ctx, draft)
    seen = draft.understood
    if seen is None:
        return
    _summary(ctx, seen)
    issue_table.show(ctx, seen.issues)
    if seen.issues:
        with st.container(horizontal=True, key="up_take_along"):
            give_back.show(ctx, draft, parts.report(draft))
            issue_table.download(ctx, seen.issues, draft.file.name)
        give_back.hint(ctx)
    mend.show(ctx, draft, seen)
    _ways_back(ctx, seen)
    if draft.beside and not publishable(seen):
        st.button(
            ctx._("Leave this list out, and publish the others"),
            key="up_leave_out",
            on_click=visit.leave_out,
        )
    steps.onward(ctx, draft, ready=publishable(seen), why_not=why_not(ctx, seen))


def publishable(seen: Understood) -> bool:
    """Whether something can be stored and nothing forbids it."""
    return seen.staged is not None and not seen.report.blocks and seen.staged.rows.num_rows > 0


def why_not(ctx: Context, seen: Understood) -> str:
    """What stands in the way of publication."""
    if seen.report.blocks:
        return ctx._("Something blocks publication: mend it here, or correct the file.")
    return ctx._("No row of the file can be stored: see above why they were left out.")


def _summary(ctx: Context, seen: Understood) -> None:
    if not seen.issues:
        st.success(ctx._("Nothing to remark on."))
        return
    rows = seen.report.counts()
    words = [
        f"{issue_table.weight(ctx, severity)} {count(rows[severity], ctx.lang)}"
        for severity in Severity
        if rows[severity]
    ]
    st.markdown(ctx._("Rows concerned: {counts}").format(counts=" · ".join(words)))


def _ways_back(ctx: Context, seen: Understood) -> None:
    blocking = [i.code for i in seen.issues if i.severity is Severity.BLOCKS_FILE]
    for step in sorted({_MENDED_IN[code] for code in blocking if code in _MENDED_IN}):
        st.button(
            ctx._("Mend it in step {number}").format(number=step),
            key=f"up_mend_{step}",
            on_click=visit.go,
            args=(step,),
        )
