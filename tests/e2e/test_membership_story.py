"""Membership lists in Arabic: mended half on the page and half in the workbook, and withdrawn."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from playwright.sync_api import Browser, Page, expect

import loaders
import metrics
from core.access import Office
from core.i18n.periods import Period
from core.storage.cursor import Cursor
from core.storage.database import Database
from tests.e2e import arabic_lists as lists
from tests.e2e.conftest import serving, settled
from tests.e2e.person import Person
from tests.e2e.uploading import at, words

pytestmark = pytest.mark.browser

OFFICE = "مكتب أوتشا في اليمن"
FIRST_NAME, SECOND_NAME = "أعضاء القطاعات - الربع الأول.xlsx", "أعضاء القطاعات - الربع الثاني.xlsx"
MEMBERS = 1  # the second of the datasets in step 1
Q1, Q2 = Period.parse("2024-Q1"), Period.parse("2024-Q2")
# Published before by another office: one national and one international member of WASH.
EARLIER = (
    b"Country,Period,Mechanism type,Cluster,Organisation name,Organisation type,Seat\n"
    b"Yemen,2024-Q1,Cluster,WASH,Older Hope,National NGO,Full member\n"
    b"Yemen,2024-Q1,Cluster,WASH,Older Relief,International NGO,Full member\n"
)
# (cluster, period) -> L/NAs, organisations of a known type. By hand from `arabic_lists`, mended.
BEFORE = {("WSH", Q1): (1, 2)}
FIRST = {("WSH", Q1): (3, 5), ("HEA", Q1): (2, 3), ("PRO", Q1): (1, 2)}
SECOND = {("WSH", Q2): (1, 2), ("HEA", Q2): (1, 1)}
# Which list and file: 2; on: 1; what the seat is, and on: 2; on: 1; two values that each stand in
# two cells, the other column, and apply: 4; mark and download: 2; the corrected file: 2; on: 1;
# what the file is, and on: 2; who is gone, and on: 2; the office, and publish: 2.
FIRST_STEPS = 21
# Another file, which one, on from the rehearsal, publish. Nothing is asked.
SECOND_STEPS = 4
# What a person corrects in the returned workbook, in the cells that are coloured there.
IN_THE_WORKBOOK = {
    "E9": {"E9": lists.HEALING},
    "B11": {"B11": "الربع الأول 2024"},
    "D12": {"D12": lists.PROTECTION, "F12": lists.NATIONAL},
}


def test_mended_here_and_there_repeated_without_a_question_and_withdrawn(
    browser: Browser, tmp_path: Path
) -> None:
    with opened_store(tmp_path) as database:
        publish_earlier(database)
        before = measured(database)
        assert counted(database) == BEFORE

    with arabic(browser, tmp_path) as visit:
        person = Person(visit("/upload?lang=ar&demonstration=off"))
        first_quarter(person)
        assert person.steps == FIRST_STEPS
        second_quarter(person)
        assert person.steps == FIRST_STEPS + SECOND_STEPS

    with opened_store(tmp_path) as database:
        assert counted(database) == {**FIRST, **SECOND}

    with arabic(browser, tmp_path) as visit:
        withdraw(visit("/history?lang=ar&batch=2"), 2)

    with opened_store(tmp_path) as database:
        assert counted(database) == {**BEFORE, **SECOND}
        pd.testing.assert_frame_equal(measured(database), before)


def first_quarter(person: Person) -> None:
    """With its five mistakes, to the receipt."""
    person.take("up_dataset", MEMBERS)
    person.hand_over(FIRST_NAME, lists.first_quarter())
    assert person.here() == 2
    person.onward()
    seat = person.page.locator(".st-key-up_field_seat input")
    person.choose(seat, "الصفة")
    person.onward()
    person.onward()
    addresses = [row[4] for row in person.rows("issues")]
    assert sorted(addresses) == ["B11", "D12", "D7", "E9", "F5"]

    mend_alike(person)
    assert sorted(row[4] for row in person.rows("issues")) == ["B11", "D12", "E9"]
    person.press("up_return_make")
    name, marked = person.download("up_return")
    person.press("up_reopen_1")
    person.hand_over(name, corrected(marked))

    # At the issues again, of which none is left, and the columns are as they were said to be.
    assert person.here() == 5
    assert person.rows("issues") == []
    assert FIRST_NAME in person.said()
    person.onward()
    person.take("up_claim", 0)
    person.onward()
    rehearsal(person)
    person.onward()
    person.fill("up_office", OFFICE)
    publish(person, batch=2)


def mend_alike(person: Person) -> None:
    """Two values that stand in two cells each: the cluster, then the type."""
    asked = person.page.locator("[class*='st-key-up_field_value_']")
    expect(asked).to_have_count(2)
    misspelt = asked.filter(has_text=lists.MISSPELT_CLUSTER)
    person.choose(misspelt.locator("input"), lists.WATER)
    column = person.page.locator("[class*='st-key-up_mend_column'] input")
    person.choose(column, words("ar", "organisation type"))
    expect(asked).to_have_count(1)
    person.choose(asked.locator("input"), lists.NATIONAL)
    person.press("up_mend_apply")


def corrected(marked: bytes) -> bytes:
    """The workbook as a person gives it back: every coloured cell put right, and saved."""
    book = openpyxl.load_workbook(BytesIO(marked))
    sheet = book["الأعضاء"]
    noted = [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.comment]
    # The four cells that were mended on the page are noted as well.
    assert noted == ["F5", "D7", "D8", "E9", "F10", "B11", "D12"]
    for address, wanted in IN_THE_WORKBOOK.items():
        assert address in noted
        for cell, text in wanted.items():
            sheet[cell] = text
    saved = BytesIO()
    book.save(saved)
    return saved.getvalue()


def rehearsal(person: Person) -> None:
    """Ten organisations new; the two of the other office would be gone, which is confirmed."""
    assert [row[1] for row in person.rows("counts")] == ["10", "0", "0", "2"]
    assert "Older Hope" in person.said()
    person.tick("up_gone")


def second_quarter(person: Person) -> None:
    """The same headings: it is open at the rehearsal, and the office is known."""
    person.press("up_another")
    person.hand_over(SECOND_NAME, lists.second_quarter())
    assert person.here() == 7
    assert [row[1] for row in person.rows("counts")] == ["3", "0", "0", "0"]
    person.onward()
    publish(person, batch=3)


def publish(person: Person, batch: int) -> None:
    person.press("up_publish")
    at(person.page, 9)
    told = words("ar", "Published as batch {number}.").format(number=batch)
    expect(person.page.get_by_text(told)).to_be_visible(timeout=60_000)


def withdraw(page: Page, batch: int) -> None:
    page.locator(".st-key-preview button").click()
    fields = page.locator(".st-key-card_withdraw input[type=text]")
    expect(fields).to_have_count(2)
    fields.nth(0).fill(OFFICE)
    fields.nth(1).fill("القائمة قيد المراجعة")
    page.locator(".st-key-confirm button").click()
    told = words("ar", "Batch {number} was withdrawn").format(number=batch)
    expect(page.get_by_text(told)).to_be_visible()


def publish_earlier(database: Database) -> None:
    known, choices = loaders.knowledge(database), loaders.Choices()
    upload = loaders.read(EARLIER, "members.csv")
    staged = loaders.prepare(database, upload, "members", choices, known).staged
    assert staged is not None
    loaders.commit(database, staged, Office("WASH Yemen"))


def counted(database: Database) -> dict[tuple[str, Period], tuple[int, int]]:
    """(cluster, period) -> L/NAs and members of a known type, in the lists that are in force."""
    sql = """
        SELECT r.cluster, r.period_start, r.period_end,
            count(DISTINCT f.organisation) FILTER (WHERE f.lna_scope <= 2),
            count(DISTINCT f.organisation) FILTER (WHERE f.type_known)
        FROM report AS r
        SEMI JOIN v_current_report AS v ON v.report = r.report
        INNER JOIN fact_org AS f ON f.report = r.report
        GROUP BY ALL
    """
    with database.cursor() as cur:
        return {
            (c, Period(start, end)): (ours, all_) for c, start, end, ours, all_ in cur.rows(sql)
        }


def measured(database: Database) -> pd.DataFrame:
    """Every indicator of Yemen in the first quarter."""
    with database.cursor() as cur:
        return observed(cur)


def observed(cur: Cursor) -> pd.DataFrame:
    frame = metrics.snapshot(cur, ["YEM"], [Q1])
    return frame.sort_values(["indicator", "cluster"], ignore_index=True)


@contextmanager
def opened_store(folder: Path) -> Iterator[Database]:
    """The store, while no server has it open."""
    database = Database.open(folder / "store.duckdb")
    metrics.install_views(database)
    try:
        yield database
    finally:
        database.close()


@contextmanager
def arabic(browser: Browser, folder: Path) -> Iterator[Callable[[str], Page]]:
    """A server on the store, and pages of one visit on it."""
    with serving(folder) as server:
        context = browser.new_context(viewport={"width": 1280, "height": 720})

        def visit(address: str) -> Page:
            page = context.new_page()
            page.goto(server.address + address)
            settled(page)
            return page

        yield visit
        context.close()
