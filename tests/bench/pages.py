"""What pages cost: bytes of a first visit, and the server's time for a run with warm caches.

The bare limit of a run is a Streamlit script that draws the same texts from constants.
"""

import os
import tempfile
from pathlib import Path

from playwright.sync_api import CDPSession, sync_playwright
from streamlit.testing.v1 import AppTest

from pages.components import menu
from tests import browser_setup
from tests.bench.table import Line, best_of
from tests.e2e.conftest import QUIET, serving, settled
from tests.stores import demonstration_copy

_FRAME = str(Path(__file__).parents[2] / "pages" / "frame.py")


def lines() -> list[Line]:
    """The first load of the overview, then one line a page."""
    with tempfile.TemporaryDirectory() as folder:
        sizes = _first_load(Path(folder))
        os.environ["ALN_STORE"] = str(Path(folder) / "none.duckdb")
        os.environ["ALN_DEMONSTRATION"] = str(demonstration_copy(Path(folder)))
        return [_first(sizes), *(_warm(place.path) for place in menu.PLACES)]


def _first(sizes: tuple[int, int]) -> Line:
    note = (
        f"{sizes[0] / 1000:.0f} kB of files as they travel,"
        f" {sizes[1] / 1000:.0f} kB of page before the websocket compresses it"
    )
    return Line("first load of the overview (bytes, no ratio)", 1.0, 1.0, None, note)


def _first_load(folder: Path) -> tuple[int, int]:
    with serving(folder) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=browser_setup.find_browser(), args=list(QUIET)
        )
        page = browser.new_page()
        session: CDPSession = page.context.new_cdp_session(page)
        session.send("Network.enable")
        travelled: list[int] = []
        session.on("Network.loadingFinished", lambda e: travelled.append(e["encodedDataLength"]))
        drawn: list[int] = []
        # Binary frames are told as base64, after they were inflated.
        session.on(
            "Network.webSocketFrameReceived",
            lambda e: drawn.append(len(e["response"]["payloadData"]) * 3 // 4),
        )
        page.goto(server.address)
        settled(page)
        page.wait_for_timeout(1500)
        browser.close()
    return int(sum(travelled)), sum(drawn)


def _warm(path: str) -> Line:
    visit = AppTest.from_file(_FRAME, default_timeout=120).switch_page(f"{path}.py").run()
    drawn = [element.proto.body for element in visit.get("html")]
    drawn += [str(element.value) for element in visit.markdown]
    script = f"import streamlit as st\nfor text in {drawn!r}:\n    st.html(text)\n"
    bare = AppTest.from_string(script, default_timeout=120).run()
    ours, limit = best_of(visit.run, bare.run, rounds=5)
    return Line(f"warm run of {path}", ours, limit, None, f"{len(drawn)} texts")
