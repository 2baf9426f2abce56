"""One question as a widget: a list where we have one, else a text. Nothing chosen is not known."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache

import streamlit as st

from core.i18n import N_, Lang
from loaders.datasets.row import LONGEST
from loaders.returns.layout import columns
from loaders.template_column import TemplateColumn
from loaders.template_lists import lists_of
from pages.components.return_form import visit
from pages.components.return_form.forms import Form
from pages.components.session import Context

Keep = Callable[[str | None], None]

NOT_KNOWN = N_("Not known")
_REFUSED = N_(
    "Not kept: it holds an e-mail address or a telephone number. Name organisations, never people."
)
_LONG = {"remarks": 2000}
_NUMBERS = frozenset(("members", "members_ngo", "members_red_cross", "members_authority",
                      "members_ingo", "members_un", "members_other"))  # fmt: skip


@st.cache_data(show_spinner=False)
def _lists(lang: str) -> dict[str, dict[str, str]]:
    return lists_of(Lang(lang))


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


def show(
    ctx: Context, form: Form, name: str, place: str, told: str, keep: Keep, **look: str
) -> None:
    """Draw one question.

    Args:
        ctx: the reader.
        form: the return.
        name: the field.
        place: tells its widget from others of the same field.
        told: what is answered so far; empty: not known.
        keep: what to do with an answer.
        look: `label` in place of the field's own; `label_visibility`, as Streamlit has it.
    """
    kind = _columns()[name].choices
    widget = f"rf_{form.key[:8]}_{form.beginning}_{place}"
    label = look.pop("label", label_of(ctx, name))
    if name == "language":
        _languages(ctx, widget, label, told, keep)
    elif kind is not None:
        _one_of(ctx, widget, (label, look), kind, told, keep)
    else:
        _text(ctx, widget, (label, look), (name, place), told, keep)
    if visit.refused(place):
        st.error(ctx._(_REFUSED))


def _one_of(
    ctx: Context,
    widget: str,
    look: tuple[str, Mapping[str, str]],
    kind: str,
    told: str,
    keep: Keep,
) -> None:
    words = _lists(ctx.lang.value)[kind]
    codes = [*words, *([told] if told and told not in words else [])]
    st.selectbox(
        look[0],
        codes,
        index=codes.index(told) if told else None,
        format_func=lambda code: words.get(code, code),
        placeholder=ctx._(NOT_KNOWN),
        key=widget,
        on_change=visit.on_change(widget, keep),
        **look[1],  # type: ignore[arg-type] # one of the words that Streamlit has for it
    )


def _languages(ctx: Context, widget: str, label: str, told: str, keep: Keep) -> None:
    """Several, if a meeting has several."""
    words = _lists(ctx.lang.value)["language"]
    spoken = told.split() if all(code in words for code in told.split()) else [told]

    def joined(codes: Sequence[str]) -> None:
        keep(" ".join(codes))

    st.multiselect(
        label,
        [*words, *(code for code in spoken if code not in words)],
        default=spoken,
        format_func=lambda code: words.get(code, code),
        placeholder=ctx._(NOT_KNOWN),
        key=widget,
        on_change=visit.on_change(widget, joined),
    )


def _text(
    ctx: Context,
    widget: str,
    look: tuple[str, Mapping[str, str]],
    asked: tuple[str, str],
    told: str,
    keep: Keep,
) -> None:
    name, place = asked
    draw = st.text_area if name in _LONG else st.text_input
    draw(
        look[0],
        value=told,
        max_chars=8 if name in _NUMBERS else _LONG.get(name, LONGEST),
        placeholder=ctx._(NOT_KNOWN),
        key=widget,
        on_change=visit.on_change(widget, keep, place),
        **look[1],  # type: ignore[arg-type] # one of the words that Streamlit has for it
    )
