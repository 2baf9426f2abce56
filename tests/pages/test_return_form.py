"""The return on the page: ten questions, kept as they are answered, published as any file is."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import TextArea, TextInput

import loaders
from core.access import Office, Role
from core.i18n import Lang, translations
from loaders import commit_all
from loaders.batches import batches
from loaders.returns import stage
from loaders.returns.workbook import workbook
from pages.components import session, store
from pages.components.return_form import visit, which
from pages.components.return_form.forms import Form, kept
from pages.components.upload import drafts
from tests.loaders.returned_answers import ANSWERS
from tests.pages.published import markup, opened

CACHED = (store.real, store.known, kept, drafts.kept)


@pytest.fixture(autouse=True)
def empty_store() -> Iterator[None]:
    """An empty store of this test, and nothing under way from another."""
    for cached in CACHED:
        cached.clear()
    yield
    store.real().close()
    for cached in CACHED:
        cached.clear()


@pytest.fixture
def reported(empty_store: None) -> None:
    """The WASH cluster of Chad has reported on March 2026."""
    database = store.real()
    upload = loaders.read(workbook(ANSWERS, Lang.EN), "march.xlsx")
    commit_all(database, stage(database, upload, store.known()).stageds, Office("OCHA Chad"))


def page(lang: str = "en", **parameters: str) -> AppTest:
    return opened("return_form.py", lang=lang, demonstration="off", **parameters)


def choose(shown: AppTest, key: str, value: object) -> AppTest:
    box = next(box for box in shown.selectbox if (box.key or "").startswith(key))
    return box.set_value(value).run()


def at_the_questions(shown: AppTest, mechanism: int = 1) -> AppTest:
    choose(shown, "rf_country", "TCD")
    choose(shown, "rf_mechanism", mechanism)
    choose(shown, "rf_month", which.months()[1])
    return shown.button(key="rf_to_questions").click().run()


def under_way(shown: AppTest) -> Form:
    key = shown.query_params[visit.PARAMETER]
    form = kept().find(key[0] if isinstance(key, list) else key)
    assert form is not None
    return form


def published() -> list[tuple[str, int, str]]:
    with store.real().cursor() as cur:
        return [(b.dataset, b.rows_stored, b.who) for b in reversed(batches(cur))]


def text_named(shown: AppTest, place: str) -> TextInput | TextArea:
    every: list[TextInput | TextArea] = [*shown.text_input, *shown.text_area]
    return next(text for text in every if (text.key or "").endswith(place))


@pytest.mark.usefixtures("reported")
@pytest.mark.parametrize("lang", Lang)
def test_a_return_is_walked_through_and_published_in_every_language(lang: Lang) -> None:
    say = translations(lang).gettext
    shown = at_the_questions(page(lang.value))
    assert not shown.exception
    assert shown.subheader[0].value == say("1. Is it active or closed?")
    assert len(shown.subheader) == 10
    assert "march.xlsx" in markup(shown)

    shown.button(key="rf_to_check").click().run()
    assert not shown.exception
    text_named(shown, "rf_office_" + under_way(shown).key[:8]).set_value("WASH Chad").run()
    shown.button(key="rf_publish").click().run()

    assert not shown.exception
    assert [s.value for s in shown.success] == [say("The return is published.")]
    assert published()[4:] == [
        ("mechanisms", 2, "WASH Chad"), ("members", 2, "WASH Chad"), ("roles", 3, "WASH Chad"),
    ]  # fmt: skip


@pytest.mark.usefixtures("reported")
def test_every_answer_is_kept_and_found_again_at_its_address() -> None:
    shown = at_the_questions(page())
    text_named(shown, "_remarks").set_value("All seats met.").run()
    text_named(shown, "_members_members").set_value("25").run()
    key = under_way(shown).key

    elsewhere = page("fr", **{visit.PARAMETER: key})

    assert under_way(elsewhere).answers.says["remarks"] == "All seats met."
    assert text_named(elsewhere, "_members_members").value == "25"
    assert len(key) >= 20


def test_a_key_that_is_not_kept_begins_anew_and_says_so() -> None:
    shown = page(**{visit.PARAMETER: "made-up"})

    assert [w.value for w in shown.warning] == ["This return is no longer kept. Please begin anew."]
    assert not shown.exception


@pytest.mark.usefixtures("reported")
@pytest.mark.parametrize("told", ["somebody@example.org", "call +235 66 12 34 56"])
@pytest.mark.parametrize("place", ["_remarks", "_roles_0_organisation"])
def test_an_address_or_a_telephone_number_is_refused_and_not_kept(place: str, told: str) -> None:
    shown = at_the_questions(page())
    before = under_way(shown).answers

    text_named(shown, place).set_value(told).run()

    assert len(shown.error) == 1
    assert under_way(shown).answers == before
    assert told not in str([t.value for t in (*shown.text_input, *shown.text_area)])


@pytest.mark.usefixtures("reported")
def test_what_is_left_empty_is_not_known_and_never_0() -> None:
    shown = at_the_questions(page())

    text_named(shown, "_members_members_ngo").set_value("").run()

    answers = under_way(shown).answers
    assert "members_ngo" not in answers.members
    assert answers.members["members_authority"] == "0"
    assert "members_un" not in answers.members


def test_a_new_mechanism_is_asked_for_and_published() -> None:
    shown = page()
    choose(shown, "rf_country", "TCD")
    choose(shown, "rf_mechanism", visit.NEW)
    choose(shown, "rf_month", which.months()[1])
    assert shown.button(key="rf_to_questions").disabled
    for field, code in (("mechanism_type", "cluster"), ("cluster", "HEA"), ("level", "national")):
        box = next(b for b in shown.selectbox if (b.key or "").endswith(f"_{field}"))
        box.set_value(code).run()
    shown.button(key="rf_to_questions").click().run()
    box = next(b for b in shown.selectbox if (b.key or "").endswith("_plan"))
    box.set_value("no").run()
    shown.button(key="rf_to_check").click().run()
    text_named(shown, "rf_office_" + under_way(shown).key[:8]).set_value("Health Chad").run()
    shown.button(key="rf_publish").click().run()

    assert published() == [("mechanisms", 1, "Health Chad")]
    with store.real().cursor() as cur:
        plans = cur.rows("SELECT plan, members, interpretation FROM fact_mechanism")
    assert plans == [(False, None, None)]


def test_nothing_answered_cannot_be_published() -> None:
    shown = page()
    choose(shown, "rf_country", "TCD")
    choose(shown, "rf_mechanism", visit.NEW)
    choose(shown, "rf_month", which.months()[1])
    box = next(b for b in shown.selectbox if (b.key or "").endswith("_mechanism_type"))
    box.set_value("hct").run()
    shown.button(key="rf_to_questions").click().run()
    shown.button(key="rf_to_check").click().run()

    assert len(shown.error) == 1
    assert "rf_publish" not in [button.key for button in shown.button]


@pytest.mark.usefixtures("reported")
def test_organisations_that_would_be_gone_are_confirmed_first() -> None:
    shown = page()
    choose(shown, "rf_country", "TCD")
    choose(shown, "rf_mechanism", 1)
    visit_form = under_way(shown)
    # The month that is published already, without its co-lead.
    answers = visit_form.answers.about(period="2026-03")
    kept().keep(replace(visit_form, answers=replace(answers, roles=answers.roles[:1]), step=3))
    shown.run()
    text_named(shown, "rf_office_" + visit_form.key[:8]).set_value("WASH Chad").run()
    assert shown.button(key="rf_publish").disabled
    assert "Association Lumière" in markup(shown)

    next(box for box in shown.checkbox if (box.key or "").startswith("rf_gone")).check().run()

    assert not shown.button(key="rf_publish").disabled


@pytest.mark.usefixtures("reported")
def test_outside_the_team_nothing_of_a_mechanism_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "role_of_server", lambda address: Role.PUBLIC)

    shown = page()

    assert not shown.exception
    assert list(shown.selectbox) == []
    assert "note-refused" in markup(shown)


@pytest.mark.parametrize("lang", Lang)
def test_a_return_that_came_by_mail_is_opened_from_the_upload_page(lang: Lang) -> None:
    content = workbook(ANSWERS, Lang.AR)
    shown = opened("upload.py", lang=lang.value, demonstration="off")

    shown.file_uploader(key="up_file").set_value(("mail.xlsx", content, "")).run()

    assert not shown.exception
    (link,) = [
        link.proto for link in shown.get("page_link")
        if link.proto.label == translations(lang).gettext("Open this return")
    ]  # fmt: skip
    key = link.query_string.partition(f"{visit.PARAMETER}=")[2].partition("&")[0]
    form = kept().find(key)
    assert form is not None
    assert (form.answers, form.handed_over) == (ANSWERS, ("mail.xlsx", content))


def test_the_workbook_to_send_holds_the_answers_given_so_far() -> None:
    form = Form(key="k", answers=ANSWERS)

    sheet = openpyxl.load_workbook(BytesIO(workbook(form.answers, Lang.EN))).worksheets[0]

    told = {sheet.cell(row, 1).value: sheet.cell(row, 3).value for row in range(1, 70)}
    assert (told["members"], told["plan"], told["language"]) == ("24", "Yes", "French, Arabic")
