"""The map page: every kind of store, both views, and where its links lead."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest

from core.i18n import Lang
from tests.pages.published import markup, opened

PAGE = "map.py"


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("view", ["inside", "public"])
def test_the_map_opens_on_the_demonstration(lang: Lang, view: str) -> None:
    visit = opened(PAGE, lang=lang.value, view=view)

    assert not visit.exception
    assert '<figure class="chart"' in markup(visit)
    assert "note-refused" not in markup(visit)


@pytest.mark.parametrize("lang", list(Lang))
def test_the_map_opens_on_an_empty_store(lang: Lang) -> None:
    visit = opened(PAGE, lang=lang.value, demonstration="off")

    assert not visit.exception
    assert 'class="note-card note-nothing"' in markup(visit)
    assert "shell-footer" in markup(visit)


@pytest.mark.usefixtures("published_store")
def test_a_country_leads_to_its_clusters_and_its_number_to_its_rows() -> None:
    visit = opened(PAGE, lang="fr", scope="1")

    assert not visit.exception
    # After the correction Chad has three national organisations of four of known type.
    assert "75" in markup(visit)
    assert "(3 sur 4)" in markup(visit).replace("\u00a0", " ")
    links = re.findall(r"href='((?:clusters|behind)\?[^']+)'", markup(visit))
    asked = {
        urlsplit(link).path: parse_qs(urlsplit(link.replace("&amp;", "&")).query) for link in links
    }
    assert set(asked) == {"clusters", "behind"}
    for query in asked.values():
        assert (query["country"], query["period"], query["scope"]) == (["TCD"], ["2021-Q4"], ["1"])


@pytest.mark.usefixtures("published_store")
def test_the_public_sees_no_small_number_and_no_way_to_the_rows() -> None:
    visit = opened(PAGE, lang="en", view="public")

    assert not visit.exception
    assert "behind?" not in markup(visit)
    assert "3 of 4" not in markup(visit)
    assert "hidden: small number" in markup(visit)


def test_every_filter_is_in_the_address() -> None:
    visit = opened(PAGE, lang="ar", cluster="WSH", indicator="reporting_rate", scope="3")

    chosen = {
        n: visit.selectbox(key=f"filter_{n}").value for n in ("cluster", "indicator", "scope")
    }

    assert not visit.exception
    assert chosen == {"cluster": "WSH", "indicator": "reporting_rate", "scope": "3"}


@pytest.mark.parametrize(
    "indicator", ["memberships", "representation_ratio", "lna_share_of_event_voices"]
)
@pytest.mark.parametrize("view", ["inside", "public"])
def test_counts_ratios_and_exposure_are_drawn_or_refused_in_words(
    indicator: str, view: str
) -> None:
    visit = opened(PAGE, lang="fr", view=view, indicator=indicator)

    assert not visit.exception
    assert '<figure class="chart"' in markup(visit) or "note-refused" in markup(visit)


def test_a_question_that_the_public_may_not_ask_is_refused_in_words() -> None:
    # Exposure is shown in scope 2 alone.
    asked = {"indicator": "lna_share_of_event_voices", "scope": "3", "view": "public"}

    visit = opened(PAGE, lang="en", **asked)

    assert not visit.exception
    assert "note-refused" in markup(visit)
