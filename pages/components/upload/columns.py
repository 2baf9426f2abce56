"""Step 3: which column holds which field."""

import streamlit as st

from core.i18n import N_
from loaders.issues import Code, column_letter
from pages.components import issue_table, mapping_form
from pages.components.session import Context
from pages.components.upload import days, joint, sides, steps, tables, understand, visit
from pages.components.upload.drafts import Draft, Understood

_OF_COLUMNS = {Code.COLUMN_MISSING, Code.COLUMN_AMBIGUOUS, Code.HEADING_NOT_FOUND}
_LEFT_OUT = {
    "personal-data": N_("personal data: dropped, nothing of it is kept"),
    "empty": N_("empty"),
    "not-used": N_("none of the fields"),
    "less-likely": N_("another column was the likelier one"),
    "person": N_("you said so"),
}


def show(ctx: Context, draft: Draft) -> None:
    """Show the proposed mapping, let it be changed, and say what was left over."""
    draft = understand.up_to_date(ctx, draft)
    seen = draft.understood
    if seen is None:
        return
    fixed = steps.fixed(ctx, draft)
    mapping_form.show(
        ctx,
        draft.dataset,
        seen.columns,
        chosen=draft.choices.columns,
        save=lambda pairs: visit.choose(columns=pairs),
        disabled=fixed,
    )
    sides.show(ctx, draft, seen, disabled=fixed)
    days.of_meeting(ctx, draft, seen, disabled=fixed)
    issue_table.show(ctx, [issue for issue in seen.issues if issue.code in _OF_COLUMNS])
    joint.show(ctx, draft, seen, disabled=fixed)
    _left_over(ctx, seen)
    steps.onward(ctx, draft)


def _left_over(ctx: Context, seen: Understood) -> None:
    others = [column for column in seen.columns if column.field is None]
    if not others:
        return
    st.subheader(ctx._("Columns that are not used"))
    rows = [
        (
            tables.text(column_letter(column.position)),
            tables.text(column.heading or "–"),
            tables.words(ctx._(_LEFT_OUT[column.reason])),
            " · ".join(tables.text(example) for example in column.examples) or "–",
        )
        for column in others
        if column.reason != "empty"
    ]
    empty = sum(column.reason == "empty" for column in others)
    if rows:
        headings = (ctx._("Column"), ctx._("Heading"), ctx._("Why"), ctx._("Examples"))
        tables.show(ctx._("Columns that are not used"), headings, rows)
    if empty:
        st.caption(ctx._("Empty columns left out: {count}").format(count=empty))
