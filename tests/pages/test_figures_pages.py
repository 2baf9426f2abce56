"""The pages of figures: their first sight, their filters, what the public may see."""

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from core.i18n import Lang
from tests.pages.published import FRAME

PAGES = ("overview.py", "clusters.py")


def opened(page: str, **parameters: str) -> AppTest:
    """A page as a reader gets it, by its file."""
    visit = AppTest.from_file(FRAME, default_timeout=60)
    for name, value in parameters.items():
        visit.query_params[name] = value
    return visit.switch_page(page).run()


def written(visit: AppTest) -> str:
    """All text and markup of the page, with blanks of every kind as one."""
    parts = [e.proto.body for e in visit.get("html")] + [str(e.value) for e in visit.markdown]
    return " ".join(" ".join(parts).split())


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("page", PAGES)
def test_a_page_opens_on_the_demonstration_and_says_so(page: str, lang: Lang) -> None:
    visit = opened(page, lang=lang.value)

    assert not visit.exception
    assert 'class="shell-demonstration"' in written(visit)


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("page", PAGES)
def test_a_page_opens_on_an_empty_store_and_says_what_to_do(page: str, lang: Lang) -> None:
    visit = opened(page, lang=lang.value, demonstration="off")

    assert not visit.exception
    assert 'class="note-card note-nothing"' in written(visit)
    assert "shell-footer" in written(visit).rpartition("note-nothing")[2]
    assert not visit.selectbox


@pytest.mark.usefixtures("published_store")
def test_the_overview_shows_the_quarter_of_the_published_month() -> None:
    visit = opened("overview.py", lang="en")

    assert not visit.exception
    # Chad, November 2021: after the correction four organisations of known type in Health (three
    # of them national) and two in WASH that are among them: 3 of 4, one of unknown type.
    assert visit.selectbox(key="filter_period").value == "2021-Q4"
    assert "3 of 4 organisations" in written(visit)
    assert 'class="shell-demonstration"' not in written(visit)


@pytest.mark.usefixtures("published_store")
def test_a_number_of_the_table_leads_to_its_rows() -> None:
    visit = opened("clusters.py", lang="fr")

    assert not visit.exception
    links = re.findall(r"href='(behind\?[^']+)'", written(visit))
    assert len(links) == 2  # Health and WASH of Chad
    assert all("country=TCD" in link and "period=2021-Q4" in link for link in links)


@pytest.mark.usefixtures("published_store")
def test_the_public_sees_no_small_number_and_no_way_to_the_rows() -> None:
    visit = opened("clusters.py", lang="en", view="public")

    # Two organisations of known type in WASH, four in Health: both are fewer than five.
    text = written(visit)
    assert not visit.exception
    assert "behind?" not in text
    assert "of 4" not in text


def test_a_filter_is_written_to_the_address_as_a_code() -> None:
    visit = opened("clusters.py", lang="ar")

    visit.selectbox(key="filter_cluster").set_value("WSH").run()

    assert visit.query_params["cluster"] == "WSH"
    assert not visit.exception


@pytest.mark.usefixtures("published_store")
def test_the_store_as_it_was_before_the_first_upload_is_empty(published_store: Path) -> None:
    visit = opened("overview.py", lang="en", as_of="2026-03-01", demonstration="off")

    assert not visit.exception
    assert 'class="note-card note-nothing"' in written(visit)


@pytest.mark.usefixtures("published_store")
def test_the_link_says_every_value_and_an_old_one_says_that_the_data_moved_on() -> None:
    visit = opened("overview.py", lang="fr")

    (address, *_) = [code.value for code in visit.code]
    asked = parse_qs(urlsplit(address).query)
    assert asked["period"] == ["2021-Q4"]
    assert asked["scope"] == ["2"]
    assert asked["lang"] == ["fr"]
    assert asked["version"][0].startswith("4-")

    older = opened("overview.py", lang="en", version="3-000000")
    assert "The data have changed since this link was made" in written(older)
    assert "The data have changed" not in written(visit)


@pytest.mark.usefixtures("published_store")
@pytest.mark.parametrize(
    ("lang", "said"), [("en", "“soon” is not a day."), ("fr", "« soon » n’est pas un jour.")]
)
def test_a_day_that_cannot_be_read_is_refused_and_not_taken_for_now(lang: str, said: str) -> None:
    visit = opened("overview.py", lang=lang, as_of="soon")

    assert not visit.exception
    assert said in written(visit)
    assert "3 of 4 organisations" not in written(visit)


@pytest.mark.usefixtures("published_store")
def test_the_last_day_that_a_calendar_knows_shows_everything() -> None:
    visit = opened("overview.py", lang="en", as_of="9999-12-31")

    assert not visit.exception
    assert "3 of 4 organisations" in written(visit)
