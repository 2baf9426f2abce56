"""Several lists of one workbook, walked one by one and published together."""

from collections.abc import Iterator, Mapping, Sequence

import pytest
from streamlit.testing.v1 import AppTest

from core.i18n import Lang
from loaders.issues import Severity
from pages.components import store
from pages.components.upload import parts
from pages.components.upload.drafts import kept
from tests.loaders.made_workbooks import members_and_roles, titles, workbook
from tests.pages.published import markup
from tests.pages.test_upload import batches, here, press, upload_page, visited, walk

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
HEADINGS = "Country|Organisation|Organisation type|Cluster"
JAN = (HEADINGS, "Chad|Aid A|National NGO|WASH", "Chad|Aid B|International NGO|WASH")
FEB = (HEADINGS, "Chad|Aid A|National NGO|WASH")
NEVER = (f"{HEADINGS}|Period", "Chad|Aid A|National NGO|WASH|never")


@pytest.fixture(autouse=True)
def empty_store() -> Iterator[None]:
    """An empty store of this test, and no draft of another."""
    for cached in (store.real, store.known, kept):
        cached.clear()
    yield
    store.real().close()
    for cached in (store.real, store.known, kept):
        cached.clear()


def chosen(content: bytes, lang: Lang = Lang.EN, name: str = "book.xlsx") -> AppTest:
    page = upload_page(lang.value)
    return page.file_uploader(key="up_file").set_value((name, content, XLSX)).run()


def months(sheets: Mapping[str, Sequence[str]]) -> AppTest:
    return press(chosen(workbook(sheets), name="3W 2022.xlsx"), "up_take_all")


def taken(page: AppTest) -> list[tuple[str, str]]:
    return [(parts.sheet_of(part), part.dataset) for part in parts.every(visited(page))]


def through(page: AppTest) -> AppTest:
    """The steps of one list, from where it is to the end of the sixth."""
    while int(here(page)) <= 6:
        step = int(here(page))
        if step == 6:
            page.radio[0].set_value("as-found").run()
        press(page, f"up_continue_{step}")
        if step == 6:
            break
    assert not page.exception
    return page


@pytest.mark.parametrize("lang", list(Lang))
def test_two_lists_of_a_workbook_are_walked_and_published_together(lang: Lang) -> None:
    page = press(chosen(members_and_roles(lang), lang), "up_take_all")
    assert taken(page) == list(zip(titles(lang), ("members", "roles"), strict=True))

    through(page)
    draft = visited(page)
    assert (draft.at, draft.step, here(page)) == (1, 2, "2")
    through(page)
    assert here(page) == "7"
    press(page, "up_continue_7")
    page.text_input[0].set_value("OCHA Chad").run()
    press(page, "up_publish")

    found = sorted((b.batch, b.dataset, b.sheet, b.rows_stored) for b in batches())
    members, roles = titles(lang)
    assert found == [(1, "members", members, 2), (2, "roles", roles, 2)]
    assert here(page) == "9"
    assert len(page.success) == 2
    assert not page.exception


def test_nothing_is_taken_before_a_person_says_so() -> None:
    page = chosen(members_and_roles(Lang.EN))

    # Step 1 says presence, which neither sheet is.
    assert [box.value for box in page.checkbox] == [False, False]
    assert [choice.value for choice in page.selectbox[:2]] == ["members", "roles"]


def test_ticking_takes_a_sheet_and_leaves_what_was_said_of_the_other() -> None:
    page = months({"Jan": JAN, "Feb": FEB})
    through(page)

    page.checkbox[0].uncheck().run()

    assert taken(page) == [("Feb", "presence")]
    assert page.checkbox[1].disabled  # one list stays
    page.checkbox[0].check().run()
    assert taken(page) == [("Jan", "presence"), ("Feb", "presence")]
    assert [str(p.choices.period) for p in parts.every(visited(page))] == ["2022-01", "2022-02"]


def test_the_other_list_keeps_what_was_said_of_it_while_one_is_changed() -> None:
    page = press(chosen(members_and_roles(Lang.EN)), "up_take_all")
    through(page)
    page.selectbox(key=f"up_open_list_{visited(page).key}").set_value(0).run()

    draft = visited(page)
    assert (draft.at, draft.dataset, draft.claim) == (0, "members", "as-found")
    assert [part.claim for part in parts.every(draft)] == ["as-found", None]
    # The joint steps wait for the second list.
    assert parts.reached(draft) == 6


def test_months_on_sheets_are_said_once_and_published_together() -> None:
    page = walk_to_claim(months({"Jan": JAN, "Feb": FEB, "Mar": FEB}))

    press(page, "up_same_again")
    press(page, "up_continue_6")

    assert here(page) == "7"
    press(page, "up_continue_7")
    page.text_input[0].set_value("OCHA Chad").run()
    press(page, "up_publish")
    start = 2022 * 12
    assert sorted(b.first_month or 0 for b in batches()) == [start, start + 1, start + 2]


def walk_to_claim(page: AppTest) -> AppTest:
    walk(page, to=6)
    page.radio[0].set_value("as-found").run()
    return page


def test_a_blocked_list_holds_all_back_until_it_is_left_out() -> None:
    page = months({"Jan": JAN, "Feb": NEVER})
    through(page)
    for step in (2, 3, 4):
        press(page, f"up_continue_{step}")
    assert page.button(key="up_continue_5").disabled
    blocking = [i.severity for i in parts.report(visited(page)).issues]
    assert Severity.BLOCKS_FILE in blocking

    press(page, "up_leave_out")

    assert taken(page) == [("Jan", "presence")]
    press(page, "up_continue_6")
    assert here(page) == "7"
    assert batches() == []


def test_sheets_that_overlap_are_named_at_the_rehearsal_and_nothing_is_stored() -> None:
    page = chosen(workbook({"List A": FEB, "List B": FEB}), name="3W Jan 2022.xlsx")
    press(page, "up_take_all")
    through(page)
    through(page)

    assert here(page) == "7"
    box = markup(page).partition('role="alert">')[2].partition("</div>")[0]
    assert "List A" in box
    assert "List B" in box
    assert not [button for button in page.button if button.key == "up_continue_7"]
    press(page, "up_mend_2")
    page.checkbox[0].uncheck().run()
    assert taken(page) == [("List B", "presence")]


def test_a_sheet_that_could_be_either_is_taken_only_as_what_a_person_says() -> None:
    page = chosen(workbook({"North": JAN, "South": JAN}))
    assert [choice.value for choice in page.selectbox[:2]] == [None, None]
    assert page.checkbox[1].disabled

    page.selectbox[1].set_value("members").run()
    page.checkbox[1].check().run()

    assert taken(page) == [("South", "members")]
    assert not page.exception


def test_a_workbook_with_one_list_is_asked_nothing_more() -> None:
    page = chosen(workbook({"Notes": ("Please read",), "Jan 2022": JAN}))

    assert not page.checkbox
    assert "List 1 of" not in markup(page)
