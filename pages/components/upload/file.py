"""Step 1: which file, and what it lists."""

from concurrent.futures import Future

import streamlit as st

from core.errors import DashboardError
from core.i18n import N_
from core.i18n.numbers import count
from loaders import Upload, read
from loaders.returns import is_return
from pages.components import notes
from pages.components.session import Context
from pages.components.upload import (
    corrected_file,
    file_template,
    memory,
    of_return,
    tables,
    visit,
    work,
)
from pages.components.upload.drafts import Draft

DATASETS = {
    "presence": N_("Operational presence: who does what, where (3W, 4W, 5W)"),
    "members": N_("Membership: which organisation has which seat in which mechanism"),
    "roles": N_("Leadership roles: who leads, co-leads or chairs which mechanism"),
    "meetings": N_("Meetings: which organisations were there, and in which language"),
    "mechanisms": N_("Returns of mechanisms: open or closed, language, plan, members by type"),
    "funding": N_("Funding: allocations to organisations, direct or through another one"),
    "events": N_("Events: learning events, practices, challenges, lessons, recommendations"),
}
_KINDS = ("CSV", "TSV", "XLSX", "XLSM", "XLSB", "XLS", "ODS")
_DATASET = "up_dataset"
_SAID_DATASET = "upload_dataset"
_RUNNING = "upload_reading"
_LARGEST_MEGABYTES = 200


def show(ctx: Context, draft: Draft | None) -> None:
    """Ask for dataset and file; go on to the next step when the file was read."""
    # Side by side: below one another, the button for the file would stand under the screen.
    left, right = st.columns([3, 2], gap="large")
    with left:
        dataset = _dataset(ctx, draft)
    with right:
        chosen = st.file_uploader(
            ctx._("Choose another file, or the same one again")
            if draft
            else ctx._("The workbook or text file with the list"),
            key="up_file",
            max_upload_size=_LARGEST_MEGABYTES,
        )
        st.caption(
            ctx._(
                "{kinds}; up to {limit} MB. It is read in memory and never stored as it is."
            ).format(kinds=" · ".join(_KINDS), limit=_LARGEST_MEGABYTES)
        )
        file_template.offer(ctx, dataset)
    if chosen is not None:
        _read(ctx, chosen.file_id, chosen.getvalue(), chosen.name, dataset)
    if draft is not None:
        _facts(ctx, draft)
        st.button(
            ctx._("Continue with this file"),
            key="up_continue_1",
            type="primary",
            on_click=visit.go,
            args=(2,),
        )


def _dataset(ctx: Context, draft: Draft | None) -> str:
    said = draft.dataset if draft else st.session_state.get(_SAID_DATASET, "presence")
    dataset: str = st.radio(
        ctx._("What does the file list?"),
        list(DATASETS),
        index=list(DATASETS).index(said),
        format_func=lambda name: ctx._(DATASETS[name]),
        key=_DATASET,
        on_change=visit.on_change(_DATASET, _keep_dataset),
        disabled=draft is not None and (visit.file_of(draft) is None or bool(draft.beside)),
    )
    if draft is not None and draft.beside:
        st.caption(ctx._("Several lists of the file are taken: what each of them is, step 2 says."))
    return dataset


def _keep_dataset(dataset: str) -> None:
    st.session_state[_SAID_DATASET] = dataset
    visit.set_dataset(dataset)


def _read(ctx: Context, file_id: str, content: bytes, name: str, dataset: str) -> None:
    """Read the file in a thread; what cannot be read is explained as long as it stands here."""
    known: tuple[str, Future[Upload]] | None = st.session_state.get(_RUNNING)
    if known is None or known[0] != file_id:
        known = (file_id, work.reading(lambda: read(content, name)))
        st.session_state[_RUNNING] = known
    try:
        upload = work.awaited(ctx, known[1], ctx._("Reading the file…"))
    except DashboardError as error:
        notes.refused(ctx, error)
        return
    if is_return(upload):
        of_return.offer(ctx, upload, content)
        return
    del st.session_state[_RUNNING]
    before = visit.now()
    draft = visit.begin(upload, content, dataset)
    is_new = before is None or before.key != draft.key
    if is_new and not corrected_file.begun(ctx, before, draft):
        memory.begun(ctx, draft, dataset=st.session_state.get(_SAID_DATASET))
    st.rerun()


def _facts(ctx: Context, draft: Draft) -> None:
    file = draft.file
    facts = {
        ctx._("File"): file.name,
        ctx._("Size"): ctx._("{count} kB").format(count=count(-(-file.size // 1024), ctx.lang)),
        ctx._("Read as"): file.kind.upper(),
        ctx._("Letters"): file.encoding,
        ctx._("Columns parted by"): _visible(ctx, file.delimiter),
        ctx._("Fingerprint (SHA-256)"): f"{file.sha256[:16]}…",
    }
    rows = [(tables.words(name), tables.text(fact)) for name, fact in facts.items() if fact]
    tables.show(ctx._("The file"), (ctx._("What"), ctx._("As read")), rows, kind="facts")


def _visible(ctx: Context, delimiter: str | None) -> str | None:
    return ctx._("tab") if delimiter == "\t" else delimiter
