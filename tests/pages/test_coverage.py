"""The coverage page: who reported, what is late, and what the public may not see of it."""

import csv
import io
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

import metrics
from charts.due import MEANINGS, SIGNS, WORDS
from core.i18n import Lang, translations
from core.i18n.periods import Period
from core.storage.database import Database
from pages.components.coverage import late, message
from pages.components.coverage.words import Words
from tests.pages import published
from tests.pages.published import markup, opened

PAGE = "coverage.py"
FIRST = Period.quarter(2022, 1)


@pytest.fixture
def two_quarters(published_store: Path) -> Path:
    """Chad, Health and WASH in November 2021; in January 2022 Health alone."""
    database = Database.open(published_store)
    metrics.install_views(database)
    content = published.rows(published.FIRST, ("Health",), "Chad", "2022-01")
    published.publish(database, "third.csv", content, "OCHA_Chad [x](y)")
    database.close()
    return published_store


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("view", ["inside", "public"])
def test_the_page_opens_on_the_demonstration(lang: Lang, view: str) -> None:
    visit = opened(PAGE, lang=lang.value, view=view)

    assert not visit.exception
    assert '<figure class="chart"' in markup(visit)


@pytest.mark.parametrize("lang", list(Lang))
def test_the_page_opens_on_an_empty_store(lang: Lang) -> None:
    visit = opened(PAGE, lang=lang.value, demonstration="off")

    assert not visit.exception
    assert 'class="note-card note-nothing"' in markup(visit)
    assert not visit.selectbox


@pytest.mark.usefixtures("two_quarters")
def test_the_finding_says_how_many_are_late_and_the_message_asks_for_them() -> None:
    visit = opened(PAGE, lang="en")

    assert not visit.exception
    assert visit.selectbox(key="filter_period").value == "2022-Q1"
    assert "1 of 2 expected mechanisms has" not in markup(visit)
    assert "1 of 2 expected mechanisms have reported for Q1 2022; 1 is late" in flat(markup(visit))
    asked = [code.value for code in visit.code if "WASH" in code.value or "EHA" in code.value]
    # The working languages of Chad are French and Arabic; nobody is named in the messages.
    assert any("Nous n’avons pas reçu ces rapports pour Tchad" in text for text in asked)
    assert not any("OCHA" in text for text in asked)
    assert "due due-late" in markup(visit)


@pytest.mark.usefixtures("two_quarters")
def test_outside_the_team_there_are_counts_and_no_mechanism_and_no_office() -> None:
    visit = opened(PAGE, lang="en", view="public")

    text = flat(markup(visit))
    assert not visit.exception
    assert "1 of 2 expected mechanisms have reported for Q1 2022" in text
    assert "late" not in text.replace("late-", "")
    assert "due-table" not in text
    assert "OCHA" not in text
    assert not visit.get("download_button") or all(
        "late" not in str(button.proto.id) for button in visit.get("download_button")
    )


@pytest.mark.usefixtures("two_quarters")
def test_a_cluster_in_the_address_limits_finding_and_list() -> None:
    visit = opened(PAGE, lang="en", cluster="HEA", country="TCD", dataset="presence")

    assert not visit.exception
    assert "1 of 1 expected mechanism has reported for Q1 2022; none is late" in flat(markup(visit))
    assert "Nothing is late for this quarter." in markup(visit)


def test_the_day_of_the_address_decides_whether_a_quarter_is_over(two_quarters: Path) -> None:
    database = Database.open(two_quarters)
    metrics.install_views(database)
    with database.cursor() as cur:
        before, _ = metrics.chase(cur, FIRST, day=date(2022, 3, 31))
        after, _ = metrics.chase(cur, FIRST, day=date(2022, 4, 1))
    database.close()

    assert (len(before), len(after)) == (0, 1)


def listed(number: int) -> pd.DataFrame:
    """So many mechanisms of Chad that are late with their 3W; the last came for a month."""
    return pd.DataFrame(
        {
            "mechanism": range(number),
            "name": ["=1+1"] * number,
            "mechanism_type": ["twg"] * number,
            "country": ["TCD"] * number,
            "hub": [None] * number,
            "cluster": ["HEA"] * number,
            "dataset": ["presence"] * number,
            "since": ["2025-Q3"] * number,
            "last": ["2025-06"] * number,
            "office": ["Bureau =2"] * number,
        }
    )


def words(lang: Lang) -> Words:
    named = {
        "country": {"TCD": "Tchad"},
        "cluster": {"HEA": "Santé"},
        "dataset": {"presence": "3W"},
    }
    return Words(lang, named | {"mechanism_type": {"twg": "GTT"}})


def test_a_message_names_a_few_mechanisms_and_counts_many() -> None:
    few = message.written(listed(1), words(Lang.FR), Period.quarter(2025, 4))
    many = message.written(listed(9), words(Lang.FR), Period.quarter(2025, 4))

    assert flat(few).splitlines()[2:4] == [
        "Nous n’avons pas reçu ces rapports pour Tchad, 4e trimestre 2025 :",
        "- 3W (dernier reçu : juin 2025) : GTT · Santé · =1+1",
    ]
    assert "- 3W (dernier reçu : juin 2025) : 9 mécanismes (voir la liste)" in flat(many)


def test_the_list_as_a_file_runs_nothing_and_names_no_person() -> None:
    content = late.csv_of(listed(1), words(Lang.FR)).decode("utf-8-sig")

    head, first = csv.reader(io.StringIO(content))
    assert head[0] == "Pays"
    assert [flat(cell) for cell in first] == [
        "Tchad", "GTT · Santé · =1+1", "3W", "3e trimestre 2025", "juin 2025", "Bureau =2",
    ]  # fmt: skip
    assert len(head) == len(first) == 6


@pytest.mark.parametrize(
    ("spoken", "written"),
    [(("fr", "ar"), "fr ar"), (("es",), "en"), ((), "en"), (("ar", "en"), "ar en")],
)
def test_a_message_is_in_the_languages_of_the_country_or_else_english(
    spoken: tuple[str, ...], written: str
) -> None:
    assert " ".join(message.languages(spoken)) == written


def test_every_word_of_a_state_is_said_in_each_language() -> None:
    assert set(SIGNS) == set(WORDS) == set(MEANINGS)
    assert len(set(SIGNS.values())) == len(SIGNS)
    for lang in (Lang.FR, Lang.AR):
        said = {translations(lang).gettext(word) for word in WORDS.values()}
        assert len(said) == len(WORDS)
        assert said.isdisjoint(WORDS.values())


def flat(text: str) -> str:
    """With blanks of one kind, and without marks of direction."""
    return (
        text.replace("\u00a0", " ").replace("\u202f", " ").translate({0x2066: None, 0x2069: None})
    )
