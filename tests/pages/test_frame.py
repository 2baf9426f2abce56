"""The frame around every page: menu, language, error box, foot."""

import logging
import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from core.i18n import Lang, translations
from pages.components import menu

FRAME = str(Path(__file__).parents[2] / "pages" / "frame.py")
TITLES = (
    "Clusters",
    "Map",
    "Coverage",
    "Upload",
    "Mechanism return",
    "Organisations",
    "History",
    "Methodology",
)
ARABIC_LETTER = re.compile(r"[\u0621-\u064a]")
LATIN_LETTER = re.compile(r"[A-Za-z]")


@pytest.fixture
def pages_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The menu's pages as empty scripts, so that the frame is tried without what is on them."""
    for place in (*menu.PLACES, *menu.APART):
        (tmp_path / f"{place.path}.py").write_text("import streamlit as st\nst.title('x')\n")
    monkeypatch.setattr(menu, "_FOLDER", tmp_path)
    return tmp_path


def opened(lang: str | None = None, **parameters: str) -> AppTest:
    """The first page, as a reader gets it."""
    visit = AppTest.from_file(FRAME, default_timeout=30)
    for name, value in {"lang": lang, **parameters}.items():
        if value is not None:
            visit.query_params[name] = value
    return visit.run()


def markup(visit: AppTest) -> str:
    """All HTML that the frame and its page have drawn."""
    return "\n".join(element.proto.body for element in visit.get("html"))


def menu_titles(visit: AppTest) -> list[str]:
    return [link.proto.label for link in visit.get("page_link")]


@pytest.mark.usefixtures("pages_of_its_own")
@pytest.mark.parametrize(("lang", "as_in_english"), [("en", 8), ("fr", 2), ("ar", 0)])
def test_menu_and_foot_speak_the_language_of_the_address(lang: str, as_in_english: int) -> None:
    say = translations(Lang(lang)).gettext

    visit = opened(lang)

    links = menu_titles(visit)
    assert not visit.exception
    assert links == [say(title) for title in TITLES]
    assert len(set(TITLES) & set(links)) == as_in_english
    assert f'aria-current="page">{say("Overview")}<' in markup(visit)
    assert f"<bdi>{say('Data version {version}').partition('{')[0]}" in markup(visit)


@pytest.mark.parametrize("lang", list(Lang))
def test_the_first_page_opens_on_an_empty_store_in_every_language(lang: Lang) -> None:
    visit = opened(lang.value)

    assert not visit.exception
    assert visit.query_params["lang"] == lang.value
    assert visit.title[0].value


@pytest.mark.usefixtures("pages_of_its_own")
def test_a_language_that_we_do_not_have_becomes_english_in_the_address() -> None:
    visit = opened("de", cluster="WSH")

    assert visit.query_params["lang"] == "en"
    assert visit.query_params["cluster"] == "WSH"


@pytest.mark.usefixtures("pages_of_its_own")
def test_switching_keeps_every_other_parameter() -> None:
    visit = opened("fr", cluster="WSH", view="public")

    visit.segmented_control(key="language_choice").set_value(Lang.AR).run()

    assert not visit.exception
    assert visit.query_params["lang"] == "ar"
    assert visit.query_params["cluster"] == "WSH"
    assert menu_titles(visit)[-1] == translations(Lang.AR).gettext("Methodology")


@pytest.mark.usefixtures("pages_of_its_own")
def test_menu_links_carry_the_language_and_the_view_but_no_filter() -> None:
    visit = opened("ar", view="public", cluster="WSH")

    links = visit.get("page_link")

    assert {link.proto.query_string for link in links} == {"lang=ar&view=public"}


@pytest.mark.parametrize(
    ("lang", "letters"), [("en", LATIN_LETTER), ("fr", LATIN_LETTER), ("ar", ARABIC_LETTER)]
)
def test_a_refusal_is_explained_in_one_box_in_the_readers_language(
    lang: str, letters: re.Pattern[str], pages_of_its_own: Path
) -> None:
    (pages_of_its_own / "overview.py").write_text(
        "from core.errors import UnreadableFile\n"
        "raise UnreadableFile('password-protected', name='3W <b>Tchad</b>.xlsx')\n"
    )

    visit = opened(lang)

    drawn = markup(visit)
    assert not visit.exception
    assert drawn.count('class="note-card note-refused" role="alert"') == 1
    box = drawn.partition('role="alert">')[2].partition("</div>")[0]
    assert letters.search(re.sub(r"<[^>]*>|3W.*?xlsx", "", box))
    assert "&lt;b&gt;Tchad" in box
    assert 'class="shell-footer"' in drawn


def test_an_unforeseen_failure_shows_a_reference_and_hides_its_text(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def script() -> None:
        from pages.components import notes

        notes.unexpected(ValueError("the password is 1234"))

    with caplog.at_level(logging.ERROR):
        visit = AppTest.from_function(script).run()

    shown = markup(visit)
    reference = re.search(r"reference ([0-9A-F]{6})", caplog.text)
    assert reference is not None
    assert reference.group(1) in shown
    assert "1234" not in shown
    assert "the password is 1234" in caplog.text
