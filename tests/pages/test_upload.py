"""The way of a file from an office to a published number, as a person walks it."""

from collections.abc import Iterator

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

import loaders
from core.access import Role
from core.i18n import Lang, translations
from loaders.issues import Issue
from pages.components import session, store
from pages.components.upload import visit
from pages.components.upload.drafts import Draft, kept
from tests.pages.published import HEADINGS, INTERNATIONAL, NATIONAL, markup, opened

# Five rows: four organisations, one of them in two clusters. No period in the cells.
LIST = (
    ("Secours Inventé", NATIONAL, "Health", "Chad"),
    ("Made Up Relief", NATIONAL, "Health", "Chad"),
    ("Nowhere International", INTERNATIONAL, "Health", "Chad"),
    ("Nowhere International", INTERNATIONAL, "WASH", "Chad"),
    ("Body Without Type", "", "WASH", "Chad"),
)


@pytest.fixture(autouse=True)
def empty_store() -> Iterator[None]:
    """An empty store of this test, and no draft of another."""
    for cached in (store.real, store.known, kept):
        cached.clear()
    yield
    store.real().close()
    for cached in (store.real, store.known, kept):
        cached.clear()


def content(rows: tuple[tuple[str, ...], ...] = LIST) -> bytes:
    return pd.DataFrame(rows, columns=HEADINGS[:4]).to_csv(index=False).encode()


def upload_page(lang: str = "en", **parameters: str) -> AppTest:
    return opened("upload.py", lang=lang, demonstration="off", **parameters)


def chosen(page: AppTest, name: str = "made_oct2021.csv", made: bytes | None = None) -> AppTest:
    return page.file_uploader(key="up_file").set_value((name, made or content(), "text/csv")).run()


def press(page: AppTest, key: str) -> AppTest:
    return page.button(key=key).click().run()


def walk(page: AppTest, *, to: int) -> AppTest:
    """From the open step on, which is the second of a layout not met before; all is claimed."""
    for step in range(int(here(page)), to):
        if step == 6:
            page.radio[0].set_value("whole").run()
        press(page, f"up_continue_{step}")
    assert not page.exception
    return page


def here(page: AppTest) -> str:
    """The number of the open step."""
    return markup(page).partition('up-here"')[2].partition("</span>")[0][-1:]


def batches() -> list[loaders.Batch]:
    with store.real().cursor() as cur:
        return loaders.batches(cur)


@pytest.mark.parametrize("lang", list(Lang))
def test_a_file_goes_through_every_step_and_is_published(lang: Lang) -> None:
    page = walk(chosen(upload_page(lang.value)), to=8)
    page.text_input[0].set_value("OCHA Chad").run()

    press(page, "up_publish")

    (batch,) = batches()
    assert here(page) == "9"
    assert (batch.rows_read, batch.rows_stored, batch.who) == (5, 5, "OCHA Chad")
    assert (batch.countries, batch.first_month) == (["TCD"], 2021 * 12 + 9)
    assert [note.value for note in page.success] == [
        translations(lang).gettext("Published as batch {number}.").format(number=1)
    ]


def test_what_was_understood_is_counted_by_class() -> None:
    page = walk(chosen(upload_page()), to=4)

    table = markup(page).partition("<caption")[2]
    rows = [
        ("NGOs and civil society", 2),
        ("National Red Cross or Red Crescent society", 0),
        ("National and local authorities", 0),
        ("International organisations", 1),
        ("Type not known: on neither side of a share", 1),
    ]
    for name, number in rows:
        cell = table.partition(f"<span>{name}</span>")[2].partition("</tr>")[0]
        assert f"<bdi>{number}</bdi>" in cell


def test_going_back_keeps_what_was_said_and_a_change_asks_for_the_steps_behind_again() -> None:
    page = walk(chosen(upload_page()), to=8)
    page.text_input[0].set_value("OCHA Chad").run()

    press(page, "up_reopen_4")
    page.text_input[0].set_value("novembre 2021").run()

    draft = visited(page)
    assert (draft.step, draft.reached) == (4, 4)
    said = (str(draft.choices.period), draft.claim, draft.office)
    assert said == ("2021-11", "whole", "OCHA Chad")
    for step in (4, 5, 6, 7):
        press(page, f"up_continue_{step}")
    assert page.text_input[0].value == "OCHA Chad"


