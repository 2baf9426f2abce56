"""What was perhaps meant by wrong values, taken with one click instead of from a list each."""

from collections.abc import Callable, Mapping

import streamlit as st

from core.i18n.numbers import count
from loaders.choice_lists import choice_lists
from loaders.issues import Issue
from loaders.template_columns import choices_of
from loaders.wrong_values import WrongColumn
from pages.components import store
from pages.components.session import Context
from pages.components.upload import typed
from pages.components.upload.drafts import Draft


def offer(ctx: Context, draft: Draft, wrong: WrongColumn, widget: Callable[[Issue], str]) -> None:
    """A button where values of the column have a likely meaning that is not chosen yet.

    Args:
        ctx: whose language it speaks.
        draft: holds what was typed before.
        wrong: the column.
        widget: the key of the list from which a value's text is chosen.
    """
    meant = {
        issue: text
        for issue, text in _meant(ctx, wrong).items()
        if typed.of_value(issue) not in draft.typed
    }
    if not meant:
        return
    label = ctx.ngettext(
        "Take what is suggested for {count} value", "Take what is suggested for {count} values",
        len(meant),
    )  # fmt: skip
    st.button(
        label.format(count=count(len(meant), ctx.lang)),
        key="up_mend_suggested",
        on_click=_take,
        args=(meant, {issue: widget(issue) for issue in meant}),
    )


def _meant(ctx: Context, wrong: WrongColumn) -> dict[Issue, str]:
    """Issue -> the name of its list that is suggested; nothing where the field has no list."""
    choices = choices_of(wrong.field)
    if choices is None:
        return {}
    names, known = choice_lists(ctx.lang)[choices], store.known().vocabulary
    codes = {i: known.code(choices, i.suggestion) for i in wrong.values if i.suggestion}
    return {
        issue: names[code] for issue, code in codes.items() if code is not None and code in names
    }


def _take(meant: Mapping[Issue, str], widgets: Mapping[Issue, str]) -> None:
    for issue, text in meant.items():
        st.session_state[widgets[issue]] = text
        typed.keep(typed.of_value(issue), text)
