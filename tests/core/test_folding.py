"""Two keys: spellings that must match, and organisations that must stay apart."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.i18n.folding import fold, identity_key


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Santé", "SANTE"),
        ("Œuvre", "oeuvre"),
        ("Type d’organisation", "type d'organisation"),
        ("Shelter/ NFI", " shelter  nfi\u00a0"),
        ("#org+type", "ORG_TYPE"),
        ("جمعية الأمل الخيرية", "جمعيه الامل الخيريه"),
        ("مُنَظَّمَة", "منظمه"),
        ("منظـــمة", "منظمة"),
        ("مستشفى", "مستشفي"),
        ("الإيواء", "الايواء"),
        ("آذار", "اذار"),
        ("کابل", "كابل"),
        ("ﻣﻨﻈﻤﺔ", "منظمة"),
        ("الربع ٣", "الربع 3"),
        ("۲۰۲۲", "2022"),
        ("\u200fالصحة\u200e", "الصحة"),
        ("Cluster\ufeff", "cluster"),
    ],
)
def test_spellings_of_one_word_fold_to_the_same(left: str, right: str) -> None:
    assert fold(left) == fold(right)


@pytest.mark.parametrize(
    ("left", "right"), [("WASH", "WASH 2"), ("صحة", "صحف"), ("nut", "nutrition"), ("ACF", "A C F")]
)
def test_different_words_stay_different(left: str, right: str) -> None:
    assert fold(left) != fold(right)


def test_only_separators_fold_to_nothing() -> None:
    assert fold(" -_/\u200b ") == ""


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Save  the Children ", "save the children", True),
        ("Save\u00a0the\nChildren", "Save the Children", True),
        ("\u200fمنظمة", "منظمة", True),
        ("ﻣﻨﻈﻤﺔ", "منظمة", True),
        ("Croix-Rouge", "Croix Rouge", False),
        ("Santé Sud", "Sante Sud", False),
        ("منظمة الأمل", "منظمة الامل", False),
        ("منظـمة", "منظمة", False),
    ],
)
def test_identity_forgives_case_and_blanks_only(left: str, right: str, same: bool) -> None:
    assert (identity_key(left) == identity_key(right)) is same


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=20))
def test_a_key_is_its_own_key(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert identity_key(identity_key(text)) == identity_key(text)
