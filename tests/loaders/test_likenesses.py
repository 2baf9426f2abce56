"""Organisations that may be one are proposed with a reason; what was decided is not proposed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from loaders import Reason
from tests.loaders.registry_store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "store.duckdb")
    yield opened
    opened.database.close()


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        ("Santé Pour Tous,", "SANTE POUR TOUS,", Reason.SAME_FOLDED),
        ("جمعية الأمل الخيرية,", "جمعيه الامل الخيريه,", Reason.SAME_FOLDED),
        ("Action contre la Faim,ACF", "Action of the Future,ACF", Reason.SAME_ACRONYM),
        (
            "Conseil danois pour les réfugiés,DRC",
            "Danish Refugee Council,D.R.C.",
            Reason.SAME_ACRONYM,
        ),
        ("Jeunesse Active (JAT),", "JAT,", Reason.ACRONYM_IN_NAME),
        ("JAT - Jeunesse Active,", "Union des Jeunes,JAT", Reason.ACRONYM_IN_NAME),
        ("Association des Femmes du Lac,", "Asociation des Femmes du Lac,", Reason.NEAR_SPELLING),
        ("Femmes du Lac Association,", "Association Femmes du Lac,", Reason.NEAR_SPELLING),
        ("Centre de Santé 1,", "Centre de Santé 2,", None),
        ("جمعية الأمل,", "Jamiyat al-Amal,", None),
        ("AFPDE,", "AFPDR,", None),
        ("Croix-Rouge tchadienne,CRT", "Caritas Relief,CRS", None),
    ],
)
def test_a_likeness_is_proposed_with_its_reason(
    store: Store, first: str, second: str, reason: Reason | None
) -> None:
    store.load(f"{first},NNGO,WASH,2022-01\n{second},NNGO,WASH,2022-01")

    assert [p.reason for p in store.proposals()] == ([reason] if reason else [])


def test_what_was_decided_is_not_proposed_until_it_is_revoked(store: Store) -> None:
    store.load("Santé Lac,,NNGO,WASH,2022-01\nSante Lac,,NNGO,WASH,2022-01")

    asked = [len(store.proposals())]
    for verb in (store.refuse, store.revoke, store.approve, store.revoke):
        verb("Sante Lac", "Santé Lac")
        asked.append(len(store.proposals()))

    assert asked == [1, 0, 1, 0, 1]


def test_a_refusal_holds_for_whatever_the_two_are_counted_with(store: Store) -> None:
    store.load(
        "\n".join(f"{n},,NNGO,WASH,2022-01" for n in ("Santé Lac", "Sante Lac", "SANTE-LAC"))
    )
    store.approve("SANTE-LAC", "Sante Lac")

    store.refuse("Santé Lac", "Sante Lac")

    assert store.proposals() == []


def test_the_one_with_fewer_rows_would_be_counted_as_the_other(store: Store) -> None:
    store.load("Z Lac Tchad,,NNGO,WASH,2022-01\nA Lac Tchad,,NNGO,WASH,2022-01\n"
               "Z. Lac Tchad,,NNGO,WASH,2022-01\nZ Lac Tchad,,NNGO,Health,2022-01")  # fmt: skip

    (found, *_) = store.proposals()

    assert (found.first, found.second) == ("z. lac tchad", "z lac tchad")
    assert found.evidence == ("Z. Lac Tchad", "Z Lac Tchad")
