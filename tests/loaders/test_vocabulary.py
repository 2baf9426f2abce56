"""What a text means, and what was probably meant."""

import pytest

from core.errors import WrongDeclaration
from core.i18n.folding import fold
from loaders.vocabulary import Spelling, Vocabulary
from tests.loaders.made_sheets import known

CLUSTERS = {
    "WSH": ("WASH", "Eau, hygiène"),
    "NUT": ("Nutrition",),
    "EDU": ("Educaton A", "التعليم"),
}


def _vocabulary(**spellings: dict[str, tuple[str, ...]]) -> Vocabulary:
    listed = {
        kind: tuple(
            Spelling(code, text, fold(text)) for code, texts in codes.items() for text in texts
        )
        for kind, codes in spellings.items()
    }
    return Vocabulary(listed, countries={}, clusters={}, organisation_types={})


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("wash", "WSH"),
        (" Eau  hygiene ", "WSH"),
        ("التَّعليم", "EDU"),
        ("Nutrtion", None),
        ("", None),
    ],
)
def test_a_text_is_known_but_for_case_accents_and_blanks(text: str, code: str | None) -> None:
    assert _vocabulary(cluster=CLUSTERS).code("cluster", text) == code


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("Nutrtion", ("NUT", "Nutrition")),
        ("hygiène eau", ("WSH", "Eau, hygiène")),
        ("WSH", None),
        ("WAS", None),
        ("Logistics", None),
        ("", None),
    ],
)
def test_a_suggestion_is_near_and_never_for_three_letters(
    text: str, suggestion: tuple[str, str] | None
) -> None:
    assert _vocabulary(cluster=CLUSTERS).suggest("cluster", text) == suggestion


def test_between_two_codes_equally_near_nothing_is_suggested() -> None:
    vocabulary = _vocabulary(cluster={"ONE": ("Shelter 1",), "TWO": ("Shelter 2",)})

    assert vocabulary.suggest("cluster", "Shelter 3") is None


def test_one_spelling_of_two_codes_is_a_wrong_declaration() -> None:
    vocabulary = _vocabulary(cluster={"ONE": ("Shelter",), "TWO": ("shelter",)})

    with pytest.raises(WrongDeclaration):
        vocabulary.code("cluster", "Shelter")


def test_the_reference_files_contradict_themselves_nowhere() -> None:
    vocabulary = known()

    codes = {kind: vocabulary.code(kind, "-") for kind in vocabulary.spellings if kind != "heading"}
    assert set(vocabulary.spellings) == {*codes, "heading"}
    assert vocabulary.heading("presence", "Organisation") == "organisation"
    assert vocabulary.heading("roles", "Organisation") == "organisation"


def test_names_of_the_reference_tables_are_spellings_too() -> None:
    vocabulary = known()

    assert vocabulary.code("country", "Tchad") == "TCD"
    assert vocabulary.code("country", "TCD") == "TCD"
    assert vocabulary.months["janvier"] == 1
    assert vocabulary.clusters["PRO-GBV"].parent == "PRO"
    assert vocabulary.organisation_types[437] == "international"
