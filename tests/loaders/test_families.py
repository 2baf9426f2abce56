"""National branches of international families: looked at, and counted as declared."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import loaders
from loaders import Said
from loaders.families import under_review
from loaders.issues import Code, Issue
from tests.loaders.registry_store import OFFICE, Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "store.duckdb")
    yield opened
    opened.database.close()


def remarks(store: Store, rows: str) -> list[Issue]:
    issues = store.prepared(rows).report.issues
    return [issue for issue in issues if issue.code is Code.INTERNATIONAL_FAMILY]


@pytest.mark.parametrize(
    ("organisation", "family"),
    [
        ("World Vision Tchad,WVT", "World Vision"),
        ("VISION MONDIALE - TCHAD,", "Vision Mondiale"),
        ("الرؤية العالمية تشاد,", "الرؤية العالمية"),
        ("BELACD / Caritas Moundou,", "Caritas"),
        ("كاريتاس تشاد,", "كاريتاس"),
        ("CARE,", "CARE"),
        ("Care Tchad,", "CARE"),
        ("Plan International Chad,", "Plan International"),
        ("Save the Children,SCI", "Save the Children"),
        (",NRC", "NRC"),
        ("Health Care Initiative,", None),
        ("Plan de relèvement du Lac,", None),
        ("Action of the Future,ACF", None),
        ("Island Rescue Club,IRC", None),
        ("الإغاثة الإسلامية الوطنية,", None),
    ],
)
def test_a_national_ngo_with_the_name_of_a_family_is_looked_at(
    store: Store, organisation: str, family: str | None
) -> None:
    found = remarks(store, f"{organisation},NNGO,WASH,2022-01\nEspoir,,NNGO,WASH,2022-01")

    assert [issue.suggestion for issue in found] == ([family] if family else [])


def test_a_branch_that_is_declared_international_needs_no_look(store: Store) -> None:
    assert remarks(store, "World Vision Tchad,,INGO,WASH,2022-01") == []


def test_a_branch_under_review_counts_as_declared_until_the_type_changes(store: Store) -> None:
    store.load("World Vision Tchad,,NNGO,WASH,2022-01\nOxfam,,INGO,WASH,2022-01")

    reviewed = [reviews(store)]
    counted = store.numbers()
    store.load("World Vision Tchad,,INGO,WASH,2022-02")
    reviewed.append(reviews(store))

    assert counted == (1, 2, 0)
    assert reviewed == [[("World Vision Tchad", "World Vision")], []]


@pytest.mark.parametrize("holds", [True, False])
def test_a_branch_whose_affiliation_was_decided_is_no_longer_under_review(
    store: Store, holds: bool
) -> None:
    store.load("World Vision Tchad,,NNGO,WASH,2022-01")

    said = Said("TCD", "World Vision Tchad", "affiliated", holds, "World Vision")
    loaders.set_flag(store.database, said, OFFICE, "asked")

    assert reviews(store) == []
    assert store.numbers() == (1, 1, 0)


def reviews(store: Store) -> list[tuple[str, str]]:
    with store.database.cursor() as cur:
        found = under_review(cur, "TCD", store.known.families)
    return [(organisation.name, organisation.family) for organisation in found]
