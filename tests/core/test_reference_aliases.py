"""The spellings of data/reference: known in three languages, never with two meanings."""

import re
from collections import defaultdict
from functools import cache

import pytest

from core.i18n.folding import fold
from tests.core.test_reference import DECLARED, REFERENCE, codes, heading_of, named, rows

KINDS = sorted(path.stem.removeprefix("aliases_") for path in REFERENCE.glob("aliases_*.csv"))
# The kinds as the table's own comment lists them, and those that came with more datasets.
DECLARED_KINDS = set(re.findall(r"kind VARCHAR, +-- (heading, .*)", DECLARED)[0].split(", ")) | {
    "seat", "language", "route", "currency", "event_kind", "event_role", "attendee_heading",
}  # fmt: skip
SHARED_FIELDS = """country hub cluster level place place_code organisation acronym
    organisation_type period period_start period_end year month quarter"""
FIELDS = {
    "presence": f"{SHARED_FIELDS} lead_organisation lead_organisation_type lead_acronym funder",
    "roles": f"{SHARED_FIELDS} mechanism mechanism_type role funded closed_on",
    "members": f"{SHARED_FIELDS} mechanism mechanism_type seat",
    "meetings": f"""{SHARED_FIELDS} mechanism mechanism_type date attended language interpretation
        minutes_translated""",
    "mechanisms": f"""{SHARED_FIELDS} mechanism mechanism_type status closed_on language
        interpretation minutes_translated plan source remarks members members_ngo members_red_cross
        members_authority members_ingo members_un members_other""",
    "funding": f"{SHARED_FIELDS} fund reference date amount currency route through",
    "events": f"{SHARED_FIELDS} event_kind title date event_role language summary link",
}


@cache
def meanings(kind: str, dataset: str = "") -> dict[str, set[str]]:
    """Folded text to the codes it stands for, as one dataset sees them."""
    found = defaultdict(set)
    for row in rows(f"aliases_{kind}"):
        if is_of(row, dataset):
            found[fold(row["text"])].add(row["code"])
    return found


def is_of(row: dict[str, str], dataset: str) -> bool:
    """A heading is shared, or of the datasets that its last cell names."""
    listed = row.get("dataset", "").split()
    return not listed or dataset in listed


@pytest.mark.parametrize("kind", KINDS)
def test_an_alias_file_has_code_language_and_text(kind: str) -> None:
    dataset = ["dataset"] if kind == "heading" else []

    assert heading_of(f"aliases_{kind}") == ["code", "lang", "text", *dataset]


def test_there_is_one_alias_file_for_every_declared_kind() -> None:
    assert set(KINDS) == DECLARED_KINDS


@pytest.mark.parametrize(
    ("kind", "known"),
    [
        ("country", {row["iso3"] for row in rows("countries")}),
        ("cluster", codes("clusters")),
        ("organisation_type", codes("organisation_types")),
        ("mechanism_type", codes("terms", "mechanism_type")),
        ("role", codes("terms", "role")),
        ("level", codes("terms", "level")),
        ("month", {str(month) for month in range(1, 13)}),
        ("red_cross_international", {"icrc", "ifrc"}),
        ("yes_no", {"yes", "no"}),
        ("closed", codes("terms", "closed")),
        ("seat", codes("terms", "seat")),
        ("language", codes("terms", "language")),
        ("route", codes("terms", "route")),
        ("event_kind", codes("terms", "event_kind")),
        ("event_role", codes("terms", "event_role")),
        ("currency", {"USD", "EUR", "GBP", "CHF", "XOF", "XAF"}),
    ],
)
def test_every_code_and_no_other_has_spellings(kind: str, known: set[str]) -> None:
    assert codes(f"aliases_{kind}") == known


def test_every_country_has_its_national_society_and_some_act_abroad() -> None:
    societies = codes("aliases_national_society")

    assert {row["iso3"] for row in rows("countries")} < societies
    assert all(re.fullmatch("[A-Z]{3}", code) for code in societies)


@pytest.mark.parametrize("dataset", FIELDS)
def test_every_field_of_a_dataset_has_headings(dataset: str) -> None:
    found = {row["code"] for row in rows("aliases_heading") if is_of(row, dataset)}

    assert found == set(FIELDS[dataset].split())


