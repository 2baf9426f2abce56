"""What every page is given: who reads, in which language, from which state of the data."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from gettext import NullTranslations

import streamlit as st

import metrics
from core.access import Permission, Role, allowed, role_of_server
from core.errors import UnknownIndicator
from core.i18n import Lang, translations
from core.storage.database import Database
from pages.components import choice, store

_VISIT = "lang"
PUBLIC_VIEW = ("view", "public")
WITHOUT_DEMONSTRATION = ("demonstration", "off")
AS_OF = "as_of"


@dataclass(frozen=True, kw_only=True)
class Reader:
    """Who reads, before anything is known of the data.

    Attributes:
        lang: the language of every word on the page.
        words: the catalogue of that language.
    """

    lang: Lang
    words: NullTranslations

    def _(self, sentence: str) -> str:
        """An English sentence of the catalogue in the reader's language."""
        return self.words.gettext(sentence)

    def ngettext(self, one: str, many: str, count: int) -> str:
        """The form that goes with a count; Arabic has six of them."""
        return self.words.ngettext(one, many, count)


@dataclass(frozen=True, kw_only=True)
class Context(Reader):
    """One run of a page for one reader.

    Attributes:
        db: the store that is shown: the real one, or demonstration data while that is empty.
        data_version: the state of that store; two equal numbers with one version are one number.
        demonstration: whether the figures are of fictional organisations.
        as_of: the event number up to which decisions count; None: now.
        day: the day that the reader asked for; None: now.
        role: who the server takes the reader for.
        inside: whether the reader sees what only the team may see.
    """

    db: Database
    data_version: str
    demonstration: bool
    as_of: int | None
    day: date | None
    role: Role
    inside: bool

    def may(self, permission: Permission) -> bool:
        """Whether this reader may do this; the verbs ask again."""
        return allowed(self.role, permission)


def context() -> Context:
    """The context of this run.

    Raises:
        StorageBusy: another process has the store.
        UnknownIndicator: `wrong-day`, the day in the address cannot be read.
    """
    who = reader()
    db, demonstration = shown(st.query_params)
    day = _day(st.query_params.get(AS_OF))
    role = role_of_server(str(st.get_option("server.address") or ""))
    public = st.query_params.get(PUBLIC_VIEW[0]) == PUBLIC_VIEW[1]
    return Context(
        lang=who.lang,
        words=who.words,
        db=db,
        data_version=metrics.data_version(db),
        demonstration=demonstration,
        as_of=None if day is None else _event_at(db, day),
        day=day,
        role=role,
        inside=allowed(role, Permission.SEE_INSIDE) and not public,
    )


def reader() -> Reader:
    """The reader's language: address, this visit, cookie, browser; kept in the address.

    It is written to the address on every run, because menus drop it from there.
    """
    lang = choice.choose(
        st.query_params.get(choice.PARAMETER),
        st.session_state.get(_VISIT),
        st.context.cookies.get(choice.COOKIE),
        accepted=st.context.headers.get("Accept-Language"),
    )
    st.session_state[_VISIT] = lang.value
    if st.query_params.get(choice.PARAMETER) != lang.value:
        st.query_params[choice.PARAMETER] = lang.value
    return Reader(lang=lang, words=translations(lang))


def shown(parameters: Mapping[str, str]) -> tuple[Database, bool]:
    """The store that an address asks for, and whether it is the demonstration's."""
    real = store.real()
    wanted = parameters.get(WITHOUT_DEMONSTRATION[0]) != WITHOUT_DEMONSTRATION[1]
    if wanted and real.is_empty():
        return store.fictional(), True
    return real, False


def _day(text: str | None) -> date | None:
    """The day asked for; a day that cannot be read is refused, because now would look like it."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise UnknownIndicator("wrong-day", value=text) from error


def _event_at(db: Database, day: date) -> int:
    """The last decision of that day or before, in UTC."""
    until = "SELECT coalesce(max(event), 0) FROM event WHERE moment::DATE <= $day"
    with db.cursor() as cur:
        return int(cur.value(until, {"day": day}))
