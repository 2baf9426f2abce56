"""The page behind a number: which organisations, in which file, sheet and rows."""

import csv
import io
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from core.access import Role
from core.i18n import Lang, translations
from pages.components import session
from pages.components.behind import rows
from pages.components.links import trace_link
from pages.components.session import Reader
from tests.pages.published import markup, opened

NUMBER = {"indicator": "lna_share_of_presence", "country": "TCD", "period": "2021-11"}
WASH = NUMBER | {"cluster": "WSH"}


def cells(visit: AppTest) -> list[list[str]]:
    bodies = re.findall(r"<tr>(<td.*?)</tr>", markup(visit))
    return [re.findall(r"<bdi>(.*?)</bdi>", body) for body in bodies]


@pytest.mark.usefixtures("published_store")
def test_a_union_over_clusters_names_each_organisation_with_every_file_and_row() -> None:
    visit = opened("behind.py", lang="en", **NUMBER)

    lines = [(row[0], row[3], row[5]) for row in cells(visit)]
    assert not visit.exception
    assert [heading.value for heading in visit.header] == [
        "Counted in the figure (3)",
        "In the total, but not counted (1)",
        "Type not known: on neither side (1)",
    ]
    # The correction took WASH from the first file: only its rows of Health count there.
    assert sorted(lines) == sorted(
        [
            ("=Made Up Relief", "first.csv", "3"),
            ("=Made Up Relief", "second.csv", "2"),
            ("Secours Inventé", "first.csv", "4"),
            ("مؤسسة الأمل &lt;b&gt;", "first.csv", "2"),
            ("Nowhere International", "first.csv", "5"),
            ("Nowhere International", "second.csv", "3"),
            ("Body Without Type", "first.csv", "6"),
        ]
    )


@pytest.mark.usefixtures("published_store")
def test_the_title_says_the_number_its_interval_and_who_reported() -> None:
    visit = opened("behind.py", lang="en", **NUMBER)

    said = markup(visit) + visit.subheader[0].value
    assert visit.title[0].value == "L/NAs among the organisations reported present (3W)"
    assert visit.subheader[0].value == "75% (3 of 4)"
    assert "1 more is of unknown type: the share lies between 60% and 80%." in said
    assert "2 of 2 expected reports have arrived." in said
    assert "Chad · November 2021 · L/NAs: NGOs, civil society and the national Red" in said


@pytest.mark.usefixtures("published_store")
def test_an_earlier_day_shows_the_number_of_that_day() -> None:
    now = opened("behind.py", lang="en", **WASH)
    then = opened("behind.py", lang="en", as_of="2026-03-06", **WASH)

    assert now.subheader[0].value == "50% (1 of 2)"
    assert then.subheader[0].value == "75% (3 of 4)"
    assert {row[3] for row in cells(then)} == {"first.csv"}


@pytest.mark.usefixtures("published_store")
def test_searching_folds_letters_and_leaves_the_rest_out() -> None:
    visit = opened("behind.py", lang="fr", **NUMBER)

    visit.text_input(key="find").input("INVENTE").run()

    assert [row[0] for row in cells(visit)] == ["Secours Inventé"]


@pytest.mark.usefixtures("published_store")
def test_outside_the_team_it_is_refused_without_a_name() -> None:
    visit = opened("behind.py", lang="fr", view="public", **NUMBER)

    assert not visit.exception
    assert 'role="alert"' in markup(visit)
    assert "ne sont montrés qu’à l’équipe" in markup(visit)
    assert "Secours" not in markup(visit)
    assert not visit.get("download_button")


@pytest.mark.usefixtures("published_store")
@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("indicator", ["reporting_rate", "unknown_type"])
def test_every_indicator_opens_in_every_language(lang: Lang, indicator: str) -> None:
    visit = opened("behind.py", lang=lang.value, indicator=indicator, country="TCD")

    assert not visit.exception
    assert cells(visit)


@pytest.mark.usefixtures("published_store")
@pytest.mark.parametrize("lang", list(Lang))
def test_a_derived_number_leads_to_the_two_that_it_is_made_of(lang: Lang) -> None:
    visit = opened("behind.py", lang=lang.value, indicator="representation_ratio", country="TCD")

    said = " ".join(text.value for text in visit.markdown)
    assert not visit.exception
    assert "indicator=lna_share_of_sag_seats" in said
    assert "indicator=lna_share_of_members" in said
    assert "country=TCD" in said


@pytest.mark.usefixtures("published_store")
def test_without_an_indicator_it_says_where_to_come_from_and_a_wrong_one_is_unknown() -> None:
    bare = opened("behind.py", lang="en")
    wrong = opened("behind.py", lang="en", indicator="lna_share")

    assert "Follow a number of another page" in markup(bare)
    assert "There is no indicator “lna_share”." in markup(wrong)


def test_the_file_disarms_what_a_spreadsheet_would_compute(ctx: session.Context) -> None:
    source = rows.Source(
        entity=0,
        part="numerator",
        counts=1,
        batch=7,
        cells=("=1+1", "Chad", "–", "a.csv", "s", "2"),
    )

    lines = list(csv.reader(io.StringIO(rows.csv_of(ctx, [source]).decode("utf-8-sig"))))

    assert lines[1] == ["Counted in the figure", "'=1+1", "Chad", "–", "a.csv", "s", "2", "7"]


def test_a_link_carries_the_question_and_the_language() -> None:
    reader = Reader(lang=Lang.AR, words=translations(Lang.AR))

    link = trace_link(
        reader,
        "lna_share_of_presence",
        scope=1,
        country="TCD",
        cluster=None,
        period=("2021", "2022"),
    )

    assert urlsplit(link).path == "behind"
    assert parse_qs(urlsplit(link).query, keep_blank_values=True) == {
        "indicator": ["lna_share_of_presence"],
        "country": ["TCD"],
        "cluster": [""],
        "period": ["2021", "2022"],
        "scope": ["1"],
        "lang": ["ar"],
    }


@pytest.fixture
def ctx() -> session.Context:
    """A reader in English; the store is not asked."""
    return session.Context(
        lang=Lang.EN,
        words=translations(Lang.EN),
        db=None,  # type: ignore[arg-type]
        data_version="0",
        demonstration=False,
        as_of=None,
        day=None,
        role=Role.OWNER,
        inside=True,
    )