@pytest.mark.parametrize("kind", KINDS)
def test_every_code_is_spelled_in_three_languages(kind: str) -> None:
    languages = defaultdict(set)
    for row in rows(f"aliases_{kind}"):
        languages[row["code"]].add(row["lang"])

    known = {lang for found in languages.values() for lang in found}
    lacking = {
        (code, lang)
        for code, found in languages.items()
        for lang in ("en", "fr", "ar")
        if not found & ({lang} if lang == "ar" else {lang, "mul"})
    }

    assert lacking == set()
    assert known <= {"en", "fr", "ar", "mul"}


@pytest.mark.parametrize(
    ("kind", "dataset"),
    [(kind, "") for kind in KINDS if kind != "heading"]
    + [("heading", dataset) for dataset in FIELDS],
)
def test_no_text_has_two_meanings_within_a_kind(kind: str, dataset: str) -> None:
    found = meanings(kind, dataset)

    assert {text: codes for text, codes in found.items() if len(codes) > 1} == {}
    assert "" not in found


@pytest.mark.parametrize("kind", KINDS)
def test_a_spelling_is_listed_once(kind: str) -> None:
    folded = [(row.get("dataset"), fold(row["text"])) for row in rows(f"aliases_{kind}")]

    assert len(set(folded)) == len(folded)


def test_a_heading_is_never_both_a_field_and_personal() -> None:
    fields = {text for dataset in FIELDS for text in meanings("heading", dataset)}

    assert fields & meanings("personal_heading").keys() == set()


@pytest.mark.parametrize("dataset", ["meetings", "events"])
def test_a_heading_of_who_was_there_is_never_both_a_field_and_personal(dataset: str) -> None:
    people = meanings("attendee_heading").keys()

    assert meanings("heading", dataset).keys() & people == set()


def test_a_society_is_never_both_national_and_international() -> None:
    assert meanings("national_society").keys() & meanings("red_cross_international").keys() == set()


def test_our_own_names_are_recognised() -> None:
    by_table = {"countries": "country", "clusters": "cluster", "organisation_types": ""}
    unknown = []
    for name, row in named():
        kind = by_table.get(name, row.get("kind", "")) or "organisation_type"
        code = row.get("code") or row["iso3"]
        unknown += [
            (kind, row[f"name_{lang}"])
            for lang in ("en", "fr", "ar")
            if meanings(kind).get(fold(row[f"name_{lang}"])) != {code}
        ]

    assert unknown == []


@pytest.mark.parametrize(
    ("kind", "text", "code"),
    [
        ("organisation_type", "CIVILE SOCIETY", "501"),
        ("organisation_type", "RED CROSS MOVMENT", "445"),
        ("organisation_type", "Autre institution étatique", "435"),
        ("organisation_type", "مُنظَّمة غير حكوميّة وطنية", "441"),
        ("cluster", "Abris&BNA", "SHL"),
        ("cluster", "Securité alimentaire", "FSC"),
        ("cluster", "General Protection", "PRO"),
        ("cluster", "المياه والاصحاح البيئي", "WSH"),
        ("national_society", "CROIX-ROUGE NÉERLANDAISE", "NLD"),
        ("national_society", "Somali Red Crescent Society Puntland (SRCS_PUNTLAND)", "SOM"),
        ("national_society", "الهلال الاحمر السوداني", "SDN"),
        ("red_cross_international", "CICR", "icrc"),
        ("placeholder", "لا يوجـــد", "none"),
        ("month", "كانون الثاني/يناير", "1"),
        ("personal_heading", "E-mail", "email"),
    ],
)
def test_spellings_met_in_real_files_are_known(kind: str, text: str, code: str) -> None:
    assert meanings(kind)[fold(text)] == {code}


@pytest.mark.parametrize(
    ("kind", "texts"),
    [
        ("organisation_type", ["NGO", "ONG", "منظمة غير حكومية", "Association", "جمعية"]),
        ("cluster", ["Choléra", "ash", "sal", "psea", "Abris/AME/CCCM"]),
        ("heading", ["Name", "Nom", "label", "Type", "Date de début", "Start date"]),
        ("national_society", ["CRS", "CRT", "CRC", "SRCS", "PRCS", "Croix-Rouge congolaise"]),
        ("personal_heading", ["Organisation", "Nom de l'organisation", "اسم المنظمة"]),
        ("role", ["Coordinator", "Coordonnateur", "Chef de file sectoriel", "منسق"]),
        ("placeholder", ["NA", "Autre institution étatique"]),
    ],
)
def test_words_that_can_mean_two_things_are_left_to_a_person(kind: str, texts: list[str]) -> None:
    known = meanings(kind, "presence").keys()

    assert [text for text in texts if fold(text) in known] == []
