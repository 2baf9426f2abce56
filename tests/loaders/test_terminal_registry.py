"""Organisations from the terminal: what to decide, each decision, and how a wrong one ends."""

from pathlib import Path

import pytest

from core.i18n import Lang
from tests.loaders.test_terminal import HEADING, answer, run, written

ROWS = """\
Chad,2022-01,WASH,Santé Lac,National NGO
Chad,2022-01,WASH,Santé Lac,National NGO
Chad,2022-01,WASH,Sante-Lac,National NGO
Chad,2022-01,WASH,World Vision Tchad,National NGO
"""
IN_CHAD = ("--country", "Tchad", "--why", "the statutes", "--as", "OCHA Chad")
LIKENESS = {
    "country": "TCD", "first": "sante-lac", "second": "santé lac", "reason": "same-folded",
    "evidence": ["Sante-Lac", "Santé Lac"],
}  # fmt: skip


@pytest.fixture
def loaded(tmp_path: Path) -> None:
    answer("load", written(tmp_path, "list.csv", HEADING + ROWS))


@pytest.mark.usefixtures("loaded")
def test_a_proposal_is_listed_until_it_is_decided_and_again_when_that_is_revoked() -> None:
    asked = [answer("organisations")["proposals"]]
    for verb in ("alias", "revoke", "refuse"):
        answer(verb, "Sante-Lac", "Santé Lac", *IN_CHAD)
        asked.append(answer("organisations", "--country", "TCD")["proposals"])

    said = answer("organisations")
    assert asked == [[LIKENESS], [], [LIKENESS], []]
    assert [(d["kind"], d["event"], d["who"], d["why"]) for d in said["decisions"]] == [
        ("alias-refused", 4, "OCHA Chad", "the statutes")
    ]
    assert said["under_review"] == [
        {"country": "TCD", "key": "world vision tchad", "name": "World Vision Tchad",
         "family": "World Vision"}
    ]  # fmt: skip


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("alias", "Nobody", "Santé Lac", *IN_CHAD), "unknown-organisation"),
        (("alias", "Santé Lac", "SANTÉ LAC", *IN_CHAD), "alias-known"),
        (("revoke", "Sante-Lac", "Santé Lac", *IN_CHAD), "no-decision"),
        (("revoke", "XYZ", *IN_CHAD), "no-decision"),
        (("apart", "XYZ", *IN_CHAD), "unknown-organisation"),
        (("together", "XYZ", *IN_CHAD), "unknown-organisation"),
        (("refuse", "a", "b", "--country", "Atlantis", "--why", "x"), "unknown-country"),
        (("refuse", "a", "b", "--country", "TCD", "--why", " "), "why-missing"),
        (("organisations", "--country", "Atlantis"), "unknown-country"),
    ],
)
def test_a_decision_that_cannot_be_made_ends_with_2(arguments: tuple[str, ...], code: str) -> None:
    said = answer(*arguments, status=2)

    assert (said["status"], said["error"]["code"]) == ("wrong-usage", code)
    assert said["error"]["what"]
    assert said["error"]["do"]


def test_an_acronym_is_told_apart_and_taken_back(tmp_path: Path) -> None:
    heading = HEADING.replace("Organisation type", "Acronym,Organisation type")
    rows = "".join(f"Chad,2022-01,WASH,{n},ACF,NNGO\n" for n in ("Faim Zero", "Futur"))
    answer("load", written(tmp_path, "l.csv", heading + rows), "--identity", "acronym")

    asked = [len(answer("organisations")["proposals"])]
    for verb in ("apart", "revoke", "together"):
        said = answer(verb, "ACF", *IN_CHAD)
        asked.append(len(answer("organisations")["proposals"]))

    assert asked == [1, 0, 1, 0]
    assert (said["status"], said["second"], said["event"]) == ("acronym-together", None, 4)


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize("lang", Lang)
def test_the_list_is_readable_in_three_languages(lang: Lang) -> None:
    answer("refuse", "World Vision Tchad", "Santé Lac", *IN_CHAD)

    text = run("organisations", "--lang", lang.value).stdout

    titles = {
        Lang.EN: ["To decide", "Decided", "Under review"],
        Lang.FR: ["À décider", "Décidé", "À vérifier"],
        Lang.AR: ["بانتظار القرار", "ما تقرَّر", "قيد المراجعة"],
    }
    assert [line for line in text.splitlines() if not line.startswith(" ")] == [
        f"{title} (1)" for title in titles[lang]
    ]


def test_an_empty_store_has_nothing_to_decide() -> None:
    assert "nothing to decide" in run("organisations").stdout
