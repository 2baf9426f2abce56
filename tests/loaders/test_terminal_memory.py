"""At the terminal: an office's earlier word holds for its next file, unless it says otherwise."""

from pathlib import Path
from typing import Any

import pytest

from core.i18n import Lang, translations
from tests.loaders.test_terminal import answer, run, written

LIST = "Qui ?;Genre;Groupe;Mois\nEspoir;ONG nationale;EHA;{month}\n"
MAPPED = ("Qui ?=organisation", "Genre=organisation_type", "Groupe=cluster")
OFFICE = ("--office", "OCHA Tchad")


def month(folder: Path, number: int) -> Path:
    return written(folder, f"list{number}.csv", LIST.format(month=f"2022-{number:02}"))


def first(folder: Path, *more: str) -> dict[str, Any]:
    mapped = [word for pair in MAPPED for word in ("--map", pair)]
    return answer("load", month(folder, 1), "--country", "TCD", "--claim", "whole", *mapped, *more)


def test_the_second_load_of_an_office_needs_no_option(tmp_path: Path) -> None:
    assert first(tmp_path, *OFFICE)["remembered"] is None

    said = answer("load", month(tmp_path, 2), *OFFICE)

    assert (said["status"], said["claim"]["extent"], said["claim"]["periods"]) == (
        "loaded", "whole", ["2022-02"],
    )  # fmt: skip
    kept = said["remembered"]
    assert (kept["batch"], kept["office"], kept["dataset"], kept["asked"]) == (
        1, "OCHA Tchad", "presence", [],
    )  # fmt: skip
    assert kept["choices"]["country"] == "TCD"
    assert "period" not in kept["choices"]
    assert ["Groupe", "cluster"] in kept["choices"]["columns"]


@pytest.mark.parametrize(
    "more",
    [
        ("--office", "OCHA Mali"),
        ("--as", "OCHA Tchad"),
        (*OFFICE, "--no-memory"),
        (*OFFICE, "--forget"),
    ],
)
def test_who_does_not_ask_for_it_or_is_another_office_is_told_what_is_missing(
    more: tuple[str, ...], tmp_path: Path
) -> None:
    first(tmp_path, *OFFICE)

    said = answer("load", month(tmp_path, 2), *more, status=1)

    assert (said["status"], said.get("remembered")) == ("refused", None)


def test_what_is_typed_goes_before_what_is_remembered(tmp_path: Path) -> None:
    first(tmp_path, *OFFICE)

    typed = ("--country", "MLI", "--claim", "as-found", "--map", "Groupe=place", "--cluster", "HEA")
    said = answer("load", month(tmp_path, 2), *OFFICE, *typed)

    assert said["claim"] == {
        "extent": "as-found", "countries": ["MLI"], "periods": ["2022-02"], "clusters": ["HEA"],
    }  # fmt: skip


def test_a_rehearsal_forgets_nothing_and_a_load_does(tmp_path: Path) -> None:
    first(tmp_path, *OFFICE)
    second = month(tmp_path, 2)

    answer("load", second, *OFFICE, "--forget", "--dry-run", status=1)
    assert answer("load", second, *OFFICE, "--dry-run")["status"] == "rehearsed"
    answer("load", second, *OFFICE, "--forget", status=1)

    assert answer("load", second, *OFFICE, status=1)["remembered"] is None


def test_forgetting_needs_an_office(tmp_path: Path) -> None:
    result = run("load", month(tmp_path, 1), "--forget")

    assert result.exit_code == 2
    assert "--office" in result.stderr


@pytest.mark.parametrize("lang", list(Lang))
def test_a_person_is_told_whose_word_holds(lang: Lang, tmp_path: Path) -> None:
    first(tmp_path, *OFFICE)

    lines = run("load", month(tmp_path, 2), *OFFICE, "--lang", lang.value).stdout.splitlines()

    template = "Read as the file of batch {batch} of {office} of {moment} was read."
    assert translations(lang).gettext(template).split("{")[0] in lines[0]
    assert "OCHA Tchad" in lines[0]


def test_a_conversion_is_refused_by_its_name_and_an_unknown_one_is_said(tmp_path: Path) -> None:
    said = answer("load", month(tmp_path, 1), "--country", "TCD", "--refuse", "matched:cluster",
                  *[word for pair in MAPPED for word in ("--map", pair)])  # fmt: skip
    wrong = run("inspect", month(tmp_path, 2), "--refuse", "colours")

    remarks = [(i["code"], i["value"]) for i in said["issues"] if i["field"] == "cluster"]
    assert remarks == [("value-not-in-list", "EHA")]
    assert wrong.exit_code == 2
    assert "matched" in wrong.stderr


def test_broken_letters_are_repaired_when_asked_for(tmp_path: Path) -> None:
    text = "Pays,Organisation,Cluster,Mois\nTchad,Secours ImprÃ©vu,EHA,2022-01\n"
    file = written(tmp_path, "broken.csv", text)

    before = answer("inspect", file)["issues"]
    after = answer("inspect", file, "--repair-letters")["issues"]

    codes = [[issue["code"] for issue in issues] for issues in (before, after)]
    assert ["text-double-encoded" in found for found in codes] == [True, False]
