"""Between the browser and Streamlit: language before the first paint, compression, headers."""

from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from core.i18n import Lang
from pages.components import choice, first_paint
from pages.components.talks.presenting import Presenting

_YEAR_SECONDS = 365 * 24 * 60 * 60
_NOT_PAGES = frozenset({"_stcore", "static", "media", "component", "app"})

# The rewritten page is not the file on the disk: an answer compressed inside cannot be rewritten,
# and "not modified" or a part of the file would be of another language.
_TAKEN_FROM_REQUEST = frozenset(
    {b"accept-encoding", b"if-none-match", b"if-modified-since", b"range", b"if-range"}
)
_SECURITY = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Content-Security-Policy": "frame-ancestors 'self'",
    "X-Frame-Options": "SAMEORIGIN",
}


def middleware() -> list[Middleware]:
    """What stands around Streamlit, the outermost first."""
    return [
        Middleware(SecurityHeaders),
        Middleware(GZipMiddleware, minimum_size=500, compresslevel=6),
        Middleware(Presenting),
        Middleware(PageLanguage),
    ]


class SecurityHeaders:
    """Headers that keep a browser from guessing types and other sites from framing the page."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Add the headers to an answer over HTTP."""

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(_SECURITY)
            await send(message)

        await self.app(scope, receive, with_headers if scope["type"] == "http" else send)


class PageLanguage:
    """Rewrites every HTML page into the reader's language before the browser sees it.

    Streamlit always answers `<html lang="en">`. A `?lang=` in the address is remembered in a
    cookie, which only this class sets.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Rewrite a page; pass anything else on, asked for uncompressed."""
        if not _is_page(scope):
            await self.app(_uncompressed(scope), receive, send)
            return
        page = _Page(Request(scope), send)
        await self.app(_as_whole_file(scope), receive, page.send)


class _Page:
    """One answer on its way out: held until it is whole if it is HTML, passed on otherwise."""

    def __init__(self, request: Request, send: Send) -> None:
        self._request = request
        self._send = send
        self._held: Message | None = None
        self._body = b""

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start" and _is_html(message):
            self._held = message
        elif self._held is None:
            await self._send(message)
        else:
            self._body += message.get("body", b"")
            if not message.get("more_body", False):
                await self._send_rewritten(self._held)

    async def _send_rewritten(self, start: Message) -> None:
        lang = self._language()
        body = first_paint.rewrite(self._body.decode(), lang, self._request.url.path).encode()
        headers = MutableHeaders(scope=start)
        for name in ("etag", "last-modified", "accept-ranges", "content-length"):
            del headers[name]
        headers["Content-Language"] = lang.value
        headers["Cache-Control"] = "no-cache"
        headers.add_vary_header("Cookie, Accept-Language")
        if self._request.query_params.get(choice.PARAMETER) == lang.value:
            headers.append("Set-Cookie", _cookie(lang, secure=self._request.url.scheme == "https"))
        if self._request.method != "HEAD":
            headers["Content-Length"] = str(len(body))
        await self._send(start)
        await self._send(
            {"type": "http.response.body", "body": b"" if self._request.method == "HEAD" else body}
        )

    def _language(self) -> Lang:
        return choice.choose(
            self._request.query_params.get(choice.PARAMETER),
            self._request.cookies.get(choice.COOKIE),
            accepted=self._request.headers.get("accept-language"),
        )


def _is_page(scope: Scope) -> bool:
    if scope["type"] != "http" or scope["method"] not in {"GET", "HEAD"}:
        return False
    return _NOT_PAGES.isdisjoint(scope["path"].split("/"))


def _is_html(start: Message) -> bool:
    kind = Headers(scope=start).get("content-type", "")
    return start["status"] == 200 and kind.startswith("text/html")


def _as_whole_file(scope: Scope) -> Scope:
    kept = [pair for pair in scope["headers"] if pair[0] not in _TAKEN_FROM_REQUEST]
    return {**scope, "headers": kept}


def _uncompressed(scope: Scope) -> Scope:
    """Compression happens once, outside: what answers inside is asked for plain bytes."""
    if scope["type"] != "http":
        return scope
    kept = [pair for pair in scope["headers"] if pair[0] != b"accept-encoding"]
    return {**scope, "headers": kept}


def _cookie(lang: Lang, *, secure: bool) -> str:
    base = f"{choice.COOKIE}={lang.value}; Path=/; Max-Age={_YEAR_SECONDS}; SameSite=Lax; HttpOnly"
    return f"{base}; Secure" if secure else base
