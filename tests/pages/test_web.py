"""What stands between the browser and Streamlit: language, compression, headers."""

import asyncio
import gzip
import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import streamlit
from starlette.datastructures import Headers
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from core.i18n import Lang, translations
from pages.components import choice, first_paint, web

STREAMLIT_PAGE = (Path(streamlit.__file__).parent / "static" / "index.html").read_text("utf-8")


@dataclass
class Inside:
    """In Streamlit's place: compresses by itself, and answers a page at every address."""

    asked: list[Scope] = field(default_factory=list)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.asked.append(scope)
        if scope["type"] == "websocket":
            await send({"type": "websocket.accept"})
            return
        page = HTMLResponse(STREAMLIT_PAGE, headers={"ETag": '"1"', "Last-Modified": "yesterday"})
        script = PlainTextResponse("let x = 1;" * 200, media_type="text/javascript")
        answer: ASGIApp = script if scope["path"].startswith("/static/") else page
        await GZipMiddleware(answer, minimum_size=0)(scope, receive, send)


@dataclass(frozen=True)
class Answer:
    """What a browser gets."""

    headers: Headers
    raw: bytes

    @property
    def text(self) -> str:
        packed = self.headers.get("content-encoding") == "gzip"
        return (gzip.decompress(self.raw) if packed else self.raw).decode()


def ask(address: str, *, method: str = "GET", inside: Inside | None = None, **sent: str) -> Answer:
    """One request through the whole stack; keywords are headers, with `_` for `-`."""
    path, _, query = address.partition("?")
    headers = [(name.replace("_", "-").encode(), value.encode()) for name, value in sent.items()]
    scope = {"type": "http", "method": method, "path": path, "query_string": query.encode()}
    scope |= {"headers": headers, "scheme": "http", "server": ("127.0.0.1", 80), "root_path": ""}
    messages = asyncio.run(exchange(scope, inside or Inside()))
    body = b"".join(message.get("body", b"") for message in messages[1:])
    return Answer(Headers(raw=messages[0]["headers"]), body)


async def exchange(scope: Scope, inside: Inside) -> list[Message]:
    messages: list[Message] = []
    app: ASGIApp = inside
    for layer in reversed(web.middleware()):
        app = layer.cls(app, *layer.args, **layer.kwargs)

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        messages.append(message)

    await app(scope, receive, send)
    return messages


@pytest.mark.parametrize("encoding", ["identity", "gzip"])
@pytest.mark.parametrize("path", ["/", "/clusters", "/no-such-page"])
@pytest.mark.parametrize(
    ("lang", "tag"),
    [
        ("en", '<html lang="en" dir="ltr" translate="no">'),
        ("fr", '<html lang="fr" dir="ltr" translate="no">'),
        ("ar", '<html lang="ar" dir="rtl" translate="no">'),
    ],
)
def test_every_address_arrives_in_its_language(
    path: str, lang: str, tag: str, encoding: str
) -> None:
    answer = ask(f"{path}?lang={lang}", accept_encoding=encoding)

    assert tag in answer.text
    assert answer.headers["content-language"] == lang
    assert answer.headers["content-length"] == str(len(answer.raw))
    assert (answer.headers.get("content-encoding") == "gzip") is (encoding == "gzip")


@pytest.mark.parametrize(
    ("address", "visit", "cookie", "accepted", "chosen"),
    [
        ("fr", "ar", "ar", "ar", Lang.FR),
        (None, "ar", "fr", "fr", Lang.AR),
        (None, None, "fr", "ar", Lang.FR),
        (None, None, None, "ar-TD,fr;q=0.8", Lang.AR),
        (None, None, None, "de,fr;q=0.8,ar;q=0.9", Lang.AR),
        (None, None, None, "fr;q=0,ar;q=0.1", Lang.AR),
        (None, None, None, "de, *;q=0.5", Lang.EN),
        (None, None, None, "fr;q=often", Lang.EN),
        (None, None, None, None, Lang.EN),
        ("FR", None, None, None, Lang.FR),
        ("de", None, "ar", "fr", Lang.AR),
        ("<script>", None, None, None, Lang.EN),
    ],
)
def test_the_address_goes_before_the_visit_the_cookie_and_the_browser(
    address: str | None, visit: str | None, cookie: str | None, accepted: str | None, chosen: Lang
) -> None:
    assert choice.choose(address, visit, cookie, accepted=accepted) is chosen


