"""The frame around each step: a numbered heading with its state, and the ways on and back."""

from collections.abc import Iterator
from contextlib import contextmanager
from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from core.i18n import N_
from pages.components.session import Context
from pages.components.upload import parts, visit
from pages.components.upload.drafts import Draft

_STATES = {
    "done": ("✓", N_("done")),
    "here": ("●", N_("you are here")),
    "open": ("○", N_("begun")),
    "to-come": ("○", N_("to come")),
}

_SEEN = "upload_step_seen"
# After a long step the next one would begin above the screen.
_TO_THE_STEP = """<script>
(() => {{ /* {moment} */
  document.querySelector(".up-here")?.scrollIntoView({{block: "start"}});
}})();
</script>"""


@contextmanager
def frame(draft: Draft | None) -> Iterator[None]:
    """Around all steps: close together, and the open one in sight when it has changed."""
    here = draft.step if draft else 1
    before = st.session_state.get(_SEEN)
    st.session_state[_SEEN] = here
    with st.container(key="up_steps", gap=None):
        yield
    if before not in {None, here}:
        st.html(_TO_THE_STEP.format(moment=here), unsafe_allow_javascript=True)


def body() -> DeltaGenerator:
    """Around what is in a step."""
    return st.container(key="up_body")


def is_open(ctx: Context, draft: Draft | None, number: int, title: str) -> bool:
    """Draw the heading of a step; whether what is in it is to be drawn."""
    state = _state(draft, number)
    with st.container(key=f"up_step_{number}", horizontal=True, vertical_alignment="center"):
        st.html(_heading(ctx, number, title, state))
        if state in {"done", "open"}:
            st.button(
                ctx._("Open again") if state == "done" else ctx._("Go on here"),
                key=f"up_reopen_{number}",
                on_click=visit.go,
                args=(number,),
            )
    return state == "here"


def onward(ctx: Context, draft: Draft, *, ready: bool = True, why_not: str | None = None) -> None:
    """The button to the next step; what is missing stands beside it."""
    another = draft.step == parts.LAST_OF_LIST and parts.unfinished(draft) is not None
    st.button(
        ctx._("Continue with the next list") if another else ctx._("Continue"),
        key=f"up_continue_{draft.step}",
        type="primary",
        disabled=not ready,
        on_click=visit.go,
        args=(draft.step + 1,),
    )
    if not ready and why_not:
        st.caption(why_not)


def fixed(ctx: Context, draft: Draft) -> bool:
    """Whether nothing can be changed, because this visit has not got the file; says so."""
    if visit.file_of(draft) is not None:
        return False
    st.info(
        ctx._(
            "The rows are kept, the file itself is not. To change something here, open step 1 and "
            "choose the same file again: everything you said is kept."
        )
    )
    return True


def _state(draft: Draft | None, number: int) -> str:
    step, reached = (draft.step, parts.reached(draft)) if draft else (1, 1)
    if number == step:
        return "here"
    if number > reached:
        return "to-come"
    return "open" if number == reached else "done"


def _heading(ctx: Context, number: int, title: str, state: str) -> str:
    sign, word = _STATES[state]
    here = ' aria-current="step"' if state == "here" else ""
    return (
        f'<h2 class="up-heading up-{state}"{here}><span class="up-digit">{number}</span>'
        f"<span>{escape(ctx._(title))}</span>"
        f'<span class="up-state">{sign} {escape(ctx._(word))}</span></h2>'
    )
