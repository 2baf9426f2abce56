"""Step 9: what was published."""

from collections.abc import Iterator
from dataclasses import replace

import streamlit as st

from core.errors import DashboardError
from core.i18n.numbers import count, isolate
from core.i18n.spreadsheets import csv_bytes
from loaders import Receipt, Staged
from loaders.issues import Code, Issue, Severity
from loaders.sentences import sentence
from pages.components import notes
from pages.components.session import Context
from pages.components.upload import claim, joint, names, rehearsal, tables, visit, work
from pages.components.upload.drafts import Draft

Line = tuple[str, str]


def show(ctx: Context, draft: Draft) -> None:
    """Wait for the commit, then show the receipt, or why there is none."""
    staged = rehearsal.claimed(draft)
    if draft.published is None or staged is None:
        return
    meanwhile = st.empty()
    if not draft.published.done():
        meanwhile.info(
            ctx._(
                "You may close this page: the file is published whole or not at all. This address "
                "shows the receipt for two hours."
            )
        )
    try:
        receipt = work.awaited(ctx, draft.published, ctx._("Publishing…"))
    except DashboardError as error:
        notes.refused(ctx, error)
        st.button(ctx._("Back to publishing"), key="up_retry", on_click=_retry)
        return
    meanwhile.empty()
    visit.let_go_of_file()
    _said(ctx, receipt)
    lines = list(_lines(ctx, draft, staged, receipt))
    tables.show(
        ctx._("Receipt"),
        (ctx._("What"), ctx._("Value")),
        [(tables.words(name), tables.words(value)) for name, value in lines],
        kind="facts",
    )
    _onward(ctx, receipt, lines)


def _said(ctx: Context, receipt: Receipt) -> None:
    number = str(receipt.batch)
    if receipt.repeated:
        issue = Issue(code=Code.ALREADY_LOADED, severity=Severity.WARNS, value=number)
        st.info(" ".join(sentence(issue, ctx.lang)))
        return
    st.success(ctx._("Published as batch {number}.").format(number=number))


def _retry() -> None:
    draft = visit.now()
    if draft is not None:
        visit.keep(replace(draft, published=None, step=8, reached=8))


def _lines(ctx: Context, draft: Draft, staged: Staged, receipt: Receipt) -> Iterator[Line]:
    yield ctx._("Batch"), str(receipt.batch)
    yield ctx._("Office"), isolate(draft.office.strip(), ctx.lang)
    yield ctx._("File"), isolate(staged.file_name, ctx.lang)
    yield ctx._("Fingerprint (SHA-256)"), staged.file_sha256
    yield ctx._("Sheet"), isolate(staged.sheet, ctx.lang)
    yield ctx._("Row of the headings"), str(staged.heading_row or "–")
    yield ctx._("What the file is said to be"), claim.sentence(ctx, staged, staged.choices.claim)
    yield ctx._("Rows read"), count(staged.rows_read, ctx.lang)
    yield ctx._("Rows kept"), count(staged.rows_stored, ctx.lang)
    if draft.rehearsed is not None:
        cells = draft.rehearsed.outcome.result().cells
        yield ctx._("Cells of cluster, place and month claimed"), count(cells, ctx.lang)
    yield from _changes(ctx, receipt)
    yield from _decisions(ctx, staged)


def _changes(ctx: Context, receipt: Receipt) -> Iterator[Line]:
    difference = receipt.difference
    if difference is None:
        return
    yield ctx._("Organisations new"), count(difference.new, ctx.lang)
    yield ctx._("Organisations changed"), count(difference.changed, ctx.lang)
    yield ctx._("Organisations unchanged"), count(difference.unchanged, ctx.lang)
    yield ctx._("Organisations gone"), count(difference.gone, ctx.lang)


def _decisions(ctx: Context, staged: Staged) -> Iterator[Line]:
    for heading, field in staged.columns:
        column = ctx._("Column “{heading}”").format(heading=isolate(heading, ctx.lang))
        yield column, names.field(ctx, field)
    for field, name, value in staged.guesses:
        where = ctx._("{value}, from the name “{name}”").format(
            value=names.of_guess(ctx, field, value), name=isolate(name, ctx.lang)
        )
        yield ctx._("Guessed: {field}").format(field=names.field(ctx, field)), where
    yield from joint.receipt_lines(ctx, staged)
    for one in staged.conversions:
        times = ctx._("{before} → {after} ({count} cells)").format(
            before=isolate(one.before, ctx.lang),
            after=isolate(names.as_read(ctx, one), ctx.lang),
            count=count(one.count, ctx.lang),
        )
        yield ctx._("Converted: {field}").format(field=names.field(ctx, one.field)), times


def _onward(ctx: Context, receipt: Receipt, lines: list[Line]) -> None:
    st.download_button(
        ctx._("Download the receipt (CSV)"),
        data=lambda: csv_bytes([(ctx._("What"), ctx._("Value")), *map(_unmarked, lines)]),
        file_name=f"receipt-{receipt.batch}.csv",
        mime="text/csv",
        key="up_receipt_csv",
        on_click="ignore",
    )
    kept = {"lang": ctx.lang.value}
    with st.container(horizontal=True):
        st.page_link("overview.py", label=ctx._("See the overview"), query_params=kept)
        st.page_link("history.py", label=ctx._("See the history"), query_params=kept)
        st.button(ctx._("Upload another file"), key="up_another", on_click=visit.forget)


def _unmarked(line: Line) -> Line:
    return names.unmarked(line[0]), names.unmarked(line[1])
