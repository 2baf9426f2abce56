"""Trends and contexts: matched by default, honest outside the team, on every kind of store."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from core.i18n import Lang, translations
from tests.pages.published import markup, opened

PAGES = ("trends.py", "contexts.py")
MEMBERS = "lna_share_of_members"


def findings(visit: AppTest) -> list[str]:
    """The titles of the charts, blanks of every kind as one, each once."""
    titles = re.findall(r"<title[^>]*>(.*?)</title>", markup(visit))
    return list(dict.fromkeys(" ".join(title.split()) for title in titles))


def words(visit: AppTest) -> str:
    captions = [element.value for element in visit.caption]
    return " ".join(" ".join([markup(visit), *captions]).split())


@pytest.mark.parametrize("view", ["team", "public"])
@pytest.mark.parametrize("page", PAGES)
def test_a_page_opens_in_both_views(page: str, view: str) -> None:
    visit = opened(page, lang="ar", view=view)

    assert not visit.exception
    assert findings(visit)
    assert "note-refused" not in markup(visit).partition("</style>")[2]


@pytest.mark.parametrize("page", PAGES)
def test_a_page_on_an_empty_store_says_what_to_do(page: str) -> None:
    visit = opened(page, lang="fr", demonstration="off")

    assert not visit.exception
    assert 'class="note-card note-nothing"' in markup(visit)
    assert not visit.selectbox


@pytest.mark.usefixtures("published_store")
@pytest.mark.parametrize("view", ["team", "public"])
@pytest.mark.parametrize("page", PAGES)
def test_one_country_in_one_quarter_is_too_few_for_a_trend(page: str, view: str) -> None:
    visit = opened(page, lang="en", view=view)

    assert not visit.exception
    assert any("Too few" in finding for finding in findings(visit))


@pytest.mark.parametrize(
    ("lang", "sentence", "left_out"),
    [
        ("fr", "En hausse à mécanismes identiques, parmi les types connus : 48 % au T1 2022",
         "41 mécanismes ont fait rapport aux deux extrémités, 1 n’ayant"),
        ("ar", "ارتفاع ضمن الأنواع المعروفة عند احتساب الآليات نفسها فقط:",
         "واستُبعدت آلية واحدة أبلغت في طرف واحد فقط"),
    ],
)  # fmt: skip
def test_whether_the_francophone_trend_in_membership_rises_on_matched_mechanisms(
    lang: str, sentence: str, left_out: str
) -> None:
    visit = opened("trends.py", lang=lang)
    visit.selectbox(key="filter_indicator").set_value(MEMBERS).run()
    visit.selectbox(key="filter_context").set_value("francophone").run()

    # On 41 mechanisms 210 of 434 became 240 of 464; 15 of unknown type each time, so at most
    # 225 of 449 (50.11 %) before and at least 240 of 479 (50.10 %) after.
    (finding,) = findings(visit)
    assert sentence in finding
    assert left_out in words(visit)
    assert visit.query_params["context"] == "francophone"


def test_all_mechanisms_are_one_click_away_and_then_it_says_so() -> None:
    visit = opened("trends.py", lang="en", indicator=MEMBERS, context="francophone")

    visit.radio(key="filter_mechanisms").set_value("all").run()

    # On the full set: 213 of 438 in the first quarter, 240 of 464 in the last whole one.
    assert findings(visit) == ["From 49% in Q1 2022 to 52% in Q3 2025, within what is not known"]
    assert "All mechanisms: part of a change may be one of who reported." in words(visit)
    assert visit.query_params["mechanisms"] == "all"


def test_outside_the_team_no_membership_is_told_on_matched_mechanisms() -> None:
    visit = opened("trends.py", lang="en", view="public", indicator=MEMBERS)

    assert not visit.exception
    assert "matched mechanisms count" not in words(visit)
    assert "it could give away what the few mechanisms left out have reported" in words(visit)
    # The picture, too, says what its change is told on.
    assert "All mechanisms: part of a change may be one of who reported." in words(visit)


def test_outside_the_team_structure_is_told_on_matched_mechanisms() -> None:
    visit = opened("trends.py", lang="en", view="public", indicator="clusters_with_lna_leadership")

    assert not visit.exception
    assert any("once only matched mechanisms count" in finding for finding in findings(visit))


def test_a_table_in_place_of_the_chart_has_each_step_on_matched_mechanisms() -> None:
    visit = opened("trends.py", lang="en", indicator=MEMBERS, context="francophone", form="table")

    # In the third quarter of 2024 eight came back and Logistics of Chad closed: 33 are matched.
    text = words(visit)
    assert findings(visit) == []
    assert "+1 percentage point on 33; left out: 9" in text
    assert "Closed: Logistics, Chad" in text


@pytest.mark.parametrize(
    ("indicator", "said"),
    [
        ("memberships", "a number and no share of a whole"),
        ("representation_ratio", "stands on two others"),
        ("reporting_rate", "says who reported"),
        ("lna_share_of_pooled_funds", "belong to no mechanism"),
    ],
)
def test_what_has_no_steps_says_why(indicator: str, said: str) -> None:
    visit = opened("trends.py", lang="en", indicator=indicator)

    assert not visit.exception
    assert said in words(visit)


def test_the_four_largest_are_lines_and_the_reader_may_pick_others() -> None:
    visit = opened("trends.py", lang="en", indicator=MEMBERS, split="country", lines="YEM,MLI")

    (finding,) = findings(visit)
    assert finding.startswith(("Yemen", "Mali"))
    assert len(re.findall(r"<li><bdi>(?:Yemen|Mali): ", markup(visit))) == 2

    every = opened("trends.py", lang="en", indicator=MEMBERS, split="country")
    assert len(re.findall(r"<li><bdi>[^<]+: ", markup(every))) == 4


def test_an_address_that_leaves_the_lattice_is_refused_in_words() -> None:
    visit = opened(
        "trends.py", lang="en", view="public", indicator="lna_share_of_attendance", cluster="WSH"
    )

    assert not visit.exception
    assert "note-card note-refused" in markup(visit)
    assert "shell-footer" in markup(visit)


@pytest.mark.parametrize("lang", list(Lang))
def test_contexts_say_who_reported_and_that_languages_overlap(lang: Lang) -> None:
    visit = opened("contexts.py", lang=lang.value, indicator=MEMBERS)

    overlap = translations(lang).gettext(
        "A country with two working languages is in both groups: they overlap, and are never"
        " added up."
    )
    assert not visit.exception
    assert len(findings(visit)) == 4  # both, each, languages
    assert markup(visit).count("class='operations'") == 2
    assert " ".join(overlap.split()) in words(visit)


def test_outside_the_team_groups_that_overlap_show_no_membership() -> None:
    visit = opened("contexts.py", lang="en", view="public", indicator=MEMBERS)

    assert not visit.exception
    assert len(findings(visit)) == 3
    assert "groups that overlap would tell small numbers" in words(visit)
