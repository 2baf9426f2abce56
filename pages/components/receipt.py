"""The receipt of a batch on a page, the same after weeks as on the day, and as a file."""

import streamlit as st

from core.errors import UnknownIndicator
from core.i18n.numbers import count
from core.storage.database import Database
from loaders.receipt import BatchReceipt, batch_receipt, receipt_lines
from loaders.receipt_file import lines_by_part, receipt_xlsx
from pages.components import table
from pages.components.session import Context

_LISTED = 60
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def of(database: Database, number: int, as_of: int | None = None) -> BatchReceipt | None:
    """The receipt of a batch; None where there was none by that day."""
    with database.cursor(as_of=as_of) as cur:
        try:
            return batch_receipt(cur, number)
        except UnknownIndicator:
            return None


def show(ctx: Context, receipt: BatchReceipt) -> None:
    """Part by part, a heading and its facts; of long parts the first lines."""
    for part, lines in lines_by_part(receipt_lines(receipt, ctx.lang)).items():
        st.subheader(part)
        table.facts([(line.name, line.value) for line in lines[:_LISTED]])
        if len(lines) > _LISTED:
            more = count(len(lines) - _LISTED, ctx.lang)
            st.caption(ctx._("and {count} more in the file").format(count=more))


def download(ctx: Context, receipt: BatchReceipt) -> None:
    """The whole receipt as a workbook in the reader's language."""
    st.download_button(
        ctx._("Download the receipt (XLSX)"),
        data=lambda: receipt_xlsx(receipt, ctx.lang),
        file_name=f"receipt-{receipt.batch.batch}.xlsx",
        mime=_XLSX,
        key="receipt_xlsx",
        on_click="ignore",
    )
