"""A talk at an address of its own: one page that needs the server no more once it is open."""

import logging
from dataclasses import dataclass

import streamlit as st
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

import metrics
from core.access import Permission, allowed, role_of_server
from core.errors import DashboardError
from core.i18n import translations
from core.storage.talks import Talk, load
from exports.pack import pack
from pages.components import choice, session
from pages.components.session import Context
from pages.components.talks import files

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class Presenting:
    """Answers `/present` with the whole talk; passes anything else on."""

    app: ASGIApp

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or pass on."""
        wanted = scope["type"] == "http" and scope["path"].rpartition("/")[2] == files.PRESENT
        if not wanted or scope["method"] != "GET":
            await self.app(scope, receive, send)
            return
        answer = await run_in_threadpool(_answer, Request(scope))
        await answer(scope, receive, send)


def _answer(request: Request) -> Response:
    """The talk; where there is none, or it cannot be drawn, the page that says so."""
    try:
        ctx = _reader(request)
        talk = load(ctx.db, request.query_params.get("talk", ""))
        if talk is not None and talk.slides and not talk.put_away:
            return HTMLResponse(_page(ctx, talk), headers={"Cache-Control": "no-cache"})
    except DashboardError as error:
        # The page of talks meets the same, and has the words for it.
        _LOG.info("a talk could not be presented: %s", error.code)
    return RedirectResponse(f"talks?{request.url.query}", status_code=303)


def _page(ctx: Context, talk: Talk) -> bytes:
    titles = files.titles_of(ctx, talk)
    notes = files.has_notes(ctx)
    slides = files.in_languages(ctx, talk, "", inside=ctx.inside, notes=notes)
    return pack(slides, titles, first=ctx.lang, with_notes=notes)


def _reader(request: Request) -> Context:
    """Who asks: as on every page, but outside of a visit."""
    asked = request.query_params
    db, demonstration = session.shown(asked)
    role = role_of_server(str(st.get_option("server.address") or ""))
    public = asked.get(session.PUBLIC_VIEW[0]) == session.PUBLIC_VIEW[1]
    lang = choice.choose(
        asked.get(choice.PARAMETER),
        request.cookies.get(choice.COOKIE),
        accepted=request.headers.get("accept-language"),
    )
    return Context(
        lang=lang,
        words=translations(lang),
        db=db,
        data_version=metrics.data_version(db),
        demonstration=demonstration,
        as_of=None,
        day=None,
        role=role,
        inside=allowed(role, Permission.SEE_INSIDE)
        and not public
        and asked.get(files.INSIDE) == "yes",
    )
