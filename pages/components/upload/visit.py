"""This visit's upload: which draft it works on, and the file itself, which is kept nowhere else."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import streamlit as st

from loaders import Upload
from pages.components.upload.drafts import Draft, File, kept, new_key

PARAMETER = "upload"
_KEY = "upload_key"
_FILE = "upload_file"
_CONTENT = "upload_content"
RETURNED = "upload_returned"  # the file with its marks, and what it was made of
OFFICE = "upload_office"  # that this visit publishes as
_LOST = "upload_lost"


def now() -> Draft | None:
    """The draft that the address names, else the one of this visit.

    The menu drops the key from the address, so it is written there again.
    """
    key = st.query_params.get(PARAMETER) or st.session_state.get(_KEY)
    if key is None:
        return None
    draft = kept().find(key)
    if draft is None:
        forget()
        st.session_state[_LOST] = True
        return None
    st.session_state[_KEY] = key
    if st.query_params.get(PARAMETER) != key:
        st.query_params[PARAMETER] = key
    return draft


def was_lost() -> bool:
    """Whether a draft that was asked for is no longer kept; says so once."""
    return bool(st.session_state.pop(_LOST, False))


def file_of(draft: Draft) -> Upload | None:
    """The sheets of the draft's file; None where another visit chose it."""
    upload: Upload | None = st.session_state.get(_FILE)
    return upload if upload is not None and upload.sha256 == draft.file.sha256 else None


def content_of(draft: Draft) -> bytes | None:
    """The draft's file as it was chosen; None where another visit chose it."""
    content: bytes | None = st.session_state.get(_CONTENT)
    return None if file_of(draft) is None else content


def begin(upload: Upload, content: bytes, dataset: str) -> Draft:
    """A file was read: go on with its draft if it is the same file, else start anew."""
    st.session_state[_FILE] = upload
    st.session_state[_CONTENT] = content
    before = now()
    if before is not None and before.file.sha256 == upload.sha256:
        return keep(replace(before, step=max(2, before.reached)))
    file = File(
        upload.name,
        len(content),
        upload.sha256,
        upload.kind,
        upload.encoding,
        upload.delimiter,
        tuple(sheet.name for sheet in upload.sheets),
    )
    draft = Draft(
        key=new_key(), dataset=dataset, file=file, office=st.session_state.get(OFFICE, "")
    )
    st.session_state[_KEY] = draft.key
    st.query_params[PARAMETER] = draft.key
    return keep(draft)


def keep(draft: Draft) -> Draft:
    """Keep a new state of the draft."""
    kept().keep(draft)
    return draft


def forget() -> None:
    """Let go of file and draft; what is kept under its key expires by itself."""
    for name in (_KEY, _FILE, _CONTENT, RETURNED):
        st.session_state.pop(name, None)
    st.query_params.pop(PARAMETER, None)


def let_go_of_file() -> None:
    """Published: the cells that were not used need no longer be held."""
    for name in (_FILE, _CONTENT, RETURNED):
        st.session_state.pop(name, None)


def go(step: int) -> None:
    """Open a step; what was typed stays."""
    draft = now()
    if draft is not None:
        keep(replace(draft, step=step, reached=max(step, draft.reached)))


def change(**changes: Any) -> None:  # noqa: ANN401 - the fields of a draft
    """Change what a person said; the steps behind have to be gone through again."""
    draft = now()
    if draft is None:
        return
    changed = {name: value for name, value in changes.items() if getattr(draft, name) != value}
    if changed:
        keep(replace(draft, reached=draft.step, published=None, **changed))


def choose(**choices: Any) -> None:  # noqa: ANN401 - the fields of the choices
    """Change a person's word about the file."""
    draft = now()
    if draft is not None:
        change(choices=replace(draft.choices, **choices))


def set_dataset(dataset: str) -> None:
    """Read the file as another dataset: what was said of columns no longer holds."""
    draft = now()
    if draft is not None and draft.dataset != dataset:
        choices = replace(draft.choices, columns=())
        change(dataset=dataset, choices=choices, claim=None, remembered=None)


def on_change(widget: str, apply: Callable[[Any], None]) -> Callable[[], None]:
    """A callback that hands the new value of a widget on, before the page is drawn."""
    return lambda: apply(st.session_state[widget])
