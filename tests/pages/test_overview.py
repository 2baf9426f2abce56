"""The overview and the clusters page: what each reader sees first, and what the public does not."""

import re

import pytest

from core.i18n import Lang
from pages.components.clusters import choose
from tests.pages.test_figures_pages import opened, written

VIEWS: tuple[dict[str, str], ...] = ({}, {"view": "public"})


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("page", ["overview.py", "clusters.py"])
def test_a_page_opens_in_both_views(page: str, view: dict[str, str], lang: Lang) -> None:
    visit = opened(page, lang=lang.value, **view)

    assert not visit.exception
    assert 'class="note-card note-refused"' not in written(visit)


def test_the_overview_draws_no_plotly_and_holds_four_tiles() -> None:
    visit = opened("overview.py", lang="en")

    assert not visit.get("plotly_chart")
    assert written(visit).count('<div class="tile">') == 4
    assert written(visit).count('class="tile-figure') == 1


def test_membership_and_leadership_come_with_the_note_that_leads_are_designated() -> None:
    text = written(opened("overview.py", lang="en"))

    assert "Cluster members (P1)" in text
    assert "Lead agencies are designated" in text


def test_both_contexts_say_how_many_operations_reported() -> None:
    # In the demonstration five countries of each context have reported everything.
    text = written(opened("overview.py", lang="en", period="2025-Q3"))

    assert "Francophone countries: 5 of 5 operations reported" in text
    assert "Middle East and North Africa: 5 of 5 operations reported" in text


def test_a_period_still_coming_in_is_marked_and_never_said_to_fall() -> None:
    # The demonstration's last quarter: the reports of four countries are missing.
    text = written(opened("overview.py", lang="en", period="2025-Q4"))

    assert 'class="tile-step tile-partial"' in text
    assert "In progress: reports are still coming in" in text
    assert 'class="tile-figure tile-low"' in text
    assert "Low coverage: " in text
    assert "▼" not in text
    assert "4 countries did not report" in text


def test_what_changed_leads_to_its_rows_inside_and_names_no_membership_outside() -> None:
    inside = written(opened("overview.py", lang="en", period="2025-Q3"))
    outside = written(opened("overview.py", lang="en", period="2025-Q3", view="public"))

    said = re.search("<ul class='changes'>.*?</ul>", inside)
    told = re.search("<ul class='changes'>.*?</ul>", outside)
    assert said
    assert told
    assert "behind?indicator=lna_share_of_members" in said[0]
    assert "behind?indicator=clusters_with_lna_leadership" in said[0]
    assert "Clusters with an L/NA in a leadership role" in told[0]
    assert "L/NAs among the members of clusters" not in told[0]
    assert "behind?" not in outside


def test_kinds_of_actor_that_are_small_stay_whole_outside() -> None:
    inside = written(opened("clusters.py", lang="en"))
    outside = written(opened("clusters.py", lang="en", view="public"))

    assert "De facto authorities" in inside
    assert "L/NAs, not divided" not in inside
    assert "L/NAs, not divided" in outside


@pytest.mark.parametrize("indicator", choose.INDICATORS)
@pytest.mark.parametrize("scope", ["1", "3"])
def test_the_clusters_page_opens_on_every_indicator(indicator: str, scope: str) -> None:
    visit = opened("clusters.py", lang="en", indicator=indicator, scope=scope)

    assert not visit.exception


def test_a_cluster_has_a_view_of_its_own_with_its_countries_and_mechanisms() -> None:
    every = written(opened("clusters.py", lang="en", period="2025-Q3"))
    visit = opened("clusters.py", lang="en", period="2025-Q3", cluster="WSH")

    assert "clusters?cluster=WSH" in every
    assert not visit.exception
    text = written(visit)
    assert "Water, Sanitation and Hygiene (WASH)" in [header.value for header in visit.header]
    assert "<caption>Mechanisms</caption>" in text
    assert "Strategic Advisory Group (SAG)" in text
    assert "mechanism_type=sag" in text


def test_outside_the_mechanisms_have_no_hub_no_area_and_no_way_to_their_rows() -> None:
    text = written(opened("clusters.py", lang="en", cluster="WSH", view="public"))

    table = text[text.index("<caption>Mechanisms</caption>") :]
    head = table[: table.index("</thead>")]
    assert "Kind of mechanism" in head
    assert "Hub" not in head
    assert "Place" not in head
    assert "L/NAs among the members" not in head
    assert "behind?" not in text


def test_published_figures_stand_beside_yemen_in_their_quarter_with_their_sources() -> None:
    # 58.5 % in September and 61.5 % in July 2022, both of NGOs, both by OCHA on ReliefWeb.
    text = written(opened("clusters.py", lang="en", country="YEM", period="2022-Q3"))
    other = written(opened("clusters.py", lang="en", country="YEM", period="2022-Q4"))

    assert "NGOs and civil society 59%, September 2022 (reliefweb.int)" in text
    assert "NGOs and civil society 62%, July 2022 (reliefweb.int)" in text
    assert "Sources of the published figures" in text
    assert "Sources of the published figures" not in other
