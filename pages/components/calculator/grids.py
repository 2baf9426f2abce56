"""The three lists: a grid to type in, a box to paste into, and what is wrong with the rows."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from core.errors import UnreadableFile
from core.i18n import N_
from core.i18n.errors import explain
from core.i18n.numbers import count
from loaders.choice_lists import choice_lists
from loaders.issues import Issue, Severity
from loaders.sentences import sentence
from loaders.template_columns import choices_of, template_columns
from pages.components import issue_table, notes, table
from pages.components.calculator import visit
from pages.components.calculator.lists import (
    DEFAULTS,
    GRIDS,
    About,
    Lists,
    sheet_name,
    typed_in,
    workbook_of,
)
from pages.components.calculator.paste import Pasted
from pages.components.session import Context

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_HEIGHT = 330
_LONGEST_PASTE = 200_000
_LOOK_AT_DATE = N_("Such as 2026-03-04")


def show(ctx: Context) -> None:
    """A tab for each list."""
    labels = [sheet_name(name, ctx.lang) for name in GRIDS]
    for dataset, tab in zip(GRIDS, st.tabs(labels, key="calc_tabs"), strict=True):
        with tab:
            _grid(ctx, dataset)
            _paste(ctx, dataset)


def take_away(ctx: Context, lists: Lists, about: About) -> None:
    """Each list as a workbook that the upload page takes."""
    st.markdown(
        ctx._("Filled in, the lists are templates for the Upload page. Check them before you send.")
    )
    with st.container(horizontal=True):
        for dataset in typed_in(lists):
            label = ctx._("{list} as a workbook").format(list=sheet_name(dataset, ctx.lang))
            st.download_button(
                label,
                data=partial(workbook_of, dataset, lists, about, ctx.lang),
                file_name=f"{dataset}-{about.country}-{about.cluster}-{about.month}.xlsx",
                mime=_XLSX,
                key=f"calc_take_{dataset}",
                on_click="ignore",
            )


def problems(ctx: Context, issues: Mapping[str, Sequence[Issue]]) -> None:
    """What the loaders say of the rows; the line is that of the grid."""
    rows = [
        (sheet_name(dataset, ctx.lang), *_row(ctx, _in_grid(issue)))
        for dataset, listed in issues.items()
        for issue in listed
    ]
    if rows:
        headings = [ctx._("List"), ctx._("Line"), ctx._("Weight"), ctx._("What is wrong"),
                    ctx._("What to do")]  # fmt: skip
        st.header(ctx._("What the rows leave open"))
        table.show(headings, rows, caption=ctx._("What the rows leave open"))


def _grid(ctx: Context, dataset: str) -> None:
    key = visit.grid_key(dataset, ctx.lang)
    given = visit.frame_of(dataset, ctx.lang)
    edited = st.data_editor(
        given,
        key=key,
        num_rows="dynamic",
        hide_index=True,
        height=_HEIGHT,
        placeholder="",
        alt=sheet_name(dataset, ctx.lang),
        column_config={name: _column(ctx, dataset, name) for name in GRIDS[dataset]},
    )
    visit.keep(dataset, edited)


def _column(ctx: Context, dataset: str, field: str) -> ColumnConfig:
    heading = template_columns(dataset)[field].heading.in_(ctx.lang)
    default = DEFAULTS.get(field)
    listed = choice_lists(ctx.lang).get(choices_of(field) or "")
    if listed is None:
        hint = ctx._(_LOOK_AT_DATE) if field == "date" else None
        return st.column_config.TextColumn(heading, help=hint, max_chars=300)
    # What was pasted and is in no list stays to be seen, and to be mended.
    own = {line[field] for line in visit.now().lists[dataset] if line.get(field)} - set(listed)
    return st.column_config.SelectboxColumn(
        heading,
        options=[*listed, *sorted(own)],
        format_func=lambda code: listed.get(str(code), str(code)),
        default=default,
        width="medium" if field == "organisation_type" else "small",
    )


def _paste(ctx: Context, dataset: str) -> None:
    box = f"calc_paste_{dataset}"
    with st.expander(ctx._("Paste from a spreadsheet")):
        st.markdown(
            ctx._(
                "Copy the rows with their headings, in English, French or Arabic. Columns about "
                "people are left out."
            )
        )
        st.text_area(
            ctx._("Rows with their headings"), key=box, height=140, max_chars=_LONGEST_PASTE
        )
        st.button(
            ctx._("Take these rows"), key=f"calc_take_rows_{dataset}", on_click=visit.take,
            args=(dataset, box),
        )  # fmt: skip
    said = visit.now().said.get(dataset)
    if isinstance(said, UnreadableFile):
        notes.warning(*explain(said, ctx.lang))
    elif said is not None:
        _taken(ctx, said)


def _taken(ctx: Context, said: Pasted) -> None:
    number = len(said.lines)
    if number:
        text = ctx.ngettext("{count} row was taken.", "{count} rows were taken.", number)
        unused = " · ".join(said.unused)
        more = ctx._("Not asked for here: {headings}").format(headings=unused) if unused else ""
        notes.said(text.format(count=count(number, ctx.lang)), more)
    else:
        notes.warning(ctx._("No row was taken"), ctx._("What is missing stands below."))
    rows = [_row(ctx, issue)[1:] for issue in said.issues]
    if rows:
        headings = [ctx._("Weight"), ctx._("What is wrong"), ctx._("What to do")]
        table.show(headings, rows, caption=ctx._("What is wrong"))


def _in_grid(issue: Issue) -> Issue:
    """The same, where the person sees it: the heading is no line of a grid, columns no letters."""
    row = issue.row - 1 if issue.row and issue.row > 1 else None
    return replace(issue, row=row, column=None)


def _row(ctx: Context, issue: Issue) -> tuple[str, ...]:
    what, remedy = sentence(issue, ctx.lang)
    line = count(issue.row, ctx.lang) if issue.row else "–"
    return line, issue_table.weight(ctx, issue.severity), what, remedy


def blocked(issues: Sequence[Issue]) -> bool:
    """Whether a list cannot be worked with as it is."""
    return any(issue.severity is Severity.BLOCKS_FILE for issue in issues)
