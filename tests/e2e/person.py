"""Somebody who works with the mouse and the keyboard, and how much work it was."""

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import FilePayload, Locator, Page, expect

from tests.e2e.conftest import settled
from tests.e2e.uploading import at


class Person:
    """What a person does on the Upload page; every click, choice and typed word is counted.

    Args:
        page: the page, drawn.
    """

    def __init__(self, page: Page) -> None:
        self.page = page
        self.steps = 0

    def press(self, key: str) -> None:
        """Press the button of this key."""
        self._done(self.page.locator(f".st-key-{key} button:enabled >> visible=true").click)

    def onward(self) -> None:
        """Press the button that leads to the next step, and wait until it is open."""
        before = self.here()
        self.press(f"up_continue_{before}")
        at(self.page, before + 1)

    def take(self, key: str, at: int) -> None:
        """Choose the radio button at a place of a group, counted from 0."""
        group = self.page.locator(f"[class*='st-key-{key}']")
        self._done(group.locator("[role=radiogroup] label").nth(at).click)

    def choose(self, field: Locator, text: str) -> None:
        """Choose from a list what begins like this."""

        def chosen() -> None:
            field.click()
            field.fill(text)
            self.page.get_by_role("option").filter(has_text=text).first.click()

        self._done(chosen)

    def fill(self, key: str, text: str) -> None:
        """Type into a field."""
        field = self.page.locator(f"[class*='st-key-{key}_'] input")

        def typed() -> None:
            field.fill(text)
            field.press("Enter")

        self._done(typed)

    def tick(self, key: str) -> None:
        """Tick a box."""
        self._done(self.page.locator(f"[class*='st-key-{key}'] label").first.click)

    def hand_over(self, name: str, content: bytes) -> None:
        """Choose a file, and wait until it has been read and a step behind the first is open."""
        kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        file: FilePayload = {"name": name, "mimeType": kind, "buffer": content}
        self._done(lambda: self.page.locator("input[type=file]").set_input_files(file))
        expect(self.page.locator(".up-here .up-digit")).not_to_have_text("1", timeout=60_000)
        settled(self.page)

    def download(self, key: str) -> tuple[str, bytes]:
        """Name and content of what a button hands over."""
        with self.page.expect_download() as awaited:
            self.press(key)
        path = awaited.value.path()
        return awaited.value.suggested_filename, Path(path).read_bytes()

    def here(self) -> int:
        """The step that is open."""
        return int(self.page.locator(".up-here .up-digit").inner_text())

    def said(self) -> str:
        """All that the page says."""
        return " ".join(self.page.locator("body").inner_text().split())

    def rows(self, table: str) -> list[list[str]]:
        """The cells of a table, without the marks that keep directions apart."""
        lines = self.page.locator(f".up-{table} tbody tr").all()
        return [
            [
                re.sub("[\u2066-\u2069]", "", cell)
                for cell in line.locator("td,th").all_inner_texts()
            ]
            for line in lines
        ]

    def _done(self, act: Callable[[], None]) -> None:
        act()
        self.steps += 1
        self.page.wait_for_timeout(300)
        settled(self.page)
