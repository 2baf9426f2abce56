"""The real server on a port of its own with a store of its own, and a real browser."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests import browser_setup
from tests.stores import demonstration_copy

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 60.0
QUIET = (
    "--no-sandbox",
    "--headless",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


@dataclass(frozen=True, slots=True)
class Server:
    """A running dashboard: where it answers, and what it has said."""

    address: str
    log: Path


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """A bare `pytest` leaves the browser out; `-m browser` asks for it."""
    if config.getoption("markexpr"):
        return
    left_out = [item for item in items if item.get_closest_marker("browser")]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in left_out]


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The dashboard on an empty store, stopped at the end."""
    with serving(tmp_path_factory.mktemp("server")) as running:
        yield running


@contextmanager
def serving(folder: Path) -> Iterator[Server]:
    """A dashboard of its own, with `store.duckdb` and demonstration data in a folder."""
    port, log = free_port(), folder / "server.log"
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py", "--server.headless=true"]
    command += [f"--server.port={port}", "--server.address=127.0.0.1"]
    surroundings = {**os.environ, "ALN_STORE": str(folder / "store.duckdb")}
    surroundings["ALN_DEMONSTRATION"] = str(demonstration_copy(folder))
    with log.open("wb") as said:
        running = subprocess.Popen(
            command, cwd=ROOT, env=surroundings, stdout=said, stderr=subprocess.STDOUT
        )
        try:
            address = f"http://127.0.0.1:{port}"
            wait_for(f"{address}/_stcore/health", running, log)
            yield Server(address, log)
        finally:
            running.terminate()
            running.wait(timeout=20)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=browser_setup.find_browser(), args=list(QUIET)
        )
        yield opened
        opened.close()


@pytest.fixture
def visit(browser: Browser, server: Server) -> Iterator[Callable[..., Page]]:
    """Opens an address in a browser of its own: `visit("/clusters?lang=ar", width=390)`."""
    contexts = []

    def open_page(address: str, *, width: int = 1280, height: int = 720) -> Page:
        context = browser.new_context(viewport={"width": width, "height": height})
        contexts.append(context)
        page = context.new_page()
        page.goto(server.address + address)
        settled(page)
        return page

    yield open_page
    for context in contexts:
        context.close()


def settled(page: Page) -> None:
    """Wait until the page is drawn to its foot and no script is running."""
    page.wait_for_selector(".shell-footer", timeout=30_000)
    page.wait_for_selector('.stApp[data-test-script-state="notRunning"]', timeout=30_000)


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(address: str, running: subprocess.Popen[bytes], log: Path) -> None:
    """Return when the address answers; fail with the log when it does not."""
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and running.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=2):  # noqa: S310  our own address
                return
        except (urllib.error.URLError, TimeoutError):
            time.sleep(0.2)
    pytest.fail(f"the dashboard did not start:\n{log.read_text(errors='replace')}")
