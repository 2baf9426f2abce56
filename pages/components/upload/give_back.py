"""The uploader's own workbook with the cells in question marked, and the issues as a table."""

import hashlib
from collections.abc import Callable

import streamlit as st

from core.errors import DashboardError
from loaders.issues import Report
from loaders.report_table import report_xlsx
from loaders.workbook import returned, returned_name
from pages.components import notes
from pages.components.session import Context
from pages.components.upload import parts, visit, work
from pages.components.upload.drafts import Draft

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def show(ctx: Context, draft: Draft, report: Report) -> None:
    """Offer the marked workbook, made when it is asked for, and the issues as a workbook.

    Args:
        ctx: the page.
        draft: the upload; where another visit chose its file, the issues alone are offered.
        report: what is said about it.
    """
    if not report.issues:
        return
    content, upload = visit.content_of(draft), visit.file_of(draft)
    if content is not None and upload is not None:
        corrections = parts.corrections(draft)
        key = (upload.sha256, ctx.lang, _print(report), corrections)
        _workbook(
            ctx,
            key,
            upload.name,
            lambda: returned(content, upload.name, upload, report, ctx.lang, corrections),
        )
    st.download_button(
        ctx._("Download all issues (XLSX)"),
        data=lambda: report_xlsx(report, ctx.lang),
        file_name="issues.xlsx",
        mime=_XLSX,
        key="up_issues_xlsx",
        on_click="ignore",
        type="tertiary",
    )


def _workbook(ctx: Context, key: object, name: str, make: Callable[[], bytes]) -> None:
    """First a button that makes it, then one that hands it over: no page load pays for it."""
    made: tuple[object, bytes] | None = st.session_state.get(visit.RETURNED)
    if made is None or made[0] != key:
        place = st.empty()
        asked = place.button(
            ctx._("Mark the cells in question in my own workbook"),
            key="up_return_make",
            help=ctx._("Colours and notes are added; nothing else of it changes."),
        )
        if not asked:
            return
        try:
            written = work.awaited(ctx, work.reading(make), ctx._("Marking the workbook…"))
        except DashboardError as error:
            notes.refused(ctx, error)
            return
        made = (key, written)
        st.session_state[visit.RETURNED] = made
        place.empty()
    st.download_button(
        ctx._("Download my workbook with its marks"),
        data=made[1],
        file_name=returned_name(name, made[1]),
        key="up_return",
        on_click="ignore",
    )


def hint(ctx: Context) -> None:
    """Once the workbook is made: what to do with it."""
    if visit.RETURNED in st.session_state:
        st.caption(ctx._("Correct the coloured cells and choose the workbook again in step 1."))


def _print(report: Report) -> str:
    return hashlib.sha256(repr(report.issues).encode()).hexdigest()
