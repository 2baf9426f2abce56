"""The explorer: any question that has an answer, a reason where there is none, and the link."""

import csv
import io
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from core.i18n import Lang
from tests.pages.published import opened

# A page of its own, so that the file behind the button can be read.
_AS_FILE = """
import streamlit as st
from pages.components import session
from pages.components.explorer import answer, choices, rows
ctx = session.context()
asked = choices.show(ctx)
found = answer.measured(ctx, asked)
st.text(rows.csv_of(ctx, asked, asked.indicator, found).decode("utf-8-sig"))
"""


def text_of(visit: AppTest) -> str:
    parts = [e.proto.body for e in visit.get("html")] + [str(e.value) for e in visit.markdown]
    shown = [part for part in parts if not part.startswith(("<style", "<script"))]
    return " ".join(" ".join(shown).split()).replace("\u2066", "").replace("\u2069", "")


def traced(visit: AppTest) -> list[dict[str, list[str]]]:
    links = re.findall(r"href='(behind\?[^']+)'", text_of(visit))
    return [parse_qs(urlsplit(link.replace("&amp;", "&")).query) for link in links]


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("view", ["team", "public"])
def test_it_opens_in_every_language_for_the_team_and_for_others(lang: Lang, view: str) -> None:
    visit = opened("explorer.py", lang=lang.value, view=view)

    assert not visit.exception
    assert "note-refused" not in text_of(visit)
    assert "<svg" in text_of(visit)
    assert bool(traced(visit)) == (view == "team")


@pytest.mark.parametrize("lang", list(Lang))
def test_an_empty_store_says_what_to_do(lang: Lang) -> None:
    visit = opened("explorer.py", lang=lang.value, demonstration="off")

    assert not visit.exception
    assert "note-card note-nothing" in text_of(visit)
    assert not visit.selectbox


# Chad, November 2021, after the correction: in Health three national organisations of four of known
# type and one of no type; in WASH one of two.
@pytest.mark.usefixtures("published_store")
def test_each_number_of_a_table_leads_to_its_rows() -> None:
    visit = opened("explorer.py", lang="en", by="cluster", period="2021-Q4")

    assert not visit.exception
    assert [(link["cluster"], link["period"], link["scope"]) for link in traced(visit)] == [
        (["HEA"], ["2021-Q4"], ["2"]),
        (["WSH"], ["2021-Q4"], ["2"]),
    ]
    assert "75% (3 of 4)" in text_of(visit)
    assert "50% (1 of 2)" in text_of(visit)
    first = {name: values[0] for name, values in traced(visit)[0].items()}
    behind = opened("behind.py", **first)
    assert [one.value for one in behind.subheader] == ["75% (3 of 4)"]


@pytest.mark.usefixtures("published_store")
def test_two_dimensions_make_a_table_of_lines_and_columns() -> None:
    visit = opened("explorer.py", lang="en", **{"by": "country", "and": "cluster"})

    shown = text_of(visit)
    assert not visit.exception
    assert "<strong><bdi>75%</bdi></strong></a><small><bdi>3 of 4</bdi></small>" in shown
    assert {(link["country"][0], link["cluster"][0]) for link in traced(visit)} == {
        ("TCD", "HEA"), ("TCD", "WSH"),
    }  # fmt: skip


@pytest.mark.usefixtures("published_store")
def test_a_limit_and_another_list_of_clusters_reach_the_number_and_its_rows() -> None:
    visit = opened(
        "explorer.py", lang="en", by="cluster", list="cluster_reduced", country="TCD",
        period="2021", scope="1", level="all",
    )  # fmt: skip

    assert not visit.exception
    (first, _) = traced(visit)
    assert (first["cluster_reduced"], first["country"], first["period"], first["scope"]) == (
        ["HEA"], ["TCD"], ["2021"], ["1"],
    )  # fmt: skip
    # All levels, those that nobody named among them, in place of the declaration's own.
    assert set(first["level"]) == {"national", "subnational", "hub"}


@pytest.mark.usefixtures("published_store")
def test_the_link_says_every_choice_so_that_no_default_can_change_it() -> None:
    visit = opened("explorer.py", lang="en")

    said = {name: values[0] for name, values in parse_qs(visit.code[0].value).items()}
    expected = {
        "indicator": "lna_share_of_presence", "by": "cluster", "and": "none", "list": "cluster",
        "period": "2021-Q4", "scope": "2", "country": "all", "level": "national",
        "role": "present", "women_led": "all",
    }  # fmt: skip
    assert {name: said[name] for name in expected} == expected


