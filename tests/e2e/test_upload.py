"""The Upload page in a real browser: real workbooks, three languages, pages closed too early."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from core.i18n import Lang
from core.i18n.errors import ERRORS
from core.storage.database import Database
from loaders import Batch, batches
from tests.e2e.conftest import Server, serving, settled
from tests.e2e.uploading import (
    Visit,
    at,
    choose,
    fill,
    onward,
    opened,
    outcome,
    to_publishing,
    words,
    workbook,
)

pytestmark = pytest.mark.browser

# In another month each time, so that no language finds what another has published.
MONTHS = {"en": None, "fr": "novembre 2021", "ar": "2021-12"}
LIBYA = {"en": "Libya", "fr": "Libye", "ar": "ليبيا"}
LATIN_WORD = re.compile(r"[A-Za-z]{3,}")
# What steps, buttons and labels say; cells of the file and its name are not ours.
OURS = (
    ".up-heading, .up-table thead, .up-facts th, .up-counts th, .st-key-up_body button, "
    ".st-key-up_body h3, .st-key-up_body [data-testid='stWidgetLabel'], "
    ".st-key-up_body [data-testid='stCaptionContainer']"
)
KNOWN_LATIN = {"CSV", "TSV", "XLSX", "XLSM", "XLSB", "XLS", "ODS", "SHA"}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that no other module publishes on."""
    with serving(tmp_path_factory.mktemp("upload")) as started:
        yield started


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (390, 844)])
@pytest.mark.parametrize("lang", list(MONTHS))
def test_the_chadian_workbook_goes_all_the_way(
    visit: Visit, samples: Path, lang: str, width: int, height: int
) -> None:
    page = opened(visit, lang, width=width, height=height)
    choose(page, workbook(samples, "tcd-3w-2021-10"))
    for step in range(2, 9):
        stays_on_the_screen(page, lang, width)
        if step == 4 and MONTHS[lang]:
            fill(page, "up_period", str(MONTHS[lang]))
        if step == 6:
            page.locator(".st-key-up_body [data-testid='stRadio'] label").last.click()
            settled(page)
        if step < 8:
            onward(page, step)
    fill(page, "up_office", "OCHA Tchad")
    page.locator(".st-key-up_publish button").click()
    page.locator(".st-key-up_another").wait_for(timeout=60_000)

    receipt = page.locator(".st-key-up_body dl.facts").first.inner_text()
    assert "aab61a52d2bb735f" in receipt
    # By hand: 707 rows of the sheet, less the headings and the hashtags.
    assert receipt.split().count("705") == 2
    stays_on_the_screen(page, lang, width)


@pytest.mark.parametrize("lang", list(MONTHS))
def test_the_libyan_workbook_is_told_that_no_share_can_be_computed(
    visit: Visit, samples: Path, lang: str
) -> None:
    page = opened(visit, lang)
    choose(page, workbook(samples, "lby-3w-2021-05"))
    for step in (2, 3):
        onward(page, step)

    assert words(lang, NO_TYPES) in page.locator(".st-key-up_body").inner_text()
    fill(page, "up_country", LIBYA[lang])
    for step in (4, 5, 6):
        if step == 6:
            page.locator(".st-key-up_body [data-testid='stRadio'] label").last.click()
            settled(page)
        onward(page, step)
    assert words(lang, "not computable: no types") in page.locator(".up-moves").inner_text()


@pytest.mark.parametrize("lang", list(MONTHS))
def test_a_file_that_cannot_be_read_is_explained(visit: Visit, samples: Path, lang: str) -> None:
    page = opened(visit, lang)
    told = {}
    for code, name, content in (
        ("password-protected", "3W.xlsx", (samples / "edge" / "pass_protected.xlsx").read_bytes()),
        ("office-lock-file", "~$3W.xlsx", b"\x05OCHA".ljust(165)),
    ):
        page.locator("input[type=file]").set_input_files(
            {"name": name, "mimeType": "application/octet-stream", "buffer": content}
        )
        remedy = words(lang, ERRORS[code][1])
        expect(page.locator(".note-refused")).to_contain_text(remedy, timeout=30_000)
        told[code] = page.locator(".note-refused .note-title").inner_text()

    assert len(set(told.values())) == 2


@pytest.mark.parametrize("lang", list(MONTHS))
def test_a_text_file_under_the_wrong_ending_is_read_and_said_to_be_so(
    visit: Visit, lang: str
) -> None:
    text = b"Organisation,Organisation type,Cluster,Country,Month\nMade Up,NGO,WASH,Chad,2021-01\n"
    page = opened(visit, lang)
    page.locator("input[type=file]").set_input_files(
        {"name": "made.xls", "mimeType": "application/vnd.ms-excel", "buffer": text}
    )
    at(page, 2)
    for step in (2, 3, 4):
        onward(page, step)

    issue = words(lang, "Nothing to do. Save it under the right ending when you can.")
    assert issue in page.locator(".up-issues").inner_text()


@pytest.mark.parametrize("left", ["closed", "pressed"])
def test_what_is_published_while_nobody_looks_is_whole_or_absent(
    browser: Browser, samples: Path, tmp_path: Path, left: str
) -> None:
    with serving(tmp_path) as server:
        context = browser.new_context()
        page = context.new_page()
        page.goto(f"{server.address}/upload?lang=en&demonstration=off")
        settled(page)
        choose(page, workbook(samples, "caf-3w-2022-03"))
        to_publishing(page)
        page.locator(".st-key-up_publish button").click()
        if left == "pressed":
            page.get_by_role("radio", name="Français").click()
        address = page.url
        context.close()
        found = outcome(browser, address)

    database = Database.open(tmp_path / "store.duckdb")
    with database.cursor() as cur:
        stored = batches(cur)
        rows = int(cur.value("SELECT count(*) FROM fact_presence"))
    database.close()
    assert found == ("published" if stored else "absent")
    assert rows == sum(whole(batch) for batch in stored)


def whole(batch: Batch) -> int:
    """The rows that a batch says it has."""
    assert batch.standing == "in-force"
    return batch.rows_stored


def test_the_server_has_warned_of_nothing(visit: Visit, server: Server) -> None:
    opened(visit, "fr")

    said = server.log.read_text(errors="replace").splitlines()
    assert [line for line in said if re.search("warn|error|traceback", line, re.I)] == []


NO_TYPES = (
    "No column gives the type of the organisations. They can be counted, but no share of local "
    "and national actors can be computed from this file."
)


def stays_on_the_screen(page: Page, lang: str, width: int) -> None:
    """Nothing leaves the screen sideways, nothing failed, and no word of ours is in English."""
    assert page.evaluate("document.documentElement.dir") == Lang(lang).direction
    assert page.locator('[data-testid="stMain"]').evaluate("e => e.scrollWidth") <= width
    assert page.locator(".note-refused").count() == 0
    if Lang(lang).direction == "rtl":
        said = " ".join(page.locator(OURS).all_inner_texts())
        quoted = re.sub("[«\u2066].*?[»\u2069]", " ", said)
        latin = set(LATIN_WORD.findall(quoted)) - KNOWN_LATIN
        assert latin == set()
