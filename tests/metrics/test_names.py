"""Names of codes, in three languages."""

import pytest

from core.i18n import Lang
from core.storage.cursor import Cursor
from metrics.names import names, ranked_clusters


@pytest.mark.parametrize(
    ("lang", "dimension", "code", "name"),
    [
        ("en", "country", "AFG", "Afghanistan"),
        ("ar", "country", "AFG", "أفغانستان"),
        ("fr", "cluster", "HEA", "Santé"),
        ("ar", "level", "national", "المستوى الوطني"),
        ("fr", "role", "co_lead", "Co-chef de file"),
        ("en", "organisation_type", "447", "United Nations"),
        ("fr", "mechanism_type", "aor", "Domaine de responsabilité"),
        ("fr", "context", "other", "Autres pays"),
    ],
)
def test_a_code_has_its_name_in_the_language(
    lang: str, dimension: str, code: str, name: str, seeded: Cursor
) -> None:
    assert names(seeded, lang)[dimension][code] == name


def test_every_language_names_the_same_codes(seeded: Cursor) -> None:
    codes = [
        {(dimension, code) for dimension, coded in names(seeded, lang).items() for code in coded}
        for lang in Lang
    ]

    assert codes[0] == codes[1] == codes[2]


def test_every_region_and_context_of_a_country_is_named(seeded: Cursor) -> None:
    used = seeded.rows("SELECT DISTINCT region, context FROM country")
    english = names(seeded, "en")

    assert {region for region, _ in used} <= set(english["region"])
    assert {context for _, context in used} <= set(english["context"])


def test_coordination_and_cash_stand_in_no_ranking(seeded: Cursor) -> None:
    ranked = ranked_clusters(seeded)

    assert {"WSH", "PRO-GBV"} <= ranked
    assert not {"COO", "MUL", "CSH"} & ranked
