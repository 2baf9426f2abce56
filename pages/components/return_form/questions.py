"""Step 2: the questions, with what the same mechanism reported last as answers to begin with."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from html import escape
from typing import Literal

import streamlit as st

from core.i18n import N_
from core.i18n.numbers import isolate
from core.i18n.periods import period_name
from loaders.datasets.mechanisms import MEMBERS
from loaders.returns.answers import MEETING, ROLE, SEAT, VACANT, Line
from loaders.returns.layout import LABELS, OF_MECHANISM, OF_SAG, QUESTIONS
from loaders.returns.workbook import VACANT_WORD, workbook
from pages.components.return_form import fields, visit, which
from pages.components.return_form.forms import Form
from pages.components.session import Context

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_SAVED = N_(
    "Every answer is kept as you give it: after a dropped line, open this address again within a "
    "week. Leave empty what is not known."
)
_WIDTHS: Mapping[str, Sequence[float]] = {
    "roles": (1.6, 2.3, 1.1, 2, 1.15, 0.85),
    "seats": (1.5, 2.4, 1.1, 2),
    "meetings": (1.2, 1.8, 1.2, 1.2),
}
_FIELDS: Mapping[str, Sequence[str]] = {"roles": ROLE, "seats": SEAT, "meetings": MEETING}
# Offered until the person asks for more.
_LINES = {"roles": 3, "seats": 3, "meetings": 3}


def show(ctx: Context, form: Form) -> None:
    """Draw every question."""
    st.html(f'<p class="rf-about"><bdi>{escape(which.title(ctx, form))}</bdi></p>')
    st.caption(ctx._(_SAVED))
    _origins(ctx, form)
    for code, draw in _PARTS:
        st.subheader(ctx._(QUESTIONS[code]))
        draw(ctx, form)
    _downloads(ctx, form)
    with st.container(horizontal=True):
        st.button(ctx._("Back"), key="rf_to_which", on_click=visit.go, args=(1,))
        st.button(
            ctx._("See what would change"), key="rf_to_check", type="primary",
            on_click=visit.go, args=(3,),
        )  # fmt: skip


def _origins(ctx: Context, form: Form) -> None:
    """Where answers come from that nobody has given today."""
    if not form.origins:
        return
    lines = []
    for one in form.origins:
        facts = {
            "what": ctx._(_WHAT[one.dataset, one.of_group]),
            "period": period_name(one.period, ctx.lang),
            "file": isolate(one.file_name, ctx.lang),
            "sheet": isolate(one.sheet, ctx.lang),
            "batch": one.batch,
        }
        said = ctx._("{what}: as of {period}, from the file {file}, sheet {sheet} (batch {batch})")
        lines.append(f"<li>{escape(said.format(**facts))}</li>")
    lead = escape(ctx._("Answered already with what was reported last. Correct what has changed."))
    st.html(f'<div class="rf-origins"><p>{lead}</p><ul>{"".join(lines)}</ul></div>')


_WHAT: Mapping[tuple[str, bool], str] = {
    ("mechanisms", False): N_("The mechanism’s own answers"),
    ("roles", False): N_("Leadership roles"),
    ("members", True): N_("Seats in the SAG"),
    ("mechanisms", True): N_("Numbers of the SAG"),
}


# Their question has more than one cell.
_WITH_OTHERS = frozenset(("status", "source"))


def _says(name: str) -> Callable[[Context, Form], None]:
    def draw(ctx: Context, form: Form) -> None:
        told = form.answers.says.get(name, "")
        label = ctx._(LABELS[name]) if name in LABELS else None
        keep = partial(visit.answer, "says", name)
        bare = name in QUESTIONS and name not in _WITH_OTHERS
        question = fields.Question(
            name=name, place=name, told=told, keep=keep, label=label, bare=bare
        )
        fields.show(ctx, form, question)

    return draw


def _status(ctx: Context, form: Form) -> None:
    left, right = st.columns(2)
    with left:
        _says("status")(ctx, form)
    with right:
        _says("closed_on")(ctx, form)


def _source(ctx: Context, form: Form) -> None:
    for name in ("source", "remarks"):
        _says(name)(ctx, form)


_COUNTED: Sequence[tuple[Literal["members", "sag"], str]] = (
    ("members", OF_MECHANISM),
    ("sag", OF_SAG),
)


def _members(ctx: Context, form: Form) -> None:
    """A line for each type of organisation: how many in the mechanism, how many in its SAG."""
    st.caption(ctx._("Write 0 only where there is none."))
    for at, name in enumerate(MEMBERS):
        columns = st.columns((3, 1, 1), vertical_alignment="bottom")
        columns[0].markdown(fields.label_of(ctx, name))
        for column, (part, title) in zip(columns[1:], _COUNTED, strict=True):
            if part == "sag" and form.answers.which.get("mechanism_type") == "sag":
                continue
            with column:
                question = fields.Question(
                    name=name, place=f"{part}_{name}", bare=at > 0, label=ctx._(title),
                    told=getattr(form.answers, part).get(name, ""),
                    keep=partial(visit.answer, part, name),
                )  # fmt: skip
                fields.show(ctx, form, question)


def _lines(table: visit.Table) -> Callable[[Context, Form], None]:
    def draw(ctx: Context, form: Form) -> None:
        given: Sequence[Line] = getattr(form.answers, table)
        more = f"rf_more_{table}_{form.key[:8]}_{form.beginning}"
        shown = max(_LINES[table], len(given) + 1) + st.session_state.get(more, 0)
        for at in range(shown):
            _line(ctx, form, table, at, given[at] if at < len(given) else {})
        st.button(
            ctx._("Add a line"), key=f"{more}_button",
            on_click=lambda: st.session_state.update({more: st.session_state.get(more, 0) + 1}),
        )  # fmt: skip

    return draw


def _line(ctx: Context, form: Form, table: visit.Table, at: int, line: Line) -> None:
    columns = st.columns(_WIDTHS[table], vertical_alignment="bottom")
    vacant = line.get("organisation") == VACANT
    for column, name in zip(columns, _FIELDS[table], strict=False):
        with column:
            if name == "organisation" and vacant:
                st.markdown(f"*{ctx._(VACANT_WORD)}*")
                continue
            question = fields.Question(
                name=name, place=f"{table}_{at}_{name}", told=line.get(name, ""), bare=at > 0,
                keep=partial(visit.answer_line, table, at, name),
            )  # fmt: skip
            fields.show(ctx, form, question)
    if table == "roles":
        with columns[-1]:
            _vacant(ctx, form, at, vacant)


def _vacant(ctx: Context, form: Form, at: int, vacant: bool) -> None:
    key = f"rf_{form.key[:8]}_{form.beginning}_vacant_{at}"

    def said(holds: bool) -> None:
        visit.answer_line("roles", at, "organisation", VACANT if holds else None)

    change = visit.on_change(key, said)
    st.checkbox(ctx._(VACANT_WORD), value=vacant, key=key, on_change=change)


def _meetings(ctx: Context, form: Form) -> None:
    st.caption(ctx._("Write the day as 2026-03-14. Give the last three, if there were so many."))
    if form.meetings:
        days = " · ".join(form.meetings)
        st.caption(ctx._("Known already: {days}").format(days=isolate(days, ctx.lang)))
    _lines("meetings")(ctx, form)


def _downloads(ctx: Context, form: Form) -> None:
    st.download_button(
        ctx._("Download these answers as a workbook to send by e-mail"),
        data=lambda: workbook(form.answers, ctx.lang),
        file_name=f"return-{ctx.lang.value}.xlsx",
        mime=_XLSX,
        key="rf_workbook",
        on_click="ignore",
        type="tertiary",
    )


_PARTS: Sequence[tuple[str, Callable[[Context, Form], None]]] = (
    ("status", _status),
    ("role", _lines("roles")),
    ("members", _members),
    ("seat", _lines("seats")),
    ("meeting", _meetings),
    ("language", _says("language")),
    ("interpretation", _says("interpretation")),
    ("minutes_translated", _says("minutes_translated")),
    ("plan", _says("plan")),
    ("source", _source),
)