def test_another_page_and_another_language_lead_back_to_the_same_step() -> None:
    page = walk(chosen(upload_page()), to=5)
    key = page.query_params["upload"]

    page.switch_page("methodology.py").run()
    page.query_params.clear()
    page.query_params["lang"] = "ar"
    page.switch_page("upload.py").run()

    assert here(page) == "5"
    assert page.query_params["upload"] == key


def test_another_column_is_taken_when_a_person_says_so() -> None:
    page = walk(chosen(upload_page()), to=3)

    page.selectbox(key="up_map_cluster_3").set_value(0).run()

    draft = visited(page)
    assert draft.choices.columns == (("column:C", "-"),)
    blocking = [issue.field for issue in page_issues(draft) if issue.severity == "blocks_file"]
    assert blocking == ["cluster"]


def test_a_text_that_is_no_period_is_said_and_changes_nothing() -> None:
    page = walk(chosen(upload_page()), to=4)

    page.text_input[0].set_value("soon").run()

    assert "soon" in page.error[0].value
    assert visited(page).choices.period is None
    assert page.text_input[0].value == "soon"


def test_an_address_with_a_key_resumes_at_its_step_without_the_file() -> None:
    first = walk(chosen(upload_page()), to=7)
    key = first.query_params["upload"]

    second = upload_page(upload=key if isinstance(key, str) else key[0])

    assert here(second) == "7"
    press(second, "up_reopen_3")
    assert all(widget.disabled for widget in second.selectbox)
    assert second.info


def test_an_address_with_a_key_that_is_not_kept_begins_anew() -> None:
    page = upload_page(upload="gone")

    assert here(page) == "1"
    assert page.warning
    assert "upload" not in page.query_params


def test_an_unreadable_file_is_explained_in_the_readers_language() -> None:
    page = chosen(upload_page("fr"), "~$3W.xlsx", b"\x05User" + b" " * 160)

    box = markup(page).partition('role="alert">')[2].partition("</div>")[0]
    assert "n’est que" in box
    assert here(page) == "1"


def test_an_email_address_is_no_office() -> None:
    page = walk(chosen(upload_page()), to=8)

    page.text_input[0].set_value("someone@example.org").run()

    assert 'role="alert"' in markup(page)
    assert page.button(key="up_publish").disabled
    assert batches() == []


def test_where_nothing_may_be_published_nothing_is_rehearsed_either(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(session, "role_of_server", lambda address: Role.PUBLIC)

    page = walk(chosen(upload_page()), to=7)

    assert 'class="note-card note-refused"' in markup(page)
    assert not [button for button in page.button if button.key == "up_continue_7"]
    assert visited(page).rehearsed is None


def test_names_that_would_vanish_have_to_be_confirmed() -> None:
    publish(chosen(upload_page()))
    page = chosen(upload_page(), made=content(LIST[1:]))

    walk(page, to=7)

    assert "Secours Inventé" in markup(page)
    assert page.button(key="up_continue_7").disabled
    page.checkbox[0].set_value(True).run()
    assert not page.button(key="up_continue_7").disabled


def test_a_store_that_moved_on_is_rehearsed_again_before_anything_is_published() -> None:
    page = walk(chosen(upload_page()), to=8)
    page.text_input[0].set_value("OCHA Chad").run()
    publish(chosen(upload_page(), made=content(LIST[:2])))

    press(page, "up_publish")

    assert here(page) == "7"
    assert page.warning
    assert len(batches()) == 1


def publish(page: AppTest) -> None:
    walk(page, to=8)
    page.text_input[0].set_value("OCHA Chad").run()
    press(page, "up_publish")
    assert here(page) == "9"


def visited(page: AppTest) -> Draft:
    """The draft of a visit."""
    key = page.query_params[visit.PARAMETER]
    draft = kept().find(key if isinstance(key, str) else key[0])
    assert draft is not None
    return draft


def page_issues(draft: Draft) -> tuple[Issue, ...]:
    assert draft.understood is not None
    return draft.understood.issues
