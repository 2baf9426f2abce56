"""Acronyms with several names: one organisation or several, asked once and remembered."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import loaders
from core.errors import UnknownIndicator
from core.i18n.periods import Period
from core.storage.database import Database
from loaders import Choices, Knowledge, Pair, Reason
from loaders.issues import Code
from tests.loaders.registry_store import OFFICE, Store

TWO_IN_ONE = """\
Action contre la Faim,ACF,INGO,WASH,2022-01
Action contre la Faim International,ACF,INGO,WASH,2022-01
Action of the Future,ACF,NNGO,WASH,2022-01
Norwegian Refugee Council,NRC,INGO,WASH,2022-01
NRC,NRC,INGO,WASH,2022-01"""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "store.duckdb")
    yield opened
    opened.database.close()


def test_an_acronym_told_apart_counts_by_name_once_the_file_is_loaded_again(store: Store) -> None:
    store.load(TWO_IN_ONE, "acronym")
    before = store.numbers()
    loaders.tell_apart(store.database, "TCD", "ACF", OFFICE, "two NGOs")
    decided = store.numbers()

    again = store.load(TWO_IN_ONE, "acronym")
    store.approve("Action contre la Faim International", "Action contre la Faim")

    # ACF and NRC; the same, because uploads are never edited; two names and NRC.
    assert (before, decided, again.repeated, store.numbers()) == (
        (0, 2, 0), (0, 2, 0), False, (1, 3, 0),
    )  # fmt: skip


def test_a_decision_about_an_acronym_that_a_file_has_not_is_no_news(store: Store) -> None:
    store.load(TWO_IN_ONE, "acronym")
    other = "Espoir du Lac,EL,NNGO,Health,2022-01\nEaux Libres,EL,NNGO,Health,2022-01"
    store.load(other, "acronym")

    loaders.tell_apart(store.database, "TCD", "EL", OFFICE, "two NGOs")

    assert store.load(TWO_IN_ONE, "acronym").repeated
    assert not store.load(other, "acronym").repeated


@pytest.mark.parametrize("decide", [loaders.tell_apart, loaders.keep_together])
def test_what_was_decided_about_an_acronym_is_not_asked_again(store: Store, decide: object) -> None:
    store.load(TWO_IN_ONE, "acronym")
    assert callable(decide)
    asked = [questions(store, TWO_IN_ONE)]

    decide(store.database, "TCD", "acf", OFFICE, "looked at")
    asked.append(questions(store, TWO_IN_ONE))
    loaders.revoke_acronym(store.database, "TCD", "ACF", OFFICE, "a mistake")
    asked.append(questions(store, TWO_IN_ONE))

    assert asked == [(["ACF", "NRC"], ["acf", "nrc"]), (["NRC"], ["nrc"]), asked[0]]


def test_a_name_that_was_not_looked_at_is_asked_about(store: Store) -> None:
    store.load(TWO_IN_ONE, "acronym")
    loaders.keep_together(store.database, "TCD", "NRC", OFFICE, "one")

    more = TWO_IN_ONE + "\nNouvelle Radio du Chari,NRC,NNGO,Health,2022-01"
    store.load(more, "acronym")

    assert questions(store, more) == (["ACF", "NRC"], ["acf", "nrc"])


@pytest.mark.parametrize("verb", [loaders.keep_together, loaders.revoke_acronym])
def test_an_acronym_that_nobody_knows_cannot_be_decided(store: Store, verb: object) -> None:
    assert callable(verb)

    with pytest.raises(UnknownIndicator):
        verb(store.database, "TCD", "XYZ", OFFICE, "no")


def questions(store: Store, rows: str) -> tuple[list[str], list[str]]:
    """Acronyms that the remarks on a file ask about, and those that the proposals do."""
    issues = store.prepared(rows, "acronym").report.issues
    asked = [str(i.value) for i in issues if i.code is Code.ACRONYM_WITH_SEVERAL_NAMES]
    proposed = [p.first for p in store.proposals() if p.reason is Reason.SEVERAL_NAMES]
    return asked, proposed


# The 28 acronyms of the Congolese file that go with several names, as a person would settle them.
ONE, APART, OPEN = "one", "apart", "open"
SEVERAL_NAMES = {
    "ACF": (APART, "Action contre la faim (INGO) and Action of the Future (NNGO)"),
    "FMI": (APART, "a Congolese foundation and the International Monetary Fund"),
    "LPI": (APART, "Life and Peace Institute is Swedish; Living Peace Institute is another"),
    "CARIDEV": (OPEN, "offices of four dioceses: ask Caritas which report for themselves"),
    "CARITAS": (OPEN, "Caritas and that of Kalemie: ask, as for CARIDEV"),
    "TPO": (ONE, "the acronym stands for the name; typed two ways"),
    "CYW": (ONE, "the acronym stands for the name; typed two ways"),
    "SCI": (ONE, "the acronym stands for the name"),
    "SDC": (ONE, "the acronym stands for the name"),
    "NRC": (ONE, "the acronym stands for the name"),
    "UNICEF": (ONE, "the acronym stands for the name"),
    "AIDES": (ONE, "the acronym stands for the name"),
    "SOFEPADI": (ONE, "the acronym stands for the name"),
    "WVI": (ONE, "the acronym and a shorter form of the name"),
    "DRC": (ONE, "one name in two languages"),
    "PUI": (ONE, "the name before and after the merger of 2011"),
    "IRC": (ONE, "misspelt"),
    "ADRA": (ONE, "misspelt"),
    "OIM": (ONE, "misspelt"),
    "ACTED": (ONE, "cut short"),
    "MDM-F": (ONE, "capitals and a dash"),
    "MSF-B": (ONE, "a dash"),
    "MSF-S": (ONE, "a dash"),
    "AFPDE": (ONE, "accents"),
    "MEDES": (ONE, "accents"),
    "MDA": (ONE, "accents"),
    "CENEAS": (ONE, "the form of an apostrophe"),
    "ADSSE": (ONE, "the form of an apostrophe, and the acronym behind"),
}
# Its 3 names that go with several acronyms: (first, second), whether they are one.
SEVERAL_ACRONYMS = {
    ("moh", "oms"): (False, "the ministry was given the name of the WHO; typed Government"),
    ("cbca", "christian aid"): (False, "a Congolese church was given the name of Christian Aid"),
    ("pav", "projet agricole des volontaires pour le développement"): (
        True, "the name stands in the column of the acronym",
    ),
}  # fmt: skip
# After ACF is told apart, three of its four names are one organisation.
ALSO_ACF = ("Action Contre la Faim International", "ACF - Action Contre la Faim International")


@pytest.fixture(scope="module")
def congo(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    database = Database.open(tmp_path_factory.mktemp("congo") / "store.duckdb")
    load(database, samples / "cod-3w-2022-01", "COD", "DATA-FINAL")
    yield database
    database.close()


def load(database: Database, folder: Path, country: str, sheet: str | None = None) -> Knowledge:
    (file,) = folder.glob("*.xlsx")
    known = loaders.knowledge(database)
    period = Period.parse("2022-01")
    choices = Choices(country=country, period=period, identity="acronym", sheet=sheet)
    upload = loaders.read(file.read_bytes(), file.name)
    ready = loaders.prepare(database, upload, "presence", choices, known).staged
    assert ready is not None
    loaders.commit(database, ready, OFFICE)
    return known


def told_apart(database: Database, *names: str) -> list[str]:
    """Which of these names are organisations in force, as counted."""
    with database.cursor() as cur:
        found = cur.rows(
            "SELECT DISTINCT o.identity_key FROM fact_org AS f "
            "SEMI JOIN v_current_report AS v ON v.report = f.report "
            "LEFT JOIN v_same_organisation AS s ON s.organisation = f.organisation "
            "JOIN organisation AS o ON o.organisation = coalesce(s.counted_as, f.organisation) "
            "ORDER BY 1"
        )
    return [key for (key,) in found if key in names]


def test_the_acronyms_of_the_congolese_file_are_worked_through(
    congo: Database, samples: Path
) -> None:
    with congo.cursor() as cur:
        asked = loaders.proposals(cur, "COD")
    several = {p.first for p in asked if p.reason is Reason.SEVERAL_NAMES}
    pairs = {tuple(sorted((p.first, str(p.second)))) for p in asked if p.second}
    assert several == {acronym.lower() for acronym in SEVERAL_NAMES}
    assert pairs >= SEVERAL_ACRONYMS.keys()

    for acronym, (decision, why) in SEVERAL_NAMES.items():
        if decision != OPEN:
            verb = loaders.tell_apart if decision == APART else loaders.keep_together
            verb(congo, "COD", acronym, OFFICE, why)
    for (first, second), (one, why) in SEVERAL_ACRONYMS.items():
        decide = loaders.approve if one else loaders.refuse
        decide(congo, Pair("COD", first, second), OFFICE, why)
    load(congo, samples / "cod-3w-2022-01", "COD", "DATA-FINAL")
    for name in ALSO_ACF:
        pair = Pair("COD", name, "Action Contre la Faim")
        loaders.approve(congo, pair, OFFICE, "one INGO")

    with congo.cursor() as cur:
        left = loaders.proposals(cur, "COD")
    assert {p.first for p in left if p.reason is Reason.SEVERAL_NAMES} == {"caridev", "caritas"}
    assert not {tuple(sorted((p.first, str(p.second)))) for p in left} & SEVERAL_ACRONYMS.keys()
    assert told_apart(
        congo, "acf", "action contre la faim", "action of the future", *map(str.lower, ALSO_ACF),
        "fmi", "fondation moza internationale", "fonds monétaire international",
        "lpi", "life and peace institute", "living peace institute", "nrc",
        "pav", "projet agricole des volontaires pour le développement", "moh", "oms",
    ) == [
        "action contre la faim", "action of the future",
        "fondation moza internationale", "fonds monétaire international",
        "life and peace institute", "living peace institute", "moh", "nrc", "oms",
        "projet agricole des volontaires pour le développement",
    ]  # fmt: skip


def test_crs_in_haiti_is_two_organisations_once_told_apart(samples: Path, tmp_path: Path) -> None:
    database = Database.open(tmp_path / "haiti.duckdb")
    load(database, samples / "hti-3w-2020", "HTI")
    names = ("crs", "catholic relief services", "croix rouge suisse")
    before = told_apart(database, *names)

    loaders.tell_apart(database, "HTI", "CRS", OFFICE, "an NGO and a Red Cross society")
    load(database, samples / "hti-3w-2020", "HTI")
    after = told_apart(database, *names)
    database.close()

    assert before == ["crs"]
    assert after == ["catholic relief services", "croix rouge suisse"]
