"""Pages where a file names who implements and who leads: which of the two a number counts."""

from pathlib import Path

import pytest

import metrics
from core.i18n import Lang, translations
from core.storage.database import Database
from loaders.mapping import Column
from pages.components.upload.sides import exchanged
from tests.pages.published import markup, opened, publish

# Health in Chad: five national organisations implement; one of them leads, beside four others.
ROWS = "\n".join(
    f"{lead},{kind},{name},National NGO,Health,Chad,2021-11"
    for name, lead, kind in (
        ("Un", "Un", "National NGO"),
        ("Deux", "Ailleurs", "International NGO"),
        ("Trois", "Partout", "International NGO"),
        ("Quatre", "Autre Part", "International NGO"),
        ("Cinq", "Nulle Part", "International NGO"),
    )
)
HEADINGS = (
    "Lead organisation,Lead organisation type,Implementing partner,Implementing partner type,"
    "Cluster,Country,Month\n"
)


@pytest.fixture(autouse=True)
def store_with_both_sides(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "sides.duckdb"
    database = Database.open(path)
    metrics.install_views(database)
    publish(database, "sides.csv", (HEADINGS + ROWS).encode(), "OCHA Chad")
    database.close()
    monkeypatch.setenv("ALN_STORE", str(path))


@pytest.mark.parametrize("lang", list(Lang))
def test_the_switch_leads_from_one_side_to_the_other(lang: Lang) -> None:
    present = opened("clusters.py", lang=lang.value)
    lead = opened("clusters.py", lang=lang.value, role="lead")

    assert not present.exception
    assert not lead.exception
    assert present.selectbox(key="filter_role").value == "present"
    assert lead.selectbox(key="filter_role").value == "lead"
    name = translations(lang).gettext("L/NAs among the lead organisations (3W)")
    assert name in markup(lead)
    assert name not in markup(present)
    assert "role=lead" in markup(lead)
    assert "role=lead" not in markup(present)


def test_the_numbers_are_those_of_the_side() -> None:
    assert "100% (5 of 5)" in markup(opened("clusters.py", lang="en"))
    assert "20% (1 of 5)" in markup(opened("clusters.py", lang="en", role="lead"))


def test_the_overview_says_which_of_the_two_is_counted() -> None:
    visit = opened("overview.py", lang="en")

    assert "Counted: organisations that implement" in " ".join(markup(visit).split())


def test_the_public_is_shown_who_implements_alone() -> None:
    visit = opened("clusters.py", lang="en", view="public", role="lead")

    assert not visit.exception
    assert "100% (5 of 5)" in markup(visit)
    assert [one.key for one in visit.selectbox if one.key == "filter_role"] == []


def test_behind_a_number_stand_the_side_and_the_other_name() -> None:
    number = {"indicator": "lna_share_of_presence", "country": "TCD", "period": "2021-11"}

    present = markup(opened("behind.py", lang="en", **number))
    lead = markup(opened("behind.py", lang="en", **number, role="lead"))

    assert "Counted: organisations that implement" in present
    assert "Deux · lead: " in present
    assert "Counted: lead organisations" in lead
    assert "Ailleurs · implementing: " in lead


def test_the_exchange_moves_every_column_to_the_other_side() -> None:
    held = {
        field: Column(at, "", None, field, 0.9, "heading", ())
        for at, field in (
            (1, "lead_organisation"),
            (3, "organisation"),
            (4, "organisation_type"),
            (5, "cluster"),
        )
    }
    said = (("column:C", "organisation"), ("column:E", "cluster"))

    assert set(exchanged(held, said)) == {
        ("column:E", "cluster"),
        ("column:A", "organisation"),
        ("column:C", "lead_organisation"),
        ("column:D", "lead_organisation_type"),
    }
