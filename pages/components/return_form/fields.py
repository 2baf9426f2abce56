"""One question as a widget: a list where we have one, else a text. Nothing chosen is not known."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

import streamlit as st

from core.i18n import N_, Lang
from loaders.choice_lists import choice_lists
from loaders.datasets.mechanisms import MEMBERS
from loaders.datasets.row import LONGEST
from loaders.returns.layout import columns
from loaders.template_column import TemplateColumn
from pages.components.return_form import visit
from pages.components.return_form.forms import Form
from pages.components.session import Context

Keep = Callable[[str | None], None]

NOT_KNOWN = N_("Not known")
_REFUSED = N_(
    "Not kept: it holds an e-mail address or a telephone number. Name organisations, never people."
)
_LONG = {"remarks": 2000}


@st.cache_data(show_spinner=False)
def _lists(lang: str) -> Mapping[str, Mapping[str, str]]:
    return choice_lists(Lang(lang))


@cache
def _columns() -> Mapping[str, TemplateColumn]:
    return columns()


def label_of(ctx: Context, name: str) -> str:
    """What a field is called in the sheet of the return."""
    return _columns()[name].heading.in_(ctx.lang)


def named(ctx: Context, name: str, told: str) -> str:
    """What was answered, in the reader's language."""
    kind = _columns()[name].choices
    words = _lists(ctx.lang.value).get(kind or "", {})
    return words.get(told, told)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One cell to be answered.

    Attributes:
        name: the field.
        place: tells its widget from others of the same field.
        told: what is answered so far; empty: not known.
        keep: what to do with an answer.
        label: in place of the field's own.
        bare: the label is only heard: it is seen above, at the first line.
    """

    name: str
    place: str
    told: str
    keep: Keep
    label: str | None = None
    bare: bool = False

    @property
    def visibility(self) -> Literal["visible", "collapsed"]:
        """As Streamlit calls it."""
        return "collapsed" if self.bare else "visible"


def show(ctx: Context, form: Form, asked: Question) -> None:
    """Draw one question."""
    kind = _columns()[asked.name].choices
    widget = f"rf_{form.key[:8]}_{form.beginning}_{asked.place}"
    label = asked.label or label_of(ctx, asked.name)
    if asked.name == "language":
        _languages(ctx, widget, label, asked)
    elif kind is not None:
        _one_of(ctx, widget, label, asked)
    else:
        _text(ctx, widget, label, asked)
    if visit.refused(asked.place):
        st.error(ctx._(_REFUSED))


def _one_of(ctx: Context, widget: str, label: str, asked: Question) -> None:
    words = _lists(ctx.lang.value)[_columns()[asked.name].choices or ""]
    codes = [*words, *([asked.told] if asked.told and asked.told not in words else [])]
    st.selectbox(
        label,
        codes,
        index=codes.index(asked.told) if asked.told else None,
        format_func=lambda code: words.get(code, code),
        placeholder=ctx._(NOT_KNOWN),
        key=widget,
        on_change=visit.on_change(widget, asked.keep),
        label_visibility=asked.visibility,
    )


def _languages(ctx: Context, widget: str, label: str, asked: Question) -> None:
    """Several, if a meeting has several."""
    words = _lists(ctx.lang.value)["language"]
    told = asked.told.split()
    spoken = told if all(code in words for code in told) else [asked.told]

    def joined(codes: Sequence[str]) -> None:
        asked.keep(" ".join(codes))

    st.multiselect(
        label,
        [*words, *(code for code in spoken if code not in words)],
        default=spoken,
        format_func=lambda code: words.get(code, code),
        placeholder=ctx._(NOT_KNOWN),
        key=widget,
        on_change=visit.on_change(widget, joined),
        label_visibility=asked.visibility,
    )


def _text(ctx: Context, widget: str, label: str, asked: Question) -> None:
    change = visit.on_change(widget, asked.keep, asked.place)
    if asked.name in _LONG:
        st.text_area(
            label, value=asked.told, max_chars=_LONG[asked.name], placeholder=ctx._(NOT_KNOWN),
            key=widget, on_change=change, label_visibility=asked.visibility,
        )  # fmt: skip
        return
    st.text_input(
        label, value=asked.told, max_chars=8 if asked.name in MEMBERS else LONGEST,
        placeholder=ctx._(NOT_KNOWN), key=widget, on_change=change,
        label_visibility=asked.visibility,
    )  # fmt: skip