@pytest.mark.usefixtures("published_store")
@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        ({"indicator": "nothing"}, "There is no indicator “nothing”."),
        ({"indicator": "lna_share_of_members", "by": "role"}, "cannot be split by “Role”"),
        ({"by": "colour"}, "There is no dimension “colour”."),
        ({"country": "ZZZ"}, "asks for “ZZZ”, which is in none of the lists"),
        ({"period": "soon"}, "“soon” is not a period."),
        ({"scope": "9"}, "asks for “9”, which is in none of the lists"),
        ({"view": "public", "by": "level"}, "answered only inside the team"),
        ({"view": "public", "women_led": "yes"}, "answered only inside the team"),
    ],
)
def test_what_has_no_answer_says_why(asked: dict[str, str], reason: str) -> None:
    visit = opened("explorer.py", lang="en", **asked)

    shown = text_of(visit)
    assert not visit.exception
    assert "note-card note-refused" in shown
    assert reason in shown
    assert "<svg" not in shown


@pytest.mark.usefixtures("published_store")
def test_a_country_that_reported_nothing_is_not_swapped_for_all_of_them() -> None:
    visit = opened("explorer.py", lang="en", country="MLI", period="2021-Q4")

    assert visit.selectbox(key="filter_country").value == "MLI"
    assert "Nobody has reported on this yet." in text_of(visit)


@pytest.mark.usefixtures("published_store")
def test_outside_only_the_lattice_is_offered_and_why() -> None:
    visit = opened("explorer.py", lang="en", view="public", by="country")

    assert "Outside the team only country" in text_of(visit)
    assert set(visit.selectbox(key="filter_by").options) == {
        "No split", "Country", "Region", "Context", "Cluster", "Period",
    }  # fmt: skip
    offered = {str(box.key).removeprefix("filter_") for box in visit.selectbox}
    assert not offered & {"hub", "place", "cluster_reported", "women_led", "refugee_led"}
    # The declaration's own limit is said, and cannot be changed here.
    assert visit.selectbox(key="filter_level").options == ["National level"]


def test_another_indicator_lets_go_of_a_split_that_it_does_not_have() -> None:
    visit = opened("explorer.py", lang="en", indicator="lna_share_of_leadership_roles", by="role")
    assert not visit.exception

    visit.selectbox(key="filter_indicator").set_value("lna_share_of_members").run()

    assert not visit.exception
    assert visit.selectbox(key="filter_by").value == "cluster"
    assert "note-refused" not in text_of(visit)


@pytest.mark.parametrize("view", ["team", "public"])
@pytest.mark.parametrize(
    "indicator", ["memberships", "representation_ratio", "membership_and_leadership",
                  "reporting_rate", "lna_share_of_event_voices", "lna_share_of_pooled_funds"],
)  # fmt: skip
def test_counts_ratios_pairs_and_the_rest_have_their_answer(indicator: str, view: str) -> None:
    visit = opened("explorer.py", lang="en", indicator=indicator, by="country", view=view)

    shown = text_of(visit)
    assert not visit.exception
    assert "note-refused" not in shown
    drawn_as_share = indicator not in {
        "memberships", "representation_ratio", "membership_and_leadership"
    }  # fmt: skip
    assert ("<svg" in shown) == drawn_as_share
    assert ("heat-table" in shown) != drawn_as_share


@pytest.mark.usefixtures("published_store")
def test_the_file_has_codes_names_both_halves_and_what_was_asked() -> None:
    visit = AppTest.from_string(_AS_FILE, default_timeout=60)
    for name, value in {"lang": "en", "by": "cluster", "period": "2021-Q4"}.items():
        visit.query_params[name] = value
    visit.run()

    lines = list(csv.reader(io.StringIO(visit.text[0].value)))

    assert not visit.exception
    assert lines[0][:5] == ["Cluster", "Cluster (code)", "Counted", "Out of", "Of unknown type"]
    assert [line[:5] for line in lines[1:3]] == [
        ["Health", "HEA", "3", "4", "1"],
        ["Water, Sanitation and Hygiene (WASH)", "WSH", "1", "2", "0"],
    ]
    about = [line[0] for line in lines[3:] if line]
    assert "Period: 4th quarter 2021" in about
    assert any(line.startswith("Data version ") for line in about)
