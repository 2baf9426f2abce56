"""Talks on the page: built, frozen, taken away, and nothing in them that a reader may not see."""

import asyncio
import re
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.types import Message, Receive, Scope, Send
from streamlit.testing.v1 import AppTest

from core.i18n import Lang
from core.storage.talks import Said, Talk, TalkSlide, load, save
from pages.components import store
from pages.components.talks import presenting
from tests.pages.published import FRAME

PRESENCE = "lna_share_of_presence"


def opened(**parameters: str) -> AppTest:
    visit = AppTest.from_file(FRAME, default_timeout=60)
    for name, value in parameters.items():
        visit.query_params[name] = value
    return visit.switch_page("talks.py").run()


def written(visit: AppTest) -> str:
    parts = [e.proto.body for e in visit.get("html")] + [str(e.value) for e in visit.markdown]
    return " ".join(" ".join(parts).split())


def shown(visit: AppTest) -> Talk:
    """The talk that the address names, as the store of the demonstration has it."""
    talk = load(store.fictional(), visit.query_params["talk"])
    assert talk is not None
    return talk


def kept(*slides: TalkSlide, event: int = 10_000) -> Talk:
    """A talk in the real store."""
    talk = Talk(key="k", title=Said(en="Ours"), event=event, version="1-x", slides=slides)
    save(store.real(), talk)
    return talk


def presence(**more: str) -> TalkSlide:
    shown = {"country": None, "cluster": None} | more
    return TalkSlide(
        indicator=PRESENCE,
        kind="headline",
        period="2021-Q4",
        scope=2,
        country=shown["country"],
        cluster=shown["cluster"],
    )


@pytest.mark.parametrize("lang", list(Lang))
def test_a_talk_is_begun_gets_a_slide_and_stands_in_the_address(lang: Lang) -> None:
    visit = opened(lang=lang.value)
    visit.button(key="talk_new").click().run()
    visit.button(key="slide_add").click().run()

    assert not visit.exception
    assert [slide.kind for slide in shown(visit).slides] == ["headline"]


def test_a_slide_is_copied_moved_deleted_and_the_deletion_undone() -> None:
    visit = opened(lang="en")
    visit.button(key="talk_new").click().run()
    visit.button(key="slide_add").click().run()
    visit.button(key="copy_0").click().run()
    copied = len(shown(visit).slides)
    visit.button(key="delete_1").click().run()
    deleted = len(shown(visit).slides)
    visit.button(key="undo").click().run()

    assert not visit.exception
    assert (copied, deleted, len(shown(visit).slides)) == (2, 1, 2)


def test_a_deleted_talk_is_brought_back_from_its_address() -> None:
    visit = opened(lang="en")
    visit.button(key="talk_new").click().run()
    visit.button(key="talk_delete").click().run()
    gone = shown(visit).put_away
    visit.button(key="talk_back").click().run()

    assert not visit.exception
    assert (gone, shown(visit).put_away) == (True, False)


def test_words_with_a_telephone_number_are_not_kept() -> None:
    visit = opened(lang="en")
    visit.button(key="talk_new").click().run()
    visit.button(key="slide_add").click().run()
    visit.text_area[0].set_value("Call +235 66 12 34 56")
    next(b for b in visit.button if b.label == "Save the words").click().run()

    assert [error.value for error in visit.error] != []
    assert shown(visit).slides[0].notes == Said()


@pytest.mark.usefixtures("published_store")
def test_a_frozen_talk_keeps_its_numbers_and_says_what_today_would_say() -> None:
    # The first file names three national organisations and one international in WASH; the second
    # decision corrects it to one and one.
    kept(presence(cluster="WSH"), event=1)

    visit = opened(lang="en", talk="k")
    frozen = written(visit)
    visit.button(key="talk_refresh").click().run()
    today = written(visit)

    assert not visit.exception
    assert "Today these slides would say" in frozen
    assert "3 of 4 organisations" in frozen
    assert "1 of 2 organisations" in frozen
    assert "Today these slides would say" not in today
    assert "3 of 4 organisations" not in today


@pytest.mark.usefixtures("published_store")
def test_the_public_reads_a_talk_without_small_numbers_and_changes_nothing() -> None:
    kept(presence(cluster="WSH"))

    inside, outside = opened(lang="en", talk="k"), opened(lang="en", talk="k", view="public")

    assert not outside.exception
    assert "1 of 2" in written(inside) or "2 of 2" in written(inside)
    assert re.search(r"\b\d of 2\b", written(outside)) is None


@pytest.mark.parametrize("lang", list(Lang))
def test_an_empty_store_says_what_to_do(lang: Lang, tmp_path: Path) -> None:
    visit = opened(lang=lang.value, demonstration="off")

    assert not visit.exception
    assert "note-nothing" in written(visit)


def presented(address: str) -> tuple[int, str]:
    """What a browser gets at an address, from the part of the server that presents."""
    path, _, query = address.partition("?")
    scope = {"type": "http", "method": "GET", "path": path, "query_string": query.encode()}
    scope |= {"headers": [], "scheme": "http", "server": ("127.0.0.1", 80), "root_path": ""}
    messages: list[Message] = []

    async def nothing(scope: Scope, receive: Receive, send: Send) -> None:
        raise AssertionError(scope["path"])

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        messages.append(message)

    asyncio.run(presenting.Presenting(nothing)(scope, receive, send))
    return messages[0]["status"], b"".join(m.get("body", b"") for m in messages[1:]).decode()


@pytest.mark.usefixtures("published_store")
def test_the_address_of_a_talk_gives_all_of_it_without_small_numbers() -> None:
    kept(replace(presence(cluster="WSH"), notes=Said(en="Only for me")))

    outside = presented("/present?talk=k&lang=fr")
    inside = presented("/present?talk=k&lang=fr&inside=yes")
    public = presented("/present?talk=k&lang=fr&inside=yes&view=public")

    assert [status for status, _ in (outside, inside, public)] == [200, 200, 200]
    assert [
        re.search(r"\b1 sur 2\b", text) is not None for _, text in (outside, inside, public)
    ] == [
        False,
        True,
        False,
    ]


@pytest.mark.usefixtures("published_store")
def test_an_address_without_a_talk_leads_to_the_page_that_says_so() -> None:
    assert presented("/present?talk=nothing&lang=ar")[0] == 303
