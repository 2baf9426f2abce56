"""This visit's return: which one it works on, and every answer kept as soon as it is given."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Literal

import streamlit as st

from loaders import Upload
from loaders.personal import holds_address, holds_number_of_person
from loaders.returns import Answers, answers_in, known_mechanisms, last
from pages.components import store
from pages.components.return_form.forms import Form, kept
from pages.components.upload.drafts import new_key

PARAMETER = "return"
NEW = 0  # in place of the number of a mechanism
Table = Literal["roles", "seats", "meetings"]
_KEY = "return_key"
_LOST = "return_lost"
_REFUSED = "return_refused"


def now() -> Form | None:
    """The return that the address names, else the one of this visit.

    The menu drops the key from the address, so it is written there again.
    """
    key = st.query_params.get(PARAMETER) or st.session_state.get(_KEY)
    if key is None:
        return None
    form = kept().find(key)
    if form is None:
        forget()
        st.session_state[_LOST] = True
        return None
    return _shown(form)


def _shown(form: Form) -> Form:
    st.session_state[_KEY] = form.key
    if st.query_params.get(PARAMETER) != form.key:
        st.query_params[PARAMETER] = form.key
    return form


def was_lost() -> bool:
    """Whether a return that was asked for is no longer kept; says so once."""
    return bool(st.session_state.pop(_LOST, False))


def keep(form: Form) -> Form:
    """Keep a new state of the return."""
    kept().keep(form)
    return form


def forget() -> None:
    """Begin anew; what is kept under the key expires by itself."""
    st.session_state.pop(_KEY, None)
    st.query_params.pop(PARAMETER, None)


def handed_over(upload: Upload, content: bytes) -> str:
    """Keep a return that came as a workbook, as if it had been answered here; its key."""
    answers = answers_in(upload, store.known().vocabulary)
    form = Form(
        key=new_key(), step=2, answers=answers, chosen=True, handed_over=(upload.name, content)
    )
    return keep(form).key


def go(step: int) -> None:
    """Open a step; what was answered stays."""
    form = now()
    if form is not None:
        keep(replace(form, step=step))


def set_country(country: str | None) -> None:
    """Whose mechanisms are offered; another country is another return."""
    form = now() or Form(key=new_key())
    if country is None or form.answers.which.get("country") == country:
        return
    period = form.answers.which.get("period")
    which = {"country": country, **({"period": period} if period else {})}
    changed = replace(
        form, answers=Answers(which=which), mechanism=None, chosen=False, origins=(), meetings=(),
        beginning=form.beginning + 1, handed_over=None,
    )  # fmt: skip
    _shown(keep(changed))


def set_mechanism(number: int | None) -> None:
    """Which mechanism: what it reported last is answered already; NEW is one that is not known."""
    form = now()
    if form is None or number is None:
        return
    which = {n: t for n, t in form.answers.which.items() if n in {"country", "period"}}
    begun = replace(
        form, answers=Answers(which=which), mechanism=None, chosen=True, origins=(), meetings=(),
        beginning=form.beginning + 1, handed_over=None,
    )  # fmt: skip
    keep(begun if number == NEW else _prefilled(begun, number))


def _prefilled(form: Form, number: int) -> Form:
    database, words = store.real(), store.known().vocabulary
    with database.cursor() as cur:
        every = known_mechanisms(cur, form.answers.which["country"])
        meant = next((one for one in every if one.mechanism == number), None)
        if meant is None:
            return form
        found = last(cur, meant, words)
    period = form.answers.which.get("period")
    answers = found.answers.about(**({"period": period} if period else {}))
    return replace(
        form, answers=answers, mechanism=number, origins=found.origins, meetings=found.meetings
    )


def answer(part: Literal["which", "says", "members", "sag"], name: str, told: str | None) -> None:
    """Keep one answer; None or blank: not known."""
    form = now()
    if form is not None:
        said = _with(getattr(form.answers, part), name, told)
        _keep_answers(form, **{part: said})


def answer_line(table: Table, at: int, name: str, told: str | None) -> None:
    """Keep one cell of a line; a line behind the last one is added."""
    form = now()
    if form is None:
        return
    lines = [*getattr(form.answers, table)]
    lines += [{}] * (at + 1 - len(lines))
    lines[at] = _with(lines[at], name, told)
    _keep_answers(form, **{table: tuple(lines)})


def _with(said: Mapping[str, str], name: str, told: str | None) -> dict[str, str]:
    others = {field: text for field, text in said.items() if field != name}
    return {**others, **({name: told} if told else {})}


def _keep_answers(form: Form, **changed: Any) -> None:  # noqa: ANN401 - fields of the answers
    answers = replace(form.answers, **changed)
    if answers != form.answers:
        keep(replace(form, answers=answers, handed_over=None, published=None))


def on_change(widget: str, apply: Callable[[Any], None], place: str = "") -> Callable[[], None]:
    """A callback that keeps the new value of a widget, before the page is drawn.

    A text with an e-mail address or a telephone number is not kept: every question is drawn anew,
    with what was answered before.

    Args:
        widget: its key.
        apply: what to do with the value.
        place: by which the page asks whether it was refused.
    """

    def changed() -> None:
        told = st.session_state[widget]
        told = told.strip() if isinstance(told, str) else told
        if isinstance(told, str) and (holds_address(told) or holds_number_of_person(told)):
            st.session_state[_REFUSED] = place
            form = now()
            if form is not None:
                keep(replace(form, beginning=form.beginning + 1))
        else:
            apply(told)

    return changed


def refused(place: str) -> bool:
    """Whether what was just typed there was not kept; says so once."""
    if st.session_state.get(_REFUSED) != place:
        return False
    del st.session_state[_REFUSED]
    return True