@pytest.mark.parametrize(
    ("address", "cookie", "remembered"),
    [
        ("/?lang=ar", "", "lang=ar;"),
        ("/clusters?lang=fr", "lang=ar", "lang=fr;"),
        ("/", "lang=ar", None),
        ("/?lang=de", "", None),
    ],
)
def test_only_a_language_in_the_address_is_remembered(
    address: str, cookie: str, remembered: str | None
) -> None:
    answer = ask(address, cookie=cookie)

    found = answer.headers.get("set-cookie")
    assert (found is None) if remembered is None else str(found).startswith(remembered)


def test_the_cookie_decides_where_the_address_is_silent() -> None:
    answer = ask("/history", cookie="lang=ar", accept_language="fr")

    assert 'lang="ar" dir="rtl"' in answer.text
    assert {"Cookie", "Accept-Language"} <= set(answer.headers["vary"].split(", "))


def test_a_page_is_never_answered_with_the_state_of_another_language() -> None:
    inside = Inside()

    answer = ask("/", inside=inside, if_none_match='"1"', range="bytes=0-9", host="example.org")

    names = {name for name, _ in inside.asked[0]["headers"]}
    assert names == {b"host"}
    assert not {"etag", "last-modified"} & set(answer.headers)
    assert answer.headers["cache-control"] == "no-cache"


def test_a_script_is_passed_on_unchanged_and_compressed_once() -> None:
    answer = ask("/static/js/index.js", accept_encoding="gzip")

    assert answer.text == "let x = 1;" * 200
    assert answer.headers["content-encoding"] == "gzip"
    assert "content-language" not in answer.headers


def test_a_head_request_is_answered_without_a_body_and_remembers_the_choice() -> None:
    answer = ask("/clusters?lang=ar", method="HEAD")

    assert answer.raw == b""
    assert answer.headers["set-cookie"].startswith("lang=ar;")


@pytest.mark.parametrize("address", ["/", "/static/js/index.js"])
def test_every_answer_forbids_guessing_and_framing(address: str) -> None:
    headers = ask(address).headers

    assert headers["x-content-type-options"] == "nosniff"
    assert headers["content-security-policy"] == "frame-ancestors 'self'"
    assert headers["referrer-policy"] == "same-origin"


def test_a_websocket_passes_untouched() -> None:
    inside = Inside()
    scope = {"type": "websocket", "path": "/_stcore/stream", "headers": [(b"a", b"b")]}

    messages = asyncio.run(exchange(scope, inside))

    assert messages == [{"type": "websocket.accept"}]
    assert inside.asked == [scope]


@pytest.mark.parametrize("lang", list(Lang))
def test_streamlits_own_page_is_replaced_in_every_part_a_reader_sees(lang: Lang) -> None:
    say = translations(lang).gettext

    page = first_paint.rewrite(STREAMLIT_PAGE, lang, "/methodology")

    name = say("Local and national actors in humanitarian coordination")
    assert f"<title>{say('Methodology')} · {name}</title>" in page
    assert f'<p role="status">{say("Loading…")}</p>' in page
    for left in ("<title>Streamlit", "A Streamlit app", "enable JavaScript", "SourceSans"):
        assert left not in page
    scripts = re.findall(r'<script type="module"[^>]*>', STREAMLIT_PAGE)
    assert scripts
    assert all(script in page for script in scripts)
