"""The page of organisations: what is asked, what a decision moves, and the way back."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import metrics
from core.i18n import Lang, translations
from core.storage.database import Database
from loaders.country_registry import country_registry
from loaders.families import Families
from pages.components import store
from tests.pages import published
from tests.pages.published import NATIONAL, markup, opened

# "Secours Inventé" is there already; the same under another spelling in another cluster.
AGAIN = (("Secours inventee", NATIONAL),)


@pytest.fixture
def twice_named(published_store: Path) -> Path:
    database = Database.open(published_store)
    metrics.install_views(database)
    content = published.rows(AGAIN, ("Education",), "Chad", "2021-11")
    published.publish(database, "education.csv", content, "Education Chad")
    database.close()
    return published_store


def pressed(visit: AppTest, start: str) -> AppTest:
    return (
        next(button for button in visit.button if str(button.key).startswith(start)).click().run()
    )


def typed(visit: AppTest, start: str, text: str) -> None:
    next(field for field in visit.text_input if str(field.key).startswith(start)).input(text)


def aliases() -> list[tuple[str, str, str]]:
    with store.real().cursor() as cur:
        said = country_registry(cur, "TCD", Families()).decisions
    return [(one.kind, one.pair.first, one.pair.second) for one in said]


@pytest.mark.usefixtures("twice_named")
def test_two_names_become_one_after_the_figures_that_move_were_shown_and_two_again() -> None:
    visit = opened("organisations.py", lang="en", country="TCD")
    asked = markup(visit)

    visit = pressed(visit, "org_one_")
    preview = markup(visit)
    typed(visit, "org_office_one_", "OCHA Chad")
    typed(visit, "org_why_one_", "one accent apart")
    visit = pressed(visit, "org_decide_one_")
    after, made = markup(visit), aliases()
    visit = opened("organisations.py", lang="en", country="TCD", part="decided")
    typed(visit, "org_office_revoked_", "OCHA Chad")
    typed(visit, "org_why_revoked_", "they are two")
    visit = pressed(visit, "org_decide_revoked_")

    assert "Secours inventee" in asked
    # Never in one cluster together, so no cluster moves: six organisations of Chad become five.
    assert "All clusters" in preview
    assert "counted as one from now on" in after
    assert [kind for kind, *_ in made] == ["alias-approved"]
    assert aliases() == []


@pytest.mark.usefixtures("twice_named")
def test_nothing_is_decided_without_an_office_and_a_reason() -> None:
    visit = opened("organisations.py", lang="fr", country="TCD")

    visit = pressed(visit, "org_two_")
    visit = pressed(visit, "org_decide_two_")

    assert translations(Lang.FR).gettext("The office or the reason is missing") in markup(visit)
    assert aliases() == []


@pytest.mark.usefixtures("published_store")
def test_what_somebody_says_of_an_organisation_is_shown_with_who_says_so() -> None:
    visit = opened("organisations.py", lang="en", country="TCD", part="every")
    visit.text_input(key="org_sought").input("secours").run()

    typed(visit, "org_said_by_", "Forum of NGOs")
    typed(visit, "org_office_flag_", "OCHA Chad")
    typed(visit, "org_why_flag_", "their statutes")
    visit = pressed(visit, "org_decide_flag_")

    assert "Yes, says Forum of NGOs" in markup(visit)


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("part", ["questions", "every", "decided", "review"])
@pytest.mark.usefixtures("published_store")
def test_every_part_opens_in_every_language(lang: Lang, part: str) -> None:
    visit = opened("organisations.py", lang=lang.value, country="TCD", part=part)

    assert not visit.exception
    assert visit.title[0].value == translations(lang).gettext("Organisations")


@pytest.mark.usefixtures("published_store")
def test_outside_the_team_no_organisation_is_named() -> None:
    visit = opened("organisations.py", lang="en", country="TCD", part="every", view="public")

    assert "Secours" not in markup(visit)
    assert "shown only to the team" in markup(visit)
