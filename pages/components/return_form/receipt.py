"""Step 4: what was published."""

from collections.abc import Iterator

import streamlit as st

from core.errors import DashboardError
from core.i18n.numbers import count, isolate
from core.i18n.spreadsheets import csv_bytes
from loaders import Receipt
from pages.components import links, menu, notes
from pages.components import names as words
from pages.components.return_form import visit, which
from pages.components.return_form.forms import Form, Tried
from pages.components.session import Context
from pages.components.upload import tables, work

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def show(ctx: Context, form: Form) -> None:
    """Wait for the commit, then show the receipt, or why there is none."""
    if form.published is None or form.tried is None:
        return
    try:
        receipts = work.awaited(ctx, form.published, ctx._("Publishing…"))
    except DashboardError as error:
        notes.refused(ctx, error)
        st.button(ctx._("Back to publishing"), key="rf_retry", on_click=visit.go, args=(3,))
        return
    if all(receipt.repeated for receipt in receipts):
        st.info(ctx._("The same answers are published already. Nothing was stored twice."))
    else:
        st.success(ctx._("The return is published."))
    lines = list(_lines(ctx, form, form.tried, receipts))
    headings = (ctx._("What"), ctx._("Value"))
    rows = [(tables.words(name), tables.words(value)) for name, value in lines]
    tables.show(ctx._("Receipt"), headings, rows, kind="facts")
    with st.container(horizontal=True):
        _downloads(ctx, form.tried, receipts, [headings, *lines])
    _onward(ctx, receipts)


def _lines(
    ctx: Context, form: Form, tried: Tried, receipts: tuple[Receipt, ...]
) -> Iterator[tuple[str, str]]:
    yield ctx._("Mechanism"), which.title(ctx, form)
    yield ctx._("Office"), isolate(form.office.strip(), ctx.lang)
    yield ctx._("File"), isolate(tried.file_name, ctx.lang)
    yield ctx._("Fingerprint (SHA-256)"), tried.taken.stageds[0].file_sha256
    for staged, receipt in zip(tried.taken.stageds, receipts, strict=True):
        batch = ctx._("Batch {number}").format(number=count(receipt.batch, ctx.lang))
        rows = ctx.ngettext("{batch}: {count} row", "{batch}: {count} rows", staged.rows.num_rows)
        number = count(staged.rows.num_rows, ctx.lang)
        yield words.of(ctx, "dataset", staged.dataset), rows.format(batch=batch, count=number)


def _downloads(
    ctx: Context, tried: Tried, receipts: tuple[Receipt, ...], lines: list[tuple[str, str]]
) -> None:
    st.download_button(
        ctx._("Download the receipt (CSV)"), data=lambda: csv_bytes(lines),
        file_name=f"receipt-{receipts[0].batch}.csv", mime="text/csv", key="rf_receipt_csv",
        on_click="ignore",
    )  # fmt: skip
    st.download_button(
        ctx._("Download the return as it was published"), data=tried.content,
        file_name=tried.file_name, mime=_XLSX, key="rf_published", on_click="ignore",
    )  # fmt: skip


def _onward(ctx: Context, receipts: tuple[Receipt, ...]) -> None:
    kept = links.kept(ctx)
    with st.container(horizontal=True):
        for receipt in receipts:
            label = ctx._("Batch {number}").format(number=count(receipt.batch, ctx.lang))
            st.page_link(
                menu.page_at("history"), label=label,
                query_params={**kept, "batch": str(receipt.batch)},
            )  # fmt: skip
        st.button(ctx._("Another return"), key="rf_another", on_click=visit.forget)
