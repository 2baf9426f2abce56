"""Figures of others stand beside ours where they measured the same, and only there."""

import csv

import pytest

from core.settings import Settings
from core.storage.cursor import Cursor
from metrics import find, indicators
from metrics.published_figures import published_figures

REFERENCE = Settings().reference


def rows_of(name: str) -> list[dict[str, str]]:
    with (REFERENCE / name).open(encoding="utf-8", newline="") as lines:
        return [*csv.DictReader(lines)]


def test_every_mapped_figure_exists_and_is_of_an_indicator() -> None:
    figures = {(row["mechanism"], row["measure"]) for row in rows_of("published_figures.csv")}
    mapped = rows_of("published_measures.csv")

    assert [r for r in mapped if (r["mechanism"], r["measure"]) not in figures] == []
    assert {row["indicator"] for row in mapped} - set(indicators()) == set()


def test_a_mapping_says_scope_or_segment_and_never_both() -> None:
    mapped = rows_of("published_measures.csv")

    assert [r for r in mapped if r["scope"] and r["segment"]] == []
    assert {r["scope"] for r in mapped} == {"", "1", "3"}  # nobody published scope 2
    assert {level for r in mapped for level in r["levels"].split()} == {"national", "subnational"}


def test_two_sources_that_disagree_are_both_shown(seeded: Cursor) -> None:
    found = published_figures(
        seeded, find("mechanisms_with_lna_members"), scope=3, year=2022, mechanism_type="hct"
    )

    assert found["value"].tolist() == [0.8, 0.83]
    assert found["source_url"].nunique() == 2


@pytest.mark.parametrize(
    ("asked", "values"),
    [
        ({"level": "subnational", "scope": 1}, [0.09, 0.08]),
        ({"level": "subnational", "scope": 3}, [0.28]),
        ({"level": "subnational", "scope": 2}, []),
        ({"level": "national"}, []),
        ({"year": 2023}, [0.08, 0.2, 0.28]),
        ({"geography": "YEM"}, []),
        ({"mechanism_type": "twg"}, []),
    ],
)
def test_leadership_below_the_country_fits_its_scope_level_and_year(
    asked: dict[str, object], values: list[float], seeded: Cursor
) -> None:
    found = published_figures(seeded, find("L2"), **asked)  # type: ignore[arg-type]

    assert found["value"].tolist() == values


def test_a_part_that_was_measured_is_named(seeded: Cursor) -> None:
    found = published_figures(seeded, find("L2"), year=2023)

    assert found[["value", "segment"]].dropna().to_numpy().tolist() == [[0.2, "authorities"]]


def test_a_count_becomes_the_share_of_what_it_was_out_of(seeded: Cursor) -> None:
    found = published_figures(seeded, find("L1"), cluster="PRO-CPN")
    together = published_figures(seeded, find("L1"), cluster=None)

    # 0 of 33 co-led by a national organisation, 0 of 20 with national co-leadership.
    assert found["value"].tolist() == [0.0, 0.0]
    assert together.empty


def test_a_figure_of_a_month_says_so(seeded: Cursor) -> None:
    found = published_figures(seeded, find("P8"), scope=1, geography="YEM", year=2022)

    assert sorted(zip(found["period"], found["value"], strict=True)) == [
        ("2022-06", 0.586),
        ("2022-07", 0.615),
        ("2022-09", 0.585),
    ]


def test_a_source_that_does_not_say_its_scope_fits_none(seeded: Cursor) -> None:
    wash = {"level": "national", "cluster": "WSH"}

    asked = published_figures(seeded, find("lna_share_of_members"), scope=3, **wash)  # type: ignore[arg-type]
    either = published_figures(seeded, find("lna_share_of_members"), **wash)  # type: ignore[arg-type]

    assert asked.empty
    assert either[["value", "year"]].to_numpy().tolist() == [[0.5, 2024]]
