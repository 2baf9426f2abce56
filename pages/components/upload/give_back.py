"""The uploader's own workbook with the cells in question marked, and the issues as a table."""

import hashlib

import streamlit as st

from loaders import Upload
from loaders.issues import Report
from loaders.report_table import report_xlsx
from loaders.workbook import returned, returned_name
from pages.components.session import Context
from pages.components.upload import work

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_MADE = "upload_returned"


def show(ctx: Context, content: bytes | None, upload: Upload | None, report: Report) -> None:
    """Offer the marked workbook, made when it is asked for, and the issues as a workbook.

    Args:
        ctx: the page.
        content: the file as it was chosen; None where another visit chose it.
        upload: what was read of it; None as above.
        report: its issues.
    """
    if not report.issues:
        return
    if content is not None and upload is not None:
        _workbook(ctx, content, upload, report)
    st.download_button(
        ctx._("Download all issues (XLSX)"),
        data=lambda: report_xlsx(report, ctx.lang),
        file_name="issues.xlsx",
        mime=_XLSX,
        key="up_issues_xlsx",
        on_click="ignore",
        type="tertiary",
    )


def _workbook(ctx: Context, content: bytes, upload: Upload, report: Report) -> None:
    """First a button that makes it, then one that hands it over: no page load pays for it."""
    key = (upload.sha256, ctx.lang, _print(report))
    made: tuple[object, bytes] | None = st.session_state.get(_MADE)
    if made is None or made[0] != key:
        asked = st.button(
            ctx._("Mark the cells in question in my own workbook"),
            key="up_return_make",
            help=ctx._("Colours and notes are added; nothing else of it changes."),
        )
        if not asked:
            return
        running = work.reading(lambda: returned(content, upload.name, upload, report, ctx.lang))
        made = (key, work.awaited(ctx, running, ctx._("Marking the workbook…")))
        st.session_state[_MADE] = made
    st.download_button(
        ctx._("Download my workbook with its marks"),
        data=made[1],
        file_name=returned_name(upload.name, made[1]),
        key="up_return",
        on_click="ignore",
    )
    st.caption(ctx._("Correct the coloured cells and choose the workbook again in step 1."))


def _print(report: Report) -> str:
    return hashlib.sha256(repr(report.issues).encode()).hexdigest()
